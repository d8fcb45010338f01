/**
 * Writes kernels as one JavaScript module, a function for each, in their order.
 *
 * The arguments of a function follow from its domain:
 *
 *     cells        step(cells, shared, first, last, …lists)
 *     spikes       reset(cells, shared, first, last, list, …lists)
 *     connections  pre(connections, sources, targets, shared, first, last, list, …lists)
 *
 * `cells`, `connections`, `sources` and `targets` are objects of typed arrays by the names of the
 * model (`cells['dend.Ca']`; the `pre.v` of a connection is `sources.v`); a connection's own object
 * also has the indices `source` and `target`. `shared` holds one number for each shared name, and t,
 * dt, step, seed. Elements are first ≤ k < last, or what stands there in `list`; connections may do
 * without a list. Each event adds its elements to one of `lists`; the result is how many: a number
 * for one event, an array for several.
 *
 * Arithmetic is that of the interpreter, to the bit. In f32 only the arrays are narrower: values
 * are rounded when they are stored.
 */
import type { Expr } from '../../ir/expr.ts'
import type { Kernel } from '../../ir/kernel.ts'
import { everyStatement, expressionOf, partsOf } from '../../ir/statements.ts'
import { breakUp } from '../break-up.ts'
import { CodeWriter } from '../code-writer.ts'
import { SafeNames } from '../safe-names.ts'
import type { Artifact, EmitOptions, Target } from '../target.ts'
import { preludeFor } from './prelude.ts'
import { reservedWords } from './reserved.ts'
import { writeKernel } from './write-kernel.ts'

function emit(kernels: readonly Kernel[], { precision, title }: EmitOptions): Artifact {
  const writer = new CodeWriter()
  const names = new SafeNames(reservedWords)
  writer.comment(title)
  for (const kernel of kernels) writeFunction(kernel, names.give(kernel.name), writer)
  writePrelude(kernels.flatMap(expressionsOf), writer)
  const text = writer.toString()
  return { target: 'js', precision, kernels, text, code: text }
}

/** A kernel as an exported function of some name. */
export function writeFunction(kernel: Kernel, name: string, writer: CodeWriter): void {
  writer.blank()
  writeKernel(breakUp(kernel), name, writer)
}

/** The functions that some expressions need and JavaScript lacks. */
export function writePrelude(expressions: readonly Expr[], writer: CodeWriter): void {
  for (const text of preludeFor(expressions)) {
    writer.blank()
    writer.text(text)
  }
}

export function expressionsOf(kernel: Kernel): Expr[] {
  const statements = [...everyStatement(partsOf(kernel).flat())]
  return statements.map(expressionOf).filter((expr) => expr !== undefined)
}

/** The portable target and the readable one. */
export const js: Target = { name: 'js', precisions: ['f64', 'f32'], emit }
