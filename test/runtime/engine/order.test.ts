/** The order of one step, each pair of neighbouring sentences of the language at a time. */
import { describe, expect, test } from 'vitest'
import { Env } from '../../../runtime/env.ts'
import type { SystemLike } from '../../../runtime/link/system-like.ts'

const open = (text: string, system?: SystemLike): Env =>
  new Env({ path: 'test.livn', text }, { dt: 1, ...(system ? { system } : {}) })

/** Cell 0 of A spikes at the given step; B listens. */
const sender = (at: number): string => `neuron Sender {
  state n = 0
  threshold t >= ${at} ms and n == 0
  reset { n = 1 }
}
`

async function traceOf(env: Env, name: string, population: string, duration: number) {
  const run = await env.record(name, population).recordSpikes().run(duration)
  return { trace: [...(run.signal(name)[0] ?? [])], spikes: run.events() }
}

test('a value recorded at t is the value before that step, and the final time has no sample', async () => {
  const env = open(
    'neuron N { on step { x += 1 }\n state x = 0 }\nmodel M { population P of 1 is N }',
  )

  const { trace } = await traceOf(env, 'x', 'P', 4)

  expect(trace).toEqual([0, 1, 2, 3])
})

test('an every block acts after recorders have looked and before cells advance', async () => {
  const text = `neuron N {
  method euler
  dx/dt = y / ms : 1
  state y = 0
  every 2 ms { y += 1 }
}
model M { population P of 1 is N }`

  const { trace } = await traceOf(open(text), 'x', 'P', 4)

  expect(trace).toEqual([0, 1, 2, 4])
})

test('without a delay a spike arrives in the step in which it was sent', async () => {
  const text = `${sender(2)}neuron N { state x = 0 }
synapse S { on pre { x_post += 1 } }
model M {
  population A of 1 is Sender
  population B of 1 is N
  connect A to B by S
}`

  const { trace, spikes } = await traceOf(open(text), 'x', 'B', 5)

  expect([...spikes.times]).toEqual([2])
  expect(trace).toEqual([0, 0, 0, 1, 1])
})

test.each([1, 2, 5])('a delay of %d steps is exactly that long', async (delay) => {
  const text = `${sender(2)}neuron N { state x = 0 }
synapse S { on pre { x_post += 1 } }
model M {
  population A of 1 is Sender
  population B of 1 is N
  connect A to B by S { delay = ${delay} ms }
}`

  const { trace } = await traceOf(open(text), 'x', 'B', 10)

  expect(trace.indexOf(1)).toBe(2 + delay + 1)
})

test('what arrives at a cell that has just crossed is seen by its reset', async () => {
  const text = `${sender(3)}neuron N {
  state x = 0
  state seen = -1
  threshold t == 3 ms
  reset { seen = x; x = 0 }
}
synapse S { on pre { x_post += 7 } }
model M {
  population A of 1 is Sender
  population B of 1 is N
  connect A to B by S
}`

  const env = open(text)
  await env.run(5)

  expect(env.get('B', 'seen')).toEqual(Float64Array.of(7))
  expect(env.get('B', 'x')).toEqual(Float64Array.of(0))
})

test('all on pre of all synapses come before on step, and that before all on post', async () => {
  const text = `neuron N {
  state x = 1
  threshold t == 2 ms
  on step { x = x * (if t == 2 ms then 10 else 1) }
}
synapse Add { on pre { x_post += 1 }\n on post { x_post += 5 } }
model M {
  population P of 1 is N
  connect P to P by Add
}`

  const env = open(text)
  await env.run(4)

  expect(env.get('P', 'x')).toEqual(Float64Array.of((1 + 1) * 10 + 5))
})

test('a pathway finishes for all its connections before the next begins', async () => {
  const text = `${sender(1)}neuron N { state x = 1 }
synapse Double { on pre { x_post *= 2 } }
synapse Add { on pre { x_post += 3 } }
model M {
  population A of 2 is Sender
  population B of 1 is N
  connect A to B by Double
  connect A to B by Add
}`

  const env = open(text)
  await env.run(3)

  expect(env.get('B', 'x')).toEqual(Float64Array.of(1 * 2 * 2 + 3 + 3))
})

test('a cell above threshold spikes in every step until it is refractory or reset', async () => {
  const free = open('neuron N { threshold t >= 1 ms }\nmodel M { population P of 1 is N }')
  const held = open(
    'neuron N { threshold t >= 1 ms\n refractory 2 ms }\nmodel M { population P of 1 is N }',
  )

  const times = async (env: Env) => [...(await env.recordSpikes().run(6)).events().times]

  expect(await times(free)).toEqual([1, 2, 3, 4, 5])
  expect(await times(held)).toEqual([1, 3, 5])
})

test('a held variable takes nothing from the very step of its spike on, whatever way it comes', async () => {
  const text = (delay: string) => `${sender(2)}neuron N {
  method euler
  dx/dt = 0 / ms : 1 (unless refractory)
  threshold t == 2 ms
  refractory 3 ms
}
synapse S { on pre { x_post += 1 } }
model M {
  population A of 1 is Sender
  population B of 1 is N
  connect A to B by S { delay = ${delay} }
}`

  const after = async (delay: string) => {
    const env = open(text(delay))
    await env.run(12)
    return env.get('B', 'x')
  }

  expect(await after('0 ms')).toEqual(Float64Array.of(0))
  expect(await after('2 ms')).toEqual(Float64Array.of(0))
  expect(await after('3 ms')).toEqual(Float64Array.of(1))
})

describe('conditions of custom events', () => {
  test('are tested after all thresholds, and act after the reset', async () => {
    const text = `neuron N {
  state x = 0
  state order = 0
  threshold t == 2 ms
  reset { x = 1; order = order * 10 + 1 }
  event late when t == 2 ms
  on late { order = order * 10 + 2 }
}
model M { population P of 1 is N }`

    const env = open(text)
    await env.run(4)

    expect(env.get('P', 'order')).toEqual(Float64Array.of(12))
  })
})
