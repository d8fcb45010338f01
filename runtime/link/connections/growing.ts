/** A list of whole numbers that is written once from front to back, in memory of its final owner. */
export type Allocate = {
  (type: 'integer', length: number): Int32Array
  (type: 'single', length: number): Float32Array
  (type: 'real', length: number): Float64Array | Float32Array
}

export class Growing {
  count = 0
  private array: Int32Array
  private readonly allocate: Allocate

  /** Room for as many as are expected, and six standard deviations more. */
  constructor(allocate: Allocate, expected: number) {
    this.allocate = allocate
    this.array = allocate('integer', Math.ceil(expected + 6 * Math.sqrt(expected) + 64))
  }

  push(value: number): void {
    if (this.count === this.array.length) {
      const longer = this.allocate('integer', 2 * this.array.length)
      longer.set(this.array)
      this.array = longer
    }
    this.array[this.count++] = value
  }

  values(): Int32Array {
    return this.array.subarray(0, this.count)
  }
}
