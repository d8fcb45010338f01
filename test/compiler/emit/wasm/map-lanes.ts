/** Runs a function written in lanes over arrays of numbers. */
import { Draft } from '../../../../compiler/emit/wasm/draft.ts'
import { encodeModule } from '../../../../compiler/emit/wasm/encoder.ts'
import type { Instruction, Plain } from '../../../../compiler/emit/wasm/instruction.ts'
import {
  branchIf,
  get,
  i32,
  load,
  plain,
  set,
  store,
} from '../../../../compiler/emit/wasm/instruction.ts'
import { createLanes, type Lanes } from '../../../../compiler/emit/wasm/lanes.ts'
import type { WasmModule } from '../../../../compiler/emit/wasm/module.ts'
import type { Precision } from '../../../../compiler/emit/target.ts'

type Written = (lanes: Lanes, x: Plain, y: Plain) => Instruction

const pageSize = 65536

/** The results for all x, or for all pairs (x, y). */
export function mapLanes(
  precision: Precision,
  written: Written,
  xs: readonly number[],
  ys: readonly number[] = xs,
): readonly number[] {
  const kind = precision === 'f64' ? Float64Array : Float32Array
  const bytes = Math.ceil((xs.length * 8) / 64) * 64
  const memory = new WebAssembly.Memory({ initial: Math.ceil((3 * bytes) / pageSize) })
  const module = new WebAssembly.Module(encodeModule(moduleOf(precision, written)))
  const { exports } = new WebAssembly.Instance(module, { livn: { memory } })
  new kind(memory.buffer, 0, xs.length).set(xs)
  new kind(memory.buffer, bytes, ys.length).set(ys)
  if (typeof exports.map === 'function') exports.map(0, bytes, 2 * bytes, xs.length)
  return [...new kind(memory.buffer, 2 * bytes, xs.length)]
}

/** map(x, y, result, count) */
function moduleOf(precision: Precision, written: Written): WasmModule {
  const names = ['x', 'y', 'result', 'count'] as const
  const parameters = names.map((name) => [name, 'i32'] as const)
  const draft = new Draft({ name: 'map', parameters, results: [] })
  const lanes = createLanes(draft, precision)
  const [x, y, result, count] = draft.parameters
  if (!x || !y || !result || !count) throw new Error('four parameters were asked for')
  draft.loop('next', (next) => {
    const value = written(lanes, at('x', x), at('y', y))
    draft.push(store('v128.store', get(result), value))
    for (const address of [x, y, result])
      draft.push(set(address, plain('i32.add', [get(address), i32(16)])))
    draft.push(set(count, plain('i32.sub', [get(count), i32(lanes.count)])))
    draft.push(branchIf(next, plain('i32.gt_s', [get(count), i32(0)])))
  })
  const memory = { module: 'livn', name: 'memory', minimum: 1 }
  return { title: '', memory, imports: [], functions: [draft.finish('', true)] }

  function at(name: string, address: NonNullable<typeof x>): Plain {
    return draft.keep(name, load('v128.load', get(address)))
  }
}
