/** Copies and clears blocks of memory of a known length: short ones in place, because a call outside costs as much as 1 KiB. */
import type { Draft } from '../../../compiler/emit/wasm/draft.ts'
import {
  i32,
  type Instruction,
  load,
  type Plain,
  plain,
  store,
  vector,
} from '../../../compiler/emit/wasm/instruction.ts'

interface Block {
  readonly to: Instruction
  readonly from: Instruction
  readonly bytes: number
}

/** In bytes; longer code would save little. */
const short = 512

/** The two do not overlap. */
export function copyBlock(draft: Draft, { to, from, bytes }: Block): void {
  if (bytes > short) return draft.push(plain('memory.copy', [to, from, i32(bytes)]))
  const [target, source] = [draft.keep('to', to), draft.keep('from', from)]
  for (const { at, type } of piecesOf(bytes)) {
    draft.push(store(`${type}.store`, target, load(`${type}.load`, source, at), at))
  }
}

export function clearBlock(draft: Draft, { to, bytes }: Omit<Block, 'from'>): void {
  if (bytes > short) return draft.push(plain('memory.fill', [to, i32(0), i32(bytes)]))
  const target = draft.keep('to', to)
  for (const { at, type } of piecesOf(bytes)) {
    draft.push(store(`${type}.store`, target, zeros[type], at))
  }
}

const zeros: Readonly<Record<Piece['type'], Plain>> = {
  v128: vector({ shape: 'f64x2', lanes: [0, 0] }),
  i64: plain('i64.const', [], [0n]),
  i32: i32(0),
}

interface Piece {
  readonly at: number
  readonly type: 'v128' | 'i64' | 'i32'
}

/** Whole vectors, and what is left. */
function piecesOf(bytes: number): readonly Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < bytes; ) {
    const left = bytes - at
    const [type, size] =
      left >= 16
        ? (['v128', 16] as const)
        : left >= 8
          ? (['i64', 8] as const)
          : (['i32', 4] as const)
    pieces.push({ at, type })
    at += size
  }
  return pieces
}
