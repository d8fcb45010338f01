/** Compartments and ion channels are laid out: each name finds its place. */
import { expect, test } from 'vitest'
import { complaints, driftOf, dynamicsOf, explanations, valueOf } from './check-text.ts'

const leak = `channel Leak {
  param g = 0.1 mS/cm^2
  param E = -60 mV
  needs v : mV
  I = g * (v - E) : uA/cm^2
}
`

const ball = `${leak}neuron Ball {
  param C = 1 uF/cm^2
  compartment soma {
    channel Leak
    dv/dt = -Leak.I / C : mV
  }
  compartment dend at (100 um, 0 um, 0 um) {
    param C = 2 uF/cm^2
    channel Pas is Leak { E = -70 mV }
    dv/dt = -Pas.I / C + (soma.v - v) / (1 ms) : mV
  }
  axial soma -- dend = 2 mS/cm^2
  threshold soma.v > -20 mV
}`

test('names are qualified by their compartment', () => {
  expect([...dynamicsOf(ball, 'Ball').variables.keys()]).toEqual([
    'C',
    'soma.Leak.g',
    'soma.Leak.E',
    'soma.Leak.I',
    'soma.v',
    'dend.C',
    'dend.Pas.g',
    'dend.Pas.E',
    'dend.Pas.I',
    'dend.v',
  ])
})

test('a plain name means the compartment’s own, then the cell’s', () => {
  const dynamics = dynamicsOf(ball, 'Ball')

  expect(driftOf(dynamics, 'soma.v')).toBe('-soma.Leak.I / C')
  expect(driftOf(dynamics, 'dend.v')).toBe('-dend.Pas.I / dend.C + (soma.v - dend.v) / 1 ms')
})

test('a channel reads the voltage of the membrane it is put in', () => {
  expect(valueOf(dynamicsOf(ball, 'Ball'), 'dend.Pas.I')).toBe('dend.Pas.g * (dend.v - dend.Pas.E)')
})

test('a channel may be put in twice', () => {
  const text = `${leak}neuron N { channel A is Leak
  channel B is Leak { g = 0.2 mS/cm^2 }
  dv/dt = -(A.I + B.I) / (1 uF/cm^2) : mV }`

  expect(complaints(text)).toEqual([])
})

test('what a channel needs must be around it', () => {
  const text = `${leak}neuron N { channel Leak
  x = Leak.I * cm^2/uA : 1 }`

  expect(complaints(text)).toEqual([
    'unknown-name: The channel Leak needs v, and there is no v around it.',
  ])
})

test('what a channel needs must have its unit', () => {
  const text = `${leak}neuron N { channel Leak
  dv/dt = -Leak.I * cm^2/uA/ms : 1 }`

  expect(complaints(text)).toEqual([
    'unit-mismatch: The channel Leak needs v as a voltage in mV; here it is a pure number.',
  ])
})

test('a channel is closed: it sees the cell through needs only', () => {
  const text = `channel K { param g = 1 nS
  I = g * v : pA }`

  expect(explanations(text)).toEqual([
    'Nothing here is called v. To read it from the membrane this is attached to, declare `needs v : UNIT`.',
  ])
})

test('an override of a channel names one of its parameters', () => {
  const text = `${leak}neuron N { channel Leak { gg = 1 mS/cm^2 }
  dv/dt = -Leak.I / (1 uF/cm^2) : mV }`

  expect(explanations(text)).toEqual(['Leak has no parameter gg. Write g.'])
})

test('an override of a channel has the unit of its parameter', () => {
  const text = `${leak}neuron N { channel Leak { g = 1 nS }
  dv/dt = -Leak.I / (1 uF/cm^2) : mV }`

  expect(complaints(text)).toEqual([
    'unit-mismatch: g is a conductance per area in mS/cm^2; this is nS.',
  ])
})

test('a mistake in a channel is told once, however often it is used', () => {
  const text = `channel K { param g = 1 nS
  I = g + 1 mV : pA }
  neuron N { channel A is K
  channel B is K
  x = (A.I + B.I)/pA : 1 }`

  expect(complaints(text)).toHaveLength(1)
})

test('a position is a length', () => {
  expect(
    complaints('neuron N { compartment a at (1, 0 um, 0 um) { dv/dt = -v/ms : mV } }'),
  ).toEqual(['unit-mismatch: A position is a length in um; this is a pure number.'])
})

test('axial couples compartments that have a voltage, by a conductance', () => {
  const text = `neuron N { compartment a { dv/dt = -v/ms : mV }
  compartment b { state n = 0 }
  axial a -- b = 1 mV
  axial a -- c = 1 nS }`

  expect(complaints(text)).toEqual([
    'voltage-missing: b is coupled by axial, so it needs a voltage: `dv/dt = … : mV`.',
    'unit-mismatch: An axial couples by a conductance (nS) or one per area (mS/cm^2); this is mV.',
    'unknown-name: There is no compartment c.',
  ])
})

test('a compartment that is not there is told as such', () => {
  const text =
    'neuron N { compartment soma { dv/dt = -v/ms : mV }\n x = some.v : mV\n y = soma.w : mV }'

  expect(explanations(text)).toEqual([
    'There is no compartment or channel some here. Write soma.',
    'soma has no w.',
  ])
})
