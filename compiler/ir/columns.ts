/** Rows of text with their columns one below the other, two spaces apart; one before `=` and `:`. */

/** Cells wider than this do not push the others to the right. */
const widest = 44

export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, k) => {
      widths[k] = Math.max(widths[k] ?? 0, cell.length <= widest ? cell.length : 1)
    })
  }
  return rows.map((row) => {
    const cells = row.map((cell, k) => {
      if (widths[k] === 0) return ''
      const gap = k === 0 ? '' : /^[=:]/.test(cell) ? ' ' : '  '
      return gap + cell.padEnd(widths[k] ?? 0)
    })
    return cells.join('').trimEnd()
  })
}
