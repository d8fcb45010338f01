/**
 * Makes random streams values of the frame, so that populations of one neuron share its code.
 *
 * Before  normal(seed, 2128870018, i, step)
 * After   normal(seed, $stream0, i, step)
 * Needs   a finished kernel
 */
import { type Expr, read } from '../../ir/expr.ts'
import type { Kernel } from '../../ir/kernel.ts'
import { streamsIn, withStreams } from '../../ir/streams.ts'

/** No model can use these names. */
const start = '$stream'

export const nameStreams = (kernel: Kernel): Kernel =>
  withStreams(kernel, new Map(streamsIn(kernel).map((stream, k) => [stream, read(start + k)])))

export const isStream = (expr: Expr | undefined): boolean =>
  expr?.kind === 'read' && expr.name.startsWith(start)

/** Which of the streams of a kernel has this name. */
export const placeOfStream = (name: string): number | undefined =>
  name.startsWith(start) ? Number(name.slice(start.length)) : undefined
