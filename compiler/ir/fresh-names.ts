/** Gives names that are still free, and remembers what it gave. */
export class FreshNames {
  private readonly taken: Set<string>
  /** The last number given to a stem. */
  private readonly counts = new Map<string, number>()

  constructor(taken: Iterable<string>) {
    this.taken = new Set(taken)
  }

  /** The wish itself, or `wish_2`, `wish_3`, … */
  fresh(wish: string): string {
    return this.has(wish) ? this.numbered(wish, 2) : this.take(wish)
  }

  /** `stem_1`, `stem_2`, … */
  numbered(stem: string, first = 1): string {
    let k = Math.max(first, (this.counts.get(stem) ?? 0) + 1)
    while (this.has(`${stem}_${k}`)) k += 1
    this.counts.set(stem, k)
    return this.take(`${stem}_${k}`)
  }

  has(name: string): boolean {
    return this.taken.has(name)
  }

  take(name: string): string {
    this.taken.add(name)
    return name
  }
}
