/** What synapses of the library do: normalisation, block, and the currents between two cells. */
import { expect, test } from 'vitest'
import { held, only, told, trace } from './trace.ts'

const network = (cast: string, { v = -70, weight = 1, times = [1] } = {}): string => `
${told('Source', times)}${held('Cell', v)}
model M {
  population A of 1 is Source
  population B of 1 is Cell
  synapse S is ${cast}
  connect A to B by S { weight = ${weight} }
}`

test.each([
  [0.5, 3, 1.7171629],
  [0.5, 80, 1.0389275],
  [0.5, 7, 1.3193146],
  [0.3, 5, 1.2731],
  [0.3, 6, 1.2323999],
  [10, 35, 2.3107622],
  [1, 5, 1.869186],
  [0.3, 6.2, 1.225795],
  [0.08, 4.8, 1.0900274],
])('a rise of %f ms and a decay of %f ms are normalised by %f', async (rise, decay, factor) => {
  const cast = `DualExponential { tau_rise = ${rise} ms; tau_decay = ${decay} ms }`

  const seen = await trace(network(cast), { duration: 1, record: ['S.scale'] })

  expect(only(seen('S.scale'))[0]).toBeCloseTo(factor, 6)
})

test.each([
  ['AMPA', 0.5],
  ['GABA_A', 1],
  ['GABA_B', 1],
  ['NMDA', 1],
])('the conductance of %s peaks at weight times %f nS', async (name, q) => {
  const text = network(name, { weight: 3 })

  const seen = await trace(text, { duration: 60, dt: 0.01, record: ['S.rise', 'S.decay'] })

  const rise = only(seen('S.rise'))
  const g = only(seen('S.decay')).map((decay, k) => decay - (rise[k] ?? 0))
  expect(Math.max(...g)).toBeCloseTo(3 * q, 4)
})

test.each([
  [-80, 0.0244247],
  [-70, 0.0444707],
  [-57.4, 0.0922695],
  [-40, 0.2301553],
  [-20, 0.5081407],
  [0, 0.7811816],
  [20, 0.925018],
])('at %f mV magnesium leaves %f of the NMDA current', async (v, block) => {
  const seen = await trace(network('NMDA', { v }), { duration: 1, record: ['S.block'] })

  expect(only(seen('S.block'))[0]).toBeCloseTo(block, 6)
})

test('GABA_A drives a cell towards -60 mV from either side', async () => {
  const at = async (v: number): Promise<number> => {
    const seen = await trace(network('GABA_A', { v }), { duration: 4, record: ['S.I'] })
    return only(seen('S.I'))[30] ?? Number.NaN
  }

  expect(await at(-70)).toBeGreaterThan(0)
  expect(await at(-50)).toBeCloseTo(-(await at(-70)), 9)
  expect(await at(-60)).toBe(0)
})

const pair = (synapse: string): string => `
neuron Driven {
  input I : pA from synapses
  dv/dt = (10 nS * (-70 mV - v) + I + 100 pA) / (100 pF) : mV
  v(0) = -70 mV
}
neuron Follower {
  input I : pA from synapses
  dv/dt = (10 nS * (-70 mV - v) + I) / (100 pF) : mV
  v(0) = -70 mV
}
model M {
  population A of 1 is Driven
  population B of 1 is Follower
  synapse Gap is ${synapse}
  connect A to B by Gap { weight = 2 }
  connect B to A by Gap { weight = 2 }
}`

test('a gap junction passes on g / (g + leak) of a steady voltage, and what one cell loses the other gains', async () => {
  const text = pair('GapJunction { g = 2 nS }')

  const seen = await trace(text, { duration: 200, record: ['v', 'Gap.I'] })

  const [driven, follower] = seen('v').map((row) => (row.at(-1) ?? 0) + 70)
  expect((follower ?? 0) / (driven ?? 1)).toBeCloseTo(4 / (4 + 10), 6)
  const [lost, gained] = seen('Gap.I').map((row) => row.at(-1) ?? 0)
  expect(lost).toBeLessThan(0)
  expect(lost).toBeCloseTo(-(gained ?? 0), 9)
})

test('a graded synapse opens without spikes: to one half at V_half, with half of tau', async () => {
  const text = `${held('Before', -35)}${held('After', -60)}
model M {
  population A of 1 is Before
  population B of 1 is After
  synapse S is Graded { tau = 40 ms; g = 1 nS; E_rev = -70 mV }
  connect A to B by S
}`

  const seen = await trace(text, { duration: 100, record: ['A_B_S.s', 'S.I'] })

  const s = only(seen('A_B_S.s'))
  expect(s[200]).toBeCloseTo(0.5 * (1 - Math.exp(-20 / 20)), 6)
  expect(only(seen('S.I')).at(-1)).toBeCloseTo(-10 * (s.at(-1) ?? 0), 1)
})

test('a graded synapse stays finite where it opens at once', async () => {
  const text = `${held('Before', 40)}${held('After', -60)}
model M {
  population A of 1 is Before
  population B of 1 is After
  synapse S is Graded
  connect A to B by S
}`

  const seen = await trace(text, { duration: 5, record: ['A_B_S.s'] })

  expect(only(seen('A_B_S.s')).at(-1)).toBeCloseTo(1, 5)
})
