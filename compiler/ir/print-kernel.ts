/**
 * Kernels as text: what they read and keep, then the statements of each part.
 *
 *     kernel step over cells            # LIF · exponential_euler
 *       shared  C pF, g_L nS
 *       reads   I pA, t, dt
 *       keeps   v mV
 *       link
 *         decay = exp(-dt * g_L / C)
 *       each
 *         v := E_L + (v - E_L) * decay
 */
import { type Buffer, builtins, type Extent, type Kernel, type Statement } from './kernel.ts'
import { printExpr } from './print-expr.ts'
import { readsOfKernel } from './statements.ts'

export function printKernel(kernel: Kernel): string {
  const title = kernel.title === '' ? '' : `    # ${kernel.title}`
  return [
    `kernel ${kernel.name} over ${kernel.domain}${title}`,
    ...printBuffers(kernel),
    ...part('link', kernel.link),
    ...part('once', kernel.once),
    ...part('each', kernel.each),
    '',
  ].join('\n')
}

/** Several kernels, a blank line between them. */
export function printKernels(kernels: readonly Kernel[]): string {
  return kernels.map(printKernel).join('\n')
}

const extents: readonly Extent[] = ['element', 'source', 'target']

function printBuffers(kernel: Kernel): string[] {
  const shared = kernel.buffers.filter(({ extent }) => extent === 'shared').map(printBuffer)
  const rows: [string, readonly string[]][] = [['shared', shared]]
  for (const extent of extents) {
    const of = extent === 'element' ? '' : ` of ${extent}`
    const here = kernel.buffers.filter((buffer) => buffer.extent === extent)
    const read = here.filter(({ access }) => access === 'read').map(printBuffer)
    const known = extent === 'element' ? builtinsIn(kernel) : []
    rows.push([`reads${of}`, [...read, ...known]])
    rows.push([`keeps${of}`, here.filter(({ access }) => access === 'write').map(printBuffer)])
  }
  rows.push(['events', kernel.events])
  const shown = rows.filter(([, names]) => names.length > 0)
  const width = Math.max(0, ...shown.map(([label]) => label.length))
  return shown.map(([label, names]) => `  ${label.padEnd(width)}  ${names.join(', ')}`)
}

/** `v mV`, `n integer`, and in brackets what is unusual about how often it changes. */
function printBuffer({ name, type, unit, extent, changes }: Buffer): string {
  const kind = type === 'real' || type === 'single' ? unit : type
  const note = changes === 'link' ? ' (fixed)' : ' (every step)'
  const isUsual = changes === (extent === 'shared' ? 'link' : 'step')
  return `${name}${kind === '' || kind === '1' ? '' : ` ${kind}`}${isUsual ? '' : note}`
}

function builtinsIn(kernel: Kernel): string[] {
  const read = readsOfKernel(kernel)
  const declared = new Set(kernel.buffers.map(({ name }) => name))
  return Object.keys(builtins).filter((name) => read.has(name) && !declared.has(name))
}

function part(label: string, statements: readonly Statement[]): string[] {
  if (statements.length === 0) return []
  return [`  ${label}`, ...printStatements(statements, '    ')]
}

/** Beyond this width a name does not push the others of its block to the right. */
const widestAligned = 20

type When = Extract<Statement, { kind: 'when' }>
type Assignment = Extract<Statement, { kind: 'let' | 'store' | 'add' }>

export function printStatements(statements: readonly Statement[], indent: string): string[] {
  let width = 0
  return statements.flatMap((statement, k) => {
    if (statement.kind === 'when') return printWhen(statement, indent)
    if (statement.kind === 'spike') return [`${indent}${printSpike(statement.event)}`]
    if (statements[k - 1]?.kind !== statement.kind) width = widthFrom(statements, k)
    return [indent + printAssignment(statement, width)]
  })
}

/** The widest name in the run of like statements that starts at k. */
function widthFrom(statements: readonly Statement[], k: number): number {
  const alike = (s: Statement | undefined): s is Assignment => s?.kind === statements[k]?.kind
  let width = 0
  for (let j = k, s = statements[j]; alike(s); s = statements[++j]) {
    const { length } = nameOf(s)
    if (length <= widestAligned) width = Math.max(width, length)
  }
  return width
}

const nameOf = (s: Assignment): string => (s.kind === 'let' ? s.name : s.buffer)

const signs = { let: '=', store: ':=', add: '+=' } as const

function printAssignment(statement: Assignment, width: number): string {
  const name = nameOf(statement).padEnd(width)
  return `${name} ${signs[statement.kind]} ${printExpr(statement.value)}`
}

const printSpike = (event: string): string => (event === 'spike' ? event : `spike ${event}`)

function printWhen({ condition, then, otherwise }: When, indent: string): string[] {
  const inner = printStatements(otherwise, `${indent}  `)
  return [
    `${indent}when ${printExpr(condition)}`,
    ...printStatements(then, `${indent}  `),
    ...(inner.length > 0 ? [`${indent}otherwise`, ...inner] : []),
  ]
}
