/** The picture of a neuron in the catalogue: its voltage under a current that makes it spike. */
import { basename } from 'node:path'
import { label } from '../../pictures/scale.ts'
import { sparkline } from '../../pictures/sparkline.ts'
import { isModel } from '../choose-meanings.ts'
import type { Found } from '../find-meanings.ts'
import { findStep, type NeuronResponse, stepAt, stepWindow } from '../responses/neuron-response.ts'
import { withUnit, writtenUnit } from '../../pictures/with-unit.ts'

/** `lif.LIF.svg`: names are unique in a file only. */
export const pictureName = ({ meaning, source }: Found): string =>
  `${basename(source.path, '.livn')}.${meaning.name}.svg`

/** At this amplitude, or at one that is looked for. */
export async function neuronPicture(found: Found, amplitude?: number): Promise<string> {
  const { meaning, ...place } = found
  if (isModel(meaning)) throw new Error(`${meaning.name} is no neuron`)
  const subject = { dynamics: meaning, ...place }
  const response = await stepAt(subject, amplitude ?? (await findStep(subject)))
  const [step] = response.steps
  const { dt } = response.voltage
  return sparkline({
    title: titleOf(meaning.name, response),
    values: step?.voltage ?? [],
    spikes: Array.from(step?.spikes ?? [], (t) => t / dt),
    samples: stepWindow.duration / dt,
  })
}

/** `LIF: v (mV) at 500 pA`; the amplitude can be read again. */
function titleOf(name: string, { port, steps, voltage }: NeuronResponse): string {
  if (voltage.name === '') return `${name}: spikes`
  const shown = `${name}: ${withUnit(voltage.name, voltage.unit)}`
  if (!port) return shown
  return `${shown} at ${label(steps[0]?.amplitude ?? 0)} ${writtenUnit(port.unit)}`.trimEnd()
}

/** The amplitude that a picture was made with; undefined where no current reaches the neuron. */
export function amplitudeIn(picture: string): number | undefined {
  const [, text] = / at (\S+)(?: \S+)?<\/title>/.exec(picture) ?? []
  return text === undefined
    ? undefined
    : Number(text.replace('\u2212', '-').replaceAll('\u00a0', ''))
}
