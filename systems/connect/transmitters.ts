/** What a population's spikes release, and what that does to its targets: receptors, and how many sites a connection has. */
import type { Mechanism } from '../system.ts'

export interface TransmitterRow {
  readonly isExcitatory: boolean
  /** Release sites of a connection: its weight. */
  readonly sites: number
  readonly receptors: Readonly<Record<string, Mechanism>>
}

export const transmitters = {
  glutamatergic: {
    isExcitatory: true,
    sites: 1,
    receptors: {
      AMPA: { e: 0, g_unit: 0.0005, tau_rise: 0.5, tau_decay: 3 },
      NMDA: { e: 0, g_unit: 0.0005, tau_rise: 0.5, tau_decay: 80 },
    },
  },
  cholinergic: {
    isExcitatory: true,
    sites: 7,
    receptors: { AMPA: { e: 0, g_unit: 0.0005, tau_rise: 0.5, tau_decay: 7 } },
  },
  gabaergic: {
    isExcitatory: false,
    sites: 1,
    receptors: { GABA_A: { e: -60, g_unit: 0.001, tau_rise: 0.3, tau_decay: 6 } },
  },
  glycinergic: {
    isExcitatory: false,
    sites: 5,
    receptors: { GABA_A: { e: -70, g_unit: 0.00025, tau_rise: 0.3, tau_decay: 5 } },
  },
} as const satisfies Readonly<Record<string, TransmitterRow>>

export type Transmitter = keyof typeof transmitters

export const rowOf = (transmitter: Transmitter): TransmitterRow => transmitters[transmitter]
