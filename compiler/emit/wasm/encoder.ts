/** Writes a module in the WebAssembly binary format, version 1 with 128-bit vectors. */
import { InternalError } from '../../ir/internal-error.ts'
import type { Bytes } from './bytes.ts'
import { float32, float64, list, signed, sized, text, unsigned, word32, word64 } from './bytes.ts'
import type {
  Block,
  If,
  Immediate,
  Instruction,
  Label,
  Plain,
  ValueType,
  Vector,
} from './instruction.ts'
import type { ImportedMemory, WasmFunction, WasmModule } from './module.ts'
import { typeKey } from './module.ts'
import type { ImmediateKind, Operation } from './operation.ts'
import { operationOf } from './operations.ts'

const typeCode: Record<ValueType, number> = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
}
const structure = { block: 0x02, loop: 0x03, if: 0x04, else: 0x05, end: 0x0b } as const
const noResult = 0x40

/** What an instruction's immediates refer to. */
interface Names {
  readonly functions: ReadonlyMap<string, number>
  /** Innermost last. */
  readonly labels: (Label | undefined)[]
}

export function encodeModule(module: WasmModule): Uint8Array<ArrayBuffer> {
  const callees = [...module.imports, ...module.functions]
  const functions = new Map(callees.map((callee, index) => [callee.name, index]))
  const types = [...new Map(callees.map((c) => [typeKey(c.parameters, c.results), c])).entries()]
  const typeIndex = new Map(types.map(([key], index) => [key, index]))
  const typeOf = (c: { parameters: readonly ValueType[]; results: readonly ValueType[] }): Bytes =>
    unsigned(typeIndex.get(typeKey(c.parameters, c.results)) ?? 0)
  const imports = module.imports.map((f) => [
    ...text(f.module),
    ...text(f.name),
    0x00,
    ...typeOf(f),
  ])
  const exported = module.functions.filter((f) => f.exported)
  const sections: [id: number, elements: readonly Bytes[]][] = [
    [1, types.map(([, c]) => [0x60, ...valueTypes(c.parameters), ...valueTypes(c.results)])],
    [2, [encodeMemory(module.memory), ...imports]],
    [3, module.functions.map(typeOf)],
    [7, exported.map((f) => [...text(f.name), 0x00, ...unsigned(functions.get(f.name) ?? 0)])],
    [10, module.functions.map((f) => sized(encodeBody(f, functions)))],
  ]
  const written = sections.flatMap(([id, elements]) => [id, ...sized(list(elements))])
  return Uint8Array.from([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...written])
}

const valueTypes = (types: readonly ValueType[]): Bytes =>
  list(types.map((type) => [typeCode[type]]))

function encodeMemory(memory: ImportedMemory): Bytes {
  const limits =
    memory.sharedMaximum === undefined
      ? [0x00, ...unsigned(memory.minimum)]
      : [0x03, ...unsigned(memory.minimum), ...unsigned(memory.sharedMaximum)]
  return [...text(memory.module), ...text(memory.name), 0x02, ...limits]
}

function encodeBody(f: WasmFunction, functions: ReadonlyMap<string, number>): Bytes {
  const own = f.locals.slice(f.parameters.length)
  const runs: { type: ValueType; count: number }[] = []
  for (const { type } of own) {
    const last = runs.at(-1)
    if (last?.type === type) last.count += 1
    else runs.push({ type, count: 1 })
  }
  const out: Bytes = list(runs.map(({ type, count }) => [...unsigned(count), typeCode[type]]))
  encodeAll(f.body, out, { functions, labels: [] })
  out.push(structure.end)
  return out
}

function encodeAll(instructions: readonly Instruction[], out: Bytes, names: Names): void {
  for (const instruction of instructions) encode(instruction, out, names)
}

function encode(instruction: Instruction, out: Bytes, names: Names): void {
  switch (instruction.kind) {
    case 'plain':
      encodePlain(instruction, out, names)
      break
    case 'block':
    case 'loop':
      encodeBlock(instruction, out, names)
      break
    case 'if':
      encodeIf(instruction, out, names)
      break
    case 'passage':
      encodeAll(instruction.body, out, names)
      break
    case 'remark':
      break
    default:
      instruction satisfies never
  }
}

function encodePlain(instruction: Plain, out: Bytes, names: Names): void {
  encodeAll(instruction.operands, out, names)
  const operation = operationOf(instruction.op)
  if (operation.prefix) out.push(operation.prefix, ...unsigned(operation.opcode))
  else out.push(operation.opcode)
  let next = 0
  for (const kind of operation.immediates) {
    if (kind === 'zero') out.push(0)
    else if (kind === 'shuffle') out.push(...instruction.immediates.map(Number))
    else out.push(...encodeImmediate(kind, instruction.immediates[next++], { operation, names }))
  }
}

function encodeBlock({ kind, label, body }: Block, out: Bytes, names: Names): void {
  out.push(structure[kind], noResult)
  names.labels.push(label)
  encodeAll(body, out, names)
  names.labels.pop()
  out.push(structure.end)
}

function encodeIf({ condition, body, otherwise }: If, out: Bytes, names: Names): void {
  encode(condition, out, names)
  out.push(structure.if, noResult)
  names.labels.push(undefined)
  encodeAll(body, out, names)
  if (otherwise.length > 0) {
    out.push(structure.else)
    encodeAll(otherwise, out, names)
  }
  names.labels.pop()
  out.push(structure.end)
}

type Lookup = { readonly operation: Operation; readonly names: Names }

function encodeImmediate(kind: ImmediateKind, value: Immediate | undefined, lookup: Lookup): Bytes {
  if (typeof value === 'number') {
    if (kind === 'i32') return signed(value | 0)
    if (kind === 'f32') return float32(value)
    if (kind === 'f64') return float64(value)
    if (kind === 'lane') return [value]
    if (kind === 'memory') return [Math.log2(lookup.operation.width), ...unsigned(value)]
  } else if (typeof value === 'bigint') {
    if (kind === 'i64') return signed(value)
  } else if (value !== undefined) {
    if ('lanes' in value) return encodeVector(value)
    if ('index' in value) return unsigned(value.index)
    if ('parameters' in value) return unsigned(indexOf(lookup.names.functions, value.name))
    const { labels } = lookup.names
    const depth = labels.length - 1 - labels.lastIndexOf(value)
    if (depth < labels.length) return unsigned(depth)
  }
  throw new InternalError(
    'emit wasm',
    `${JSON.stringify(value)} cannot stand where ${kind} is wanted`,
  )
}

function indexOf(functions: ReadonlyMap<string, number>, name: string): number {
  const index = functions.get(name)
  if (index === undefined)
    throw new InternalError('emit wasm', `the module has no function ${name}`)
  return index
}

export function encodeVector(value: Vector): Bytes {
  if (value.shape === 'i64x2') return value.lanes.flatMap(word64)
  const write = { f64x2: float64, f32x4: float32, i32x4: word32 }[value.shape]
  return value.lanes.flatMap(write)
}
