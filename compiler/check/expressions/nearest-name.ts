/** The name that was probably meant: close in spelling, found without looking at every name of a large file. */
import { didYouMean } from '../../../grammar/did-you-mean.ts'

/** More names than this are looked through only where they begin alike. */
const many = 200

export function nearestName(text: string, names: readonly string[]): string | undefined {
  if (names.length <= many) return didYouMean(text, names)
  const start = text.slice(0, 1).toLowerCase()
  const isAlike = (name: string): boolean =>
    Math.abs(name.length - text.length) <= 2 && name.slice(0, 1).toLowerCase() === start
  return didYouMean(text, names.filter(isAlike).slice(0, many))
}
