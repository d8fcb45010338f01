/** Runs one declaration alone on a device: what tests of behaviour and convergence stand on. */
import { compile } from '../../compiler/index.ts'
import { chooseDevice } from '../../runtime/device/devices.ts'
import { Population } from '../../runtime/engine/population.ts'

export interface RunOptions {
  readonly name?: string
  readonly device?: string
  readonly precision?: 'f64' | 'f32'
  readonly count?: number
  readonly dt: number
  readonly duration: number
  readonly seed?: number
  /** Parameters, states and stimuli in kernel units. */
  readonly set?: Readonly<Record<string, number | readonly number[]>>
  /** Parameters that differ from cell to cell. */
  readonly perCell?: readonly string[]
  /** Called before each step with its number. */
  readonly before?: (population: Population, step: number) => void
}

export interface Ran {
  readonly population: Population
  /** Spike times of every cell in ms. */
  readonly spikes: readonly (readonly number[])[]
  readonly value: (state: string, cell?: number) => number
}

export function runDeclaration(text: string, options: RunOptions): Ran {
  const { dt, duration, count = 1, seed = 1, precision = 'f64' } = options
  const kind = chooseDevice(options.device ?? 'js')
  const device = kind.open(precision)
  const perElement = new Map([[options.name ?? lastName(text), new Set(options.perCell)]])
  const program = compile(text, { ...named(options), target: kind.target, precision, perElement })
  const [compiled] = program.populations
  if (!compiled) throw new Error('nothing to run')
  const population = new Population(compiled, {
    device,
    artifact: program.artifact,
    count,
    dt,
    seed,
  })
  population.initialize()
  for (const [name, value] of Object.entries(options.set ?? {})) population.set(name, value)
  population.link()
  const spikes: number[][] = Array.from({ length: count }, () => [])
  const steps = Math.round(duration / dt)
  for (let step = 0; step < steps; step++) {
    options.before?.(population, step)
    population.drive(step)
    const events = population.advance(step)
    for (const cell of events.get('spike') ?? []) spikes[cell]?.push(step * dt)
    population.onStep(step)
    population.reset(step, events)
  }
  return {
    population,
    spikes,
    value: (state, cell = 0) => population.array(state)[cell] ?? Number.NaN,
  }
}

const named = ({ name }: RunOptions): { readonly name?: string } =>
  name === undefined ? {} : { name }

const lastName = (text: string): string =>
  [...text.matchAll(/^(?:neuron|synapse|noise|channel|plasticity) (\w+)/gm)].at(-1)?.[1] ?? ''
