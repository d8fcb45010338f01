/** The name that was probably meant: the nearest candidate, if one is near at all. */

/** Longer names are not compared: nobody mistypes them by accident. */
const longest = 64

/** The nearest of the candidates; the first of several equally near. */
export function didYouMean(name: string, candidates: readonly string[]): string | undefined {
  if (name.length > longest) return undefined
  let nearest: string | undefined
  let least = allowance(name)
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) > least) continue
    const edits = isSameSpoken(name, candidate) ? 0 : distance(name, candidate)
    if (edits > least || (edits === least && nearest !== undefined)) continue
    nearest = candidate
    least = edits
  }
  return nearest
}

/** A third of the letters may be wrong; one of a name of two, none of a name of one. */
const allowance = (name: string): number =>
  name.length < 2 ? 0 : Math.max(1, Math.floor(name.length / 3))

/** `Vth`, `v_th` and `V_th` sound the same. */
const isSameSpoken = (a: string, b: string): boolean => spoken(a) === spoken(b)

const spoken = (name: string): string => name.toLowerCase().replaceAll('_', '')

/** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other. */
function distance(a: string, b: string): number {
  let before: readonly number[] = []
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const inserted = (row[j - 1] ?? 0) + 1
      const deleted = (above[j] ?? 0) + 1
      const swaps = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = swaps ? (before[j - 2] ?? 0) + 1 : Infinity
      row.push(Math.min(replaced, inserted, deleted, swapped))
    }
    before = above
    above = row
  }
  return above[b.length] ?? 0
}
