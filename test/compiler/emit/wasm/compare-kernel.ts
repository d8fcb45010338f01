/** Expectations that WebAssembly does what the interpreter does. */
import { expect } from 'vitest'
import type { Kernel } from '../../../../compiler/ir/kernel.ts'
import { runInterpreted, runWasm, type Start } from './run-kernel.ts'

export const row = (count: number, value: (k: number) => number): number[] =>
  Array.from({ length: count }, (_, k) => value(k))

/** Bit for bit, as long as no transcendental function is involved. */
export function expectSame(tested: Kernel, start: Start): void {
  expect(runWasm(tested, start)).toEqual(runInterpreted(tested, start))
}

export function expectClose(tested: Kernel, start: Start, tolerance: number): void {
  const found = runWasm(tested, start)
  const truth = runInterpreted(tested, start)
  expect(found.events).toEqual(truth.events)
  for (const [name, values] of Object.entries(truth.arrays)) {
    const worst = Math.max(
      ...values.map(
        (x, k) => Math.abs(x - (found.arrays[name]?.[k] ?? Number.NaN)) / (1 + Math.abs(x)),
      ),
    )
    expect(worst, name).toBeLessThan(tolerance)
  }
}
