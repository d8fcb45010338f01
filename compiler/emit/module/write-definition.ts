/** Writes what a module knows of one population: its slots, what can be recorded, its kernels by role. */
import { type Expr, readsOf } from '../../ir/expr.ts'
import { builtins, type Kernel, type Propagator } from '../../ir/kernel.ts'
import { everyStatement } from '../../ir/statements.ts'
import type { CompiledPopulation, PopulationKernels, Slot } from '../../program.ts'
import type { CodeWriter } from '../code-writer.ts'
import { atom, nested, printExpression } from '../expression-printer.ts'
import { member, stringLiteral } from '../js/literals.ts'
import { spelling, spellNumber } from '../js/spelling.ts'
import { type Doc, either, group, indent, join, line, list } from '../layout.ts'

/** A population with the names its kernels have in the module. */
export interface NamedPopulation {
  readonly population: CompiledPopulation
  /** What the module calls it. */
  readonly name: string
  readonly functions: ReadonlyMap<Kernel, string>
  /** Kernels of recordables that are no slot. */
  readonly records: ReadonlyMap<string, Kernel>
}

/** An entry of an object literal; undefined where there is nothing to say. */
type Entry = Doc | undefined

export function writeDefinition(named: NamedPopulation, writer: CodeWriter): void {
  const { population, name } = named
  const { kernels, dynamics, propagators } = population
  const rows = (label: string, entries: readonly Doc[]): void => {
    if (entries.length === 0) return writer.line(`${label}: [],`)
    writer.block(`${label}: [`, () => entries.map((entry) => writer.line([entry, ','])), '],')
  }
  writer.block(
    `const ${name} = definePopulation({`,
    () => {
      writer.line(`name: ${stringLiteral(population.name)},`)
      writer.line(`doc: ${stringLiteral(dynamics.doc)},`)
      rows(
        'slots',
        orderedSlots(population).map((slot) => slotEntry(slot, population)),
      )
      rows('recordables', recordableEntries(named))
      rows('events', eventEntries(named))
      rows(
        'every',
        kernels.every.map(({ period, kernel }) => everyEntry(period, kernel, named)),
      )
      rows(
        'propagators',
        propagators.map((propagator) => propagatorEntry(propagator, population)),
      )
      for (const [role, kernel] of roles(kernels)) {
        const name = named.functions.get(kernel)
        if (name) writer.line(role === name ? `${role},` : `${role}: ${name},`)
      }
    },
    '})',
  )
}

const roles = ({
  initialize,
  step,
  onStep,
}: PopulationKernels): readonly (readonly [string, Kernel])[] => [
  ['initialize', initialize],
  ['step', step],
  ...(onStep ? [['onStep', onStep] as const] : []),
]

/** An entry for a kernel; nothing where there is none, or none that does something. */
function entryFor(role: string, kernel: Kernel | undefined, { functions }: NamedPopulation): Entry {
  const name = kernel && functions.get(kernel)
  return name && `${role}: ${name}`
}

const object = (entries: readonly Entry[]): Doc => {
  const present = entries.filter((entry) => entry !== undefined)
  return group('{', indent(line, join(present, [',', line])), either(',', ''), line, '}')
}

const text = (key: string, value: string): Doc => `${key}: ${stringLiteral(value)}`

function slotEntry(slot: Slot, population: CompiledPopulation): Doc {
  const { name, role, extent, unit, scale, doc, type, value, initial } = slot
  return object([
    text('name', name),
    text('role', role),
    text('extent', extent),
    type === 'real' ? undefined : text('type', type),
    text('unit', unit),
    `scale: ${scale}`,
    value === 0 ? undefined : ['value: ', nested(spellNumber(value))],
    doc === '' ? undefined : text('doc', doc),
    initial && ['initial: ', arrow(['shared'], initial, population)],
  ])
}

/** Shared parameters after those their defaults read. */
function orderedSlots({ slots }: CompiledPopulation): readonly Slot[] {
  const byName = new Map(slots.map((slot) => [slot.name, slot]))
  const ordered = new Set<Slot>()
  const open = new Set<Slot>()
  const place = (slot: Slot): void => {
    if (ordered.has(slot) || open.has(slot)) return
    open.add(slot)
    for (const name of slot.initial ? readsOf(slot.initial) : []) {
      const needed = byName.get(name)
      if (needed) place(needed)
    }
    ordered.add(slot)
  }
  slots.forEach(place)
  return [...ordered]
}

function recordableEntries(named: NamedPopulation): readonly Doc[] {
  return named.population.recordables.map(({ name, unit, scale }) => {
    const kernel = named.records.get(name)
    const record = entryFor('record', kernel, named)
    return object([text('name', name), text('unit', unit), `scale: ${scale}`, record])
  })
}

/** The events of the step, with what then happens to the cell. */
function eventEntries(named: NamedPopulation): readonly Doc[] {
  const { kernels } = named.population
  return kernels.step.events.map((event) => {
    const sites = [...everyStatement(kernels.step.each)].filter(
      (s) => s.kind === 'spike' && s.event === event,
    )
    const own = kernels.events.find((each) => each.event === event)?.kernel
    const act = event === 'spike' ? kernels.reset : own
    return object([text('name', event), `sites: ${sites.length}`, entryFor('act', act, named)])
  })
}

const everyEntry = (period: Expr, kernel: Kernel, named: NamedPopulation): Doc =>
  object([
    ['period: ', arrow(['shared'], period, named.population)],
    entryFor('renew', kernel, named),
  ])

function propagatorEntry(
  { matrix, transition, gain, extent }: Propagator,
  population: CompiledPopulation,
): Doc {
  const rows = matrix.map((row) =>
    list(
      '[',
      row.map((entry) => nested(print(entry, population))),
      ']',
    ),
  )
  const names = (table: Propagator['gain']): Doc =>
    list(
      '[',
      table.map((row) =>
        list(
          '[',
          row.map((name) => (name === undefined ? 'undefined' : stringLiteral(name))),
          ']',
        ),
      ),
      ']',
    )
  return object([
    text('extent', extent),
    ['matrix: (shared, cells, i) => ', list('[', rows, ']')],
    ['transition: ', names(transition)],
    ['gain: ', names(gain)],
  ])
}

function arrow(parameters: readonly string[], expr: Expr, population: CompiledPopulation): Doc {
  const used = readsOf(expr).size > 0 ? parameters : []
  return group(`(${used.join(', ')}) =>`, indent(line, nested(print(expr, population))))
}

/** An expression that the host evaluates: names are properties of `shared`, or of `cells` at i. */
function print(expr: Expr, { slots }: CompiledPopulation) {
  const perCell = new Set(
    slots.filter(({ extent }) => extent === 'element').map(({ name }) => name),
  )
  const read = (name: string): string => {
    if (name === 'i') return name
    const isShared = Object.hasOwn(builtins, name) || !perCell.has(name)
    return isShared ? member('shared', name) : `${member('cells', name)}[i]`
  }
  return printExpression(expr, {
    spelling,
    number: spellNumber,
    read: (name, e) => atom(read(name), e),
  })
}
