/** Sums on a graphics card are whole numbers: whatever the order, the same bits. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Env } from '../../../../runtime/env.ts'
import { fromPairs, toPairs } from '../../../../runtime/device/webgpu/sums.ts'
import { modelFiles } from '../../../library.ts'
import { adapterName, skipped } from './adapter-here.ts'

const back = (values: readonly number[]): number[] => {
  const found = new Float64Array(values.length)
  fromPairs(toPairs(values), found)
  return [...found]
}

test('a pair of words holds a sum to 2^-32, up to 2^31', () => {
  fc.assert(
    fc.property(fc.double({ min: -(2 ** 31), max: 2 ** 31 - 1, noNaN: true }), (x) => {
      expect(Math.abs((back([x])[0] ?? 0) - x)).toBeLessThanOrEqual(
        2 ** -32 + 2 ** -53 * Math.abs(x),
      )
    }),
  )
})

test('whole multiples of 2^-32 are exact, those just below 0 too', () => {
  const values = [0, 1, -1, 2 ** -32, -(2 ** -32), -0.5, 1234.75, -(2 ** 31), 2 ** 31 - 2 ** -20]

  expect(back(values)).toEqual(values)
})

test('what is too small for a pair is 0, not -1', () => {
  expect(back([-1e-20, 1e-20])).toEqual([0, 0])
})

describe.skipIf(!adapterName)(`on ${adapterName ?? skipped}`, () => {
  test('Brunel, where a cell hears a thousand others, is the same to the bit in every run', async () => {
    const source = modelFiles.read('models/networks/brunel.livn')
    const voltages = async (): Promise<Float64Array> => {
      const env = new Env(source, { ...modelFiles.surroundings, backend: 'webgpu', seed: 4 })
      await env.run(20)
      const v = env.get('E', 'v')
      await env.close()
      return typeof v === 'number' ? Float64Array.of(v) : v
    }

    const first = await voltages()

    expect(await voltages()).toEqual(first)
    expect(new Set(first).size).toBeGreaterThan(1000)
  })
})
