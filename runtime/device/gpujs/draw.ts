/** Random numbers of a step, drawn on the processor: gpu.js has no whole numbers of 32 bits. */
import type { Draw } from '../../../compiler/emit/gpujs/gpu-form.ts'
import { evaluate } from '../../../compiler/ir/evaluate.ts'
import type { Expr } from '../../../compiler/ir/expr.ts'
import { rowOf } from '../../../compiler/ir/ops.ts'
import type { DeviceArray } from '../device.ts'

interface Around {
  readonly count: number
  /** What all cells share. */
  readonly now: ReadonlyMap<string, number>
  readonly arrays: ReadonlyMap<string, DeviceArray>
}

/** One number for each cell. */
export function drawn({ expr }: Draw, { count, now, arrays }: Around): Float32Array {
  const parts = expr.args.map((arg: Expr) => (i: number): number => {
    if (arg.kind === 'number') return arg.value
    const valueOf = (wanted: string): number =>
      wanted === 'i' ? i : (now.get(wanted) ?? arrays.get(wanted)?.[i] ?? Number.NaN)
    return arg.kind === 'read' ? valueOf(arg.name) : evaluate(arg, valueOf)
  })
  const draw = rowOf(expr.op).evaluate
  return Float32Array.from({ length: count }, (_, i) => draw(...parts.map((part) => part(i))))
}
