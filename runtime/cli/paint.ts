/** Colours a rendered message: its code, and the carets under the wrong part. */
const escape = '\u001b['
const paints = { bold: 1, red: 31, yellow: 33 } as const

const color = (paint: keyof typeof paints, text: string): string =>
  `${escape}${paints[paint]}m${text}${escape}0m`

/** The text of one diagnostic, `file:line:column  code` first. */
export function paint(message: string, severity: 'error' | 'warning'): string {
  const strong = severity === 'error' ? 'red' : 'yellow'
  return message
    .split('\n')
    .map((line, index) => {
      if (index > 0)
        return line.replace(/\^+/g, (carets) =>
          isUnderline(line) ? color(strong, carets) : carets,
        )
      return line.replace(
        /^(\S+)(\s+)(\S+)/,
        (_, place: string, gap: string, code: string) =>
          `${color('bold', place)}${gap}${color(strong, code)}`,
      )
    })
    .join('\n')
}

const isUnderline = (line: string): boolean => /^[\s|]*\^+\s*$/.test(line)
