/** A run in parts: what it hands over is the run as a whole, and nothing is kept of it. */
import { expect, test } from 'vitest'
import { Env } from '../../runtime/env.ts'
import type { Session } from '../../runtime/env/session.ts'
import type { Run } from '../../runtime/run.ts'

const network = {
  path: 'parts.livn',
  text: `neuron N {
    input I : pA from current
    dv/dt = (1.5 + I/pA - v) / (10 ms) : 1
    v(0) ~ uniform(0, 1)
    threshold v > 1
    reset { v = 0 }
  }
  synapse S { on pre { v_post += 0.01 } }
  model M {
    population A of 40 is N
    population B of 10 is N
    connect A to B by S with probability 0.5 { delay = 1.7 ms }
  }`,
}

const recording = (): Env => new Env(network).recordSpikes().record('v', 'B', { dt: 0.5 })

async function partsOf(env: Env, duration: number, part: number): Promise<readonly Run[]> {
  const parts: Run[] = []
  for await (const each of env.runInParts(duration, { part })) parts.push(each)
  return parts
}

const joined = (parts: readonly Run[]): Run => parts.reduce((run, part) => run.concat(part))

test('the parts one after the other are the run as a whole', async () => {
  const whole = await recording().run(100)

  const parts = await partsOf(recording(), 100, 30)

  expect(parts.map(({ t0, duration }) => [t0, duration].map(Math.round))).toEqual([
    [0, 30],
    [30, 30],
    [60, 30],
    [90, 10],
  ])
  expect(joined(parts).series('v')).toEqual(whole.series('v'))
  expect(joined(parts).events().ids).toEqual(whole.events().ids)
  const late = joined(parts)
    .events()
    .times.map((t, k) => Math.abs(t - (whole.events().times[k] ?? 0)))
  expect(Math.max(...late)).toBeLessThan(1e-9)
  expect(late.length).toBeGreaterThan(100)
})

test('a part ends where everything that is recorded has a sample', async () => {
  const env = new Env(network)
    .record('v', 'A', { dt: 0.4 })
    .record('v', 'B', { dt: 0.6, as: 'slow' })

  const parts = await partsOf(env, 6, 1)

  expect(parts.map(({ duration }) => Number(duration.toFixed(6)))).toEqual([
    1.2, 1.2, 1.2, 1.2, 1.2,
  ])
  expect(parts.map((part) => part.series('v').samples)).toEqual([3, 3, 3, 3, 3])
  expect(parts.map((part) => part.series('slow').samples)).toEqual([2, 2, 2, 2, 2])
})

test('a stimulus goes on from part to part', async () => {
  const gids = Array.from({ length: 50 }, (_, gid) => gid)
  const values = [0, 4, 0, 4, 0].map((pA) => gids.map(() => pA * 1e-3))
  const stimulus = { values, mode: 'current', dt: 5, gids } as const
  const whole = await recording().run(25, { stimulus })

  const parts: Run[] = []
  for await (const each of recording().runInParts(25, { part: 3, stimulus })) parts.push(each)

  expect(joined(parts).series('v')).toEqual(whole.series('v'))
  expect(joined(parts).events().ids).toEqual(whole.events().ids)
})

/** Bytes of everything that is held for being handed over. */
function heldBy(env: Env): number {
  const { simulation } = (env as unknown as { readonly session: Session }).session
  const events = simulation.members.flatMap(({ histories }) =>
    [...histories.values()].flat().flatMap(({ kept }) => kept ?? []),
  )
  const recorders = simulation.members.flatMap((member) => member.recorders)
  const arrays = [
    ...events.flatMap((each) => [each['elements'], each['ticks']]),
    ...recorders.flatMap((each) => each['collected']),
  ]
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0)
}

test('what is held does not grow with the length of the run', async () => {
  const env = recording()
  const held: number[] = []

  for await (const part of env.runInParts(4000, { part: 40 })) {
    expect(part.events().ids.length).toBeGreaterThan(0)
    held.push(heldBy(env))
  }

  expect(held.length).toBe(100)
  expect(held.at(-1)).toBe(held[1])
})

test('whoever has seen enough may stop, and run on from there', async () => {
  const env = recording()

  for await (const part of env.runInParts(1000, { part: 10 })) if (part.t0 >= 20) break
  const next = await env.run(5)

  expect(next.t0).toBeCloseTo(30, 9)
})

test('two runs at once are refused, in parts too', async () => {
  const env = recording()
  const parts = env.runInParts(20, { part: 10 })
  await parts.next()

  await expect(env.run(1)).rejects.toThrow('A run is under way')
})
