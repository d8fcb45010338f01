/** The picture of `livn run --plot`: what was recorded, what was applied, and where. */
import { System } from '../../systems/system.ts'
import type { Env } from '../env.ts'
import type { IO } from '../io/io.ts'
import { cultureFigure } from '../pictures/culture-figure.ts'
import { countLabel, label } from '../pictures/scale.ts'
import type { StimulusColumn, StimulusTrace } from '../pictures/stimulus-strip.ts'
import { writtenUnit } from '../pictures/with-unit.ts'
import type { Run } from '../run.ts'
import type { Policy } from '../stimulus/policy.ts'
import { plateaus } from '../stimulus/waveform.ts'

export interface Plotted {
  readonly run: Run
  readonly env: Env
  /** What the electrodes were told. */
  readonly policy?: Policy | undefined
  /** What was run: the name of a system, or a file. */
  readonly title: string
}

/** The picture, and what stands above it. */
export function plotRun({ run, env, policy, title }: Plotted) {
  const stimulus = policy ? stimulusTrace(policy, env.io) : undefined
  const picture = cultureFigure(run, {
    ...(env.system instanceof System ? { system: env.system } : {}),
    electrodes: electrodesOf(env.io),
    ...(stimulus ? { stimuli: [stimulus], stimulated: stimulated(stimulus) } : {}),
  })
  return [picture, { title, subtitle: sentenceOn(run, env) }] as const
}

function sentenceOn({ duration }: Run, env: Env): string {
  const cells = env.populations.map(({ name, count }) => `${name} ${countLabel(count)}`).join(', ')
  const seconds = duration >= 1000 ? `${label(duration / 1000)} s` : `${label(duration)} ms`
  const seed = env.linked.plan.seed >>> 0
  return `${seconds} of ${env.modelName}; ${cells}; steps of ${label(env.dt)} ms, seed ${seed}`
}

/** Electrodes have places; other devices are not drawn on the map. */
function electrodesOf(io: IO): readonly (readonly number[])[] {
  return 'electrodeCoordinates' in io && Array.isArray(io.electrodeCoordinates)
    ? io.electrodeCoordinates
    : []
}

/** The steps of each channel that does something. */
function stimulusTrace(policy: Policy, { channelIds, kind }: IO): StimulusTrace {
  const waveform = policy.waveform()
  const points = Array.from(channelIds, (): [number, number][] => [])
  for (const { first, values } of plateaus(waveform)) {
    points.forEach((own, channel) => {
      const value = values[channel] ?? 0
      if (value !== (own.at(-1)?.[1] ?? 0)) own.push([first * waveform.dt, value])
    })
  }
  for (const own of points) if ((own.at(-1)?.[1] ?? 0) !== 0) own.push([policy.extentMs, 0])
  const columns = points.map((own, channel): StimulusColumn => {
    return { name: String(channelIds[channel] ?? channel), points: own }
  })
  const title = kind === 'MEA' ? 'Current of electrodes' : 'Stimulus'
  return { title, unit: writtenUnit(policy.inputUnits), columns }
}

const stimulated = ({ columns }: StimulusTrace): readonly number[] =>
  columns.flatMap(({ name, points }) => (points.length > 0 ? [Number(name)] : []))
