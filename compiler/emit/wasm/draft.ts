/** A function while it is being written: it hands out variables, hoists constants and collects instructions. */
import { InternalError } from '../../ir/internal-error.ts'
import type { Callee, Instruction, Label, Local, Plain, ValueType, Vector } from './instruction.ts'
import { get, set, vector } from './instruction.ts'
import type { WasmFunction } from './module.ts'
import { type OperationName, operationOf } from './operations.ts'

export interface Signature {
  readonly name: string
  readonly parameters: readonly (readonly [name: string, type: ValueType])[]
  readonly results: readonly ValueType[]
}

const letters: Record<string, ValueType> = { i: 'i32', l: 'i64', f: 'f32', d: 'f64', v: 'v128' }

/** Undefined where it depends on the operands. */
const results = new Map<OperationName, ValueType | undefined>()

function resultOf(op: OperationName): ValueType | undefined {
  if (!results.has(op)) results.set(op, letters[operationOf(op).signature.split('>')[1] ?? ''])
  return results.get(op)
}

/** The type of the value an instruction leaves on the stack. */
export function typeOf(instruction: Instruction): ValueType {
  if (instruction.kind === 'plain') {
    const known = resultOf(instruction.op)
    if (known) return known
    const [immediate] = instruction.immediates
    if (typeof immediate === 'object' && 'index' in immediate) return immediate.type
    if (typeof immediate === 'object' && 'parameters' in immediate) return firstOf(immediate)
    const [first] = instruction.operands
    if (instruction.op === 'select' && first) return typeOf(first)
  }
  throw new InternalError('emit wasm', `${instruction.kind} leaves no value`)
}

function firstOf(callee: Callee): ValueType {
  const [type] = callee.results
  if (!type) throw new InternalError('emit wasm', `${callee.name} returns nothing`)
  return type
}

export class Draft {
  readonly parameters: readonly Local[]
  private readonly signature: Signature
  private readonly locals: Local[] = []
  private readonly taken = new Map<string, number>()
  private readonly constants = new Map<string, Plain>()
  private readonly prologue: Instruction[] = []
  private statements: Instruction[] = []

  constructor(signature: Signature) {
    this.signature = signature
    this.parameters = signature.parameters.map(([name, type]) => this.variable(name, type))
  }

  /** A variable that may be written more than once. */
  variable(name: string, type: ValueType): Local {
    return this.add(name, type, {})
  }

  /** Names a value that does not change any more, so that it can be used several times. */
  keep(name: string, value: Instruction): Plain {
    const known = localRead(value)
    if (known?.isFixed) return get(known)
    const local = this.add(name, typeOf(value), { isFixed: true })
    this.push(set(local, value))
    return get(local)
  }

  /** A 128-bit constant in a local that is set on entry: loops then never build it again. */
  constant(value: Vector): Plain {
    const lanes: readonly (number | bigint)[] = value.lanes
    const key = `${value.shape} ${lanes.map((lane) => (Object.is(lane, -0) ? '-0' : lane)).join(' ')}`
    const known = this.constants.get(key)
    if (known) return known
    const marks = { isFixed: true, constant: printVector(value) }
    const local = this.add(`constant${this.constants.size}`, 'v128', marks)
    this.prologue.push(set(local, vector(value)))
    this.constants.set(key, get(local))
    return get(local)
  }

  push(...instructions: readonly Instruction[]): void {
    this.statements.push(...instructions)
  }

  loop(name: string, write: (label: Label) => void): void {
    this.enclose('loop', name, write)
  }

  block(name: string, write: (label: Label) => void): void {
    this.enclose('block', name, write)
  }

  when(condition: Instruction, write: () => void, otherwise: () => void = () => {}): void {
    const body = this.within(write)
    this.push({ kind: 'if', condition, body, otherwise: this.within(otherwise) })
  }

  /** Groups an inlined operation on named inputs; the listing shows it as one line. */
  passage(
    name: string,
    inputs: readonly Instruction[],
    write: (...inputs: readonly Plain[]) => Instruction,
  ): Plain {
    const named = inputs.map(
      (input) => localRead(input) ?? localRead(this.keep('x', input)) ?? lost(name),
    )
    const result = this.add(name, 'v128', { isFixed: true })
    const body = this.within(() => this.push(set(result, write(...named.map(get)))))
    this.push({ kind: 'passage', name, inputs: named, result, body })
    return get(result)
  }

  finish(title: string, exported: boolean): WasmFunction {
    return {
      name: this.signature.name,
      parameters: this.parameters.map(({ type }) => type),
      results: this.signature.results,
      written: () => ({ locals: this.locals, body: [...this.prologue, ...this.statements] }),
      exported,
      title,
    }
  }

  private add(name: string, type: ValueType, marks: Partial<Local>): Local {
    const uses = this.taken.get(name) ?? 0
    this.taken.set(name, uses + 1)
    const unique = uses === 0 ? name : `${name}.${uses}`
    const local = { name: unique, type, index: this.locals.length, ...marks }
    this.locals.push(local)
    return local
  }

  private enclose(kind: 'loop' | 'block', name: string, write: (label: Label) => void): void {
    const label: Label = { kind: 'label', name }
    this.push({ kind, label, body: this.within(() => write(label)) })
  }

  /** What `write` pushes, instead of adding it here. */
  private within(write: () => void): readonly Instruction[] {
    const outer = this.statements
    const inner: Instruction[] = []
    this.statements = inner
    write()
    this.statements = outer
    return inner
  }
}

/** The local an instruction reads, where it does nothing else. */
function localRead(value: Instruction): Local | undefined {
  if (value.kind !== 'plain' || value.op !== 'local.get') return undefined
  const [local] = value.immediates
  return typeof local === 'object' && 'index' in local ? local : undefined
}

function lost(name: string): never {
  throw new InternalError('emit wasm', `an input of ${name} is in no local`)
}

/** `0.5`, or `0x3ff0000000000000` for bit patterns; every lane where they differ. */
function printVector(value: Vector): string {
  const texts =
    value.shape === 'i64x2'
      ? value.lanes.map((lane) => `0x${BigInt.asUintN(64, lane).toString(16)}`)
      : value.lanes.map((lane) => (Object.is(lane, -0) ? '-0' : `${lane}`))
  return new Set(texts).size === 1 ? (texts[0] ?? '') : texts.join(' ')
}
