/** Numbers as WGSL writes them: the shortest text that is the same f32. */

/** WGSL has no infinity, so the largest finite number stands for it. */
const largest = 3.4028234663852886e38

export function realLiteral(value: number): string {
  const single = Math.fround(Math.min(Math.max(value, -largest), largest))
  const text = shortest(Math.abs(single))
  const shown = /[.e]/.test(text) ? text : `${text}.0`
  return single < 0 || Object.is(single, -0) ? `-${shown}` : shown
}

function shortest(single: number): string {
  if (single === largest) return '3.4028234e38'
  for (let digits = 1; digits < 9; digits++) {
    const near = Number(single.toPrecision(digits))
    if (Math.fround(near) === single) return plain(near)
  }
  return plain(Number(single.toPrecision(9)))
}

const plain = (value: number): string => String(value).replace('e+', 'e')

/** 32 bits without a sign. */
export const wordLiteral = (value: number): string => `${value >>> 0}u`
