/** A quantity as a title says it: its name, and in brackets its unit, as one writes it by hand. */

const signs: readonly (readonly [RegExp, string])[] = [
  [/\bu(?=[A-Za-z])/g, 'µ'],
  [/\^2\b/g, '²'],
  [/\^3\b/g, '³'],
  [/\^-1\b/g, '⁻¹'],
  [/\*/g, '·'],
]

/** `µA/cm²`; nothing for pure numbers. */
export const writtenUnit = (unit: string): string =>
  unit === '1' ? '' : signs.reduce((text, [sign, written]) => text.replace(sign, written), unit)

/** `v (mV)`, and `m` alone where it has no unit. */
export function withUnit(name: string, unit: string): string {
  const written = writtenUnit(unit)
  return written === '' ? name : `${name} (${written})`
}
