/** `--stimulate channel=3,amplitude=20,at=200+400`: words of a command line → pulses at an electrode. */
import { UsageError } from '../../compiler/usage-error.ts'
import { nearest } from '../../systems/nearest.ts'
import type { IO } from '../io/io.ts'
import type { BiphasicPulsePolicy } from '../stimulus/biphasic-pulse-policy.ts'
import type { MonophasicPulsePolicy } from '../stimulus/monophasic-pulse-policy.ts'

/** What may be said, its unit, and what is meant where it is not. */
const fields = {
  channel: { unit: '', usual: '0' },
  amplitude: { unit: 'uA', usual: '1.5' },
  /** Of a phase, where there are two. */
  width: { unit: 'ms', usual: '0.2' },
  at: { unit: 'ms', usual: '0' },
  shape: { unit: '', usual: 'biphasic' },
} satisfies Readonly<Record<string, { readonly unit: string; readonly usual: string }>>

type Field = keyof typeof fields
type Words = Readonly<Record<Field, string>>

export const stimulateOption = {
  flags: '--stimulate <pulses>',
  meaning: 'such as channel=3,amplitude=20,at=200+400 (uA, ms; also width=, shape=monophasic)',
} as const

/** Reads now, so that a slip is found before anything is simulated; makes the policy once the electrodes are known. */
export async function readStimulation(text: string) {
  const words = wordsOf(text)
  const numbers = (field: Field): readonly number[] =>
    words[field].split('+').map((word) => numberFrom(field, word))
  const [channels, amplitude, width, times] = [
    numbers('channel'),
    numbers('amplitude')[0] ?? 0,
    numbers('width')[0] ?? 0,
    numbers('at'),
  ]
  const { BiphasicPulsePolicy } = await import('../stimulus/biphasic-pulse-policy.ts')
  const { MonophasicPulsePolicy } = await import('../stimulus/monophasic-pulse-policy.ts')
  return ({ numChannels }: IO): BiphasicPulsePolicy | MonophasicPulsePolicy => {
    if (numChannels === 0) {
      throw new UsageError(
        '--stimulate needs electrodes, and there are none; run on a system that has some, such as EI2.',
      )
    }
    const common = { nChannels: numChannels, channels, amplitude, pulseTimes: times }
    return words.shape === 'monophasic'
      ? new MonophasicPulsePolicy({ ...common, pulseWidth: width, dt: 0.1 })
      : new BiphasicPulsePolicy({ ...common, phaseDuration: width })
  }
}

function wordsOf(text: string): Words {
  const given: Record<string, string> = Object.fromEntries(
    Object.entries(fields).map(([name, { usual }]) => [name, usual]),
  )
  for (const part of text.split(',')) {
    const [, name = '', value = ''] = /^\s*([\w]+)\s*=\s*(.+?)\s*$/.exec(part) ?? []
    if (!Object.hasOwn(fields, name)) throw notUnderstood(part, name)
    given[name] = value
  }
  const { shape = '' } = given
  if (shape !== 'biphasic' && shape !== 'monophasic') {
    throw new UsageError(`--stimulate: shape is ${shape}; it is biphasic or monophasic.`)
  }
  return given as Words
}

function numberFrom(field: Field, word: string): number {
  const { unit } = fields[field]
  const bare = unit !== '' && word.endsWith(unit) ? word.slice(0, -unit.length) : word
  const number = bare.trim() === '' ? Number.NaN : Number(bare)
  if (Number.isFinite(number)) return number
  throw new UsageError(
    `--stimulate: ${field} is ${word}; it must be a number${unit === '' ? '' : ` of ${unit}`}, or several with + between them.`,
  )
}

function notUnderstood(part: string, name: string): UsageError {
  const known = Object.keys(fields)
  const near = nearest(name, known)
  return new UsageError(
    `--stimulate does not understand "${part.trim()}"${near ? `; did you mean ${near}=…?` : '.'} ` +
      `It takes ${known.map((each) => `${each}=…`).join(', ')}, such as channel=3,amplitude=20,at=200+400.`,
  )
}
