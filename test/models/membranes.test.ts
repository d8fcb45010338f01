/** What cells with channels are known to do: where they rest, where firing begins, and how. */
import { expect, test } from 'vitest'
import { clamp } from './clamp.ts'

/** Hz over the second half of a run, 0 where firing has ended. */
function lateRate(times: readonly number[] = [], from: number): number {
  const late = times.filter((t) => t >= from)
  const [first = 0, last = 0] = [late[0], late.at(-1)]
  return late.length < 3 ? 0 : (1000 * (late.length - 1)) / (last - first)
}

async function rates(
  name: string,
  currents: readonly number[],
  set = {},
): Promise<readonly number[]> {
  const run = { dt: 0.05, duration: 4000, inputs: { I: currents }, set }
  const { spikes } = await clamp(name, run)
  return spikes.map((times) => lateRate(times, 2000))
}

/** Rinzel (1978) Fed. Proc. 37:2793: above 6.2 µA/cm² the axon fires at 50 Hz at least; it has no slower rhythm. */
test('the Hodgkin–Huxley axon begins to fire with a frequency of its own', async () => {
  const [below, onset = 0] = await rates('HodgkinHuxley', [62, 64])
  expect(below).toBe(0)
  expect(onset).toBeGreaterThan(50)
})

/** Wang & Buzsáki (1996), figure 1: the onset is at 0.16 µA/cm², and the rate comes up from zero. */
test('a Wang–Buzsáki interneuron begins to fire at 0.16 µA/cm², as slowly as one likes', async () => {
  const [below, onset = 0, above] = await rates('WangBuzsaki', [1.58, 1.62, 10])
  expect(below).toBe(0)
  expect(onset).toBeGreaterThan(0)
  expect(onset).toBeLessThan(3)
  expect(above).toBeGreaterThan(55)
})

/** Wang & Buzsáki (1996): rest near -64 mV. */
test('a Wang–Buzsáki interneuron rests at -64 mV', async () => {
  const { value } = await clamp('WangBuzsaki', { dt: 0.05, duration: 500 })
  expect(Math.abs(value('v') + 64)).toBeLessThan(0.3)
})

/** Ermentrout & Kopell (1998): the reduced cell of Traub & Miles is of the first class. */
test('a Traub–Miles cell begins to fire slowly', async () => {
  const [below, onset = 0] = await rates('TraubMiles', [1.15, 1.3])
  expect(below).toBe(0)
  expect(onset).toBeGreaterThan(0)
  expect(onset).toBeLessThan(8)
})

/** Dayan & Abbott (2001), figure 6.1: with its A current it fires slowly at first, without it only fast. */
test('its A current lets a Connor–Stevens axon fire slowly', async () => {
  const withA = await rates('ConnorStevens', [78, 82])
  const without = await rates('ConnorStevens', [70, 80], { g_A: 0, E_L: -70 })

  expect(withA[0]).toBe(0)
  expect(withA[1]).toBeGreaterThan(0)
  expect(withA[1]).toBeLessThan(5)
  expect(without[0]).toBe(0)
  expect(without[1]).toBeGreaterThan(60)
})

const morrisLecar = { gCa: 4.4, gK: 8, gL: 2, half: 2, slope: 30 }

/** The current that holds a Morris–Lecar cell at a voltage. */
function holding(
  v: number,
  { gCa, half, slope }: { gCa: number; half: number; slope: number },
): number {
  const m = (1 + Math.tanh((v + 1.2) / 18)) / 2
  const w = (1 + Math.tanh((v - half) / slope)) / 2
  return gCa * m * (v - 120) + 8 * w * (v + 84) + 2 * (v + 60)
}

/** The knee of the steady current: two fixed points meet there, on the orbit that becomes the rhythm. */
test('the slow Morris–Lecar fibre begins to fire at the knee of its steady current, from zero', async () => {
  const slow = { gCa: 4, half: 12, slope: 17.4 }
  const voltages = Array.from({ length: 4000 }, (_, k) => -45 + 0.005 * k)
  const knee = Math.max(...voltages.map((v) => holding(v, slow)))

  const [below, onset = 0] = await rates('MorrisLecarSlow', [9.99 * knee, 10.03 * knee])

  expect(Math.abs(knee - 39.96)).toBeLessThan(0.1)
  expect(below).toBe(0)
  expect(onset).toBeLessThan(3)
})

/** Rinzel & Ermentrout (1998): a subcritical Hopf point at 93.86 µA/cm², below which rest and rhythm live side by side. */
test('the Morris–Lecar fibre rests or fires at 90 µA/cm², by where it begins', async () => {
  const rest = bisect((v) => holding(v, morrisLecar) - 90, -40, -20)
  const set = { v: [rest, -10], w: [(1 + Math.tanh((rest - 2) / 30)) / 2, 0] }
  const { spikes } = await clamp('MorrisLecar', {
    dt: 0.05,
    duration: 4000,
    inputs: { I: 900 },
    set,
  })

  expect(lateRate(spikes[0], 2000)).toBe(0)
  expect(lateRate(spikes[1], 2000)).toBeGreaterThan(8)
})

test('the rest of the Morris–Lecar fibre is lost at its Hopf point', async () => {
  const inputs = { I: [928, 950] }
  const near = inputs.I.map((I) => bisect((v) => holding(v, morrisLecar) - I / 10, -40, -20) + 0.1)
  const set = { v: near, w: near.map((v) => (1 + Math.tanh((v - 2) / 30)) / 2) }
  const { spikes } = await clamp('MorrisLecar', { dt: 0.05, duration: 8000, inputs, set })

  expect(spikes[0]).toEqual([])
  expect(lateRate(spikes[1], 4000)).toBeGreaterThan(8)
})

function bisect(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high]
  while (b - a > 1e-10) {
    const middle = (a + b) / 2
    if (f(middle) > 0 === f(b) > 0) b = middle
    else a = middle
  }
  return (a + b) / 2
}

/** FitzHugh (1961): rest where the cubic meets the line, v = -1.19941, w = -0.62426. */
test('a FitzHugh–Nagumo cell rests where the cubic meets the line', async () => {
  const { value } = await clamp('FitzHughNagumo', { dt: 0.1, duration: 500, set: { v: -1.1 } })
  expect(value('v')).toBeCloseTo(-1.19941, 5)
  expect(value('w')).toBeCloseTo(-0.62426, 5)
})

/** The trace 1 - v² - epsilon b of its Jacobian is zero at v = -0.96747, which 0.33128 holds. */
test('a FitzHugh–Nagumo cell loses its rest where the trace of its Jacobian is zero', async () => {
  const v = -Math.sqrt(1 - 0.08 * 0.8)
  const hopf = (v + 0.7) / 0.8 - v + v ** 3 / 3
  const inputs = { I: [hopf - 0.008, hopf + 0.008] }
  const near = inputs.I.map(
    (I) => bisect((x) => (x + 0.7) / 0.8 - x + x ** 3 / 3 - I, -1.3, -0.5) + 0.001,
  )
  const set = { v: near, w: near.map((x) => (x + 0.7) / 0.8) }

  const { spikes } = await clamp('FitzHughNagumo', { dt: 0.02, duration: 6000, inputs, set })

  expect(hopf).toBeCloseTo(0.33128, 5)
  expect(spikes[0]).toEqual([])
  expect(spikes[1]?.length).toBeGreaterThan(10)
})

/** Hindmarsh & Rose (1984): silence without input, bursts at 2, single spikes at 4. */
test('a Hindmarsh–Rose cell is silent, bursts, and spikes without pause as its input grows', async () => {
  const { spikes } = await clamp('HindmarshRose', {
    dt: 0.05,
    duration: 4000,
    inputs: { I: [0.5, 2, 4] },
  })

  const spreads = spikes.map((times) => {
    const settled = times.filter((t) => t > 1000)
    const gaps = settled.slice(1).map((t, k) => t - (settled[k] ?? 0))
    return Math.max(...gaps) / Math.min(...gaps)
  })
  expect(spikes[0]?.filter((t) => t > 1000)).toEqual([])
  expect(spreads[1]).toBeGreaterThan(5)
  expect(spreads[2]).toBeLessThan(1.5)
})

/** The only real root of v³ + 2 v² + 4 v + 5.4 = 0 at no input. */
test('a Hindmarsh–Rose cell rests at the root of its cubic', async () => {
  const rest = bisect((v) => v ** 3 + 2 * v ** 2 + 4 * v + 5.4, -3, 0)
  const { value } = await clamp('HindmarshRose', { dt: 0.05, duration: 4000 })
  expect(value('v')).toBeCloseTo(rest, 4)
})

/** Gates of N independent channels: variance n (1 - n) / N at a voltage that is held. */
test('the gates of a stochastic axon fluctuate like those of as many channels', async () => {
  const { trace } = await clamp('StochasticHodgkinHuxley', {
    dt: 0.05,
    duration: 1000,
    count: 200,
    set: { C: 1e9, area: 100 },
    watch: 'n',
    every: 200,
  })

  const samples = trace.flatMap((cell) => [...cell].slice(5))
  const mean = samples.reduce((sum, n) => sum + n, 0) / samples.length
  const variance = samples.reduce((sum, n) => sum + (n - mean) ** 2, 0) / samples.length
  expect(mean).toBeCloseTo(0.3177, 2)
  expect(Math.abs(variance / ((0.3177 * (1 - 0.3177)) / 1800) - 1)).toBeLessThan(0.05)
})

/** Chow & White (1996) Biophys. J. 71:3013: spikes without input, exponentially rarer in larger patches. */
test('a small patch of stochastic axon spikes by itself, a large one does not', async () => {
  const run = { dt: 0.025, duration: 1000, count: 10 }
  const small = await clamp('StochasticHodgkinHuxley', { ...run, set: { area: 50 } })
  const large = await clamp('StochasticHodgkinHuxley', { ...run, set: { area: 1000 } })

  expect(small.spikes.flat().length).toBeGreaterThan(10)
  expect(large.spikes.flat()).toEqual([])
})
