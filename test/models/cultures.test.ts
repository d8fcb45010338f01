/** Cultures of the library live: with the numbers that were found for them, and without. LIVN_SEEDS=5 looks at every seed of EI3, too. */
import { afterAll, describe, expect, test } from 'vitest'
import { Env } from '../../runtime/env.ts'
import { tunedFor } from '../../runtime/library.ts'
import { type Features, featuresOf } from '../../runtime/tuning/features.ts'
import { predefinedNames } from '../../systems/predefined.ts'

const casts = [
  'reduced-calcium-culture',
  'izhikevich-culture',
  'lif-culture',
  'glif-culture',
  'adex-culture',
  'hodgkin-huxley-culture',
]
const systems = ['EI1', 'EI2', 'EI3']
const tunedSystems = [...systems, 'EI4', 'E', 'E5I', 'E3I', 'EI']

const combinations = casts.flatMap((cast) => systems.map((system) => [cast, system] as const))

/** A thousand cells for 50 s are for a night. */
const seedsOn = (system: string): number =>
  Number(process.env.LIVN_SEEDS ?? 0) || (system === 'EI3' ? 1 : 5)

const lines: string[] = []

afterAll(() => {
  console.log(
    ['culture on system: seed, EXC Hz, INH Hz, ISI CV, active cells, bursts Hz', ...lines].join(
      '\n',
    ),
  )
})

async function lives(cast: string, system: string): Promise<readonly Features[]> {
  const env = new Env(system, { model: cast, precision: 'f32' })
  env.applyModelDefaults().recordSpikes()
  const all: Features[] = []
  for (let seed = 1; seed <= seedsOn(system); seed++) {
    env.clear({ reseed: seed })
    const features = featuresOf(await env.run(10_000), env)
    all.push(features)
    lines.push(`${cast} on ${system}: ${seed}, ${described(features)}`)
  }
  await env.close()
  return all
}

function described({ rates, isiCv, activeCells, burstRate }: Features): string {
  const numbers = [rates.EXC ?? 0, rates.INH ?? 0, isiCv].map((each) => each.toFixed(2))
  return [...numbers, activeCells, burstRate.toFixed(2)].join(', ')
}

describe('ten seconds of a tuned culture', () => {
  test.each(combinations)(
    '%s on %s fires slowly and irregularly, neither silent nor away',
    async (cast, system) => {
      const all = await lives(cast, system)

      const rates = all.map((each) => each.rates.EXC ?? 0)
      expect(Math.min(...rates)).toBeGreaterThanOrEqual(0.3)
      expect(Math.max(...rates)).toBeLessThanOrEqual(10)
      expect(Math.min(...all.map((each) => each.isiCv))).toBeGreaterThanOrEqual(0.5)
      expect(Math.min(...all.map((each) => each.activeCells))).toBeGreaterThanOrEqual(10)
      expect(Math.max(...all.map((each) => each.tailRate))).toBeLessThan(20)
    },
    900_000,
  )
})

const documents = casts.flatMap((cast) => tunedSystems.map((system) => [cast, system] as const))

test.each(documents)(
  'numbers for %s on %s come with the command that finds them',
  (cast, system) => {
    const tuned = tunedFor(cast, system)

    expect(tuned?.command).toContain(`livn tune ${system} --model ${cast}`)
    expect(tuned?.features?.rate_EXC).toBeGreaterThan(0.3)
    expect(tuned?.features?.isi_cv_min).toBeGreaterThan(0.5)
  },
)

test.each(documents)('numbers for %s on %s are for parameters that it has', (cast, system) => {
  const { params = {} } = tunedFor(cast, system) ?? {}
  const env = new Env(system, { model: cast })

  expect(() => env.setParams(params)).not.toThrow()
})

test.each(combinations)('%s on %s lives before it is tuned, too', async (cast, system) => {
  const env = new Env(system, { model: cast, precision: 'f32' })
  const duration = system === 'EI3' ? 1500 : 4000

  const run = await env.recordSpikes().run(duration)

  const { rates, activeFraction, tailRate } = featuresOf(run, env)
  expect(rates.EXC).toBeGreaterThan(0.3)
  expect(rates.EXC).toBeLessThan(12)
  expect(activeFraction).toBeGreaterThan(0.4)
  expect(tailRate).toBeLessThan(20)
})

test.each(casts)('%s fits every predefined culture, flat or layered', (cast) => {
  const names = predefinedNames.filter((name) => !['EI4', 'S3', 'S4'].includes(name))

  const cells = names.map((system) => new Env(system, { model: cast }).gids.length)

  expect(Math.min(...cells)).toBeGreaterThanOrEqual(10)
})
