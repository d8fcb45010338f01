/**
 * Lays code out in lines of limited width, breaking where the code says it may.
 *
 * The algorithm is Wadler's "A prettier printer" in the form Prettier made of it: a group stays on
 * one line if it fits there, otherwise all its own lines break.
 */

/** Code whose line breaks are not decided yet. */
export type Doc =
  | string
  | readonly Doc[]
  | { readonly kind: 'group'; readonly body: Doc }
  | { readonly kind: 'indent'; readonly body: Doc }
  /** A line break, or the text `flat` where the group around it fits on one line. */
  | { readonly kind: 'line'; readonly flat: string }
  /** One text where the group around it is broken, another where it is not. */
  | { readonly kind: 'either'; readonly broken: string; readonly flat: string }

export const group = (...body: readonly Doc[]): Doc => ({ kind: 'group', body })
export const indent = (...body: readonly Doc[]): Doc => ({ kind: 'indent', body })
/** A break, or a blank. */
export const line: Doc = { kind: 'line', flat: ' ' }
/** A break, or nothing. */
export const softLine: Doc = { kind: 'line', flat: '' }
export const either = (broken: string, flat: string): Doc => ({ kind: 'either', broken, flat })

/** Puts a separator between docs. */
export const join = (docs: readonly Doc[], separator: Doc): Doc =>
  docs.map((doc, k) => (k === 0 ? doc : [separator, doc]))

/** A bracketed list: on one line, or one entry per line with a comma after each. */
export const list = (open: string, entries: readonly Doc[], close: string): Doc =>
  entries.length === 0
    ? open + close
    : group(open, indent(softLine, join(entries, [',', line])), either(',', ''), softLine, close)

const isList = (doc: Doc): doc is readonly Doc[] => Array.isArray(doc)

/** A doc waiting to be written, at an indentation, broken or on one line. */
interface Pending {
  readonly doc: Doc
  readonly depth: number
  readonly isFlat: boolean
}

const indentation = '  '

/** The finished lines: the first without indentation, the others indented relative to it. */
export function layOut(doc: Doc, width: number): string {
  const pending: Pending[] = [{ doc, depth: 0, isFlat: false }]
  let text = ''
  let room = width
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { depth, isFlat } = next
    const inner = next.doc
    if (typeof inner === 'string') {
      text += inner
      room -= inner.length
    } else if (isList(inner)) {
      pushAll(inner, next, pending)
    } else if (inner.kind === 'line' && !isFlat) {
      text = `${text.trimEnd()}\n${indentation.repeat(depth)}`
      room = width - indentation.length * depth
    } else if (inner.kind === 'group') {
      const flat = { doc: inner.body, depth, isFlat: true }
      const fitting = isFlat || fits(flat, pending, room)
      pending.push(fitting ? flat : { ...flat, isFlat: false })
    } else {
      pending.push(opened(inner, next))
    }
  }
  return text
}

/** One layer taken off. */
function opened(doc: Exclude<Doc, string | readonly Doc[]>, { depth, isFlat }: Pending): Pending {
  switch (doc.kind) {
    case 'group':
      return { doc: doc.body, depth, isFlat }
    case 'indent':
      return { doc: doc.body, depth: depth + 1, isFlat }
    case 'line':
      return { doc: doc.flat, depth, isFlat }
    case 'either':
      return { doc: isFlat ? doc.flat : doc.broken, depth, isFlat }
  }
}

function pushAll(docs: readonly Doc[], { depth, isFlat }: Pending, pending: Pending[]): void {
  for (let k = docs.length - 1; k >= 0; k--) pending.push({ doc: docs[k] ?? '', depth, isFlat })
}

/** Is there room for a doc and for what follows it up to the next possible break? */
function fits(first: Pending, following: readonly Pending[], room: number): boolean {
  const pending: Pending[] = [first]
  let rest = following.length
  let left = room
  while (left >= 0) {
    const next = pending.pop() ?? following[--rest]
    if (!next) return true
    const { doc } = next
    if (typeof doc === 'string') left -= doc.length
    else if (isList(doc)) pushAll(doc, next, pending)
    else if (doc.kind === 'line' && !next.isFlat) return true
    else pending.push(opened(doc, next))
  }
  return false
}
