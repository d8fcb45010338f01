/**
 * Writes one kernel as a function:
 *
 *     export function step(cells, shared, first, last, spikes) {
 *       const { v } = cells           // mV
 *       const { tau, dt } = shared    // ms, ms
 *       const decay = Math.exp(-dt / tau)
 *       for (let i = first; i < last; i++) { … }
 *     }
 */
import { type Buffer, builtins, type Extent, type Kernel } from '../../ir/kernel.ts'
import { everyStatement, partsOf, readsOfKernel } from '../../ir/statements.ts'
import { type CodeWriter, width } from '../code-writer.ts'
import { list } from '../layout.ts'
import { propertyName } from './literals.ts'
import { parameters, Scope } from './scope.ts'
import { writeStatements } from './write-statements.ts'

export function writeKernel(kernel: Kernel, name: string, writer: CodeWriter): void {
  const used = usedNames(kernel)
  const fromShared = Object.keys(builtins).filter(
    (builtin) => isPerStep(builtin) && used.has(builtin),
  )
  const scope = Scope.of(kernel, fromShared)
  const lists = kernel.events.map((event) => scope.event(event).list)
  writer.comment(kernel.title)
  const head = list('(', [...parameters[kernel.domain], ...lists], ') {')
  writer.block([`export function ${name}`, head], () => {
    writeSources(kernel, { scope, used, fromShared }, writer)
    writeStatements([...kernel.link, ...kernel.once], scope, writer)
    writer.blank()
    for (const event of kernel.events) writer.line(`let ${scope.event(event).count} = 0`)
    writeLoop(kernel, { scope, used }, writer)
    writeResult(kernel, scope, writer)
  })
}

/** Every name that is read or written. */
function usedNames(kernel: Kernel): ReadonlySet<string> {
  const used = readsOfKernel(kernel)
  for (const statement of everyStatement(partsOf(kernel).flat())) {
    if (statement.kind === 'store' || statement.kind === 'add') used.add(statement.buffer)
  }
  return used
}

const isPerStep = (name: string): boolean => ['t', 'dt', 'step', 'seed'].includes(name)

interface Surroundings {
  readonly scope: Scope
  readonly used: ReadonlySet<string>
  readonly fromShared: readonly string[]
}

/** One property of an argument that the function reads. */
interface Field {
  readonly key: string
  readonly local: string
  readonly note: string
}

/** Takes the arrays and shared values out of the arguments. */
function writeSources(
  kernel: Kernel,
  { scope, used, fromShared }: Surroundings,
  writer: CodeWriter,
): void {
  const fieldsOf = (extent: Extent): Field[] =>
    kernel.buffers
      .filter((buffer) => buffer.extent === extent && used.has(buffer.name))
      .map((buffer) => ({
        key: fieldOf(buffer, kernel),
        local: scope.local(buffer.name),
        note: noteOn(buffer),
      }))
  const isPerConnection = kernel.domain === 'connections'
  const ends: Field[] = isPerConnection
    ? [
        { key: 'source', local: 'from', note: 'cell' },
        { key: 'target', local: 'to', note: 'cell' },
      ].filter(({ key }) => needsEnd(kernel, used, key))
    : []
  const known = fromShared.map((key) => ({
    key,
    local: key,
    note: key === 't' || key === 'dt' ? 'ms' : '1',
  }))
  writeFields([...fieldsOf('element'), ...ends], isPerConnection ? 'connections' : 'cells', writer)
  writeFields(fieldsOf('source'), 'sources', writer)
  writeFields(fieldsOf('target'), 'targets', writer)
  writeFields(fieldsOf('shared'), 'shared', writer)
  writeFields(known, 'shared', writer)
}

function needsEnd({ buffers }: Kernel, used: ReadonlySet<string>, end: string): boolean {
  return used.has(end) || buffers.some(({ name, extent }) => extent === end && used.has(name))
}

/** The property of an argument that holds a buffer: `pre.v` is the `v` of `sources`. */
export function fieldOf({ name, extent }: Buffer, { buffers }: Kernel): string {
  const prefix = extent === 'source' ? 'pre.' : extent === 'target' ? 'post.' : ''
  const short = name.startsWith(prefix) ? name.slice(prefix.length) : name
  const isTaken = buffers.some((other) => other.extent === extent && other.name === short)
  return isTaken ? name : short
}

const noteOn = ({ type, unit }: Buffer): string =>
  type === 'real' || type === 'single' ? unit || '1' : type

/** As many as fit on a line, with their units behind it. */
function writeFields(fields: readonly Field[], argument: string, writer: CodeWriter): void {
  let line: Field[] = []
  for (const field of fields) {
    if (line.length > 0 && lengthOf([...line, field], argument) > width) {
      writer.line(destructuring(line, argument), unitsOf(line))
      line = []
    }
    line.push(field)
  }
  if (line.length > 0) writer.line(destructuring(line, argument), unitsOf(line))
}

const margin = '  '.length
const gap = ' // '.length

const lengthOf = (fields: readonly Field[], argument: string): number =>
  margin + destructuring(fields, argument).length + gap + unitsOf(fields).length

function destructuring(fields: readonly Field[], argument: string): string {
  const entries = fields.map(({ key, local }) =>
    key === local ? key : `${propertyName(key)}: ${local}`,
  )
  return `const { ${entries.join(', ')} } = ${argument}`
}

/** The units in the order of the names; nothing where all are pure numbers. */
function unitsOf(fields: readonly Field[]): string {
  const isPlain = fields.every(({ note }) => note === '1')
  return isPlain ? '' : fields.map(({ note }) => note).join(', ')
}

function writeLoop(
  kernel: Kernel,
  { scope, used }: Omit<Surroundings, 'fromShared'>,
  writer: CodeWriter,
): void {
  const index = kernel.domain === 'cells' ? 'i' : 'k'
  writer.block(`for (let ${index} = first; ${index} < last; ${index}++) {`, () => {
    if (kernel.domain === 'spikes') writer.line('const i = list[k]')
    if (kernel.domain === 'connections') {
      writer.line('const i = list ? list[k] : k')
      if (needsEnd(kernel, used, 'source')) writer.line('const source = from[i]')
      if (needsEnd(kernel, used, 'target')) writer.line('const target = to[i]')
    }
    writeStatements(kernel.each, scope.inner(), writer)
  })
}

/** How many elements each event collected: a number for one event, an array for several. */
function writeResult({ events }: Kernel, scope: Scope, writer: CodeWriter): void {
  const counts = events.map((event) => scope.event(event).count)
  if (counts.length === 1) writer.line(`return ${counts.join()}`)
  if (counts.length > 1) writer.line(`return [${counts.join(', ')}]`)
}
