/** The benchmark: how long a compile takes, and what one cell costs in one step, as ratios in one run. */
import { parseArgs } from 'node:util'
import { benchCards } from './card-times.ts'
import { benchClosedLoop } from './closed-loop-times.ts'
import { benchCompile } from './compile-times.ts'
import { benchCultures } from './culture-times.ts'
import { benchGrowth, benchNetworks } from './network-times.ts'
import { benchSteps } from './step-times.ts'

/** One measured line; what `--json` prints. */
export type Row = Readonly<
  Record<string, string | number | Readonly<Record<string, string | number>>>
>

export type Print = (row: Row) => void

type Bench = (print: Print, only: string, peer?: string) => void | Promise<void>

const cases: readonly (readonly [name: string, run: Bench])[] = [
  ['compile', benchCompile],
  ['steps', benchSteps],
  ['networks', benchNetworks],
  ['growth', benchGrowth],
  ['cultures', benchCultures],
  ['closed-loop', benchClosedLoop],
  ['gpu', benchCards],
]

const usage = `npm run bench -- [--only TEXT] [--peer brian2] [--json]

  --only TEXT   only cases whose names contain it: ${cases.map(([name]) => name).join(', ')}, or a model
  --peer brian2 networks beside Brian2, whose python3 must be the first on the path
  --json        a line of JSON for each row`

export async function bench(words: readonly string[]): Promise<void> {
  const wanted = optionsIn(words)
  if (!wanted || wanted.help) {
    console.log(usage)
    return
  }
  const { json: asJson, only = '', peer } = wanted
  let columns: readonly string[] = []
  const print: Print = (row) => {
    if (asJson) return void process.stdout.write(`${JSON.stringify(row)}\n`)
    const names = Object.keys(row)
    if (names.join() !== columns.join()) process.stdout.write(`\n${names.map(cell).join('')}\n`)
    columns = names
    process.stdout.write(`${Object.values(row).map(cell).join('')}\n`)
  }
  for (const [, run] of cases) await run(print, only, peer)
}

/** Undefined where a word has no say, which is told. */
function optionsIn(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        only: { type: 'string' },
        peer: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
    return undefined
  }
}

const cell = (value: Row[string]): string => `${shown(value)} `.padEnd(19)

function shown(value: Row[string]): string {
  if (typeof value === 'object') return Object.values(value).map(shown).join(' ')
  return typeof value === 'number' ? String(Number(value.toPrecision(3))) : value
}
