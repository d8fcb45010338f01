/** Holds the house plan: who imports whom, how long a file is, what it is called, who mentions it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { expect, test } from 'vitest'
import {
  type CodeFile,
  type Import,
  listFiles,
  readSources,
  root,
} from './architecture/read-sources.ts'
import {
  bannedWords,
  homesByPackage,
  longestFile,
  longestReadme,
  longFile,
  mayImport,
  neverCommitted,
  type Permission,
  type Room,
  rooms,
  topLevel,
} from './architecture/rooms.ts'

const files = listFiles()
const sources = readSources(files)

test('every room imports only the rooms it may', () => {
  const complaints = sources.flatMap((file) =>
    file.imports.filter((wanted) => !wanted.outside).flatMap((wanted) => forbidden(file, wanted)),
  )

  expect(complaints).toEqual([])
})

test('every package is imported only where it lives', () => {
  const complaints = sources.flatMap((file) =>
    file.imports.filter((wanted) => wanted.outside).flatMap((wanted) => homeless(file, wanted)),
  )

  expect(complaints).toEqual([])
})

test('no file is too long to read in one sitting', () => {
  const written = sources.filter((file) => !/\bgenerated\b/i.test(file.firstComment))

  const complaints = written
    .filter((file) => file.lines > longestFile)
    .map((file) => `${file.path} has ${file.lines} lines; ${longestFile} is the limit.`)

  for (const file of written) {
    if (file.lines > longFile)
      console.warn(`${file.path} has ${file.lines} lines; aim for ${longFile}.`)
  }
  expect(complaints).toEqual([])
})

test('every file opens with a sentence that says what it is for', () => {
  const complaints = sources
    .filter((file) => file.firstComment.split(/\s+/).length < 3)
    .map((file) => `${file.path} must open with a /** … */ sentence that says what it is for.`)

  expect(complaints).toEqual([])
})

test('no file name says nothing', () => {
  const complaints = files
    .filter((path) => ['.ts', '.mjs', '.livn'].includes(extname(path)))
    .flatMap((path) => {
      const stem = basename(path).split('.')[0] ?? ''
      const banned = stem.split('-').filter((word) => bannedWords.includes(word))
      return [
        ...banned.map((word) => `${path} is called "${word}"; name what is in it.`),
        ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem) ? [] : [`${path} must be in kebab-case.`]),
      ]
    })

  expect(complaints).toEqual([])
})

test('no exported name says nothing', () => {
  const complaints = sources.flatMap((file) =>
    file.exportedNames.flatMap((name) => {
      const banned = wordsOf(name).find((word) => bannedWords.includes(word))
      if (banned) return [`${file.path} exports ${name}; "${banned}" says nothing.`]
      if (/^(do|handle)[A-Z]/.test(name))
        return [`${file.path} exports ${name}; name what it does.`]
      if (/^I[A-Z][a-z]/.test(name)) return [`${file.path} exports ${name}; drop the I.`]
      return []
    }),
  )

  expect(complaints).toEqual([])
})

test('the nearest README mentions every file', () => {
  const complaints = files
    .filter((path) => isIntroduced(path))
    .flatMap((path) => {
      const readme = nearestReadme(dirname(path))
      if (readme === undefined) return [`${path} has no README.md above it.`]
      return mentions(readme, basename(path)) ? [] : [`${readme} does not mention ${path}.`]
    })

  expect(complaints).toEqual([])
})

test('every room README has the same four headings and fits on a page', () => {
  const readmes = ['compiler', 'runtime', 'systems', 'test'].map((room) => `${room}/README.md`)
  const present = readmes.filter((path) => existsSync(join(root, path)))

  const complaints = present.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    const headings = [...text.matchAll(/^## (.*)$/gm)].map((match) => match[1])
    const wanted = ['For', 'In and out', 'Reading order', 'How to add one']
    return [
      ...wanted
        .filter((each) => !headings.includes(each))
        .map((each) => `${path} lacks "${each}".`),
      ...(text.split('\n').length > longestReadme + 1
        ? [`${path} is over ${longestReadme} lines.`]
        : []),
    ]
  })

  expect(complaints).toEqual([])
})

test('the top level holds only what the plan lists', () => {
  const complaints = readdirSync(root)
    .filter((name) => !topLevel.includes(name) && !neverCommitted.includes(name))
    .map((name) => `${name} does not belong at the top level; give it to the room it serves.`)

  expect(complaints).toEqual([])
})

test('the README of the compiler lists its passes in the order in which they run', () => {
  const pipeline = readOrNothing('compiler/pipeline.ts')
  const optimizer = readOrNothing('compiler/optimize/optimize.ts')
  const announced = [...pipeline.matchAll(/watch\('([\w-]+)'/g)].map((match) => match[1])
  const optimizing = [...optimizer.matchAll(/name: '([\w-]+)'/g)].map((match) => match[1])
  const rows = [...readOrNothing('compiler/README.md').matchAll(/^\| `([\w-]+)` \|/gm)]

  const listed = rows.map((match) => match[1]).filter((name) => !framing.includes(name ?? ''))

  expect(listed).toEqual([...announced, ...optimizing])
})

/** What stands around the passes and is told of in the same table. */
const framing = ['parse', 'check', 'choose-integrators', 'emit']

function readOrNothing(path: string): string {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''
}

/** The innermost room around a path. */
function roomOf(path: string): Room | undefined {
  const around = rooms.filter((room) => path.startsWith(`${room}/`))
  return around.sort((a, b) => b.length - a.length)[0]
}

function forbidden(file: CodeFile, wanted: Import): readonly string[] {
  const from = roomOf(file.path)
  if (from === undefined) return [`${file.path} stands in no room of test/architecture/rooms.ts.`]
  const allowed = mayImport[from]
  const to = roomOf(wanted.target)
  if (allowed === 'everything' || to === from) return []
  if (allowed.some((permission) => grants(permission, wanted, to))) return []
  const short = (name: string): string =>
    name.replace(/^(types of )?(compiler|runtime)\/(?=\w+$)/, '$1')
  const list = allowed.length === 0 ? 'nothing but itself' : `only ${allowed.map(short).join(', ')}`
  const what = wanted.typesOnly ? 'types of ' : ''
  return [`${file.path} imports ${what}${wanted.target}; ${short(from)} may import ${list}.`]
}

function grants(permission: Permission, wanted: Import, to: Room | undefined): boolean {
  const place = permission.replace(/^types of /, '')
  const typesSuffice = place === permission || wanted.typesOnly
  return typesSuffice && (place === wanted.target || place === to)
}

function homeless(file: CodeFile, wanted: Import): readonly string[] {
  const homes = homesByPackage[wanted.target]
  if (homes === undefined) {
    return [`${file.path} imports ${wanted.target}, a package that has no home in rooms.ts.`]
  }
  if (
    homes.some((home) => file.path === home || (home.endsWith('/') && file.path.startsWith(home)))
  ) {
    return []
  }
  return [`${file.path} imports ${wanted.target}, which lives in ${homes.join(' and ')} only.`]
}

/** Tests introduce themselves; everything else that is code or a model is introduced by a README. */
function isIntroduced(path: string): boolean {
  return /\.(ts|mjs|livn)$/.test(path) && !path.endsWith('.test.ts')
}

function nearestReadme(folder: string): string | undefined {
  const path = join(folder, 'README.md')
  if (folder !== '.' && existsSync(join(root, path))) return path
  return folder === '.' ? undefined : nearestReadme(dirname(folder))
}

function mentions(readme: string, name: string): boolean {
  const text = readFileSync(join(root, readme), 'utf8')
  const stem = name.replace(/\.\w+$/, '')
  const escaped = stem.replaceAll('.', '\\.')
  return (
    text.includes(`\`${stem}\``) ||
    new RegExp(`(?<![\\w-])${escaped}\\${extname(name)}\\b`).test(text)
  )
}

function wordsOf(name: string): readonly string[] {
  return name.split(/(?=[A-Z])|_/).map((word) => word.toLowerCase())
}
