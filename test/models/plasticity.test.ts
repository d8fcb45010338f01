/** What plasticity of the library does to weights: windows, dependence on frequency and voltage, fixed points. */
import { expect, test } from 'vitest'
import { counter, held, only, regular, told, trace } from './trace.ts'

interface Meeting {
  readonly pre: readonly number[]
  readonly post: readonly number[]
  readonly weight?: number
  readonly duration: number
}

/** Weights of one connection between two cells that spike when they are told. */
async function weights(plasticity: string, { pre, post, weight = 1, duration }: Meeting) {
  const text = `${told('Before', pre)}${told('After', post)}
${counter}model M {
  population A of 1 is Before
  population B of 1 is After
  synapse S is Count with ${plasticity}
  connect A to B by S { weight = ${weight} }
}`
  const seen = await trace(text, { duration, record: ['A_B_S.weight'] })
  return only(seen('A_B_S.weight'))
}

const changeBy = async (plasticity: string, meeting: Meeting): Promise<number> =>
  ((await weights(plasticity, meeting)).at(-1) ?? 0) - (meeting.weight ?? 1)

test('a plasticity that is not active leaves a weight alone, even beyond its largest', async () => {
  const meeting = { pre: [10, 30], post: [15, 32], weight: 3, duration: 40 }

  expect(await changeBy('PairSTDP { active = 0 }', meeting)).toBe(0)
  expect(await changeBy('PairSTDP', meeting)).toBe(-2)
})

/** Sums over all pairs and triplets: Pfister & Gerstner (2006) equations 3 and 4, by hand. */
function byTriplets({ pre, post }: Pick<Meeting, 'pre' | 'post'>): number {
  const [plus, minus, x, y] = [16.8, 33.7, 101, 125]
  const trace = (spikes: readonly number[], t: number, tau: number): number =>
    spikes.filter((s) => s < t).reduce((sum, s) => sum + Math.exp((s - t) / tau), 0)
  const depression = pre.map((t) => trace(post, t, minus) * (7e-3 + 2.3e-4 * trace(pre, t, x)))
  const potentiation = post.map((t) => trace(pre, t, plus) * (5e-10 + 6.2e-3 * trace(post, t, y)))
  const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0)
  return sum(potentiation) - sum(depression)
}

const pairs = (hertz: number, lag: number, count = 60) => {
  const pre = Array.from({ length: count }, (_, k) => 20 + (1000 * k) / hertz)
  const post = pre.map((t) => t + lag)
  return { pre, post, duration: (1000 * count) / hertz + 40 }
}

test.each([
  [10, 10],
  [20, -10],
  [50, 10],
  [50, -10],
])(
  'sixty pairs at %f Hz and %f ms change a weight by the sum over all triplets',
  async (hertz, lag) => {
    const meeting = pairs(hertz, lag)

    expect(await changeBy('TripletSTDP { w_max = 100 }', meeting)).toBeCloseTo(
      byTriplets(meeting),
      9,
    )
  },
)

test('triplets potentiate more the faster pairs come, and at 50 Hz whatever their order', async () => {
  const change = (hertz: number, lag: number) =>
    changeBy('TripletSTDP { w_max = 100 }', pairs(hertz, lag))

  const [slow, middle, fast] = [await change(10, 10), await change(20, 10), await change(50, 10)]

  expect(slow).toBeLessThan(middle)
  expect(middle).toBeLessThan(fast)
  expect(await change(10, -10)).toBeLessThan(0)
  expect(await change(50, -10)).toBeGreaterThan(0)
})

test('inhibitory plasticity has a symmetric window, and every presynaptic spike costs 2 rho tau', async () => {
  const change = (pre: number, post: number) =>
    changeBy('InhibitorySTDP { eta = 0.01; rho = 5 Hz; tau = 20 ms }', {
      pre: [pre],
      post: [post],
      duration: 60,
    })

  const wanted = 0.01 * (Math.exp(-10 / 20) - 2 * 5 * 0.02)
  expect(await change(20, 30)).toBeCloseTo(wanted, 9)
  expect(await change(30, 20)).toBeCloseTo(wanted, 9)
})

/** The weight after 10 s between two cells that spike regularly, in ms. */
async function betweenRegular(plasticity: string, pre: number, post: number): Promise<number> {
  const text = `${regular('Before', pre)}${regular('After', post)}${counter}
model M {
  population A of 1 is Before
  population B of 1 is After
  synapse S is Count with ${plasticity}
  connect A to B by S
}`
  const seen = await trace(text, { duration: 10000, record: ['A_B_S.weight'] })
  return only(seen('A_B_S.weight')).at(-1) ?? 0
}

test('inhibition grows onto a cell that fires faster than rho and shrinks onto one that fires slower', async () => {
  const plasticity = 'InhibitorySTDP { rho = 5 Hz }'

  expect(await betweenRegular(plasticity, 97, 37)).toBeGreaterThan(1)
  expect(await betweenRegular(plasticity, 97, 1010)).toBeLessThan(1)
})

const voltageCell = (v: number, pre: readonly number[], cast: string): string => `
${told('Before', pre)}${held('Cell', v)}
${counter}model M {
  population A of 1 is Before
  population B of 1 is Cell
  synapse S is Count with ${cast}
  connect A to B by S { weight = 2 }
}`

test.each([
  ['VoltageSTDP', -58, -0.00205164],
  ['VoltageSTDP', -50, -0.00516733],
  ['VoltageSTDP', -44, -0.00281051],
  ['VoltageSTDP', -30, 0.00568111],
  ['VoltageSTDP', 0, 0.00655865],
  ['VoltageSTDP', 20, 0.00655901],
  ['InhibitoryVoltageSTDP', -90, 0.00107099],
  ['InhibitoryVoltageSTDP', -80, 0.00356351],
  ['InhibitoryVoltageSTDP', -78, 0.0040733],
  ['InhibitoryVoltageSTDP', -75, -0.00186805],
  ['InhibitoryVoltageSTDP', -72, -0.0024862],
  ['InhibitoryVoltageSTDP', -60, 0],
])('%s at %f mV learns %f', async (rule, v, learned) => {
  const seen = await trace(voltageCell(v, [], rule), { duration: 1, record: [`S.${rule}.move`] })

  expect(only(seen(`S.${rule}.move`))[0]).toBeCloseTo(learned, 7)
})

test('a presynaptic spike takes over what the voltage has taught since the last one', async () => {
  const text = voltageCell(0, [100, 1100], 'VoltageSTDP')

  const seen = await trace(text, { duration: 1200, record: ['A_B_S.plastic', 'S.n'] })

  // The memory of the voltage has reached tau_l L / 125 ms long before the first spike.
  const change = (0.00655865 * 4 * 1000) / 125
  const plastic = only(seen('A_B_S.plastic'))
  expect(plastic[1050]).toBe(1)
  expect(plastic.at(-1)).toBeCloseTo(1 + change, 4)
  expect(only(seen('S.n')).at(-1)).toBeCloseTo(2 + 2 * (1 + change), 4)
})

test('the factor of the voltage rule stays between its bounds', async () => {
  const text = voltageCell(0, [100, 5000], 'VoltageSTDP { w_max = 1.5 }')

  const seen = await trace(text, { duration: 5001, dt: 0.5, record: ['A_B_S.plastic'] })

  expect(only(seen('A_B_S.plastic')).at(-1)).toBe(1.5)
})

/** Clopath et al. (2010) equations 1 to 3 for a voltage given in time, by small Euler steps. */
function clopath(voltage: (t: number) => number, pre: readonly number[], end: number): number {
  const h = 0.001
  let [minus, plus, x, w] = [voltage(0), voltage(0), 0, 1]
  let next = 0
  for (let k = 0; k * h < end; k++) {
    const t = k * h
    const v = voltage(t)
    w += h * 8e-5 * x * Math.max(v + 45.3, 0) * Math.max(plus + 70.6, 0)
    if (t >= (pre[next] ?? Infinity)) {
      w -= 14e-5 * Math.max(minus + 70.6, 0)
      x += 1
      next++
    }
    minus += (h * (v - minus)) / 10
    plus += (h * (v - plus)) / 7
    x -= (h * x) / 15
  }
  return w
}

test('voltage-based plasticity follows its equations through a spike that comes after, and one that comes before', async () => {
  const bump = (t: number): number =>
    -70 + 90 * Math.exp(-(((t - 30) / 1) ** 2)) + 8 * Math.exp(-(((t - 34) / 6) ** 2))
  const change = async (pre: readonly number[]) => {
    const text = `${told('Before', pre)}
neuron Cell {
  v = -70 mV + 90 mV * exp(-((t - 30 ms) / (1 ms))^2) + 8 mV * exp(-((t - 34 ms) / (6 ms))^2) : mV
  input I : pA from synapses
}
${counter}model M {
  population A of 1 is Before
  population B of 1 is Cell
  synapse S is Count with Clopath
  connect A to B by S
}`
    const seen = await trace(text, { duration: 81, dt: 0.01, record: ['A_B_S.weight'] })
    return (only(seen('A_B_S.weight')).at(-1) ?? 0) - 1
  }

  const after = await change([20, 80])
  const before = await change([40, 80])

  expect(after).toBeGreaterThan(0)
  expect(before).toBeLessThan(0)
  expect(after / (clopath(bump, [20, 80], 80.5) - 1)).toBeCloseTo(1, 1.5)
  expect(before / (clopath(bump, [40, 80], 80.5) - 1)).toBeCloseTo(1, 1.5)
})

test('a pair changes a weight only as far as a reward finds its trace', async () => {
  const text = (dopamine: number): string => `${told('Before', [10, 1000])}${told('After', [20])}
${counter}model M {
  population A of 1 is Before
  population B of 1 is After
  synapse S is Count with RewardSTDP { dopamine = ${dopamine} }
  connect A to B by S
}`
  const change = async (dopamine: number): Promise<number> => {
    const seen = await trace(text(dopamine), { duration: 1001, record: ['A_B_S.weight'] })
    return (only(seen('A_B_S.weight')).at(-1) ?? 0) - 1
  }

  // The trace c(t) meets dopamine d(t) = d0 exp(-t / 200 ms): the integral of c d from 20 to 1000 ms, per second.
  const c = 0.1 * Math.exp(-10 / 20)
  const rate = 1 / 1000 + 1 / 200
  const met = ((Math.exp(-20 / 200) - Math.exp(20 / 1000 - 1000 * rate)) / rate) * c * 0.5
  expect(await change(0)).toBe(0)
  expect(await change(0.5)).toBeCloseTo(met / 1000, 5)
})

test('weights onto a silent cell grow by beta for every spike it owes', async () => {
  const end = 4000
  const meeting = { pre: [end], post: [], duration: end + 1, weight: 2 }

  const change = await changeBy(
    'SynapticScaling { goal = 3 Hz; tau = 10 second; beta = 0.01 }',
    meeting,
  )

  const owed = (3 * (end - 10000 * (1 - Math.exp(-end / 10000)))) / 1000
  expect(change).toBeCloseTo(2 * Math.expm1(0.01 * owed), 5)
})

test('weights onto a cell that fires too fast shrink', async () => {
  expect(await betweenRegular('SynapticScaling', 1000, 20)).toBeLessThan(1)
})

/** What each of the spikes at these times delivers through a connection of weight 1. */
async function delivered(plasticity: string, times: readonly number[]): Promise<readonly number[]> {
  const text = `${told('Before', times)}${told('After', [])}
${counter}model M {
  population A of 1 is Before
  population B of 1 is After
  synapse S is Count with ${plasticity}
  connect A to B by S
}`
  const seen = await trace(text, { duration: (times.at(-1) ?? 0) + 10, record: ['S.n'] })
  const n = only(seen('S.n'))
  const sums = times.map((t) => n[Math.round(t * 10) + 5] ?? 0)
  return sums.map((sum, k) => sum - (sums[k - 1] ?? 0))
}

test('a facilitating synapse follows Markram’s recursion at 50 Hz', async () => {
  const [U, rec, fac] = [0.1, 100, 600]
  const times = [10, 30, 50, 70, 90]

  const seen = await delivered(
    `TsodyksMarkram { U = ${U}; tau_rec = ${rec} ms; tau_fac = ${fac} ms }`,
    times,
  )

  let [u, x] = [U, 1]
  for (const amount of seen) {
    u += U * (1 - u)
    expect(amount).toBeCloseTo(u * x, 9)
    x -= u * x
    u = U + (u - U) * Math.exp(-20 / fac)
    x = 1 + (x - 1) * Math.exp(-20 / rec)
  }
  expect(seen[1]).toBeGreaterThan(seen[0] ?? 0)
})

test('a depressing synapse releases U, and the same fraction of what has recovered', async () => {
  const times = [10, 60, 110, 160]

  const seen = await delivered('Depression { U = 0.25; tau_rec = 400 ms }', times)

  let x = 1
  for (const amount of seen) {
    expect(amount).toBeCloseTo(0.25 * x, 9)
    x = 1 - (1 - 0.75 * x) * Math.exp(-50 / 400)
  }
})
