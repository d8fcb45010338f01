/**
 * Writes a program as one JavaScript module that needs nothing else to run.
 *
 *     import lif from './lif.js'
 *     const cells = lif.create({ cells: 100, dt: 0.1, seed: 1, parameters: { C: 250 } })
 *     cells.set('I', 300)
 *     const { times } = cells.run(1000)
 *
 * Its default export is the population, or an object with all of them where there are several; every
 * population and every kernel is also exported under a name of its own. `arrays` and kernels are in
 * kernel units (ms, mV, pA, um, amol, K); get(), set() and parameters in the units of the model.
 */
import type { Expr } from '../../ir/expr.ts'
import type { Kernel } from '../../ir/kernel.ts'
import type { CompiledPopulation, Program } from '../../program.ts'
import { UsageError } from '../../usage-error.ts'
import { CodeWriter } from '../code-writer.ts'
import { expressionsOf, writeFunction, writePrelude } from '../js/emit.ts'
import { reservedWords } from '../js/reserved.ts'
import { SafeNames } from '../safe-names.ts'
import { cellsNames, cellsText, propagatorText } from './cells-text.ts'
import { type NamedPopulation, writeDefinition } from './write-definition.ts'

export function writeModule(program: Program, title: string): string {
  if (program.populations.length === 0) {
    throw new UsageError(
      `${program.name} has no cells that could run: write a module of a neuron or a model.`,
    )
  }
  const populations = namePopulations(program)
  const writer = new CodeWriter()
  writer.comment(title)
  for (const named of populations) {
    writer.blank()
    writeDefinition(named, writer)
  }
  writeExports(populations, writer)
  for (const { functions } of populations) {
    for (const [kernel, name] of functions) writeFunction(kernel, name, writer)
  }
  writeSupport(populations, writer)
  return writer.toString()
}

/** The names of a module: those of its populations first, then those of their kernels. */
export function namePopulations({ populations }: Program): readonly NamedPopulation[] {
  const names = new SafeNames([...reservedWords, ...cellsNames])
  const own = populations.map((population) => names.give(population.name))
  return populations.map((population, k) => {
    const name = own[k] ?? names.give(population.name)
    const records = recordsOf(population)
    const kernels = [...kernelsOf(population), ...records.values()].filter(doesSomething)
    const functions = kernels.map((kernel) => [kernel, names.give(kernel.name)] as const)
    return { population, name, records, functions: new Map(functions) }
  })
}

const doesSomething = ({ each }: Kernel): boolean => each.length > 0

function kernelsOf({ kernels }: CompiledPopulation): readonly Kernel[] {
  const { initialize, step, reset, onStep, events, every } = kernels
  const optional = [reset, onStep].filter((kernel) => kernel !== undefined)
  const others = [...events, ...every].map(({ kernel }) => kernel)
  return [initialize, step, ...optional, ...others]
}

/** What can be recorded without being a slot has a kernel of its own. */
function recordsOf({
  recordables,
  slots,
  kernels,
}: CompiledPopulation): ReadonlyMap<string, Kernel> {
  const stored = new Set(slots.map(({ name }) => name))
  const records = new Map<string, Kernel>()
  for (const { name } of recordables) {
    const make = stored.has(name) ? undefined : kernels.record.get(name)
    if (make) records.set(name, make())
  }
  return records
}

function writeExports(populations: readonly NamedPopulation[], writer: CodeWriter): void {
  const names = populations.map(({ name }) => name)
  writer.blank()
  writer.line(`export { ${names.join(', ')} }`)
  writer.line(`export default ${names.length === 1 ? names.join() : `{ ${names.join(', ')} }`}`)
}

/** What the definitions and kernels need. */
function writeSupport(populations: readonly NamedPopulation[], writer: CodeWriter): void {
  const propagators = populations.flatMap(({ population }) => population.propagators)
  for (const text of [cellsText, ...(propagators.length > 0 ? [propagatorText] : [])]) {
    writer.blank()
    writer.text(text)
  }
  writePrelude(populations.flatMap(everyExpression), writer)
}

function everyExpression({ population, functions }: NamedPopulation): readonly Expr[] {
  const { slots, propagators, kernels } = population
  return [
    ...[...functions.keys()].flatMap(expressionsOf),
    ...slots.map(({ initial }) => initial).filter((expr) => expr !== undefined),
    ...propagators.flatMap(({ matrix }) => matrix.flat()),
    ...kernels.every.map(({ period }) => period),
  ]
}
