/** Writes a module in the WebAssembly binary format, version 1 with 128-bit vectors. */
import { InternalError } from '../../ir/internal-error.ts'
import { Bytes } from './bytes.ts'
import type {
  Block,
  Callee,
  If,
  Immediate,
  Instruction,
  Label,
  Plain,
  ValueType,
  Vector,
} from './instruction.ts'
import type { Alias, ImportedMemory, WasmFunction, WasmModule } from './module.ts'
import { typeKey } from './module.ts'
import type { ImmediateKind } from './operation.ts'
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

/** What is being written, and what immediates refer to. */
interface Writing {
  readonly out: Bytes
  readonly functions: ReadonlyMap<string, number>
  /** Innermost last. */
  readonly labels: (Label | undefined)[]
}

export function encodeModule(module: WasmModule): Uint8Array<ArrayBuffer> {
  const out = new Bytes()
  const callees = [...module.imports, ...module.functions]
  const functions = new Map(callees.map((callee, index) => [callee.name, index]))
  const types = [...new Map(callees.map((c) => [typeKey(c.parameters, c.results), c])).entries()]
  const typeIndex = new Map(types.map(([key], index) => [key, index]))
  const type = ({ parameters, results }: Callee): void =>
    out.unsigned(typeIndex.get(typeKey(parameters, results)) ?? 0)
  const section = (id: number, write: () => void): void => {
    out.byte(id)
    out.sized(write)
  }

  out.all([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0])
  section(1, () => out.list(types, ([, callee]) => encodeType(callee, out)))
  section(2, () => {
    out.unsigned(1 + module.imports.length)
    encodeMemory(module.memory, out)
    for (const imported of module.imports) {
      out.text(imported.module)
      out.text(imported.name)
      out.byte(0x00)
      type(imported)
    }
  })
  section(3, () => out.list(module.functions, type))
  section(7, () =>
    out.list(exportsOf(module), ({ name, of }) => {
      out.text(name)
      out.byte(0x00)
      out.unsigned(indexOf(functions, of))
    }),
  )
  const body = (f: WasmFunction): void => encodeBody(f, { out, functions, labels: [] })
  section(10, () => out.list(module.functions, (f) => out.sized(() => body(f))))
  return out.finish()
}

function exportsOf({ functions, aliases = [] }: WasmModule): readonly Alias[] {
  const exported = functions.filter((f) => f.exported)
  return [...exported.map(({ name }) => ({ name, of: name })), ...aliases]
}

function encodeType({ parameters, results }: Callee, out: Bytes): void {
  out.byte(0x60)
  for (const types of [parameters, results]) out.list(types, (type) => out.byte(typeCode[type]))
}

function encodeMemory({ module, name, minimum, sharedMaximum }: ImportedMemory, out: Bytes): void {
  out.text(module)
  out.text(name)
  out.byte(0x02)
  out.byte(sharedMaximum === undefined ? 0x00 : 0x03)
  out.unsigned(minimum)
  if (sharedMaximum !== undefined) out.unsigned(sharedMaximum)
}

function encodeBody(f: WasmFunction, writing: Writing): void {
  const { out } = writing
  const { locals, body } = f.written()
  const runs: { type: ValueType; count: number }[] = []
  for (const { type } of locals.slice(f.parameters.length)) {
    const last = runs.at(-1)
    if (last?.type === type) last.count += 1
    else runs.push({ type, count: 1 })
  }
  out.list(runs, ({ type, count }) => {
    out.unsigned(count)
    out.byte(typeCode[type])
  })
  encodeAll(body, writing)
  out.byte(structure.end)
}

function encodeAll(instructions: readonly Instruction[], writing: Writing): void {
  for (const instruction of instructions) encode(instruction, writing)
}

function encode(instruction: Instruction, writing: Writing): void {
  switch (instruction.kind) {
    case 'plain':
      encodePlain(instruction, writing)
      break
    case 'block':
    case 'loop':
      encodeBlock(instruction, writing)
      break
    case 'if':
      encodeIf(instruction, writing)
      break
    case 'passage':
      encodeAll(instruction.body, writing)
      break
    case 'remark':
      break
    default:
      instruction satisfies never
  }
}

function encodePlain({ op, operands, immediates }: Plain, writing: Writing): void {
  const { out } = writing
  encodeAll(operands, writing)
  const operation = operationOf(op)
  if (operation.prefix) {
    out.byte(operation.prefix)
    out.unsigned(operation.opcode)
  } else out.byte(operation.opcode)
  let next = 0
  for (const kind of operation.immediates) {
    if (kind === 'zero') out.byte(0)
    else if (kind === 'shuffle') out.all(immediates.map(Number))
    else {
      if (kind === 'memory') out.byte(Math.log2(operation.width))
      encodeImmediate(kind, immediates[next++], writing)
    }
  }
}

function encodeBlock({ kind, label, body }: Block, writing: Writing): void {
  const { out, labels } = writing
  out.byte(structure[kind])
  out.byte(noResult)
  labels.push(label)
  encodeAll(body, writing)
  labels.pop()
  out.byte(structure.end)
}

function encodeIf({ condition, body, otherwise }: If, writing: Writing): void {
  const { out, labels } = writing
  encode(condition, writing)
  out.byte(structure.if)
  out.byte(noResult)
  labels.push(undefined)
  encodeAll(body, writing)
  if (otherwise.length > 0) {
    out.byte(structure.else)
    encodeAll(otherwise, writing)
  }
  labels.pop()
  out.byte(structure.end)
}

function encodeImmediate(
  kind: ImmediateKind,
  value: Immediate | undefined,
  { out, functions, labels }: Writing,
): void {
  if (typeof value === 'number') {
    if (kind === 'i32') return out.signed(value)
    if (kind === 'f32') return out.float32(value)
    if (kind === 'f64') return out.float64(value)
    if (kind === 'lane') return out.byte(value)
    if (kind === 'memory') return out.unsigned(value)
  } else if (typeof value === 'bigint') {
    if (kind === 'i64') return out.signed64(value)
  } else if (value !== undefined) {
    // Most are locals.
    if ('index' in value) return out.unsigned(value.index)
    if ('lanes' in value) return encodeVector(value, out)
    if ('parameters' in value) return out.unsigned(indexOf(functions, value.name))
    const depth = labels.length - 1 - labels.lastIndexOf(value)
    if (depth < labels.length) return out.unsigned(depth)
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

function encodeVector({ shape, lanes }: Vector, out: Bytes): void {
  if (shape === 'i64x2') for (const lane of lanes) out.word64(lane)
  else if (shape === 'f64x2') for (const lane of lanes) out.float64(lane)
  else if (shape === 'f32x4') for (const lane of lanes) out.float32(lane)
  else for (const lane of lanes) out.word32(lane)
}
