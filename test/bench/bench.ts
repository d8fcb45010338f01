/** The benchmark: how long a compile takes, and what one cell costs in one step, as ratios in one run. */
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

export async function bench(words: readonly string[]): Promise<void> {
  const asJson = words.includes('--json')
  const valueOf = (flag: string): string | undefined => {
    const at = words.indexOf(flag)
    return at === -1 ? undefined : words[at + 1]
  }
  const only = valueOf('--only') ?? ''
  const peer = valueOf('--peer')
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

const cell = (value: Row[string]): string => `${shown(value)} `.padEnd(19)

function shown(value: Row[string]): string {
  if (typeof value === 'object') return Object.values(value).map(shown).join(' ')
  return typeof value === 'number' ? String(Number(value.toPrecision(3))) : value
}
