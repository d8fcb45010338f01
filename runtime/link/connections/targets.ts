/** The ways a clause finds the targets of one source, in ascending order. */
import { Gaps } from './gaps.ts'
import type { RowRandom } from './row-random.ts'

export type Emit = (target: number) => void

/** Every target with the same probability: jumps from hit to hit, so misses cost nothing. */
export class Sample {
  private gaps = new Gaps(0.5)

  take(count: number, probability: number, random: RowRandom, emit: Emit): void {
    if (probability >= 1) {
      for (let j = 0; j < count; j++) emit(j)
      return
    }
    if (probability <= 0) return
    if (this.gaps.probability !== probability) this.gaps = new Gaps(probability)
    const { gaps } = this
    for (let j = -1; ; ) {
      j += 1 + gaps.of(random.bits())
      if (j >= count) return
      emit(j)
    }
  }
}

/** Exactly so many different targets (R. W. Floyd's algorithm, CACM 30:754, 1987), marked and then read in order. */
export class Choice {
  private marks = new Uint32Array(0)

  choose(count: number, size: number, random: RowRandom, emit: Emit): void {
    const words = (count + 31) >>> 5
    if (this.marks.length < words) this.marks = new Uint32Array(words)
    const { marks } = this
    for (let last = count - size; last < count; last++) {
      const wish = random.below(last + 1)
      const isTaken = ((marks[wish >>> 5] ?? 0) >>> (wish & 31)) & 1
      const j = isTaken ? last : wish
      marks[j >>> 5] = (marks[j >>> 5] ?? 0) | (1 << (j & 31))
    }
    for (let word = 0; word < words; word++) {
      for (let bits = marks[word] ?? 0; bits !== 0; bits &= bits - 1) {
        emit(word * 32 + (31 - Math.clz32(bits & -bits)))
      }
      marks[word] = 0
    }
  }
}
