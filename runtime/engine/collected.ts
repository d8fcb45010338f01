/** Events of a window, as many as may come. */
const nothing = { elements: new Int32Array(0), ticks: new Int32Array(0) }

export class Collected {
  private elements = new Int32Array(1024)
  private ticks = new Int32Array(1024)
  private count = 0

  get length(): number {
    return this.count
  }

  /** Adds a list: a count, and the elements behind it. */
  add(tick: number, words: Int32Array, at: number): void {
    const end = this.count + words[at]!
    if (end > this.elements.length) this.grow(end)
    for (let k = at + 1; this.count < end; k++, this.count++) {
      this.elements[this.count] = words[k]!
      this.ticks[this.count] = tick
    }
  }

  private grow(needed: number): void {
    const room = Math.max(needed, 2 * this.elements.length)
    const [elements, ticks] = [new Int32Array(room), new Int32Array(room)]
    elements.set(this.elements)
    ticks.set(this.ticks)
    this.elements = elements
    this.ticks = ticks
  }

  forget(): void {
    this.count = 0
  }

  /** Hands everything over and begins anew. */
  take(): { readonly elements: Int32Array; readonly ticks: Int32Array } {
    if (this.count === 0) return nothing
    const taken = {
      elements: this.elements.slice(0, this.count),
      ticks: this.ticks.slice(0, this.count),
    }
    this.count = 0
    return taken
  }
}
