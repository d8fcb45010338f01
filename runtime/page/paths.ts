/** Paths in a page, where the library is all there is: the part of `node:path` and `node:url` that reading models takes. */

export const sep = '/'

/** Where the library is, whatever address the code came from. */
export const fileURLToPath = (): string => '/models'

/** From the root, without `.`, `..` and empty parts. */
export function resolve(...parts: readonly string[]): string {
  const steps: string[] = []
  for (const part of parts) {
    if (part.startsWith(sep)) steps.length = 0
    for (const step of part.split(sep)) {
      if (step === '..') steps.pop()
      else if (step !== '' && step !== '.') steps.push(step)
    }
  }
  return sep + steps.join(sep)
}

export function join(...parts: readonly string[]): string {
  const path = resolve(...parts)
  return parts[0]?.startsWith(sep) ? path : path.slice(1)
}

export const dirname = (path: string): string => resolve(path, '..')

export function basename(path: string, ending = ''): string {
  const name = path.slice(path.lastIndexOf(sep) + 1)
  return name.endsWith(ending) ? name.slice(0, name.length - ending.length) : name
}

export function relative(from: string, to: string): string {
  const [start, end] = [from, to].map((path) => resolve(path).split(sep).filter(Boolean))
  if (!start || !end) return ''
  const differs = start.findIndex((step, k) => step !== end[k])
  const shared = differs === -1 ? start.length : differs
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join(sep)
}
