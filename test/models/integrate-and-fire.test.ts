/** What integrate-and-fire cells are known to do: closed forms, and what their papers say. */
import { expect, test } from 'vitest'
import { clamp } from './clamp.ts'

const intervalsOf = (times: readonly number[] = []): readonly number[] =>
  times.slice(1).map((t, k) => t - (times[k] ?? 0))

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length

test('a leaky integrate-and-fire cell fires above g_L (V_th - E_L) and never below', async () => {
  const { spikes } = await clamp('LIF', { dt: 0.1, duration: 1000, inputs: { I: [199.9, 200.5] } })
  expect(spikes[0]).toEqual([])
  expect(spikes[1]?.length).toBeGreaterThan(2)
})

/** C dv/dt = k (v - v_m)^2 + (I - I_c) with I_c = k (V_T - V_rest)^2 / 4: an arc tangent. */
function quadraticPeriod(current: number): number {
  const [C, k, middle, excess] = [100, 0.7, -50, current - (0.7 * 20 ** 2) / 4]
  const width = Math.sqrt(excess / k)
  return (C / (k * width)) * (Math.atan((35 - middle) / width) - Math.atan((-50 - middle) / width))
}

test.each([75, 100, 200])(
  'a quadratic cell has the period of its closed form at %f pA',
  async (I) => {
    const { spikes } = await clamp('QuadraticIF', { dt: 0.01, duration: 1500, inputs: { I } })

    const interval = intervalsOf(spikes[0]).at(-1) ?? 0
    expect(Math.abs(interval / quadraticPeriod(I) - 1)).toBeLessThan(0.002)
  },
)

test('a quadratic cell fires above k (V_T - V_rest)² / 4 = 70 pA, as slowly as one likes', async () => {
  const run = { dt: 0.1, duration: 4000, inputs: { I: [69.9, 70.1] } }
  const { spikes } = await clamp('QuadraticIF', run)

  expect(spikes[0]).toEqual([])
  expect(intervalsOf(spikes[1])[0]).toBeGreaterThan(400)
})

/** Latham et al. (2000): near its onset the rate grows with the root of the excess. */
test('near its onset the rate of a quadratic cell grows with the root of the current', async () => {
  const run = { dt: 0.05, duration: 8000, inputs: { I: [70.5, 72] } }
  const { spikes } = await clamp('QuadraticIF', run)

  const [slow = 0, fast = 0] = spikes.map((times) => 1 / (intervalsOf(times).at(-1) ?? 0))
  expect(Math.abs(fast / slow / 2 - 1)).toBeLessThan(0.05)
})

/** Fourcaud-Trocmé et al. (2003): the fixed points meet at V_T, where the current is g_L (V_T - E_L - Delta_T). */
test('an exponential cell fires above g_L (V_T - E_L - Delta_T) and not below', async () => {
  const threshold = 0.1 * (-59.9 + 65 - 3.48) * 10
  const inputs = { I: [0.995 * threshold, 1.005 * threshold] }
  const { spikes } = await clamp('ExponentialIF', { dt: 0.05, duration: 3000, inputs })

  expect(spikes[0]).toEqual([])
  expect(spikes[1]?.length).toBeGreaterThan(2)
})

/** Naud et al. (2008) Biol. Cybern. 99:335, equation of the rheobase where a / g_L exceeds tau_m / tau_w. */
test('an AdEx cell goes on firing above the current where its rest loses stability', async () => {
  const [a, g, delta, ratio] = [4, 30, 2, 281 / 30 / 144]
  const onset =
    (g + a) * (-50.4 + 70.6 - delta + delta * Math.log(1 + ratio)) + delta * g * (a / g - ratio)
  const inputs = { I: [0.998 * onset, 1.01 * onset] }

  const { spikes } = await clamp('AdEx', { dt: 0.05, duration: 3000, inputs })

  const late = spikes.map((times) => times.filter((t) => t > 1500).length)
  expect(onset).toBeCloseTo(627.2, 1)
  expect(late[0]).toBe(0)
  expect(late[1]).toBeGreaterThan(2)
})

test.each([0.1, 0.025])(
  'what lies beyond the cutoff of an AdEx cell does not matter at %f ms',
  async (dt) => {
    const inputs = { I: [700, 800, 1000, 1500] }
    const { spikes } = await clamp('AdEx', { dt, duration: 1500, inputs })
    const fine = await clamp('AdEx', { dt: 0.005, duration: 1500, inputs })

    for (const [k, times] of spikes.entries()) {
      expect(Math.abs(times.length - (fine.spikes[k]?.length ?? 0))).toBeLessThanOrEqual(1)
    }
  },
)

/** 0.04 v² + 5 v + 140 = 0.2 v at rest: the lower root. */
test('an Izhikevich cell rests at the lower root of its parabola', async () => {
  const { value } = await clamp('Izhikevich', { dt: 0.05, duration: 1000, set: { v: -68 } })
  expect(value('v')).toBeCloseTo(-70, 3)
  expect(value('u')).toBeCloseTo(-14, 3)
})

/** The trace of its Jacobian is zero where 0.08 v + 5 = a; the rest is there at 3.798 pA. */
test('a regular spiking Izhikevich cell loses its rest at 3.8 pA', async () => {
  const near = [3.7, 3.9].map((I) => (-4.8 - Math.sqrt(4.8 ** 2 - 0.16 * (140 + I))) / 0.08 + 0.05)
  const set = { v: near, u: near.map((v) => 0.2 * v) }
  const { spikes } = await clamp('Izhikevich', {
    dt: 0.02,
    duration: 4000,
    inputs: { I: [3.7, 3.9] },
    set,
  })

  expect(spikes[0]).toEqual([])
  expect(spikes[1]?.length).toBeGreaterThan(2)
})

/** Threshold and voltage meet again when omega + Σ alpha / (exp(T / tau) - 1) = R I. */
function adaptivePeriod(current: number): number {
  const excess = (T: number): number =>
    19 + 37 / Math.expm1(T / 10) + 2 / Math.expm1(T / 200) - 0.05 * current
  let [low, high] = [1, 1000]
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (excess(middle) > 0) low = middle
    else high = middle
  }
  return low
}

test.each([450, 600])(
  'a cell with an adaptive threshold settles at the period of its closed form at %f pA',
  async (I) => {
    const { spikes } = await clamp('AdaptiveThreshold', { dt: 0.02, duration: 3000, inputs: { I } })

    const settled = intervalsOf(spikes[0]).slice(-10)
    expect(Math.abs(meanOf(settled) / adaptivePeriod(I) - 1)).toBeLessThan(0.005)
  },
)

test('a cell with an adaptive threshold fires ever more slowly', async () => {
  const { spikes } = await clamp('AdaptiveThreshold', {
    dt: 0.1,
    duration: 1500,
    inputs: { I: 600 },
  })

  const intervals = intervalsOf(spikes[0])
  expect((intervals.at(-1) ?? 0) / (intervals[0] ?? 1)).toBeGreaterThan(1.5)
})

/** Kobayashi et al. (2009), figure 2: without the slow jump nothing adapts; with a small fast one spikes come at once. */
test('of the adaptive thresholds the fast spiking one does not adapt', async () => {
  const run = { dt: 0.05, duration: 1000, inputs: { I: 400 } }
  const { spikes } = await clamp('AdaptiveThresholdFast', run)

  const intervals = intervalsOf(spikes[0])
  expect((intervals.at(-1) ?? 0) / (intervals[4] ?? 1)).toBeLessThan(1.01)
})

test('of the adaptive thresholds the bursting one begins with its shortest intervals', async () => {
  const run = { dt: 0.05, duration: 1000, inputs: { I: 700 } }
  const { spikes } = await clamp('AdaptiveThresholdBursting', run)

  const intervals = intervalsOf(spikes[0])
  expect(intervals[0]).toBeLessThan(8)
  expect((intervals.at(-1) ?? 0) / (intervals[0] ?? 1)).toBeGreaterThan(3)
})

/** Izhikevich (2001), figure 1: v = A exp(b t) sin(omega t) after a kick, with peaks 2 pi / omega = 25.1 ms apart. */
test('a resonate-and-fire cell rings at its own frequency', async () => {
  const { trace } = await clamp('ResonateAndFire', {
    dt: 0.05,
    duration: 60,
    set: { u: 0.5 },
    watch: 'v',
  })

  const v = trace[0] ?? new Float64Array()
  const closed = v.map((_, k) => 0.5 * Math.exp(-0.00125 * k) * Math.sin(0.0125 * k))
  expect(Math.max(...v.map((x, k) => Math.abs(x - (closed[k] ?? 0))))).toBeLessThan(1e-9)
})

/** Doublets of kicks: the second adds to the ringing of the first after a period, and cancels it after half of one. */
test.each([
  [25.1, 1],
  [12.55, 0],
  [37.7, 0],
] as const)(
  'two kicks %f ms apart make a resonate-and-fire cell spike %i times',
  async (gap, count) => {
    const ring = Math.exp(-0.025 * gap)
    const [u, v] = [Math.cos(0.25 * gap), Math.sin(0.25 * gap)].map((x) => 1.1 * ring * x)
    const set = { u: (u ?? 0) + 1.1, v: v ?? 0 }

    const { spikes } = await clamp('ResonateAndFire', { dt: 0.05, duration: 10, set })

    expect(spikes[0]).toHaveLength(count)
  },
)
