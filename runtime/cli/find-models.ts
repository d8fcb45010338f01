/** Turns what stands on a command line (files, folders, patterns with * and **) into model files. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { UsageError } from '../../compiler/usage-error.ts'

const ending = '.livn'
const skippedFolders = ['node_modules', '.git', 'dist']

/** Paths as the user would write them, each once, in the order given. */
export function findModels(patterns: readonly string[], folder: string): readonly string[] {
  return [...new Set(patterns.flatMap((pattern) => findOne(pattern, folder)))]
}

function findOne(pattern: string, folder: string): readonly string[] {
  const place = resolve(folder, pattern)
  if (existsSync(place)) {
    if (!statSync(place).isDirectory()) return [pattern]
    const found = walk(place).filter((path) => path.endsWith(ending))
    if (found.length === 0) throw new UsageError(`${pattern} holds no ${ending} file.`)
    return found.map((path) => join(pattern, path))
  }
  if (/[*?{]/.test(pattern)) return findMatches(pattern, folder)
  throw new UsageError(`There is no file ${pattern}.${suggest(pattern, folder)}`)
}

function findMatches(pattern: string, folder: string): readonly string[] {
  const fixed = pattern.slice(0, pattern.search(/[*?{]/)).replace(/[^/]*$/, '')
  const start = resolve(folder, fixed)
  const wanted = toRegExp(pattern.slice(fixed.length))
  const found = existsSync(start) ? walk(start).filter((path) => wanted.test(path)) : []
  if (found.length === 0) throw new UsageError(`No file matches ${pattern}.`)
  return found.map((path) => `${fixed}${path}`)
}

/** Files below a folder, as paths from it with forward slashes, in alphabetical order. */
function walk(start: string, below = ''): readonly string[] {
  return readdirSync(join(start, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (!entry.isDirectory()) return [path]
      return skippedFolders.includes(entry.name) ? [] : walk(start, path)
    })
}

const wildcards: Readonly<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
  '{': '(?:',
  '}': ')',
  ',': '|',
}

function toRegExp(pattern: string): RegExp {
  const body = pattern.replace(
    /\*\*\/|\*\*|[*?{},]|[.+^$()|[\]\\]/g,
    (sign) => wildcards[sign] ?? `\\${sign}`,
  )
  return new RegExp(`^${body}$`)
}

/** A file of that name elsewhere below the folder is most likely the one that was meant. */
function suggest(pattern: string, folder: string): string {
  const name = pattern.split('/').at(-1) ?? pattern
  const wanted = name.endsWith(ending) ? name : `${name}${ending}`
  const near = ['.', 'models']
    .map((each) => resolve(folder, each))
    .filter((each) => existsSync(each))
    .flatMap((each) => {
      const paths = each === resolve(folder) ? readdirSync(each) : walk(each)
      return paths.map((path) => relative(folder, join(each, path)))
    })
  const meant = near.find((path) => path === wanted || path.endsWith(`/${wanted}`))
  return meant === undefined ? '' : ` Did you mean ${meant}?`
}
