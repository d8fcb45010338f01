/** Decodings one after another: what is handed on, shared, remembered and forgotten. */
import { expect, test } from 'vitest'
import type { DecodingEnv } from '../../../runtime/decoding/decoding.ts'
import { MeanFiringRate } from '../../../runtime/decoding/mean-firing-rate.ts'
import { Pipe, type Stage } from '../../../runtime/decoding/pipe.ts'
import { Slice } from '../../../runtime/decoding/slice.ts'
import { goldenRun, recordingCulture } from './golden-train.ts'

const env = recordingCulture() as unknown as DecodingEnv

const duration = 1000

test('what a stage makes is what the next is given', async () => {
  const pipe = new Pipe({
    stages: [
      new Slice({ start: 500, stop: 1000 }),
      new MeanFiringRate({ duration: 500 }),
      (rate: unknown) => (rate as { durationS: number }).durationS,
    ],
  })

  expect(await pipe.decode(goldenRun, env)).toBe(0.5)
})

test('a stage that makes nothing hands on what it was given', async () => {
  const seen: unknown[] = []
  const look = (signal: unknown): void => void seen.push(signal)

  const made = await new Pipe({ duration, stages: [look, () => null, look] }).decode('signal', env)

  expect(made).toBe('signal')
  expect(seen).toEqual(['signal', 'signal'])
})

test('stages may take their time', async () => {
  const stages: readonly Stage[] = [async () => 1, async (n) => Number(n) + 1]

  expect(await new Pipe({ duration, stages }).decode(undefined, env)).toBe(2)
})

const count: Stage = (_signal, _env, pipe) => {
  pipe.state.calls = Number(pipe.state.calls ?? 0) + 1
  const before = pipe.context.seen
  pipe.context.seen = true
  return [before, pipe.state.calls]
}

test('the context is empty at each call, and the state stays', async () => {
  const pipe = new Pipe({ duration, stages: [count] })

  await pipe.decode(null, env)

  expect(await pipe.decode(null, env)).toEqual([undefined, 2])
})

test('clear forgets the state', async () => {
  const pipe = new Pipe({ duration, stages: [count] })
  await pipe.decode(null, env)

  pipe.clear()

  expect(await pipe.decode(null, env)).toEqual([undefined, 1])
})

test('stages are set up and the first that can be reset answers', async () => {
  const told: unknown[] = []
  const first = { setup: () => told.push('set up'), decode: () => 1 }
  const second = { reset: (options: unknown) => ({ options }), decode: () => 2 }
  const pipe = new Pipe({ duration, stages: [first, second] })

  await pipe.setup(env)

  expect(told).toEqual(['set up'])
  expect(await pipe.reset({ seed: 3 })).toEqual({ options: { seed: 3 } })
  expect(await new Pipe({ duration, stages: [first] }).reset()).toBeUndefined()
})

test('a stage is found by its class or by its name', () => {
  const rate = new MeanFiringRate({ duration })
  const pipe = new Pipe({ stages: [new Slice({ stop: 10 }), rate] })

  expect(pipe.getStage(MeanFiringRate)).toBe(rate)
  expect(pipe.getStage('MeanFiringRate')).toBe(rate)
  expect(pipe.getStage('Stability')).toBeUndefined()
})

test('a pipe lasts as long as its longest stage unless told', () => {
  const stages = [new Slice({ stop: 300 }), new MeanFiringRate({ duration: 200 })]

  expect(new Pipe({ stages }).duration).toBe(300)
  expect(new Pipe({ stages, duration: 500 }).duration).toBe(500)
  expect(() => new Pipe({ stages: [count] })).toThrow(
    'The pipe lasts 0 ms; give it a duration above 0, or a stage that has one.',
  )
})

test('what cannot be called is no stage', () => {
  const make = () => new Pipe({ duration, stages: [count, 5 as unknown as Stage] })

  expect(make).toThrow('Stage 1 is 5; it must be a decoding, or a function of (signal, env, pipe).')
})

test('a pipe prints its stages', () => {
  const pipe = new Pipe({ stages: [new Slice({ stop: 300 }), new MeanFiringRate({ duration: 9 })] })

  expect(String(pipe)).toBe('Pipe(Slice → MeanFiringRate)')
})
