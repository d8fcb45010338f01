/** What reading files means in a page: the model library, which came along as texts, and nothing else. */
import { resolve } from './paths.ts'

interface Stats {
  isFile(): boolean
}

interface Entry {
  readonly name: string
  isDirectory(): boolean
}

/** The part of `node:fs` that reading models takes, over texts by path. */
export function readOnlyFiles(texts: Readonly<Record<string, string>>) {
  const paths = Object.keys(texts)
  const below = (folder: string): readonly string[] => {
    const start = folder === '/' ? folder : `${folder}/`
    return paths.flatMap((path) => (path.startsWith(start) ? [path.slice(start.length)] : []))
  }
  const isFile = (path: string): boolean => Object.hasOwn(texts, path)
  const existsSync = (path: string): boolean => {
    const whole = resolve(path)
    return isFile(whole) || below(whole).length > 0
  }
  const realpathSync = (path: string): string => {
    if (existsSync(path)) return resolve(path)
    throw new Error(`ENOENT: a page has the model library, and no ${path}`)
  }
  return {
    existsSync,
    realpathSync,
    readFileSync: (path: string): string => texts[realpathSync(path)] ?? '',
    readdirSync: (path: string): readonly Entry[] => {
      const folder = realpathSync(path)
      const names = new Set(below(folder).map((file) => file.split('/')[0] ?? file))
      return [...names].map((name) => {
        return { name, isDirectory: () => !isFile(resolve(folder, name)) }
      })
    },
    statSync: (path: string): Stats | undefined =>
      existsSync(path) ? { isFile: () => isFile(resolve(path)) } : undefined,
  }
}
