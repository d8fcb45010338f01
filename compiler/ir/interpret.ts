/** The oracle: runs a kernel statement by statement over plain arrays; slow, f64, obviously right. */
import { evaluate } from './evaluate.ts'
import type { Expr } from './expr.ts'
import { InternalError } from './internal-error.ts'
import type { Buffer, Kernel, Let, Statement } from './kernel.ts'

/** What a dispatch works on: what a device binds, seen from here. */
export interface InterpreterBinding {
  /** Arrays for the buffers of extent element, source and target. */
  readonly arrays: ReadonlyMap<string, Float64Array | Float32Array | Int32Array>
  /** Shared buffers by name, dt and seed. */
  readonly shared: ReadonlyMap<string, number>
  /** Source and target cell of each connection. */
  readonly source?: Int32Array
  readonly target?: Int32Array
}

/** Elements first ≤ k < last: k itself, or what stands at k in the list. */
export interface InterpreterDispatch {
  readonly step: number
  readonly t: number
  readonly first: number
  readonly last: number
  readonly list?: Int32Array
}

/** Runs every element in order; returns the elements of each event, in the order they came. */
export function interpret(
  kernel: Kernel,
  binding: InterpreterBinding,
  dispatch: InterpreterDispatch,
): Map<string, number[]> {
  const { step, t, first, last, list } = dispatch
  const events = new Map<string, number[]>(kernel.events.map((event) => [event, []]))
  const shared = new Map<string, number>([...binding.shared, ['step', step], ['t', t]])
  for (const statement of [...kernel.link, ...kernel.once]) setLet(statement, shared)
  const buffers = new Map(kernel.buffers.map((buffer) => [buffer.name, buffer]))
  for (let k = first; k < last; k++) {
    const i = list ? at(list, k) : k
    run(kernel.each, { binding, buffers, shared, events, i, lets: new Map() })
  }
  return events
}

/** What the statements of one element see. */
interface Element {
  readonly binding: InterpreterBinding
  readonly buffers: ReadonlyMap<string, Buffer>
  readonly shared: ReadonlyMap<string, number>
  readonly events: ReadonlyMap<string, number[]>
  readonly i: number
  readonly lets: Map<string, number>
}

function setLet({ name, value }: Let, values: Map<string, number>): void {
  values.set(
    name,
    evaluate(value, (wanted) => values.get(wanted) ?? unknown(wanted)),
  )
}

function run(statements: readonly Statement[], element: Element): void {
  for (const statement of statements) {
    switch (statement.kind) {
      case 'let':
        element.lets.set(statement.name, valueIn(element, statement.value))
        break
      case 'store':
        write(statement.buffer, valueIn(element, statement.value), element)
        break
      case 'add':
        write(
          statement.buffer,
          readBuffer(statement.buffer, element) + valueIn(element, statement.value),
          element,
        )
        break
      case 'when': {
        const holds = valueIn(element, statement.condition) !== 0
        const inner = { ...element, lets: new Map(element.lets) }
        run(holds ? statement.then : statement.otherwise, inner)
        break
      }
      case 'spike':
        element.events.get(statement.event)?.push(element.i)
        break
      default:
        statement satisfies never
    }
  }
}

function valueIn(element: Element, expr: Expr): number {
  return evaluate(expr, (name) => {
    if (name === 'i') return element.i
    if (name === 'source' || name === 'target') return endOf(name, element)
    return element.lets.get(name) ?? element.shared.get(name) ?? readBuffer(name, element)
  })
}

function readBuffer(name: string, element: Element): number {
  return at(arrayOf(name, element), indexIn(name, element))
}

function write(name: string, value: number, element: Element): void {
  const array = arrayOf(name, element)
  array[indexIn(name, element)] = value
}

const arrayOf = (name: string, { binding }: Element) => binding.arrays.get(name) ?? unknown(name)

function indexIn(name: string, element: Element): number {
  const extent = element.buffers.get(name)?.extent
  return extent === 'source' || extent === 'target' ? endOf(extent, element) : element.i
}

function endOf(end: 'source' | 'target', { binding, i }: Element): number {
  return at(binding[end] ?? unknown(end), i)
}

function at(array: ArrayLike<number>, index: number): number {
  return array[index] ?? unknown(`element ${index}`)
}

function unknown(name: string): never {
  throw new InternalError('interpret', `${name} has no value`)
}
