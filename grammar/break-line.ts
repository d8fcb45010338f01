/** Breaks a long line where the language lets a statement go on: before operators, behind commas. */

export const widest = 100
const indent = '    '

/** The line as several, the later ones indented; as it is where it is short enough. */
export function breakLine(text: string, width: number): readonly string[] {
  if (text.length <= width) return [text]
  const lines: string[] = []
  let rest = text
  for (;;) {
    const room = lines.length === 0 ? width : width - indent.length
    const at = rest.length <= room ? 0 : bestPlace(rest, room)
    lines.push((lines.length === 0 ? '' : indent) + (at === 0 ? rest : rest.slice(0, at).trimEnd()))
    if (at === 0) return lines
    rest = rest.slice(at).trimStart()
  }
}

/** What a line may break at, and how tightly it binds. */
const strengths: ReadonlyMap<string, number> = new Map([
  ['where', 0],
  ['each', 0],
  ['with', 0],
  ['times', 0],
  ['then', 1],
  ['else', 1],
  ['or', 2],
  ['and', 3],
  ['<', 4],
  ['<=', 4],
  ['>', 4],
  ['>=', 4],
  ['==', 4],
  ['!=', 4],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['//', 6],
  ['%', 6],
])

/** The outermost place that fits, the last of several; the first at all where none fits; or 0. */
function bestPlace(text: string, room: number): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const { at, depth } of places(text)) {
    if (at > room && best > 0) break
    if (depth > least) continue
    best = at
    least = depth
  }
  return best
}

/** All places in order; inside parentheses they count as deeper. */
function* places(text: string): Generator<{ readonly at: number; readonly depth: number }> {
  let nesting = 0
  let previous = ''
  const [outside = ''] = text.split('"', 1)
  for (const { 0: word, index } of outside.matchAll(/[^\s(),[\]]+|[(),[\]]/g)) {
    if (word === '(' || word === '[') nesting += 1
    if (word === ')' || word === ']') nesting -= 1
    const strength = previous === ',' ? 7 : strengths.get(word)
    const isApart =
      text[index - 1] === ' ' && (previous === ',' || text[index + word.length] === ' ')
    if (strength !== undefined && isApart && index > indent.length) {
      yield { at: index, depth: nesting * 10 + strength }
    }
    previous = word
  }
}
