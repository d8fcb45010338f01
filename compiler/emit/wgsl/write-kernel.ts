/**
 * Writes one kernel as a function of one element:
 *
 *     struct step_at { v: u32, tau: f32, decay: f32 }     // where v begins; shared values
 *
 *     fn step(at: step_at, i: u32, spikes: u32) {
 *       var v = reals[at.v + i];
 *       …
 *       reals[at.v + i] = v_new;
 *     }
 *
 * Its arguments: the frame; `now`, where something is computed once per step; the number of the step, where
 * that is read; the element; and the list of each event.
 */
import type { Kernel, Statement } from '../../ir/kernel.ts'
import { namesReadIn } from '../../ir/statements.ts'
import { breakUp } from '../break-up.ts'
import type { CodeWriter } from '../code-writer.ts'
import { list } from '../layout.ts'
import { SafeNames } from '../safe-names.ts'
import { type Field, fieldsOf, isSum, momentsOf, needsEnd } from './frame.ts'
import { keywords } from './reserved.ts'
import { endNames, listsOf, type Outside, Scope } from './scope.ts'
import type { Kind } from './spelling.ts'
import { neededIn, writeStatements } from './write-statements.ts'

/** What the function of a kernel is called with, in this order; absent where it asks for nothing of the kind. */
export interface Arguments {
  readonly hasMoments: boolean
  readonly hasStep: boolean
}

export const argumentsOf = (kernel: Kernel): Arguments => ({
  hasMoments: momentsOf(kernel).length > 0,
  hasStep: namesReadIn(kernel.each).has('step'),
})

/** The identifiers of the frame's fields, by the names of the kernel. */
export function fieldNames(kernel: Kernel): ReadonlyMap<string, string> {
  const names = new SafeNames(keywords)
  return new Map(
    fieldsOf(kernel).map((field) => {
      const wish = field.kind === 'end' ? endNames[field.name] : field.name
      return [field.name, names.give(wish)]
    }),
  )
}

export function momentNames(kernel: Kernel): ReadonlyMap<string, string> {
  const names = new SafeNames(keywords)
  return new Map(momentsOf(kernel).map(({ name }) => [name, names.give(name)]))
}

export function writeKernel(whole: Kernel, name: string, writer: CodeWriter): void {
  const kernel = breakUp(whole)
  const fields = fieldNames(kernel)
  const scope = Scope.of(kernel, fields, outsideOf(kernel, fields))
  const lists = listsOf(kernel)
  writer.comment(kernel.title)
  writeStructs(kernel, { name, fields }, writer)
  const { hasMoments, hasStep } = argumentsOf(kernel)
  const parameters = [
    `at: ${name}_at`,
    ...(hasMoments ? [`now: ${name}_now`] : []),
    ...(hasStep ? ['step: i32'] : []),
    'i: u32',
    ...lists.map((each) => `${each}: u32`),
  ]
  writer.block([`fn ${name}`, list('(', parameters, ') {')], () => {
    writeEnds(kernel, fields, writer)
    writeLoads(kernel, scope, writer)
    const byEvent = new Map(kernel.events.map((event, k) => [event, lists[k] ?? '']))
    writeStatements(kernel.each, { scope, writer, lists: byEvent, later: new Set() })
  })
}

function outsideOf(
  kernel: Kernel,
  fields: ReadonlyMap<string, string>,
): ReadonlyMap<string, Outside> {
  const outside = new Map<string, Outside>([
    ['i', { text: 'i', kind: 'word' }],
    ['source', { text: endNames.source, kind: 'word' }],
    ['target', { text: endNames.target, kind: 'word' }],
    ['step', { text: 'step', kind: 'signed' }],
  ])
  for (const field of fieldsOf(kernel)) {
    if (field.kind !== 'shared' && field.kind !== 'link') continue
    outside.set(field.name, outsideAt(`at.${fields.get(field.name)}`, field))
  }
  const moments = momentNames(kernel)
  for (const { name, type } of momentsOf(kernel)) {
    outside.set(name, outsideAt(`now.${moments.get(name)}`, { name, type }))
  }
  return outside
}

function outsideAt(text: string, { name, type }: { name: string; type: string }): Outside {
  if (name === 'seed') return { text, kind: 'word' }
  const kind: Kind = type === 'u32' ? 'boolean' : 'real'
  return { text: kind === 'boolean' ? `(${text} != 0u)` : text, kind }
}

interface Naming {
  readonly name: string
  readonly fields: ReadonlyMap<string, string>
}

function writeStructs(kernel: Kernel, { name, fields }: Naming, writer: CodeWriter): void {
  writer.block(`struct ${name}_at {`, () => {
    const all = fieldsOf(kernel)
    if (all.length === 0) writer.line('nothing: u32,')
    for (const field of all) {
      const note = 'note' in field && field.note !== '1' ? field.note : ''
      writer.line(`${fields.get(field.name)}: ${typeOfField(field)},`, note)
    }
  })
  const moments = momentNames(kernel)
  if (moments.size > 0) {
    writer.blank()
    writer.block(`struct ${name}_now {`, () => {
      for (const { name: moment, type } of momentsOf(kernel))
        writer.line(`${moments.get(moment)}: ${type},`)
    })
  }
  writer.blank()
}

const typeOfField = (field: Field): string =>
  field.kind === 'shared' || field.kind === 'link' ? field.type : 'u32'

function writeEnds(kernel: Kernel, fields: ReadonlyMap<string, string>, writer: CodeWriter): void {
  if (kernel.domain !== 'connections') return
  for (const end of ['source', 'target'] as const) {
    if (needsEnd(kernel, end))
      writer.line(`let ${endNames[end]} = u32(wholes[at.${fields.get(end)} + i]);`)
  }
}

/** Every buffer whose value matters has a local, which changes with it. */
function writeLoads(kernel: Kernel, scope: Scope, writer: CodeWriter): void {
  const needed = neededIn(kernel.each)
  for (const buffer of kernel.buffers) {
    const { name, extent, type } = buffer
    if (extent === 'shared' || isSum(buffer) || !needed.has(name)) continue
    const value = scope.element(name)
    const keyword = changes(kernel.each, name, false) ? 'var' : 'let'
    writer.line(
      `${keyword} ${scope.local(name)} = ${type === 'boolean' ? `${value} != 0` : value};`,
    )
  }
}

/** Whether a buffer changes while its value still matters. */
function changes(statements: readonly Statement[], name: string, isNeeded: boolean): boolean {
  return statements.some((statement, k) => {
    const later = isNeeded || neededIn(statements.slice(k + 1)).has(name)
    if (statement.kind === 'when') {
      return changes(statement.then, name, later) || changes(statement.otherwise, name, later)
    }
    return 'buffer' in statement && statement.buffer === name && later
  })
}
