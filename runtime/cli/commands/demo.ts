/** `livn demo`, which `npm start` runs: a culture by itself, then stimulated, and its picture. */
import { resolve } from 'node:path'
import type { Env } from '../../env.ts'
import type { Run } from '../../run.ts'
import type { Command } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { progressLine } from '../progress.ts'
import type { Shell } from '../shell.ts'
import { pictureWriter, themeOption } from '../write-picture.ts'

const model = 'reduced-calcium-culture'

/** ms, uA */
const shown = { duration: 1000, times: [200, 500, 800], width: 5, amplitude: 200 } as const
const channels = [5, 6, 9, 10] as const

export const demo: Command = {
  name: 'demo',
  summary: 'a culture by itself, then stimulated through electrodes, and its picture',
  options: [
    { flags: '--out <file>', meaning: 'a .svg or .png', fallback: 'livn-demo.svg' },
    themeOption,
  ],
  run: async (_, { out, theme }, shell) => {
    const path = String(out)
    const write = pictureWriter({ path, option: '--out', theme }, shell)
    const { Env } = await import('../../env.ts')
    const { plotRun } = await import('../plot-run.ts')
    const onRemark = (remark: string): void => shell.complain(`livn: ${remark}\n`)
    const env = new Env('EI2', { model, seed: 1, onRemark })
    env
      .applyDefaultParams()
      .recordSpikes()
      .recordVoltage(undefined, { gids: [0, 1, 80, 81] })
    shell.write(`EI2 as ${model}: 80 excitatory and 20 inhibitory cells above 16 electrodes\n`)
    const { policy, later } = await pulses(env)
    const before = await runFor(env, shell)
    shell.write(lineOn('by itself', before, env))
    const during = await runFor(env, shell, policy)
    shell.write(lineOn('stimulated', during, env))
    const title = 'EI2, by itself and stimulated'
    await write(...plotRun({ run: before.concat(during), env, policy: later, title }))
    await env.close()
    shell.write(`picture       ${path}\n\n${next}`)
    const { showPicture } = await import('../show-picture.ts')
    showPicture(resolve(shell.folder, path))
    return exitCodes.ok
  },
}

const next = `More of it:
  npx livn run EI3 --duration 5000 --plot run.svg   another culture
  npx livn models list                              what can be simulated
  npx livn models plot HodgkinHuxley                a neuron, tried out
  npx livn systems plot EI2                         cells and connections
`

/** For the second half, and the same in the time of both halves together. */
async function pulses({ io }: Env) {
  const { BiphasicPulsePolicy } = await import('../../stimulus/biphasic-pulse-policy.ts')
  const { duration, times, width, amplitude } = shown
  const common = { nChannels: io.numChannels, channels, amplitude, phaseDuration: width }
  return {
    policy: new BiphasicPulsePolicy({ ...common, pulseTimes: times }),
    later: new BiphasicPulsePolicy({ ...common, pulseTimes: times.map((t) => t + duration) }),
  }
}

async function runFor(
  env: Env,
  shell: Shell,
  stimulus?: Awaited<ReturnType<typeof pulses>>['policy'],
): Promise<Run> {
  const line = progressLine(shell)
  const run = await env.run(shown.duration, { stimulus, onProgress: line.show })
  line.clear()
  return run
}

/** `by itself     1 s, 255 spikes, EXC 2.1 Hz, INH 4.2 Hz` */
function lineOn(what: string, { spikeIds, duration }: Run, { populations }: Env): string {
  const ids = spikeIds ?? new Int32Array()
  const seconds = duration / 1000
  const rates = populations.map(({ name, offset, count }) => {
    const own = ids.filter((id) => id >= offset && id < offset + count).length
    return `${name} ${(own / count / seconds).toFixed(1)} Hz`
  })
  return `${what.padEnd(13)} ${[`${seconds} s`, `${ids.length} spikes`, ...rates].join(', ')}\n`
}
