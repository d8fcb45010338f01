/** Modules we encode are what the binary format says. */
import { expect, test } from 'vitest'
import { Bytes } from '../../../../compiler/emit/wasm/bytes.ts'
import { Draft } from '../../../../compiler/emit/wasm/draft.ts'
import { encodeModule } from '../../../../compiler/emit/wasm/encoder.ts'
import type {
  Immediate,
  Instruction,
  ValueType,
} from '../../../../compiler/emit/wasm/instruction.ts'
import { branchIf, get, i32, plain, set } from '../../../../compiler/emit/wasm/instruction.ts'
import type { WasmFunction, WasmModule } from '../../../../compiler/emit/wasm/module.ts'
import type { ImmediateKind, Operation } from '../../../../compiler/emit/wasm/operation.ts'
import { type OperationName, operationOf } from '../../../../compiler/emit/wasm/operations.ts'
import { scalarOperations } from '../../../../compiler/emit/wasm/scalar-operations.ts'
import { vectorOperations } from '../../../../compiler/emit/wasm/vector-operations.ts'

const moduleOf = (functions: readonly WasmFunction[]): WasmModule => ({
  title: 'test',
  memory: { module: 'livn', name: 'memory', minimum: 1 },
  imports: [],
  functions,
})

const types: Record<string, ValueType> = { i: 'i32', l: 'i64', f: 'f32', d: 'f64', v: 'v128' }

const samples: Record<ImmediateKind, readonly Immediate[]> = {
  i32: [-7],
  i64: [-7n],
  f32: [1.5],
  f64: [1.5],
  v128: [{ shape: 'f64x2', lanes: [1, 2] }],
  memory: [300],
  lane: [1],
  shuffle: Array.from({ length: 16 }, (_, k) => k),
  zero: [],
  local: [],
  label: [],
  function: [],
}

/** A function that applies one operation to its parameters and returns the result. */
function around(op: OperationName, { signature, immediates }: Operation): WasmFunction {
  const [taken = '', given = ''] = signature.split('>')
  const parameters = [...taken].map((letter, k) => [`p${k}`, types[letter] ?? 'i32'] as const)
  const results = [...given].map((letter) => types[letter] ?? 'i32')
  const draft = new Draft({ name: op, parameters, results })
  draft.push(
    plain(
      op,
      draft.parameters.map(get),
      immediates.flatMap((kind) => samples[kind]),
    ),
  )
  return draft.finish('', true)
}

const names = Object.keys({ ...scalarOperations, ...vectorOperations }) as OperationName[]
const typed = names.filter((name) => !operationOf(name).signature.includes('*'))
const relaxed = (name: string): boolean => name.includes('relaxed')

test.each(typed.filter((name) => !relaxed(name) && !name.startsWith('br')))(
  '%s has the types its row states',
  (name) => {
    const bytes = encodeModule(moduleOf([around(name, operationOf(name))]))

    expect(WebAssembly.validate(bytes)).toBe(true)
  },
)

test('no two operations share an opcode', () => {
  const codes = names.map((name) => `${operationOf(name).prefix} ${operationOf(name).opcode}`)

  expect(new Set(codes).size).toBe(names.length)
})

const written = (write: (out: Bytes) => void): readonly number[] => {
  const out = new Bytes()
  write(out)
  return [...out.finish()]
}

test('whole numbers are written in LEB128', () => {
  expect(written((out) => out.unsigned(0))).toEqual([0])
  expect(written((out) => out.unsigned(624485))).toEqual([0xe5, 0x8e, 0x26])
  expect(written((out) => out.unsigned(0xffffffff))).toEqual([0xff, 0xff, 0xff, 0xff, 0x0f])
  expect(written((out) => out.signed(-123456))).toEqual([0xc0, 0xbb, 0x78])
  expect(written((out) => out.signed(64))).toEqual([0xc0, 0])
  expect(written((out) => out.signed64(-123456n))).toEqual([0xc0, 0xbb, 0x78])
})

test('a length stands before what it is the length of, however long that is', () => {
  const bytes = written((out) => {
    out.byte(7)
    out.sized(() => out.all(new Uint8Array(5000).fill(9)))
  })

  expect(bytes.slice(0, 4)).toEqual([7, 0x88, 0x27, 9])
  expect(bytes).toHaveLength(5003)
})

test('there is room for any number of numbers', () => {
  const count = 10_000

  const bytes = written((out) => {
    for (let k = 0; k < count; k++) out.float64(k)
  })

  const numbers = new Float64Array(Uint8Array.from(bytes).buffer)
  expect([...numbers]).toEqual(Array.from({ length: count }, (_, k) => k))
})

test('a module counts, branches and calls another function', () => {
  const square = new Draft({ name: 'square', parameters: [['x', 'i32']], results: ['i32'] })
  square.push(
    plain(
      'i32.mul',
      square.parameters.flatMap((x) => [get(x), get(x)]),
    ),
  )
  const squared = square.finish('', false)
  const sum = new Draft({ name: 'sum', parameters: [['n', 'i32']], results: ['i32'] })
  const total = sum.variable('total', 'i32')
  const [n] = sum.parameters
  const left: Instruction = n ? get(n) : i32(0)
  sum.loop('next', (next) => {
    const term = plain('call', [left], [squared])
    sum.push(set(total, plain('i32.add', [get(total), term])))
    if (n) sum.push(set(n, plain('i32.sub', [left, i32(1)])))
    sum.push(branchIf(next, left))
  })
  sum.push(get(total))

  const bytes = encodeModule(moduleOf([squared, sum.finish('', true)]))
  const memory = new WebAssembly.Memory({ initial: 1 })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { livn: { memory } })

  expect(Object.keys(exports)).toEqual(['sum'])
  expect(typeof exports.sum === 'function' && exports.sum(10)).toBe(385)
})

test('a memory that workers share is imported as shared', () => {
  const memory = { module: 'livn', name: 'memory', minimum: 1, sharedMaximum: 16 }
  const bytes = encodeModule({ ...moduleOf([]), memory })
  const shared = new WebAssembly.Memory({ initial: 1, maximum: 16, shared: true })

  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    livn: { memory: shared },
  })

  expect(instance.exports).toEqual({})
})
