/** Diagnostics as people read them: the place, the line with a caret under the wrong part, the words. */
import { type Diagnostic, lineAndColumn, type Span } from './diagnostics.ts'

/** Longer source lines are cut to this many characters around the wrong part. */
const widest = 100

const escape = '\u001b['
const paints = { bold: 1, faint: 2, red: 31, yellow: 33 } as const
type Paint = (style: keyof typeof paints, text: string) => string

const inColor: Paint = (style, text) => `${escape}${paints[style]}m${text}${escape}0m`
const plain: Paint = (_, text) => text

/**
 * ```
 * lif.livn:11:12  unit-mismatch
 *   11 |   dv/dt = (g_L * (E_L - v) + I) / E_L : mV
 *      |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *   dv/dt of a voltage in mV must be in mV/ms; this is nS.
 * ```
 */
export function renderDiagnostic(
  { code, severity, span, message, notes, fix }: Diagnostic,
  { color = false }: { readonly color?: boolean } = {},
): string {
  const paint = color ? inColor : plain
  const strong = severity === 'error' ? 'red' : 'yellow'
  const { line, column } = lineAndColumn(span.source, span.start)
  const gutter = `  ${line} | `
  const { text, indent, width } = excerpt(span)
  const words = [message, ...notes, ...(fix ? [`Fix: ${fix.sentence}`] : [])]
  return [
    `${paint('bold', visible(`${span.source.path}:${line}:${column}`))}  ${paint(strong, code)}`,
    `${paint('faint', gutter)}${text}`.trimEnd(),
    `${paint('faint', `${' '.repeat(gutter.length - 2)}| `)}${' '.repeat(indent)}${paint(strong, '^'.repeat(width))}`,
    ...words.map((sentence) => `  ${visible(sentence)}`),
  ].join('\n')
}

interface Excerpt {
  readonly text: string
  /** Where the underline begins, and how long it is. */
  readonly indent: number
  readonly width: number
}

/** The line a span begins on, cut to size, and what to underline of it. */
function excerpt({ source: { text }, start, end }: Span): Excerpt {
  const lineStart = text.slice(0, start).lastIndexOf('\n') + 1
  const nextLine = text.indexOf('\n', start)
  const line = text.slice(lineStart, nextLine < 0 ? text.length : nextLine).trimEnd()
  const from = start - lineStart
  const to = Math.max(from + 1, Math.min(end - lineStart, line.length))
  return cut(visible(line), from, to)
}

/** Keeps the underlined part in view, with a little of what stands before it. */
function cut(line: string, from: number, to: number): Excerpt {
  if (line.length <= widest) return { text: line, indent: from, width: to - from }
  const first = Math.max(0, Math.min(from - 30, line.length - widest))
  const last = first + widest
  const before = first > 0 ? '…' : ''
  const after = last < line.length ? '…' : ''
  return {
    text: `${before}${line.slice(first, last)}${after}`,
    indent: from - first + before.length,
    width: Math.max(1, Math.min(to, last) - from),
  }
}

/** Nothing in a stranger's text reaches the terminal as a command or turns a line around. */
const visible = (text: string): string =>
  text.replace(/\t/g, ' ').replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '·')
