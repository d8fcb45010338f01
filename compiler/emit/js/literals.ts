/** Texts of a model as strings and property names: nothing in them can end the quotes. */

export function stringLiteral(text: string): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\"/g, '"')
    .replace(/'/g, "\\'")
    .replace(/[^\x20-\x7e]/g, escapeUnit)
  return `'${escaped}'`
}

const escapeUnit = (unit: string): string =>
  `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

const isIdentifier = (name: string): boolean => /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name)

/** A property in a pattern; in a literal, one called __proto__ would mean something else. */
export const propertyName = (name: string): string =>
  isIdentifier(name) ? name : stringLiteral(name)

/** A property of something: `shared.C`, `shared['dend.C']`. */
export const member = (of: string, name: string): string =>
  isIdentifier(name) ? `${of}.${name}` : `${of}[${stringLiteral(name)}]`
