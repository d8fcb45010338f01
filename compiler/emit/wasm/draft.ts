/** A function while it is being written: it hands out variables, hoists constants and collects instructions. */
import { InternalError } from '../../ir/internal-error.ts'
import type { Callee, Instruction, Label, Local, Plain, ValueType, Vector } from './instruction.ts'
import { get, set, vector } from './instruction.ts'
import type { WasmFunction } from './module.ts'
import { operationOf } from './operations.ts'

export interface Draft {
  readonly parameters: readonly Local[]
  /** A variable that may be written more than once. */
  readonly variable: (name: string, type: ValueType) => Local
  /** Names a value that does not change any more, so that it can be used several times. */
  readonly keep: (name: string, value: Instruction) => Plain
  /** A 128-bit constant in a local that is set on entry: loops then never build it again. */
  readonly constant: (value: Vector) => Plain
  readonly push: (...instructions: readonly Instruction[]) => void
  /** What `write` pushes becomes the body of a block, loop, branch or passage. */
  readonly within: (write: () => void) => readonly Instruction[]
  readonly loop: (name: string, write: (label: Label) => void) => void
  readonly block: (name: string, write: (label: Label) => void) => void
  readonly when: (condition: Instruction, write: () => void, otherwise?: () => void) => void
  /** Groups an inlined operation on named inputs; the listing shows it as one line. */
  readonly passage: (
    name: string,
    inputs: readonly Instruction[],
    write: (...inputs: readonly Plain[]) => Instruction,
  ) => Plain
  readonly finish: (title: string, exported: boolean) => WasmFunction
}

export interface Signature {
  readonly name: string
  readonly parameters: readonly (readonly [name: string, type: ValueType])[]
  readonly results: readonly ValueType[]
}

const letters: Record<string, ValueType> = { i: 'i32', l: 'i64', f: 'f32', d: 'f64', v: 'v128' }

/** The type of the value an instruction leaves on the stack. */
export function typeOf(instruction: Instruction): ValueType {
  if (instruction.kind === 'plain') {
    const result = operationOf(instruction.op).signature.split('>')[1] ?? ''
    const known = letters[result]
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

export function createDraft(signature: Signature): Draft {
  const locals: Local[] = []
  const taken = new Map<string, number>()
  const constants = new Map<string, Plain>()
  const prologue: Instruction[] = []
  let statements: Instruction[] = []

  const variable = (name: string, type: ValueType): Local => {
    const uses = taken.get(name) ?? 0
    taken.set(name, uses + 1)
    const local = { name: uses === 0 ? name : `${name}.${uses}`, type, index: locals.length }
    locals.push(local)
    return local
  }
  const push = (...instructions: readonly Instruction[]): void => {
    statements.push(...instructions)
  }
  const fixed = (name: string, type: ValueType, marks: Partial<Local> = {}): Local => {
    const local = { ...variable(name, type), isFixed: true, ...marks }
    locals[local.index] = local
    return local
  }
  const keep = (name: string, value: Instruction): Plain => {
    const known = localRead(value)
    if (known?.isFixed) return get(known)
    const local = fixed(name, typeOf(value))
    push(set(local, value))
    return get(local)
  }
  const constant = (value: Vector): Plain => {
    const key = `${value.shape} ${value.lanes.map((lane) => (Object.is(lane, -0) ? '-0' : lane)).join(' ')}`
    const known = constants.get(key)
    if (known) return known
    const local = fixed(`constant${constants.size}`, 'v128', { constant: printVector(value) })
    prologue.push(set(local, vector(value)))
    constants.set(key, get(local))
    return get(local)
  }
  const within = (write: () => void): readonly Instruction[] => {
    const outer = statements
    const inner: Instruction[] = []
    statements = inner
    write()
    statements = outer
    return inner
  }
  const enclose = (kind: 'loop' | 'block') => (name: string, write: (label: Label) => void) => {
    const label: Label = { kind: 'label', name }
    push({ kind, label, body: within(() => write(label)) })
  }

  const parameters = signature.parameters.map(([name, type]) => variable(name, type))
  return {
    parameters,
    variable,
    keep,
    constant,
    push,
    within,
    loop: enclose('loop'),
    block: enclose('block'),
    when: (condition, write, otherwise) =>
      push({
        kind: 'if',
        condition,
        body: within(write),
        otherwise: otherwise ? within(otherwise) : [],
      }),
    passage: (name, inputs, write) => {
      const named = inputs.map(
        (input) => localRead(input) ?? localRead(keep('x', input)) ?? lost(name),
      )
      const result = fixed(name, 'v128')
      const body = within(() => push(set(result, write(...named.map(get)))))
      push({ kind: 'passage', name, inputs: named, result, body })
      return get(result)
    },
    finish: (title, exported) => ({
      name: signature.name,
      parameters: parameters.map(({ type }) => type),
      results: signature.results,
      locals,
      body: [...prologue, ...statements],
      exported,
      title,
    }),
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
