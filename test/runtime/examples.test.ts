/** The examples of the public classes, run as they stand: what stands behind an arrow is what comes out. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as livn from '../../runtime/index.ts'
import { root } from '../architecture/read-sources.ts'

const rooms = ['runtime/decoding', 'runtime/encoding', 'runtime/learning']

interface Example {
  readonly name: string
  readonly text: string
}

/** What stands after `@example` in the comments of a file, and whose comment it is. */
function examplesIn(path: string): readonly Example[] {
  const source = readFileSync(join(root, path), 'utf8')
  const comments = source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*?@example[\s\S]*?)\*\/\s*(.*)/g)
  return [...comments].map(([, comment = '', declaration = '']) => {
    const text = comment.split('@example')[1] ?? ''
    const name = /(?:class|function) (\w+)/.exec(declaration)?.[1] ?? path
    return { name, text: text.replace(/^ *\* ?/gm, '').trim() }
  })
}

/** Programs in the pages that people read first. */
function programsIn(path: string): readonly Example[] {
  const page = readFileSync(join(root, path), 'utf8')
  const blocks = [...page.matchAll(/^```(?:js|ts)\n([\s\S]*?)^```/gm)]
  return blocks.map(([, text = ''], k) => ({ name: `${path}, program ${k + 1}`, text }))
}

const examples = [
  ...['runtime', 'systems'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => examplesIn(`${room}/${file}`)),
  ),
  ...['README.md', 'runtime/io/README.md'].flatMap(programsIn),
]

/** `value // → expected` becomes a comparison; what is imported is given. */
const compared = (text: string): string =>
  text
    .replace(/^import .* from 'livn'$/gm, '')
    .replace(/^(\S.*?) \/\/ → (.*)$/gm, 'expect($1).toEqual($2)')

const AsyncFunction = (async () => {}).constructor as new (
  ...args: string[]
) => (...values: readonly unknown[]) => Promise<void>

test.each(examples)('$name does what its example says', async ({ text }) => {
  const given = { ...livn, expect, folder: mkdtempSync(join(tmpdir(), 'livn-')) }

  const run = new AsyncFunction(...Object.keys(given), compared(text))

  await run(...Object.values(given))
})

test('every decoding, encoding and space has an example', () => {
  const classes = rooms.flatMap((room) =>
    readdirSync(join(root, room)).flatMap((file) => {
      const source = readFileSync(join(root, room, file), 'utf8')
      return [...source.matchAll(/^export (?:abstract )?class (\w+)/gm)].map(([, name]) => name)
    }),
  )

  const named = examples.map(({ name }) => name)

  const silent = classes.filter((name) => !named.includes(name ?? ''))
  expect(silent).toEqual(['WindowDecoding', 'SpikeDecoding', 'RecordingDecoding'])
})
