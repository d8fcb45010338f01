/** What plasticity does to a connection: windows, depression, and who sees which weight. */
import { expect, test } from 'vitest'
import { runConnection } from './run-connection.ts'

const cells = `neuron Cell {
  input I : pA from synapses
  dv/dt = (I * Gohm - v) / (10 ms) : mV
}
`

const model = (casts: string): string =>
  `${cells}model M {\n  population A of 1 is Cell\n  ${casts}\n  connect A to A by S\n}\n`

const stdp = model('synapse S is ExponentialCurrent with PairSTDP')

/** How one pair changes a weight of 0.5. */
const changeBy = (pre: number, post: number): number =>
  runConnection(stdp, { pre: [pre], post: [post], weight: 0.5 }).value('weight') - 0.5

test('a pre spike 10 ms before a post spike potentiates by 0.0061, after it depresses by 0.0064', () => {
  expect(changeBy(10, 20)).toBeCloseTo(0.01 * Math.exp(-0.5), 12)
  expect(changeBy(20, 10)).toBeCloseTo(-0.0105 * Math.exp(-0.5), 12)
  expect(changeBy(10, 20)).toBeCloseTo(0.0061, 4)
  expect(changeBy(20, 10)).toBeCloseTo(-0.0064, 4)
})

test('the amount delivered at 20 Hz is depressed to 0.75, 0.22, 0.10, 0.07, 0.06', () => {
  const text = model('synapse S is ExponentialCurrent { tau = 1 ms; q = 1 pA } with TsodyksMarkram')
  const delivered: number[] = []
  let before = 0

  runConnection(text, { pre: [0, 50, 100, 150, 200], post: [] }, ({ target }) => {
    delivered.push(target('S.I') - before)
    before = target('S.I')
  })

  const published = [0.75, 0.22, 0.1, 0.07, 0.06]
  for (const [k, amount] of published.entries()) expect(delivered[k]).toBeCloseTo(amount, 2)
})

test('of two plasticities the second sees what the first delivered, and the synapse what both did', () => {
  const chain = `plasticity Halve { on pre { deliver weight / 2 } }
plasticity AddOne { on pre { deliver weight + 1 } }
synapse Count { state n = 0; on pre { n += weight }; I = n * (1 pA) : pA }
`
  const first = chain + model('synapse S is Count with Halve, AddOne')
  const second = chain + model('synapse S is Count with AddOne, Halve')

  expect(runConnection(first, { pre: [1], post: [] }).target('S.n')).toBeCloseTo(1.5, 12)
  expect(runConnection(second, { pre: [1], post: [] }).target('S.n')).toBeCloseTo(1, 12)
})

test('what a plasticity writes to the weight before it delivers is what the synapse sees', () => {
  const text = `plasticity Grow { on pre { weight += 1 } }
synapse Count { state n = 0; on pre { n += weight }; I = n * (1 pA) : pA }
${model('synapse S is Count with Grow')}`

  const { value, target } = runConnection(text, { pre: [1, 2], post: [] })

  expect(value('weight')).toBe(3)
  expect(target('S.n')).toBe(5)
})

test('event-driven equations follow their closed form from event to event', () => {
  const text = `plasticity T {
  dx/dt = (2 - x) / (7 ms) : 1 (event-driven)
  on pre { x += 1; weight = x }
}
synapse Count { state n = 0; on pre { n += weight }; I = n * (1 pA) : pA }
${model('synapse S is Count with T')}`

  const { value } = runConnection(text, { pre: [3, 20], post: [] })

  const x3 = 2 - 2 * Math.exp(-3 / 7) + 1
  expect(value('weight')).toBeCloseTo(2 + (x3 - 2) * Math.exp(-17 / 7) + 1, 12)
})

test('a statement after deliver still sees the weight of the connection', () => {
  const text = `plasticity Half {
  state seen = 0
  on pre { deliver weight / 2; seen = weight }
}
synapse Count { state n = 0; on pre { n += weight }; I = n * (1 pA) : pA }
${model('synapse S is Count with Half')}`

  const { value, target } = runConnection(text, { pre: [1], post: [], weight: 3 })

  expect(value('seen')).toBe(3)
  expect(target('S.n')).toBe(1.5)
})

const chained = (flags = '') => `plasticity Chain {
  dx/dt = (y - x) / (10 ms) : 1 ${flags}
  dy/dt = -y / (20 ms) : 1
  y(0) = 1
  on pre { weight = x }
}
${model('synapse S is ExponentialCurrent with Chain')}`

test('a state that another equation follows from step to step does not wait for events', () => {
  const { value } = runConnection(chained(), { pre: [20], post: [] })

  const exact = 2 * (Math.exp(-1) - Math.exp(-2))
  expect(value('weight')).toBeCloseTo(exact, 12)
})

test('a state that a nonlinear equation follows does not wait either', () => {
  const text = chained().replace('(y - x) / (10 ms)', '(y - x^2) / (10 ms)')

  const { value } = runConnection(text, { pre: [20], post: [] })

  expect(value('weight')).toBeCloseTo(quadratic(20), 4)
})

/** dx/dt = (y − x²) / 10, y = e^(−t/20), by small steps. */
function quadratic(end: number): number {
  const h = 1e-4
  let x = 0
  for (let k = 0; k < Math.round(end / h); k++) {
    const slope = (at: number, now: number): number => (Math.exp(-at / 20) - now * now) / 10
    x += h * slope((k + 0.5) * h, x + (h / 2) * slope(k * h, x))
  }
  return x
}
