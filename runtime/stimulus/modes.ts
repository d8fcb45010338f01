/** What a stimulus can be: the ports it reaches, its unit, and what else it may be given in. */
import { UsageError } from '../../compiler/usage-error.ts'

export interface Mode {
  /** What every stimulus of this mode holds. */
  readonly unit: string
  /** How much of `unit` one of each is; what is given in these is converted. */
  readonly units: Readonly<Record<string, number>>
  /** The word after `from` in the declaration of a port. */
  readonly port: string
  /** A port that takes it, and the factory that makes it. */
  readonly declaration: string
  readonly factory: string
  /** In `unit`; more than this was probably meant in another unit. */
  readonly plausible: number
}

/** Photons in a second on a square millimetre, as the equations write it. */
export const photonFlux = 'Hz/mm^2'

export const modes = {
  conductance: {
    unit: 'uS',
    units: { uS: 1, nS: 1e-3, mS: 1e3 },
    port: 'conductance',
    declaration: 'input g : nS from conductance',
    factory: 'Stimulus.fromConductance',
    plausible: 10,
  },
  current: {
    unit: 'nA',
    units: { nA: 1, pA: 1e-3, uA: 1e3 },
    port: 'current',
    declaration: 'input I : pA from current',
    factory: 'Stimulus.fromCurrent',
    plausible: 100,
  },
  current_density: {
    unit: 'mA/cm^2',
    units: { 'mA/cm^2': 1, 'mA/cm2': 1, 'uA/cm^2': 1e-3, 'uA/cm2': 1e-3, 'pA/um^2': 0.1 },
    port: 'current_density',
    declaration: 'input i : uA/cm^2 from current_density',
    factory: 'Stimulus.fromCurrentDensity',
    plausible: 10,
  },
  extracellular: {
    unit: 'mV',
    units: { mV: 1, uV: 1e-3, volt: 1e3 },
    port: 'extracellular',
    declaration: 'input V_ext : mV from extracellular',
    factory: 'Stimulus.fromExtracellular',
    plausible: 1000,
  },
  irradiance: {
    unit: 'mW/mm^2',
    units: { 'mW/mm^2': 1, 'mW/mm2': 1, 'uW/mm^2': 1e-3, 'mW/cm^2': 0.01 },
    port: 'irradiance',
    declaration: 'input light : mW/mm^2 from irradiance',
    factory: 'Stimulus.fromIrradiance',
    plausible: 1000,
  },
} as const satisfies Readonly<Record<string, Mode>>

export type ModeName = keyof typeof modes

export const isMode = (name: string): name is ModeName => Object.hasOwn(modes, name)

export function modeNamed(name: string): Mode {
  if (isMode(name)) return modes[name]
  throw new UsageError(
    `There is no mode ${name}; there is ${Object.keys(modes).join(', ')}. ` +
      `An input declared \`from ${name}\` is reached with Stimulus.toPort('${name}', …).`,
  )
}

/** How much of the mode's own unit one of the given is. */
function scaleInMode(name: string, unit: string): number {
  const mode = modeNamed(name)
  const scale = Object.hasOwn(mode.units, unit) ? mode.units[unit] : undefined
  if (scale !== undefined) return scale
  throw new UsageError(
    `A stimulus of mode ${name} cannot be in ${unit}; give it in ${Object.keys(mode.units).join(', ')}.`,
  )
}

/** The unit a stimulus of a mode keeps what it is given in, and the factor that brings it there. */
export function unitOf(
  mode: string,
  given: string | undefined,
): { readonly unit: string; readonly factor: number } {
  const { unit } = modeNamed(mode)
  const isPhotons = given === photonFlux || given === 'photon_flux'
  if (isPhotons && mode === 'irradiance') return { unit: photonFlux, factor: 1 }
  return { unit, factor: given === undefined ? 1 : scaleInMode(mode, given) }
}

/** What to say when no port of a neuron takes a stimulus: what to declare, or what to give instead. */
export function noPortFor(neuron: string, port: string, accepted: readonly string[]): UsageError {
  const declaration = isMode(port) ? modes[port].declaration : `input x : 1 from ${port}`
  const instead = accepted
    .flatMap((name) => (isMode(name) ? [modes[name].factory] : []))
    .join(' or ')
  const takes = accepted.length > 0 ? `; it takes ${accepted.join(', ')}` : ''
  return new UsageError(
    `${neuron} has no port for ${port} stimulation${takes}. ` +
      `Add \`${declaration}\`${instead ? ` or use ${instead}` : ''}.`,
  )
}
