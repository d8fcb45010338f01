/** What holds of every waveform: blocks are rows one after another, and nothing changes before it is said to. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deferredWaveform } from '../../../runtime/stimulus/deferred-waveform.ts'
import { DenseWaveform } from '../../../runtime/stimulus/dense-waveform.ts'
import { pulseWaveform } from '../../../runtime/stimulus/pulses.ts'
import { readValues } from '../../../runtime/stimulus/read-values.ts'
import { resampleWaveform } from '../../../runtime/stimulus/resample-waveform.ts'
import { later, mixed, placed, scaled } from '../../../runtime/stimulus/transform-waveform.ts'
import type { Waveform } from '../../../runtime/stimulus/waveform.ts'

/** Few values, so that stretches of equal rows are common. */
const value = fc.constantFrom(-1, 0, 0, 2)

const dense = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.array(value, { minLength: 3, maxLength: 40 }))
  .map(([width, values]) => {
    const whole = values.slice(0, width * Math.floor(values.length / width))
    return new DenseWaveform(readValues(whole, width), 0.1)
  })

const windowed = dense.map((inner) => {
  const source = (start: number, stop: number): Float64Array => {
    const [first, last] = [Math.round(start / 0.1), Math.round(stop / 0.1)]
    const block = new Float64Array((last - first) * inner.width)
    inner.render(first, last - first, block)
    return block
  }
  const { width, rows } = inner
  return deferredWaveform({ source, width, dt: 0.1, extent: rows * 0.1, windowBytes: 64 })
})

const pulsed = fc
  .array(fc.record({ gap: fc.nat(5), rows: fc.integer({ min: 1, max: 4 }), value }), {
    maxLength: 8,
  })
  .map((steps) => {
    let end = 0
    const pulses = steps.map(({ gap, rows, value: height }, k) => {
      const first = end + gap
      end = first + rows
      return { channel: k % 3, first, rows, value: height }
    })
    return pulseWaveform(pulses, { dt: 0.1, rows: end + 2, width: 3 })
  })

const resampledTo = (from: Waveform, dt: number, between: 'linear' | 'hold'): Waveform =>
  resampleWaveform(from, { dt, rows: Math.max(1, Math.round((from.rows * 0.1) / dt)), between })

const plain = fc.oneof(dense, windowed, pulsed)

const changed = fc.tuple(plain, fc.constantFrom(0, 1, 2, 3, 4, 5)).map(([from, how]): Waveform => {
  const turned = Int32Array.from({ length: from.width }, (_, k) => k - 1)
  return [
    () => scaled(from, 3),
    () => placed(from, turned, from.width),
    () => mixed(from, (channel) => Float64Array.of(1, channel), 2),
    () => later(from, 3),
    () => resampledTo(from, 0.07, 'linear'),
    () => resampledTo(from, 0.25, 'hold'),
  ][how]?.() as Waveform
})

const any = fc.oneof(plain, changed)

const rowOf = (waveform: Waveform, row: number): readonly number[] => {
  const values = new Float64Array(waveform.width)
  waveform.render(row, 1, values)
  return [...values]
}

test('a block is its rows, one after another', () => {
  fc.assert(
    fc.property(any, fc.nat(), fc.nat(), (waveform, a, b) => {
      const first = a % waveform.rows
      const count = 1 + (b % (waveform.rows - first))
      const block = new Float64Array(count * waveform.width).fill(9)

      waveform.render(first, count, block)

      const rows = Array.from({ length: count }, (_, k) => rowOf(waveform, first + k))
      expect([...block]).toEqual(rows.flat())
    }),
  )
})

test('nothing changes before it is said to', () => {
  fc.assert(
    fc.property(any, fc.nat(), (waveform, a) => {
      const row = a % waveform.rows

      const next = waveform.changeAfter(row)

      expect(next).toBeGreaterThan(row)
      expect(next).toBeLessThanOrEqual(waveform.rows)
      for (let k = row; k < next; k++) expect(rowOf(waveform, k)).toEqual(rowOf(waveform, row))
    }),
  )
})

test('held rows carry the same charge at a finer dt', () => {
  fc.assert(
    fc.property(dense, (from) => {
      const fine = resampledTo(from, 0.05, 'hold')
      const charge = (waveform: Waveform): number =>
        Array.from({ length: waveform.rows }, (_, k) => rowOf(waveform, k)[0] ?? 0).reduce(
          (sum, height) => sum + height * waveform.dt,
          0,
        )

      expect(charge(fine)).toBeCloseTo(charge(from), 9)
    }),
  )
})
