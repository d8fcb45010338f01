/** What a decoding or an encoding consists of, as text: two that consist of the same are interchangeable. */
import { UsageError } from '../../compiler/usage-error.ts'

/** Objects with fields that are no part of what they are say what they are. */
export interface HasContent {
  content(): unknown
}

const hasContent = (value: object): value is HasContent =>
  'content' in value && typeof value.content === 'function'

/** The same text whenever the same classes were made with the same options, whatever they did since. */
export function contentOf(value: unknown, within: readonly object[] = []): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'function') return `function ${value.name} ${numberOf(value)}`
  if (typeof value !== 'object' || value === null) {
    return Object.is(value, -0) ? '-0' : String(value)
  }
  if (within.includes(value)) {
    throw new UsageError(
      `${value.constructor.name} contains itself; give it a content() that says what it is.`,
    )
  }
  const inside = (part: unknown): string => contentOf(part, [...within, value])
  const name = value.constructor?.name ?? 'Object'
  return `${name}${partsOf(value, inside)}`
}

function partsOf(value: object, inside: (part: unknown) => string): string {
  if (hasContent(value)) return `(${inside(value.content())})`
  if (ArrayBuffer.isView(value) || Array.isArray(value)) {
    return `[${Array.from(value as ArrayLike<unknown>, inside).join(',')}]`
  }
  if (value instanceof Map) return `{${[...value].map(inside).sort().join(',')}}`
  if (value instanceof Set) return `{${[...value].map(inside).sort().join(',')}}`
  const fields = Object.entries(value).filter(([, part]) => part !== undefined)
  const written = fields.map(([name, part]) => `${JSON.stringify(name)}:${inside(part)}`)
  return `{${written.sort().join(',')}}`
}

/** What a function closes over cannot be seen, so that each is itself and no other. */
const numbers = new WeakMap<object, number>()
let functions = 0

function numberOf(known: object): number {
  const number = numbers.get(known) ?? functions++
  numbers.set(known, number)
  return number
}

export const sameContent = (a: unknown, b: unknown): boolean => contentOf(a) === contentOf(b)

const offset = 0xcbf29ce484222325n
const prime = 0x100000001b3n

/** 64 bits of it (FNV-1a) in hexadecimal digits; the same on every machine where no functions are in it. */
export function contentHash(value: unknown): string {
  let hash = offset
  for (const byte of new TextEncoder().encode(contentOf(value))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime)
  }
  return hash.toString(16).padStart(16, '0')
}
