/** Who plays whom on a system: of a model those who are there; a text without a model says it of nobody. */
import { type Examined, type Model, UsageError } from '../../compiler/index.ts'
import type { SystemLike } from './system-like.ts'

/** Of a cast, those who are there. */
export function castOn(system: SystemLike, model: Model): Model {
  const there = system.populations.map(({ name }) => name)
  const known = model.populations.map(({ name }) => name)
  const missing = there.find((name) => !known.includes(name))
  if (missing !== undefined) {
    throw new UsageError(
      `${nameOf(system)} has cells of ${missing}, and ${model.name} does not say what they are; ` +
        `it casts ${known.join(', ') || 'nobody'}.`,
    )
  }
  return {
    ...model,
    populations: model.populations.filter(({ name }) => there.includes(name)),
    connects: model.connects.filter(
      ({ from, to }) => there.includes(from.population) && there.includes(to.population),
    ),
  }
}

/** A declaration alone is no cast; a name that is not declared is refused elsewhere. */
export function mustBeCast(system: SystemLike, examined: Examined, name?: string): undefined {
  const { own, declarations } = examined
  if (name !== undefined && !own.includes(name)) return undefined
  const neurons = own.filter((each) => declarations.get(each)?.kind === 'neuron')
  const neuron = name ?? neurons.at(-1) ?? 'LIF'
  const there = system.populations.map((each) => each.name)
  const cast = there.map((each) => `population ${each} is ${neuron}`).join('; ')
  throw new UsageError(
    `${nameOf(system)} has cells of ${there.join(' and ')}, and the text has no model that says what they are. ` +
      `Add \`model Mine { ${cast} }\`, with a synapse for each receptor.`,
  )
}

const nameOf = ({ name }: SystemLike): string => name ?? 'The system'
