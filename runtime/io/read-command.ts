/** A command as a waveform with one column for each channel, in the unit of the device. */
import { UsageError } from '../../compiler/usage-error.ts'
import { asWaveform, isWaveform } from '../stimulus/as-waveform.ts'
import { isPolicy, unitsMustAgree } from '../stimulus/policy.ts'
import type { Waveform } from '../stimulus/waveform.ts'
import type { Command, CommandOptions, IO } from './io.ts'

type Device = Pick<IO, 'kind' | 'numChannels' | 'inputUnits'>

export function readCommand(
  { kind, numChannels, inputUnits }: Device,
  command: Command,
  { dt = 1, observation }: CommandOptions = {},
): Waveform {
  const waveform = waveformOf(command, { dt, observation, inputUnits, numChannels })
  if (waveform.width === numChannels) return waveform
  throw new UsageError(
    `The command has ${waveform.width} columns; the ${kind} has ${numChannels} channels, and each has one.`,
  )
}

interface Reading extends Required<CommandOptions> {
  readonly inputUnits: string
  readonly numChannels: number
}

function waveformOf(command: Command, reading: Reading): Waveform {
  if (typeof command !== 'object' || command === null) {
    throw new UsageError(
      `The command is ${String(command)}; it must be a policy, or rows with a value for each channel.`,
    )
  }
  if (isPolicy(command)) {
    unitsMustAgree(command, reading.inputUnits)
    return command.waveform(reading.observation)
  }
  if (isWaveform(command)) return command
  const isFlat = typeof command[0] === 'number'
  return asWaveform(command, {
    dt: reading.dt,
    width: isFlat ? reading.numChannels : undefined,
  })
}
