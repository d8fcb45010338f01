/** Measures how far our functions are from the truth, and prints the table of compiler/emit/wasm/README.md. */
import type { Precision } from '../../../../compiler/emit/target.ts'
import { streamOf, uniformAt } from '../../../../compiler/ir/random.ts'
import { errorInUlps } from './double-double.ts'
import { type FunctionRow, functions, type Range } from './function-table.ts'
import { mapLanes } from './map-lanes.ts'

const pointsPerRange = 4000

function pointIn({ kind, low, high }: Range, stream: number, k: number): number {
  const u = uniformAt(1, stream, k, 0)
  if (kind === 'even') return low + (high - low) * u
  const size = Math.exp(Math.log(low) + (Math.log(high) - Math.log(low)) * u)
  return kind === 'small' && k % 2 === 1 ? -size : size
}

/** The largest error in units of the last place, and where it is. */
export function largestError(row: FunctionRow, precision: Precision): { ulps: number; at: number } {
  const points = row.ranges[precision].flatMap((range, r) =>
    Array.from({ length: pointsPerRange }, (_, k) =>
      pointIn(range, streamOf(`${row.name}/${r}`), k),
    ),
  )
  const xs = precision === 'f64' ? points : points.map(Math.fround)
  const found = mapLanes(precision, (lanes, x) => row.written(lanes, x), xs)
  let worst = { ulps: 0, at: 0 }
  for (const [k, x] of xs.entries()) {
    const ulps = errorInUlps(found[k] ?? Number.NaN, row.truth(x), precision)
    if (!(ulps <= worst.ulps)) worst = { ulps, at: x }
  }
  return worst
}

/** One line per function. */
export function printErrors(): string {
  const rows = functions.map((row) => {
    const [f64, f32] = (['f64', 'f32'] as const).map((p) => largestError(row, p).ulps.toFixed(1))
    return `| ${row.name} | ${printRanges(row.ranges.f64)} | ${f64} | ${f32} |`
  })
  const head = '| function | measured on (f64) | f64 | f32 |\n| --- | --- | --- | --- |'
  return [head, ...rows].join('\n')
}

const printRanges = (ranges: readonly Range[]): string =>
  ranges
    .map(({ kind, low, high }) => (kind === 'small' ? `±${low} … ±${high}` : `${low} … ${high}`))
    .join(', ')
