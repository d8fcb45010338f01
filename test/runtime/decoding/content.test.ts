/** Two decodings that do the same are the same, whatever they have done; and so are encodings. */
import { expect, test } from 'vitest'
import { contentHash, contentOf, sameContent } from '../../../runtime/decoding/content.ts'
import type { DecodingEnv } from '../../../runtime/decoding/decoding.ts'
import { ISICV } from '../../../runtime/decoding/isi-cv.ts'
import { MeanFiringRate } from '../../../runtime/decoding/mean-firing-rate.ts'
import { PeakSynchrony } from '../../../runtime/decoding/peak-synchrony.ts'
import { Pipe } from '../../../runtime/decoding/pipe.ts'

const duration = 1000

test('decodings of a class with the same options are the same, in whatever order they are given', () => {
  const one = new ISICV({ duration, minSpikesPerUnit: 5 })
  const other = new ISICV({ minSpikesPerUnit: 5, duration })

  expect(sameContent(one, other)).toBe(true)
  expect(sameContent(one, new ISICV({ duration }))).toBe(true)
})

test('another option or another class is something else', () => {
  const rate = new MeanFiringRate({ duration: 2 })

  expect(sameContent(rate, new MeanFiringRate({ duration: 3 }))).toBe(false)
  expect(sameContent(rate, new PeakSynchrony({ duration: 2 }))).toBe(false)
})

test('what a pipe remembers is no part of what it is; its stages are', async () => {
  const stages = [(signal: unknown) => signal]
  const used = new Pipe({ duration, stages })
  const fresh = new Pipe({ duration, stages })
  await used.decode(1, {} as DecodingEnv)
  used.state.calls = 7

  expect(sameContent(used, fresh)).toBe(true)
  expect(sameContent(used, new Pipe({ duration, stages: [...stages, ...stages] }))).toBe(false)
})

test('numbers, texts and arrays that look alike are told apart', () => {
  const different = [1, '1', [1], Float32Array.of(1), Float64Array.of(1), { 0: 1 }, -0, 0, null]

  expect(new Set(different.map((value) => contentOf(value))).size).toBe(different.length)
})

test('functions are themselves alone, because what they close over cannot be seen', () => {
  const times = (factor: number) => (signal: unknown) => Number(signal) * factor
  const [twice, thrice] = [times(2), times(3)]

  expect(sameContent(twice, thrice)).toBe(false)
  expect(sameContent([twice], [twice])).toBe(true)
})

test('an object says what it is if it wants to', () => {
  class Task {
    played = 0
    content() {
      return 'CartPole'
    }
  }
  const played = new Task()
  played.played = 3

  expect(sameContent(played, new Task())).toBe(true)
})

test('what contains itself must say what it is', () => {
  const loop: { self?: unknown } = {}
  loop.self = loop

  expect(() => contentOf(loop)).toThrow(
    'Object contains itself; give it a content() that says what it is.',
  )
})

test('a hash is the 64 bits of FNV-1a, everywhere', () => {
  let expected = 0xcbf29ce484222325n
  for (const byte of [0x22, 0x61, 0x22]) {
    expected = ((expected ^ BigInt(byte)) * 0x100000001b3n) % 2n ** 64n
  }

  expect(contentHash('a')).toBe(expected.toString(16).padStart(16, '0'))
})
