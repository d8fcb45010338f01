/**
 * The generator of systems: Threefry2x32 with 13 rounds (Salmon et al. 2011). Frozen, and no part of the noise of
 * simulations on purpose: a recipe means the same cells and connections for ever.
 */
import { logarithm } from './exact-functions.ts'

const rotated = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits))

/** A stable 32-bit number for a name (FNV-1a). */
function streamOf(name: string): number {
  let hash = 0x811c9dc5
  for (let k = 0; k < name.length; k++) hash = Math.imul(hash ^ name.charCodeAt(k), 0x01000193)
  return hash
}

/** A stream of numbers, told from others by a seed and a name. */
export class Random {
  private readonly seed: number
  private readonly stream: number
  private drawn = 0

  constructor(seed: number, stream: string) {
    this.seed = seed | 0
    this.stream = streamOf(stream)
  }

  /**
   * The number in [0, 1) of a pair of counters, the same whenever it is asked for; 53 bits. Its rounds are written out,
   * which halves the time: connecting a culture is mostly this.
   */
  uniformAt(a: number, b: number): number {
    const k0 = this.seed
    const k1 = this.stream
    const k2 = 0x1bd11bda ^ k0 ^ k1
    let x0 = (a + k0) | 0
    let x1 = (b + k1) | 0
    x0 = (x0 + x1) | 0
    x1 = rotated(x1, 13) ^ x0
    x0 = (x0 + x1) | 0
    x1 = rotated(x1, 15) ^ x0
    x0 = (x0 + x1) | 0
    x1 = rotated(x1, 26) ^ x0
    x0 = (x0 + x1) | 0
    x1 = rotated(x1, 6) ^ x0
    x0 = (x0 + k1) | 0
    x1 = (x1 + k2 + 1) | 0
    x0 = (x0 + x1) | 0
    x1 = rotated(x1, 17) ^ x0
    x0 = (x0 + x1) | 0
    x1 = rotated(x1, 29) ^ x0
    x0 = (x0 + x1) | 0
    x1 = rotated(x1, 16) ^ x0
    x0 = (x0 + x1) | 0
    x1 = rotated(x1, 24) ^ x0
    x0 = (x0 + k2) | 0
    x1 = (x1 + k0 + 2) | 0
    x0 = (x0 + x1) | 0
    x1 = rotated(x1, 13) ^ x0
    x0 = (x0 + x1) | 0
    x1 = rotated(x1, 15) ^ x0
    x0 = (x0 + x1) | 0
    x1 = rotated(x1, 26) ^ x0
    x0 = (x0 + x1) | 0
    x1 = rotated(x1, 6) ^ x0
    x0 = (x0 + k0) | 0
    x1 = (x1 + k1 + 3) | 0
    x0 = (x0 + x1) | 0
    x1 = rotated(x1, 17) ^ x0
    return ((x0 >>> 5) * 67108864 + (x1 >>> 6)) * 2 ** -53
  }

  /** The next number in [0, 1). Pairs of counters of 0 or more never meet these. */
  uniform(): number {
    const n = this.drawn++
    return this.uniformAt(n, -1 - Math.floor(n / 2 ** 32))
  }

  /** A whole number from 0 to below. */
  integer(below: number): number {
    return Math.floor(this.uniform() * below)
  }

  /** Standard normal, by Marsaglia's polar method. */
  normal(): number {
    for (;;) {
      const x = 2 * this.uniform() - 1
      const y = 2 * this.uniform() - 1
      const s = x * x + y * y
      if (s > 0 && s < 1) return x * Math.sqrt((-2 * logarithm(s)) / s)
    }
  }

  /** So many different ones of the whole numbers below, ascending; each choice is as likely as any. */
  choose(count: number, below: number): Int32Array {
    const chosen = new Int32Array(Math.min(count, below))
    let taken = 0
    for (let k = 0; taken < chosen.length; k++) {
      if (this.uniform() * (below - k) < chosen.length - taken) chosen[taken++] = k
    }
    return chosen
  }
}
