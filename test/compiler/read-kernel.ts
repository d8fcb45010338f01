/** Reads kernels from the text that `printKernel` writes, so that pass tests are pairs of texts. */
import type { Expr } from '../../compiler/ir/expr.ts'
import {
  type Buffer,
  builtins,
  type Domain,
  type Extent,
  type Kernel,
  type Let,
  type Statement,
} from '../../compiler/ir/kernel.ts'
import { readExpr } from '../../compiler/ir/read.ts'

interface Line {
  readonly indent: number
  readonly text: string
}

/** The heading `kernel NAME over DOMAIN` may be left out. */
export function readKernel(text: string): Kernel {
  const lines = linesOf(text)
  const heading = /^kernel (\S+) over (\S+)(?: +# (.*))?$/.exec(lines[0]?.text ?? '')
  const [, name = 'step', domain = 'cells', title = ''] = heading ?? []
  const body = heading ? lines.slice(1) : lines
  const margin = Math.min(...body.map(({ indent }) => indent))
  const parts = new Map<string, readonly Statement[]>()
  const buffers: Buffer[] = []
  const events: string[] = []
  body.forEach(({ indent, text: line }, k) => {
    if (indent > margin) return
    const [, label = '', rest = ''] = /^((?:\w+)(?: of \w+)?)\s*(.*)$/.exec(line) ?? []
    if (/^(shared|reads|keeps)/.test(label)) buffers.push(...readBuffers(label, rest))
    else if (label === 'events') events.push(...rest.split(/, */))
    else parts.set(label, readBlock(body, k + 1, margin))
  })
  const lets = (part: string) => (parts.get(part) ?? []).filter((s): s is Let => s.kind === 'let')
  const each = parts.get('each') ?? []
  return {
    name,
    title,
    domain: domain as Domain,
    buffers,
    link: lets('link'),
    once: lets('once'),
    each,
    events,
  }
}

function linesOf(text: string): readonly Line[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ indent: line.search(/\S/), text: line.trim() }))
}

function readBuffers(label: string, names: string): readonly Buffer[] {
  const [verb = '', , end] = label.split(' ')
  const extent: Extent =
    verb === 'shared' ? 'shared' : end === 'source' || end === 'target' ? end : 'element'
  const access = verb === 'keeps' ? 'write' : 'read'
  return names.split(/, */).flatMap((entry) => {
    const [, name = '', kind = '', note] = /^(\S+)(?: ([^\s(]+))?(?: \((.*)\))?$/.exec(entry) ?? []
    if (Object.hasOwn(builtins, name)) return []
    const type = kind === 'boolean' || kind === 'integer' ? kind : 'real'
    const usual = extent === 'shared' ? 'link' : 'step'
    const changes = note === 'fixed' ? 'link' : note === 'every step' ? 'step' : usual
    return [{ name, extent, type, access, changes, unit: type === 'real' ? kind || '1' : '1' }]
  })
}

/** The statements from line k on that are indented deeper than their heading. */
function readBlock(lines: readonly Line[], k: number, outer: number): readonly Statement[] {
  const statements: Statement[] = []
  const indent = lines[k]?.indent ?? 0
  for (let j = k; (lines[j]?.indent ?? 0) > outer; j++) {
    const line = lines[j]
    if (line?.indent === indent) statements.push(...readStatement(lines, j))
  }
  return statements
}

function readStatement(lines: readonly Line[], k: number): readonly Statement[] {
  const { text, indent } = lines[k] ?? { text: '', indent: 0 }
  if (text === 'otherwise') return []
  if (/^spike\b/.test(text)) return [{ kind: 'spike', event: text.split(' ')[1] ?? 'spike' }]
  if (text.startsWith('when ')) {
    const next = lines.findIndex((line, j) => j > k && line.indent <= indent)
    const hasOtherwise = lines[next]?.text === 'otherwise' && lines[next]?.indent === indent
    const otherwise = hasOtherwise ? readBlock(lines, next + 1, indent) : []
    return [
      {
        kind: 'when',
        condition: readExpr(text.slice(5)),
        then: readBlock(lines, k + 1, indent),
        otherwise,
      },
    ]
  }
  const [, name = '', sign = '', value = ''] = /^(\S+)\s+(:=|\+=|=)\s+(.*)$/.exec(text) ?? []
  return [assignment(name, sign, readExpr(value))]
}

function assignment(name: string, sign: string, value: Expr): Statement {
  if (sign === '=') return { kind: 'let', name, value }
  return { kind: sign === '+=' ? 'add' : 'store', buffer: name, value }
}
