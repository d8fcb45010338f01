/** What single channels say at a voltage: the original's gates, its driving forces of calcium, light on opsins. */
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../compiler/ir/evaluate.ts'
import { libraryMeanings } from '../library.ts'
import { clamp } from './clamp.ts'

/** A definition of a channel with its parameters as they are and these voltages and concentrations around it. */
function valueOf(channel: string, name: string, around: Readonly<Record<string, number>>): number {
  const found = libraryMeanings.find((each) => each.name === channel)
  if (!found || 'populations' in found.meaning) throw new Error(`no channel ${channel}`)
  const { variables } = found.meaning
  const known = (wanted: string): number => {
    const variable = variables.get(wanted)
    const here = around[wanted]
    if (here !== undefined) return here
    if (variable?.kind === 'definition' || variable?.kind === 'param') {
      return variable.value ? evaluate(variable.value, known) : Number.NaN
    }
    throw new Error(`${channel} has no value for ${wanted}`)
  }
  return known(name)
}

/** The rate of a state, which reads itself. */
function driftOf(channel: string, state: string, around: Readonly<Record<string, number>>): number {
  const found = libraryMeanings.find((each) => each.name === channel)
  if (!found || 'populations' in found.meaning) throw new Error(`no channel ${channel}`)
  const variable = found.meaning.variables.get(state)
  if (variable?.kind !== 'state' || !variable.drift) throw new Error(`no equation for ${state}`)
  return evaluate(variable.drift, (name) => valueOf(channel, name, around))
}

/** mW/mm² in ms, um and 1e-18 J. */
const lightInKernelUnits = (irradiance: number): number => irradiance * 1e6

describe.each([
  ['SpinalSodium', 'm', -57.4, 0.053565586],
  ['SpinalSodium', 'h_inf', -57.4, 0.58488439],
  ['SpinalSodium', 'tau_h', -57.4, 13.64488],
  ['SpinalPotassium', 'n_inf', -57.4, 0.12346705],
  ['SpinalPotassium', 'tau_n', -57.4, 3.3922997],
  ['SpinalCalciumN', 'm_inf', -57.4, 0.0041520186],
  ['SpinalCalciumN', 'h_inf', -57.4, 0.9227278],
  ['SpinalCalciumL', 'm_inf', -57.4, 0.07686575],
  ['SpinalSodium', 'm', -60, 0.038973195],
  ['SpinalSodium', 'h_inf', -60, 0.67134745],
  ['SpinalPotassium', 'n_inf', -60, 0.10589896],
  ['SpinalTypeA', 'a_inf', -60, 0.047425873],
  ['SpinalTypeA', 'b_inf', -60, 0.3208213],
  ['SpinalSodium', 'm', -50.5, 0.12055558],
  ['SpinalSodium', 'h_inf', -50.5, 0.34460096],
  ['SpinalPotassium', 'n_inf', -50.5, 0.18242552],
  ['SpinalTypeA', 'a_inf', -50.5, 0.14033625],
  ['SpinalTypeA', 'b_inf', -50.5, 0.12592276],
] as const)('%s %s', (channel, gate, v, expected) => {
  test(`is the original's at ${v} mV`, () => {
    expect(valueOf(channel, gate, { v }) / expected).toBeCloseTo(1, 6)
  })
})

test.each([
  ['SpinalCalciumN', 17.158792427],
  ['SpinalCalciumL', 11.915828074],
] as const)('half the thermal voltage of %s at 6.3 °C is the original’s', (channel, f) => {
  expect(valueOf(channel, 'f', {}) / f).toBeCloseTo(1, 9)
})

test.each([
  ['SpinalCalciumN', 18.982432],
  ['SpinalCalciumL', 13.182245],
] as const)('half the thermal voltage of %s at 36 °C is the original’s', (channel, f) => {
  expect(valueOf(channel, 'f', { T: 309.15 }) / f).toBeCloseTo(1, 7)
})

test.each([
  [-57.4, -59.4974121, -57.8681531],
  [-60, -61.8745227, -60.3928001],
  [0, -17.1587066, -11.9157685],
  [20, -9.0586746, -4.5899901],
] as const)('calcium is driven at %f mV as in the original', (v, ofN, ofL) => {
  expect(valueOf('SpinalCalciumN', 'force', { v, Ca: 1e-5 })).toBeCloseTo(ofN, 6)
  expect(valueOf('SpinalCalciumL', 'force', { v, Ca: 1e-5 })).toBeCloseTo(ofL, 6)
})

test('the driving force of calcium has no gap at 0 mV', () => {
  const force = (v: number): number => valueOf('SpinalCalciumN', 'force', { v, Ca: 1e-5 })
  expect(force(1e-9)).toBeCloseTo(force(-1e-9), 7)
})

/** What a channel of a motoneuron in 5 mW/mm² of light says at the end of a second. */
async function inLight(name: string): Promise<number> {
  const run = { dt: 0.1, duration: 1000, every: 10, inputs: { 'soma.light': 5 } }
  const { trace } = await clamp('OpsinMotoneuron', { ...run, watch: `soma.ChR.${name}` })
  return trace[0]?.at(-1) ?? Number.NaN
}

test('5 mW/mm² of blue light are 1.19e16 photons per second and mm²', async () => {
  expect((await inLight('phi')) / 1.18976e16).toBeCloseTo(1, 5)
})

test('channelrhodopsin in such light has the original’s rates and open fraction', async () => {
  expect(await inLight('G_a')).toBeCloseTo(0.144863, 6)
  expect(await inLight('G_r')).toBeCloseTo(0.145063, 6)
  expect(await inLight('O')).toBeCloseTo(0.443633, 6)
})

test('its current at -70 mV is the original’s', () => {
  const pA = valueOf('RhO3c', 'I', { v: -70, O: 0.443633 })
  expect(pA * 1e-3).toBeCloseTo(-3.105e-5, 8)
})

test('its current reverses at its reversal potential, without a gap', () => {
  const at = (v: number): number => valueOf('RhO3c', 'I', { v, O: 0.5 })
  expect(at(0)).toBeCloseTo(0, 12)
  expect(at(1e-6) / -at(-1e-6)).toBeCloseTo(1, 6)
})

test('in the dark channelrhodopsin stays closed', async () => {
  const { value } = await clamp('OpsinMotoneuron', { dt: 0.1, duration: 500 })
  expect(value('soma.ChR.O')).toBe(0)
  expect(value('soma.ChR.C')).toBe(1)
})

test('light makes a motoneuron with channelrhodopsin fire, brighter light faster', async () => {
  const { spikes } = await clamp('OpsinMotoneuron', {
    dt: 0.1,
    duration: 1000,
    inputs: { 'soma.light': [0, 0.1, 1, 5] },
  })

  const counts = spikes.map((times) => times.length)
  expect(counts[0]).toBe(0)
  expect(counts[1]).toBeGreaterThan(3)
  expect(counts[3]).toBeGreaterThan(counts[1] ?? 0)
})

/** Its equations at rest in constant light are linear: their solution, by elimination, with the paper's rates. */
test('the open states of the six-state channelrhodopsin settle where its rates balance', () => {
  const hill = (power: number): number => 1 / (1 + (1e16 / 1.18976e16) ** power)
  const [g1, g2] = [5 * hill(0.7), 1.1 * hill(0.7)]
  const [gf, gb] = [0.022 + 0.0135 * hill(0.47), 0.011 + 0.0048 * hill(0.47)]
  const [gd1, gd2, gr] = [0.13, 0.025, 0.00033]
  const c2OverO2 = gd2 / (g2 + gr)
  const o1OverO2 = (gd2 + gb - g2 * c2OverO2) / gf
  const c1OverO2 = ((gd1 + gf) * o1OverO2 - gb) / g1
  const whole = c1OverO2 + g1 * c1OverO2 + o1OverO2 + 1 + g2 * c2OverO2 + c2OverO2

  const around = { I_1: (g1 * c1OverO2) / whole, O_1: o1OverO2 / whole, O_2: 1 / whole }
  const rates = {
    light: lightInKernelUnits(5),
    I_2: (g2 * c2OverO2) / whole,
    C_2: c2OverO2 / whole,
  }
  for (const state of ['I_1', 'O_1', 'O_2', 'I_2', 'C_2']) {
    expect(driftOf('RhO6c', state, { ...around, ...rates })).toBeCloseTo(0, 6)
  }
})
