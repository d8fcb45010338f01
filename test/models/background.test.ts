/** Cells under noise of both signs: noises add, and too much excitation silences. */
import { expect, test } from 'vitest'
import { Simulation } from '../../runtime/engine/simulation.ts'
import { link } from '../../runtime/link/link.ts'
import { modelFiles } from '../library.ts'

interface Outcome {
  /** Spikes per second and cell. */
  readonly rate: number
  readonly voltages: readonly number[]
}

async function simulate(cast: string, seconds: number, soma = ''): Promise<Outcome> {
  const source = { text: `model Cells {\n${cast}\n}`, path: 'cells.livn' }
  const { plan } = link(source, { ...modelFiles.surroundings, dt: 0.05 })
  const simulation = new Simulation(plan)
  simulation.recordEvents('P', 'spike')
  const end = Math.round((seconds * 1000) / plan.dt)
  while (simulation.tick < end && (await simulation.advance(end)));
  const [member] = simulation.members
  const count = member?.population.count ?? 0
  const voltages = [...(member?.population.array(`${soma}v`) ?? [])]
  const spikes = simulation.takeEvents('P', 'spike')?.elements.length ?? 0
  simulation.close()
  return { rate: spikes / count / seconds, voltages }
}

test('two noises of one kind at one place add', async () => {
  const cast = `population P of 1 is LIF
    noise P is OrnsteinUhlenbeck { mu = 10 pA; sigma = 0 pA }
    noise P is OrnsteinUhlenbeck { mu = 20 pA; sigma = 0 pA }`
  const { voltages } = await simulate(cast, 1)
  expect(voltages[0]).toBeCloseTo(-70 + 30 / 10, 4)
})

/** Background of the original's drive test: g_i0 57.3 nS, deviations a third of the means, 33 and 28.5 ms. */
const renshaw = (excitation: number): string => `population P of 20 is RenshawInVitro
    noise P is FluctuatingConductance { g0 = ${excitation} nS; sigma = ${0.33 * excitation} nS; tau = 33 ms }
    noise P is FluctuatingConductance { E_rev = -75 mV; g0 = 57.3 nS; sigma = 18.9 nS; tau = 28.5 ms }`

const motoneuron = (excitation: number): string => `population P of 20 is BoothRinzelKiehn
    noise P at dend is FluctuatingConductance { g0 = ${excitation} nS; sigma = ${0.33 * excitation} nS; tau = 33 ms }
    noise P at soma is FluctuatingConductance { E_rev = -75 mV; g0 = 57.3 nS; sigma = 18.9 nS; tau = 28.5 ms }`

/** There: 83, 16 and 3 Hz for Renshaw cells, 51, 5.5 and 1.4 Hz for motoneurons. */
test('a Renshaw cell fires most in moderate excitation, and hardly in ten times as much', async () => {
  const moderate = await simulate(renshaw(30), 1)
  const strong = await simulate(renshaw(300), 1)
  expect(moderate.rate).toBeGreaterThan(60)
  expect(strong.rate).toBeLessThan(6)
})

test('a motoneuron fires most in moderate excitation, and hardly in ten times as much', async () => {
  const moderate = await simulate(motoneuron(100), 1, 'soma.')
  const strong = await simulate(motoneuron(1000), 1, 'soma.')
  expect(moderate.rate).toBeGreaterThan(40)
  expect(moderate.rate).toBeLessThan(70)
  expect(strong.rate).toBeLessThan(4)
})
