/** The name somebody probably meant: the one that takes the fewest changes of a letter. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const rated = known.map((each) => ({ each, changes: changesBetween(String(name), each) }))
  const [best] = rated.sort((a, b) => a.changes - b.changes)
  return best && best.changes <= Math.max(1, best.each.length / 3) ? best.each : undefined
}

/** Levenshtein's distance, capital letters aside. */
function changesBetween(a: string, b: string): number {
  const [from, to] = [a.toLowerCase(), b.toLowerCase()]
  let row = Array.from({ length: to.length + 1 }, (_, k) => k)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
    }
    row = next
  }
  return row[to.length] ?? 0
}
