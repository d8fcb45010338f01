/** How long it takes from the text of each library model to checked, compiled and running code. */
import { compile, examine, parseOnly } from './compiler-steps.ts'
import type { Print } from './bench.ts'
import { librarySources } from './library-sources.ts'
import { median } from './measure.ts'

const rounds = 7

export function benchCompile(print: Print, only: string): void {
  for (const source of librarySources()) {
    if (!`compile ${source.path}`.includes(only)) continue
    const row = { parse: 0, check: 0, js: 0, wasm: 0, firstStep: 0 }
    const cold = time(() => compile(source, 'wasm'))
    const take = (run: () => unknown): number =>
      median(Array.from({ length: rounds }, () => time(run)))
    row.parse = take(() => parseOnly(source))
    row.check = take(() => examine(source))
    row.js = take(() => compile(source, 'js'))
    row.wasm = take(() => compile(source, 'wasm'))
    row.firstStep = take(() => compile(source, 'wasm', true))
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

function time(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}
