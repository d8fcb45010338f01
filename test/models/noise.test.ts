/** What noises of the library do: mean, deviation, correlation, spectrum. */
import { expect, test } from 'vitest'
import { held, trace } from './trace.ts'

const network = (noise: string, cells = 200): string => `${held('Cell', -60)}
model M {
  population A of ${cells} is Cell
  noise A is ${noise}
}`

/** All samples of all cells together. */
function statistics(rows: readonly Float64Array[]) {
  const all = rows.flatMap((row) => [...row])
  const mean = all.reduce((sum, x) => sum + x, 0) / all.length
  const variance = all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / all.length
  return { mean, deviation: Math.sqrt(variance) }
}

/** Correlation of a row with itself so many samples later, averaged over rows. */
function correlation(rows: readonly Float64Array[], lag: number): number {
  const { mean, deviation } = statistics(rows)
  const products = rows.map((row) => {
    const pairs = row.length - lag
    let sum = 0
    for (let k = 0; k < pairs; k++) sum += ((row[k] ?? 0) - mean) * ((row[k + lag] ?? 0) - mean)
    return sum / pairs
  })
  return products.reduce((sum, x) => sum + x, 0) / rows.length / deviation ** 2
}

test.each([
  ['ExcitatoryBackground', 0.0121, 0.003, 2.728],
  ['InhibitoryBackground', 0.0573, 0.0066, 10.49],
])('%s fluctuates about %f uS by %f uS, for as long as %f ms', async (name, mean, std, tau) => {
  const seen = await trace(network(name), { duration: 400, dt: 0.1, record: [`${name}.g`] })

  const settled = seen(`${name}.g`).map((row) => row.slice(1000))
  const found = statistics(settled)
  expect(found.mean / mean).toBeCloseTo(1, 1.5)
  expect(found.deviation / std).toBeCloseTo(1, 1)
  expect(correlation(settled, Math.round(tau / 0.1))).toBeCloseTo(Math.exp(-1), 1)
})

test('a fluctuating conductance has its deviation at steps as long as its correlation time', async () => {
  const name = 'ExcitatoryBackground'

  const seen = await trace(network(name), { duration: 2000, dt: 2.728, record: [`${name}.g`] })

  const { deviation } = statistics(seen(`${name}.g`).map((row) => row.slice(20)))
  expect(deviation / 0.003).toBeCloseTo(1, 1.5)
})

test('a fluctuating conductance below zero is no conductance', async () => {
  const text = network('ExcitatoryBackground { g_e0 = 0 uS; std_e = 0.003 uS }')

  const seen = await trace(text, { duration: 50, record: ['ExcitatoryBackground.I'] })

  const currents = seen('ExcitatoryBackground.I').flatMap((row) => [...row])
  expect(Math.min(...currents)).toBe(0)
  expect(Math.max(...currents)).toBeGreaterThan(100)
})

test('an Ornstein-Uhlenbeck current has the deviation sigma times level', async () => {
  const text = network('OrnsteinUhlenbeck { mu = 20 pA; sigma = 10 pA; level = 3; tau = 5 ms }')

  const seen = await trace(text, { duration: 200, record: ['OrnsteinUhlenbeck.I'] })

  const { mean, deviation } = statistics(seen('OrnsteinUhlenbeck.I'))
  expect(Math.abs(mean - 20)).toBeLessThan(1)
  expect(deviation / 30).toBeCloseTo(1, 1.5)
})

test('a white current is drawn anew every millisecond and stays for it', async () => {
  const seen = await trace(network('WhiteCurrent { mu = 1 pA; sigma = 5 pA; level = 2 }'), {
    duration: 200,
    record: ['WhiteCurrent.I'],
  })

  const rows = seen('WhiteCurrent.I')
  const { mean, deviation } = statistics(rows)
  expect(Math.abs(mean - 1)).toBeLessThan(0.2)
  expect(deviation / 10).toBeCloseTo(1, 1.5)
  const [row = new Float64Array()] = rows
  expect(new Set(row.slice(1, 11)).size).toBe(1)
  expect(Math.abs(correlation(rows, 10))).toBeLessThan(0.02)
})

test('shot noise has the mean rate q tau and the variance rate q² tau / 2 of Campbell', async () => {
  const text = network('ShotNoise { rate = 1 kHz; q = 10 pA; tau = 5 ms }')

  const seen = await trace(text, { duration: 1500, record: ['ShotNoise.I'] })

  const { mean, deviation } = statistics(seen('ShotNoise.I').map((row) => row.slice(300)))
  expect(mean / 50).toBeCloseTo(1, 1.5)
  expect(deviation / Math.sqrt(1 * 100 * 2.5)).toBeCloseTo(1, 1.5)
})

test('Poisson synapses have the mean conductance n rate q tau', async () => {
  const text = network('PoissonBackground { n = 100; rate = 5 Hz; q = 0.5 nS; tau = 5 ms }')

  const seen = await trace(text, { duration: 300, record: ['PoissonBackground.g'] })

  const { mean, deviation } = statistics(seen('PoissonBackground.g').map((row) => row.slice(300)))
  expect(mean / 1.25).toBeCloseTo(1, 1.5)
  expect(deviation / Math.sqrt(0.5 * 0.25 * 2.5)).toBeCloseTo(1, 1.5)
})

/** Power at a frequency, averaged over cells; samples 1 ms apart. */
function power(rows: readonly Float64Array[], hertz: number): number {
  const omega = (2 * Math.PI * hertz) / 1000
  const powers = rows.map((row) => {
    let [re, im] = [0, 0]
    for (let k = 0; k < row.length; k++) {
      re += (row[k] ?? 0) * Math.cos(omega * k)
      im += (row[k] ?? 0) * Math.sin(omega * k)
    }
    return (re * re + im * im) / row.length
  })
  return powers.reduce((sum, x) => sum + x, 0) / rows.length
}

test('the power of a pink current falls with the frequency: a tenth of it at ten times the frequency', async () => {
  const seen = await trace(network('PinkCurrent { sigma = 50 pA }', 400), {
    duration: 2000,
    dt: 1,
    record: ['PinkCurrent.I'],
  })

  const rows = seen('PinkCurrent.I')
  expect(statistics(rows).deviation / 50).toBeCloseTo(1, 1)
  const [slow, middle, fast] = [1, 10, 100].map((hertz) => power(rows, hertz))
  expect(Math.log10((slow ?? 0) / (middle ?? 1))).toBeCloseTo(1, 0.5)
  expect(Math.log10((middle ?? 0) / (fast ?? 1))).toBeCloseTo(1, 0.5)
})
