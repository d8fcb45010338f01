/** Runs that go on, begin anew, or are taken up elsewhere. */
import { expect, test } from 'vitest'
import { Env } from '../../../runtime/env.ts'
import { modelFiles } from '../../library.ts'

const noisy = `neuron N {
  param tau = 10 ms
  dv/dt = (1.2 - v) / tau + 0.2 * xi / sqrt(tau) : 1 (unless refractory)
  dg/dt = -g / (3 ms) : 1
  v(0) ~ uniform(0, 1)
  threshold v + g > 1
  reset { v = 0 }
  refractory 1 ms
}
synapse S { on pre { g_post += weight } }
synapse Kick { on pre { v_post += 0.01 } }
plasticity Pair {
  dx/dt = -x / (20 ms) : 1
  on pre { x += 1; deliver weight; weight = clip(weight - 0.01 * x, 0, 1) }
}
model Noisy {
  population P of 40 is N
  synapse S is S with Pair
  connect P to P by S with probability 0.2 { weight = 0.1 * rand(); delay ~ uniform(0.5 ms, 3 ms) }
  connect P to P by Kick with probability 0.1 { delay ~ uniform(0.5 ms, 2 ms) }
}`

const open = (options: object = {}): Env =>
  new Env({ path: 'noisy.livn', text: noisy }, { ...modelFiles.surroundings, ...options })

const recording = (options?: object): Env =>
  open(options).recordSpikes().record('v', undefined, { dt: 0.5 })

test('two runs of 50 ms are one of 100 ms, bit for bit', async () => {
  const whole = await recording().run(100)
  const env = recording()

  const parts = (await env.run(50)).concat(await env.run(50))

  expect(parts.events().ids).toEqual(whole.events().ids)
  whole.events().times.forEach((t, k) => {
    expect(parts.events().times[k]).toBeCloseTo(t, 9)
  })
  expect(parts.series('v').values).toEqual(whole.series('v').values)
})

test('after clear the same cells have other noise; the same noise, or another seed, on request', async () => {
  const env = recording()
  const first = await env.run(60)

  const again = await env.clear({ reseed: false }).run(60)
  const renewed = await env.clear().run(60)
  const other = await env.clear({ reseed: 7 }).run(60)

  expect(again.events()).toEqual(first.events())
  expect(renewed.events()).not.toEqual(first.events())
  expect(renewed.signal('v').map(([start]) => start)).toEqual(
    first.signal('v').map(([start]) => start),
  )
  expect(other.events()).not.toEqual(first.events())
})

test.each([
  ['wasm', 1],
  ['wasm', 3],
  ['js', 1],
])('a snapshot goes on where it was taken, on %s with %d threads', async (backend, threads) => {
  const env = recording()
  await env.run(40)
  const snapshot = env.snapshot()
  const expected = await env.run(40)
  const elsewhere = recording({ backend, threads }).restore(snapshot)

  const run = await elsewhere.run(40)

  expect(elsewhere.t).toBeCloseTo(80, 9)
  expect(run.events()).toEqual(expected.events())
  await elsewhere.close()
})

test('a snapshot of something else, or cut short, is refused and changes nothing', async () => {
  const env = recording()
  await env.run(10)
  const snapshot = env.snapshot()

  expect(() => env.restore(snapshot.subarray(0, -8))).toThrow('The snapshot is cut short.')
  expect(() => env.restore(new Uint8Array(8))).toThrow('These bytes are no snapshot.')
  const other = new Env(
    { path: 'x', text: noisy.replaceAll('Noisy', 'Other') },
    modelFiles.surroundings,
  )
  expect(() => other.restore(snapshot)).toThrow('The snapshot is of Noisy, and this is Other.')
  expect(env.t).toBeCloseTo(10, 9)
})

test('every device and number of threads gives the same spikes', async () => {
  const spikes = async (options: object) => {
    const env = recording(options)
    const run = await env.run(60)
    await env.close()
    return run.events()
  }

  const one = await spikes({ backend: 'wasm' })

  expect(one.ids.length).toBeGreaterThan(50)
  for (const threads of [2, 3, 4]) expect(await spikes({ threads })).toEqual(one)
  for (const backend of ['js', 'interpreter']) expect(await spikes({ backend })).toEqual(one)
})

test('a state that runs away stops the run and names model, variable, cell and time', async () => {
  const text = `neuron N { method euler\n dx/dt = x^3 / ms : 1\n x(0) = i + 1 }
model Bomb { population P of 3 is N }`
  const env = new Env({ path: 'bomb.livn', text }, { dt: 0.5 })

  await expect(env.run(1000)).rejects.toThrow(
    /^Bomb: x of cell 0 of P became (Infinity|NaN) between t = 0\.5 ms and 32\.5 ms\./,
  )
})

test('several threads find it too, and say no more than they know', async () => {
  // x' = x³ from x = 1 leaves all bounds at t = 0.5 ms; Euler's steps of 0.01 ms do soon after.
  const text = `neuron N { method euler\n dx/dt = x^3 / ms : 1\n x(0) = 1 }
model Bomb { population P of 300 is N }`
  const env = new Env({ path: 'bomb.livn', text }, { dt: 0.01, threads: 2 })

  const reason = await env.run(1000).catch((error: Error) => error.message)
  await env.close()

  const [, from, to] =
    /^Bomb: x of cell 0 of P became .* between t = (\S+) ms and (\S+) ms/.exec(`${reason}`) ?? []
  expect(Number(from)).toBeLessThan(0.5)
  expect(Number(to)).toBeGreaterThan(0.5)
})

test('a run that is called off keeps what was recorded until then', async () => {
  const env = recording()
  const off = new AbortController()

  const run = await env.run(1e7, { signal: off.signal, onProgress: () => off.abort() })

  expect(run.duration).toBeLessThan(1e7)
  expect(run.events().ids.length).toBeGreaterThan(0)
})

test.each([
  [Number.NaN, 'duration is NaN; it must be a time in ms, 0 or more.'],
  [-1, 'duration is -1;'],
  ['soon', 'duration is "soon";'],
])('a run of %s is refused', async (duration, message) => {
  await expect(open().run(duration as number)).rejects.toThrow(message)
})

test.each([
  [{ dt: -1 }, 'dt is -1; it must be a time in ms above 0.'],
  [{ dt: { P: 0.1, Q: 0.1 } }, 'dt names Q, which is no population; there are P.'],
  [{ seed: 0.5 }, 'seed is 0.5; it must be a whole number from 0 to 4294967295.'],
  [{ threads: 0 }, 'threads is 0; it must be a whole number from 1 to 64.'],
  [{ backend: 'abacus' }, 'There is no device abacus.'],
])('options %j are refused', (options, message) => {
  expect(() => open(options)).toThrow(message)
})

test('what is recorded or set by a wrong name is refused with the names there are', () => {
  const env = open()

  expect(() => env.record('w')).toThrow('Nothing is called w. There is, of P: tau, v, g')
  expect(() => env.record('v', 'Q')).toThrow('There is no population Q; there is P.')
  expect(() => env.record('v', 'P', { gids: [3, 40] })).toThrow(
    'There is no cell 40 among the 40 cells that could be recorded.',
  )
  expect(() => env.set('P', 'tua', 1)).toThrow('P has no tua; it has tau, v, g.')
  expect(() => env.set('P', 'v', [1, 2])).toThrow(
    'v of P wants 40 values, one per cell; there are 2.',
  )
  expect(() => env.set('P', 'tau', Number.NaN)).toThrow(
    'tau of P is NaN; it must be a finite number.',
  )
})

test('a definition that is recorded again is seen as it is then', async () => {
  const env = new Env({ path: 'ramp.livn', text: ramp }).record('double')
  await env.run(1)

  const run = await env.clearRecordings().record('double').run(1)

  expect(run.signal('double')[0]?.[0]).toBeCloseTo(2)
})

const ramp = `neuron Ramp {
  dx/dt = 1/ms : 1
  double = 2 * x : 1
}
model One { population A of 1 is Ramp }
`
