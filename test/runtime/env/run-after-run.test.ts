/** What a run leaves to the next: the state of the cells, and nothing of what was played, recorded or went wrong. */
import { expect, test } from 'vitest'
import { Env, make, Stimulus } from '../../../runtime/index.ts'
import { dish } from './dish.ts'

test('the next run is not stimulated by the last', async () => {
  const env = dish().recordVoltage('B')
  const stimulus = Stimulus.fromCurrent([[100]], { dt: 1000, gids: [2], unit: 'pA' })
  await env.run(10, { stimulus })

  const after = await env.run(10)

  const [v] = after.signal('voltage')
  expect(v?.[0]).toBeCloseTo(-70 + 10 * (1 - Math.exp(-1)), 9)
  expect(v?.[99]).toBeLessThan(v?.[0] ?? 0)
})

test('one run is two, the second of them stimulated, spike for spike and sample for sample', async () => {
  const pulse = Stimulus.fromCurrent([[20]], { dt: 5, gids: [0] })
  const late = pulse.delayed(15)
  const whole = await (await make('EI1')).recordSpikes().recordVoltage().run(30, { stimulus: late })
  const env = (await make('EI1')).recordSpikes().recordVoltage()

  const parts = (await env.run(15)).concat(await env.run(15, { stimulus: pulse }))

  expect(parts.events().ids).toEqual(whole.events().ids)
  expect(parts.series('voltage').values).toEqual(whole.series('voltage').values)
})

test('short runs with a stimulus each are one run with all of them, bit for bit', async () => {
  const gids = [0, 3, 9]
  const rows = Array.from({ length: 40 }, (_, k) => gids.map((gid) => ((k * gid) % 7) * 2e-3))
  const open = async (): Promise<Env> => (await make('EI1')).recordSpikes().recordVoltage()
  const whole = await (await open()).run(200, {
    stimulus: Stimulus.fromCurrent(rows, { dt: 5, gids }),
  })
  const env = await open()

  let parts = await env.run(5, {
    stimulus: Stimulus.fromCurrent(rows.slice(0, 1), { dt: 5, gids }),
  })
  for (const row of rows.slice(1)) {
    const stimulus = Stimulus.fromCurrent([row], { dt: 5, gids })
    parts = parts.concat(await env.run(5, { stimulus }))
  }

  expect(parts.events().ids).toEqual(whole.events().ids)
  expect(parts.series('voltage').values).toEqual(whole.series('voltage').values)
})

test('a source that fails ends its run, and nothing of it is played in the next', async () => {
  const env = dish().recordVoltage()
  const lost = (): never => {
    throw new Error('the source is lost')
  }
  const current = { mode: 'current', gids: [0], extent: 10 } as const
  await env.run(1, { stimulus: Stimulus.deferred({ ...current, source: () => Array(10).fill(0) }) })

  const run = env.run(10, { stimulus: Stimulus.deferred({ ...current, source: lost }) })

  await expect(run).rejects.toThrow('the source is lost')
  expect(env.t).toBe(1)
  expect(new Set((await env.run(1)).signal('voltage')[0])).toEqual(new Set([-70]))
})

test('of a run that failed on its way nothing is in the next', async () => {
  const text = `neuron Clock {
  input u : 1 from host
  dx/dt = 1 / (10 ms) : 1
  threshold x > 1
  reset { x = 0 }
}
model Dish { population P of 1 is Clock }`
  const env = new Env({ path: 'clock.livn', text }).recordSpikes().record('x')
  const source = (start: number, stop: number): Float64Array => {
    if (start >= 150) throw new Error('the source is lost')
    return new Float64Array(Math.round((stop - start) / 0.1))
  }
  const options = { port: 'host', gids: [0], dt: 0.1, extent: 200, windowBytes: 800 }
  const failing = env.run(200, { stimulus: Stimulus.deferred({ ...options, source }) })
  await expect(failing).rejects.toThrow('the source is lost')
  const { t } = env

  const run = await env.run(20)

  expect(t).toBeGreaterThan(0)
  expect(run.t0).toBe(t)
  expect(run.events().times.length).toBe(2)
  expect(Math.min(...run.events().times)).toBeGreaterThan(0)
  expect(run.signal('x')[0]?.length).toBe(200)
})

test('a run that was ended before it began takes no step', async () => {
  const ended = new AbortController()
  ended.abort()
  const env = dish()

  await env.run(1, { signal: ended.signal })

  expect(env.t).toBe(0)
})
