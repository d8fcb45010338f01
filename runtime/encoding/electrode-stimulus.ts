/** A policy on one electrode of whatever array there is: the one named, or the one that reaches most. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { ElectrodeFields, ElectrodePolicy } from '../stimulus/electrode-policy.ts'
import type { Encoding, EncodingEnv } from './encoding.ts'

/** Policies that fill a time are told which. */
type AnyFields = ElectrodeFields & { readonly totalMs?: number | null }

type AnyElectrodePolicy = ElectrodePolicy<AnyFields>

/** What is left to be said when it is used: the policy, unless it is known. */
export type PolicyInput = AnyElectrodePolicy | null | undefined

type ElectrodeEnv = Pick<EncodingEnv, 'io' | 'stimulusCoordinates'>

/**
 * @example
 * const env = await make('EI2')
 * const encoding = new ElectrodeStimulus(new BiphasicPulsePolicy({ amplitude: 5 }), 3)
 * encoding.encode(env, 100)
 * encoding.resolved.fields.channels // → [3]
 */
export class ElectrodeStimulus implements Encoding<PolicyInput> {
  readonly policy: AnyElectrodePolicy | null
  /** Its place among the electrodes. */
  readonly channel: number | null
  #resolved: AnyElectrodePolicy | null = null

  constructor(policy: AnyElectrodePolicy | null = null, channel: number | null = null) {
    this.policy = policy
    this.channel = channel
    if (channel === null || (Number.isInteger(channel) && channel >= 0)) return
    throw new UsageError(`The channel is ${channel}; it must be a whole number from 0 on.`)
  }

  /** The policy as it was sent last: for so many channels, on which of them. */
  get resolved(): AnyElectrodePolicy | null {
    return this.#resolved
  }

  encode(env: ElectrodeEnv, duration: number, inputs?: PolicyInput): AnyElectrodePolicy {
    const policy = inputs ?? this.policy
    const { numChannels } = env.io
    if (numChannels === 0) {
      throw new UsageError(
        'There are no electrodes to stimulate with; give env an io, such as new MEA().',
      )
    }
    if (!isElectrodePolicy(policy)) {
      throw new UsageError(
        'There is no policy; give ElectrodeStimulus one, or give it as inputs, such as new BiphasicPulsePolicy().',
      )
    }
    const lasting = 'totalMs' in policy.fields ? { totalMs: duration } : {}
    const channel = this.channel ?? furthestReaching(env)
    this.#resolved = policy.forArray(numChannels, [channel], lasting)
    return this.#resolved
  }
}

const isElectrodePolicy = (like: unknown): like is AnyElectrodePolicy =>
  typeof like === 'object' && like !== null && 'forArray' in like

/** The place of the electrode that does most to all cells together. */
function furthestReaching(env: ElectrodeEnv): number {
  const sums = env.io
    .reach(env.stimulusCoordinates())
    .map((gains) => gains.reduce((sum, gain) => sum + gain, 0))
  return sums.indexOf(Math.max(...sums))
}
