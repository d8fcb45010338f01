/** Events of a window, as many as may come. */
const nothing = { elements: new Int32Array(0), ticks: new Int32Array(0) }

export class Collected {
  private elements = new Int32Array(1024)
  private ticks = new Int32Array(1024)
  private count = 0

  get length(): number {
    return this.count
  }

  add(tick: number, elements: Int32Array): void {
    const needed = this.count + elements.length
    if (needed > this.elements.length) this.grow(needed)
    this.elements.set(elements, this.count)
    this.ticks.fill(tick, this.count, needed)
    this.count = needed
  }

  private grow(needed: number): void {
    const room = Math.max(needed, 2 * this.elements.length)
    const [elements, ticks] = [new Int32Array(room), new Int32Array(room)]
    elements.set(this.elements)
    ticks.set(this.ticks)
    this.elements = elements
    this.ticks = ticks
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
