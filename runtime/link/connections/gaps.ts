/** How many targets are missed between two hits, by a random word: read from a table wherever that can tell. */

/** Words are told apart by their upper bits; the rest of them is 20 bits. */
const rest = 2 ** 20
const buckets = 2 ** 12
const undecided = -1
const longest = 2 ** 15 - 1
/**
 * After so many words a table is worth making, which saves a logarithm each, half of what a connection takes: soon
 * enough that the engine has not compiled the loop around it yet, which it would do again.
 */
const worthwhile = 2 ** 12

/** Geometric numbers: floor(log u / log(1 - p)) of a u in (0, 1]. */
export class Gaps {
  readonly probability: number
  private readonly perMiss: number
  private asked = 0
  private table: Int16Array | undefined

  constructor(probability: number) {
    this.probability = probability
    this.perMiss = 1 / Math.log1p(-probability)
  }

  /** Of 32 random bits. */
  of(bits: number): number {
    const known = this.table?.[bits >>> 20] ?? undecided
    if (known !== undecided) return known
    if (!this.table && ++this.asked === worthwhile) this.table = this.tabulated()
    return this.computed(bits)
  }

  private computed(bits: number): number {
    return Math.floor(Math.log((bits + 1) * 2 ** -32) * this.perMiss)
  }

  /** Greater words never have longer gaps, so where the ends of a bucket agree, all of it does. */
  private tabulated(): Int16Array {
    return Int16Array.from({ length: buckets }, (_, bucket) => {
      const most = this.computed(bucket * rest)
      const least = this.computed(bucket * rest + rest - 1)
      return most === least && most <= longest ? most : undecided
    })
  }
}
