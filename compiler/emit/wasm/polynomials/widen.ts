/** Computing four f32 lanes as twice two f64 lanes, where f32 has too few digits on the way. */
import type { Instruction, Plain } from '../instruction.ts'
import { plain } from '../instruction.ts'
import type { Lanes } from '../lanes.ts'
import { createLanes } from '../lanes.ts'

export const wideLanes = (lanes: Lanes): Lanes => createLanes(lanes.draft, 'f64')

const bytesOf = (...starts: readonly number[]): number[] =>
  starts.flatMap((start) => [start, start + 1, start + 2, start + 3])

/** The first two f32 lanes as f64. */
export const firstHalf = (x: Instruction): Plain => plain('f64x2.promote_low_f32x4', [x])

/** The last two f32 lanes as f64. */
export const secondHalf = (x: Plain): Plain =>
  firstHalf(plain('i8x16.shuffle', [x, x], bytesOf(8, 12, 8, 12)))

/** Four 32-bit lanes out of two vectors of f64: rounded numbers, or the low words of their bits. */
export function joined(a: Instruction, b: Instruction, how: 'demoted' | 'low words'): Plain {
  if (how === 'low words') return plain('i8x16.shuffle', [a, b], bytesOf(0, 8, 16, 24))
  const demote = (x: Instruction): Plain => plain('f32x4.demote_f64x2_zero', [x])
  return plain('i8x16.shuffle', [demote(a), demote(b)], bytesOf(0, 4, 16, 20))
}

/** Applies a function of f64 lanes to f32 lanes. */
export function widened(
  lanes: Lanes,
  f: (wide: Lanes, ...x: readonly Plain[]) => Plain,
  ...x: readonly Plain[]
): Plain {
  const wide = wideLanes(lanes)
  const side = (half: (x: Plain) => Plain): Plain =>
    lanes.keep('half', f(wide, ...x.map((value) => lanes.keep('wide', half(value)))))
  return joined(side(firstHalf), side(secondHalf), 'demoted')
}
