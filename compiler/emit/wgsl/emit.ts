/**
 * Writes kernels as one WGSL module, a function of one element for each, in their order.
 *
 * Arrays are parts of three blocks of memory: `reals`, `wholes`, and `tallies` for what many change at once
 * (sums of arriving spikes, lists of events). The frame of a kernel says where each of its arrays begins, and
 * holds its shared values. Who calls the functions, for which elements and in which order, is for a device
 * to write (runtime/device/webgpu).
 *
 * Arithmetic is f32. Random words are those of every other target; numbers made of them agree to their last bits.
 */
import { type Expr, readsOf } from '../../ir/expr.ts'
import type { Kernel } from '../../ir/kernel.ts'
import { everyStatement, expressionOf } from '../../ir/statements.ts'
import { UsageError } from '../../usage-error.ts'
import { CodeWriter } from '../code-writer.ts'
import { SafeNames, toIdentifier } from '../safe-names.ts'
import type { Artifact, EmitOptions, Target } from '../target.ts'
import { isSum } from './frame.ts'
import { orderIsFree } from './order-is-free.ts'
import { memory, preludeFor } from './prelude.ts'
import { reservedWords } from './reserved.ts'
import { notANumber, settleConstants } from './scope.ts'
import { writeKernel } from './write-kernel.ts'

/** Kernels as text, with the name of the function of each. */
export interface Functions {
  readonly text: string
  readonly names: readonly string[]
}

/** What an event becomes: an entry of a list, or a bit at a place that is counted from the list. */
export type EventForm = 'lists' | 'bits'

export interface FunctionOptions {
  readonly title: string
  /** Passages that whoever calls the functions needs besides. */
  readonly wanted?: readonly string[]
  readonly events?: EventForm
}

export function writeFunctions(
  kernels: readonly Kernel[],
  { title, wanted = [], events = 'lists' }: FunctionOptions,
): Functions {
  const writer = new CodeWriter()
  const structs = kernels.flatMap(({ name }) =>
    ['_at', '_now'].map((end) => toIdentifier(name) + end),
  )
  const names = new SafeNames([...reservedWords, ...structs])
  writer.comment(title)
  writer.blank()
  writer.text(memory)
  const given = kernels.map((kernel) => {
    orderIsFree(kernel, 'wgsl')
    const name = names.give(kernel.name)
    writer.blank()
    writeKernel(kernel, name, writer)
    return name
  })
  for (const text of preludeFor(kernels.flatMap(expressionsOf), [
    ...passagesFor(kernels, events),
    ...wanted,
  ])) {
    writer.blank()
    writer.text(text)
  }
  return { text: writer.toString(), names: given }
}

function passagesFor(kernels: readonly Kernel[], events: EventForm): readonly string[] {
  const hasEvents = kernels.some(({ events }) => events.length > 0)
  const sums = kernels.flatMap((kernel) => kernel.buffers.filter(isSum))
  const isRead = sums.some(({ extent }) => extent === 'element')
  return [
    ...(hasEvents ? [events === 'bits' ? 'append bits' : 'append'] : []),
    ...(sums.some(({ extent }) => extent !== 'element') ? ['add_to_sum'] : []),
    ...(isRead ? ['sum_at'] : []),
    ...(kernels.flatMap(expressionsOf).some(isMissingNumber) ? ['not_a_number'] : []),
  ]
}

const isMissingNumber = (expr: Expr): boolean => readsOf(expr).has(notANumber)

function expressionsOf({ each }: Kernel): Expr[] {
  const all = [...everyStatement(each)].map(expressionOf).filter((expr) => expr !== undefined)
  return all.map(settleConstants)
}

function emit(kernels: readonly Kernel[], { precision, title }: EmitOptions): Artifact {
  if (precision === 'f64') {
    throw new UsageError('Graphics cards compute in f32 here; precision f64 is for wasm and js.')
  }
  let written: string | undefined
  const text = (): string => {
    written ??= writeFunctions(kernels, { title }).text
    return written
  }
  return {
    target: 'wgsl',
    precision,
    kernels,
    get text() {
      return text()
    },
    get code() {
      return text()
    },
  }
}

/** Graphics cards, in browsers and in Node. */
export const wgsl: Target = { name: 'wgsl', precisions: ['f32'], emit }
