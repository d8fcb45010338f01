/** The catalogue of models says what is in their files. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Env } from '../../runtime/env.ts'
import { ModelFiles } from '../../runtime/model-files.ts'
import * as compiler from '../../compiler/index.ts'
import { catalogueText, citationOf } from '../../runtime/cli/catalogue/catalogue-text.ts'
import {
  amplitudeIn,
  neuronPicture,
  pictureName,
} from '../../runtime/cli/catalogue/neuron-picture.ts'
import { kindOf, listMeanings } from '../../runtime/cli/find-meanings.ts'
import { sentenceOf } from '../../runtime/cli/responses/subject.ts'
import { fakeShell } from './fake-shell.ts'

const library = listMeanings([], '.', compiler)
const neurons = library.filter(({ meaning }) => kindOf(meaning) === 'neuron')
const pictured = neurons.map((each) => [pictureName(each), each] as const)
const folder = 'models/pictures'

test('models/README.md is what `livn models catalogue` writes', () => {
  expect(readFileSync('models/README.md', 'utf8')).toBe(catalogueText(library))
})

test('every neuron has its picture, and every picture its neuron', () => {
  expect(readdirSync(folder).sort()).toEqual(pictured.map(([name]) => name).sort())
})

test('pictures are small', () => {
  const sizes = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`).length)

  expect(Math.max(...sizes)).toBeLessThan(3000)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000)
})

test.each(pictured)('%s shows what the neuron does', async (name, neuron) => {
  const shown = readFileSync(`${folder}/${name}`, 'utf8')

  const drawn = await neuronPicture(neuron, amplitudeIn(shown))

  expect(differentColumns(shown, drawn)).toBeLessThanOrEqual(0.05 * columns)
  expect(Math.abs(spikesIn(shown) - spikesIn(drawn))).toBeLessThanOrEqual(1)
})

test('a model is added by one file: it is checked, explained, run alike on every device, and in the catalogue', async () => {
  const path = 'models/neurons/mine.livn'
  const text =
    '# A cell of mine, with | in its comment.\n# Me (2024) J. Neurons 1:2.\n' +
    'neuron Mine {\n  dv/dt = (2 - v) / (5 ms) : 1\n  threshold v > 1\n  reset { v = 0 }\n}\n'
  const shell = fakeShell({ [path]: text })
  const files = new ModelFiles(shell.folder)
  const traces = ['interpreter', 'js', 'wasm'].map(async (backend) => {
    const env = new Env(files.read(path), { ...files.surroundings, backend }).record('v')
    return (await env.run(20)).series('v').values
  })

  const checked = await shell.livn('check', 'models/**/*.livn')
  const explained = await shell.livn('explain', path)
  const [interpreted, ...others] = await Promise.all(traces)
  const catalogue = catalogueText(listMeanings([path], shell.folder, compiler))

  expect(checked).toMatchObject({ code: 0, output: '', errors: '' })
  expect(explained.output).toContain('kernel step over cells')
  for (const values of others) expect(values).toEqual(interpreted)
  expect(catalogue).toContain(
    '| ![Mine](pictures/mine.Mine.svg) | [Mine](neurons/mine.livn) | A cell of mine, with \\| in its comment. | Me (2024) J. Neurons 1:2. |',
  )
})

test.each(library.map((each) => [`${each.meaning.name} of ${each.source.path}`, each] as const))(
  '%s is introduced by a sentence and a source',
  (_, { meaning }) => {
    expect(sentenceOf(meaning.doc)).toMatch(/\S+ .*[.:]$/)
    expect(citationOf(meaning.doc)).toMatch(/\(\d{4}\)/)
  },
)

const columns = 240

/** Columns in which two lines are further apart than a pixel and a half. */
function differentColumns(a: string, b: string): number {
  const [one, other] = [topsOf(a), topsOf(b)]
  return one.filter((top, x) => Math.abs(top - (other[x] ?? 0)) > 3).length
}

/** The highest that the line comes in each column or beside it. */
function topsOf(picture: string): readonly number[] {
  const tops = Array.from({ length: columns }, () => 64)
  const points = pointsOf(/<path d="([^"]*)"/.exec(picture)?.[1] ?? '')
  points.slice(1).forEach(([x1, y1], k) => {
    const [x0, y0] = points[k] ?? [x1, y1]
    for (let x = x0; x <= x1; x++) {
      const y = x1 === x0 ? Math.min(y0, y1) : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0)
      for (const near of [x - 1, x, x + 1]) tops[near] = Math.min(tops[near] ?? 64, y)
    }
  })
  return tops.slice(0, columns)
}

/** `M0 5l3-2 1 4` → places. */
function pointsOf(path: string): readonly (readonly [number, number])[] {
  const numbers = (path.match(/-?\d+/g) ?? []).map(Number)
  let [x, y] = [0, 0]
  return Array.from({ length: numbers.length / 2 }, (_, k) => {
    ;[x, y] = [x + (numbers[2 * k] ?? 0), y + (numbers[2 * k + 1] ?? 0)]
    return [x, y] as const
  })
}

const spikesIn = (picture: string): number =>
  (/<path class="s" d="([^"]*)"/.exec(picture)?.[1]?.match(/M/g) ?? []).length
