/** What a closed loop costs: a thousand short runs, each with a stimulus of its own, beside one long run of the same cells. */
import { Env } from '../../runtime/env.ts'
import { BiphasicPulsePolicy } from '../../runtime/stimulus/biphasic-pulse-policy.ts'
import { Stimulus } from '../../runtime/stimulus/stimulus.ts'
import type { Print } from './bench.ts'
import { inTurns } from './measure.ts'

const cultures = ['izhikevich', 'lif', 'glif', 'adex', 'hodgkin-huxley', 'reduced-calcium']
const runs = 1000
/** ms */
const duration = 10
/** ms; the second half of each run has nothing from outside. */
const pulse = 5

export async function benchClosedLoop(print: Print, only: string): Promise<void> {
  for (const culture of cultures) {
    if (!`closed-loop ${culture}`.includes(only)) continue
    const [env, alone] = [cultureOf(culture), cultureOf(culture)]
    const made = Array.from({ length: runs }, (_, k) => stimulusOf(k))
    const joined = currents(Array.from({ length: runs }, (_, k) => [...rowsOf(k), nothing]).flat())
    const pulses = Array.from({ length: runs }, (_, k) => pulseOf(k))
    const [madeBefore = 0, madeInside = 0, electrodes = 0, silent = 0, ...whole] = await inTurns(
      [
        () => inShort(env, (k) => made[k]),
        () => inShort(env, stimulusOf),
        () => inShort(env, (k) => pulses[k]),
        () => inShort(env, () => undefined),
        () => alone.run(runs * duration),
        () => env.run(runs * duration, { stimulus: joined }),
      ],
      culture === 'reduced-calcium' ? 5 : 25,
    )
    const [one = 0, oneJoined = 0] = whole
    print({
      case: 'closed-loop',
      model: `${culture}-culture`,
      runs,
      'run(10) µs': (1000 * madeBefore) / runs,
      'made inside µs': (1000 * madeInside) / runs,
      'electrode µs': (1000 * electrodes) / runs,
      'silent µs': (1000 * silent) / runs,
      'run(10000) ms': one,
      'with stimuli ms': oneJoined,
      ratio: madeBefore / one,
      'ratio inside': madeInside / one,
      'ratio electrode': electrodes / one,
      'ratio silent': silent / one,
      'ratio joined': madeBefore / oneJoined,
    })
    await Promise.all([env.close(), alone.close()])
  }
}

/** As a loop has it: what comes back are spikes. The cells live on from run to run. */
const cultureOf = (name: string): Env =>
  new Env('EI1', { model: `${name}-culture` }).applyModelDefaults().recordSpikes()

async function inShort(
  env: Env,
  stimulusFor: (k: number) => Stimulus | BiphasicPulsePolicy | undefined,
): Promise<void> {
  for (let k = 0; k < runs; k++) await env.run(duration, { stimulus: stimulusFor(k) })
}

const cells = Array.from({ length: 10 }, (_, gid) => gid)
const nothing = cells.map(() => 0)

/** Up to 1 pA, too little to change how the cells live. */
const rowsOf = (k: number): readonly (readonly number[])[] => [
  cells.map((gid) => 1e-3 * ((0.618 * (10 * k + gid)) % 1)),
]

const currents = (rows: readonly (readonly number[])[]): Stimulus =>
  Stimulus.fromCurrent(rows, { dt: pulse, gids: cells })

/** Up to 60 nA through the one electrode. */
const pulseOf = (k: number): BiphasicPulsePolicy =>
  new BiphasicPulsePolicy({ nChannels: 1, channels: [0], amplitude: 0.01 * (k % 7) })

const stimulusOf = (k: number): Stimulus => currents(rowsOf(k))
