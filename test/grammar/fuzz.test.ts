/** No text can crash or hang the reader or the formatter, and the formatter settles at once. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from '../../grammar/parse.ts'
import { print } from '../../grammar/print.ts'
import { babble, Chance, mutate } from '../property/mutate.ts'
import { brian2Blocks } from './brian2-blocks.ts'
import { withoutPlaces } from './without-places.ts'

/** 100 000 for the long run: LIVN_FUZZ=100000. */
const rounds = Number(process.env.LIVN_FUZZ ?? 2000)
const first = Number(process.env.LIVN_FUZZ_FIRST ?? 0)

const gallery = readFileSync('test/grammar/gallery.livn', 'utf8')
const texts = [
  ...gallery.split(/\n\n(?=\S)/),
  ...brian2Blocks.map(({ kind, block }) => `${kind ?? 'neuron'} X {\n${block}\n}`),
]

const read = (text: string) => parse({ path: 'fuzz.livn', text })

/** What is wrong with how a text is read and printed; nothing, if all is well. */
function fault(text: string): string | undefined {
  const { file, diagnostics } = read(text)
  const printed = print(file)
  if (diagnostics.some(({ span: { start, end } }) => !(0 <= start && start <= end))) {
    return 'a span that is no place'
  }
  if (diagnostics.length > 0) return undefined
  const again = read(printed)
  if (again.diagnostics.length > 0) return `printed with a mistake:\n${printed}`
  const isSame = JSON.stringify(withoutPlaces(again.file)) === JSON.stringify(withoutPlaces(file))
  if (!isSame) return `printed as something else:\n${printed}`
  return print(again.file) === printed ? undefined : `not settled:\n${printed}`
}

/** ms that this program has computed, which a busy machine does not lengthen. */
const computed = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

test(`${rounds} damaged and random texts are read and printed`, { timeout: 3_600_000 }, () => {
  const faults: string[] = []
  let slowest = 0
  for (let seed = first; seed < first + rounds; seed++) {
    const chance = new Chance(seed)
    const text = seed % 5 === 4 ? babble(chance) : mutate(texts, chance)
    const start = computed()
    try {
      const found = fault(text)
      if (found) faults.push(`seed ${seed}: ${found}\n--- from\n${text}`)
    } catch (error) {
      faults.push(
        `seed ${seed}: ${error instanceof Error ? error.stack : error}\n--- from\n${text}`,
      )
    }
    slowest = Math.max(slowest, computed() - start)
  }

  expect(faults.slice(0, 5)).toEqual([])
  expect(slowest).toBeLessThan(1000)
})
