/** What is probably not meant: values too large to be physical, light below zero, bounds of a model passed. */
import { UsageError } from '../../compiler/usage-error.ts'
import { isMode, modes } from './modes.ts'
import type { Stimulus } from './stimulus.ts'
import { plateaus } from './waveform.ts'

/** Nothing stops; whoever runs the stimulus says it. */
export interface Warning {
  readonly code: 'implausible-size' | 'negative-light' | 'unbalanced-charge' | 'dense-charge'
  readonly message: string
}

export interface Extremes {
  readonly lowest: number
  readonly highest: number
  /** When each of them is first reached, in ms. */
  readonly lowestAt: number
  readonly highestAt: number
}

/** Of what a waveform that always changes does late, nothing is known. */
export function extremesOf({ waveform }: Stimulus): Extremes {
  let [lowest, highest, lowestAt, highestAt] = [0, 0, 0, 0]
  for (const { first, values } of plateaus(waveform)) {
    for (const value of values) {
      if (value < lowest) [lowest, lowestAt] = [value, first * waveform.dt]
      if (value > highest) [highest, highestAt] = [value, first * waveform.dt]
    }
  }
  return { lowest, highest, lowestAt, highestAt }
}

export function warningsOf(stimulus: Stimulus): readonly Warning[] {
  const { mode, unit } = stimulus
  if (!isMode(mode) || unit !== modes[mode].unit) return []
  const { lowest, highest, lowestAt, highestAt } = extremesOf(stimulus)
  const [worst, at] = -lowest > highest ? [lowest, lowestAt] : [highest, highestAt]
  const warnings: Warning[] = []
  if (Math.abs(worst) > modes[mode].plausible) {
    const others = Object.keys(modes[mode].units).filter((name) => name !== unit)
    warnings.push({
      code: 'implausible-size',
      message:
        `The ${mode} stimulus is ${shown(worst)} ${unit} at ${shown(at)} ms; more than ${modes[mode].plausible} ${unit} is hardly meant. ` +
        `If the values are in ${others.join(' or ')}, say so with unit.`,
    })
  }
  if (mode === 'irradiance' && lowest < 0) {
    warnings.push({
      code: 'negative-light',
      message: `The light is ${shown(lowest)} ${unit} at ${shown(lowestAt)} ms; there is no light below 0.`,
    })
  }
  return warnings
}

/** A model may declare what it was made for; beyond that it is a mistake. */
export function mustStayWithin(stimulus: Stimulus, [low, high]: readonly [number, number]): void {
  const { lowest, highest, lowestAt, highestAt } = extremesOf(stimulus)
  const isBelow = lowest < low
  if (!isBelow && !(highest > high)) return
  const [worst, at] = isBelow ? [lowest, lowestAt] : [highest, highestAt]
  throw new UsageError(
    `The ${stimulus.mode} stimulus is ${shown(worst)} ${stimulus.unit} at ${shown(at)} ms; ` +
      `the model holds from ${low} to ${high} ${stimulus.unit}.`,
  )
}

const shown = (x: number): string => String(Number(x.toPrecision(6)))
