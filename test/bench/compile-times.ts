/** How long it takes from the text of each library model to checked, compiled and running code. */
import { compiling, examine, firstStep, parseOnly } from './compiler-steps.ts'
import type { Print } from './bench.ts'
import { librarySources } from './library-sources.ts'
import { median } from './measure.ts'

const rounds = 7

export async function benchCompile(print: Print, only: string): Promise<void> {
  for (const source of librarySources()) {
    if (!`compile ${source.path}`.includes(only)) continue
    const row = { parse: 0, check: 0, js: 0, wasm: 0, firstStep: 0 }
    const cold = await time(compiling(source, 'wasm'))
    row.parse = await take(() => parseOnly(source))
    row.check = await take(() => examine(source))
    row.js = await take(compiling(source, 'js'))
    row.wasm = await take(compiling(source, 'wasm'))
    row.firstStep = await take(firstStep(source))
    print({
      model: source.path.replace(/^.*\//, ''),
      'cold wasm ms': cold,
      'parse ms': row.parse,
      '+ check ms': row.check,
      '+ js ms': row.js,
      '+ wasm ms': row.wasm,
      'to first step ms': row.firstStep,
    })
  }
}

async function take(run: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(await time(run))
  return median(times)
}

async function time(run: () => unknown): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}
