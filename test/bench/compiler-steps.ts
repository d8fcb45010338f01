/** The steps of a compile as the benchmark times them. */
import * as compiler from '../../compiler/index.ts'
import type { Model, Source } from '../../compiler/index.ts'
import { parse } from '../../grammar/parse.ts'
import { Simulation } from '../../runtime/engine/simulation.ts'
import { link } from '../../runtime/link/link.ts'
import { System } from '../../systems/system.ts'
import { librarySurroundings } from './library-sources.ts'

export const parseOnly = (source: Source): unknown => parse(source)

export const examine = (source: Source): unknown => compiler.examine(source, librarySurroundings)

/** What a user would run of a file: its first model, or else its first declaration. */
function mainOf(source: Source) {
  const { own, models } = compiler.examine(source, librarySurroundings)
  return { model: models[0], name: models[0]?.name ?? own[0] }
}

export const compiling = (source: Source, target: string): (() => void) => {
  const { name } = mainOf(source)
  return () => {
    if (name !== undefined) compiler.compile(source, { name, target, ...librarySurroundings })
  }
}

/** From the text to the end of the first step, on cells that are there for the purpose. */
export const firstStep = (source: Source): (() => Promise<void>) => {
  const { model, name } = mainOf(source)
  const cells = cellsFor(model)
  return async () => {
    if (name === undefined) return
    const { plan } = link(source, { name, ...librarySurroundings, ...cells })
    const simulation = new Simulation(plan)
    await simulation.advance(1)
    simulation.close()
  }
}

/** A model without a network of its own gets ten cells of each kind, joined in every way it knows. */
function cellsFor(model: Model | undefined) {
  if (!model || model.connects.length > 0) return { count: 10 }
  const names = model.populations.map((population) => population.name)
  const pairs = names.flatMap((pre) => names.map((post) => ({ pre, post })))
  const projections = model.synapses.flatMap(({ label: synapse }) =>
    pairs.map((ends) => ({ ...ends, synapse, i: [0], j: [1], weight: [1] })),
  )
  const populations = Object.fromEntries(names.map((name) => [name, { count: 10 }]))
  return { system: System.fromArrays({ populations, projections }) }
}
