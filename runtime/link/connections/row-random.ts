/** Random numbers for the connections of one source, in a sequence of their own. */
import { threefry } from '../../../compiler/ir/random.ts'

/**
 * Small fast counting generator (sfc32, C. Doty-Humphrey, PractRand), keyed by (seed, stream, source):
 * which connections one cell has never depends on who else was connected before it.
 */
export class RowRandom {
  private a = 0
  private b = 0
  private c = 0
  private counter = 1

  begin(seed: number, stream: number, source: number): void {
    const [a, b] = threefry(seed, stream, source, 0)
    const [c] = threefry(seed, stream, source, 1)
    this.a = a | 0
    this.b = b | 0
    this.c = c | 0
    this.counter = 1
  }

  /** 32 random bits. */
  bits(): number {
    const sum = (this.a + this.b + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  /** In (0, 1], so that its logarithm is finite. */
  uniform(): number {
    return (this.bits() + 1) * 2 ** -32
  }

  /** A whole number below n, without bias worth speaking of: 0 … n − 1. */
  below(n: number): number {
    return Math.floor(this.bits() * 2 ** -32 * n)
  }
}
