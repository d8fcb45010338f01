/** Bytes being written, with numbers as the WebAssembly binary format spells them. */

export class Bytes {
  /** How many have been written. */
  length = 0
  private room = new Uint8Array(4096)
  private view = new DataView(this.room.buffer)

  byte(value: number): void {
    if (this.length === this.room.length) this.reserve(1)
    this.room[this.length++] = value
  }

  all(values: Iterable<number>): void {
    for (const value of values) this.byte(value)
  }

  /** LEB128 of a whole number from 0 to 2^32 - 1. */
  unsigned(value: number): void {
    let rest = value >>> 0
    while (rest > 127) {
      this.byte((rest & 127) | 128)
      rest >>>= 7
    }
    this.byte(rest)
  }

  /** Signed LEB128 of a 32-bit whole number. */
  signed(value: number): void {
    let rest = value | 0
    while (rest < -64 || rest > 63) {
      this.byte((rest & 127) | 128)
      rest >>= 7
    }
    this.byte(rest & 127)
  }

  /** Signed LEB128 of a 64-bit whole number. */
  signed64(value: bigint): void {
    let rest = BigInt.asIntN(64, value)
    while (rest < -64n || rest > 63n) {
      this.byte(Number(rest & 127n) | 128)
      rest >>= 7n
    }
    this.byte(Number(rest & 127n))
  }

  float32(value: number): void {
    const place = this.take(4)
    this.view.setFloat32(place, value, true)
  }

  float64(value: number): void {
    const place = this.take(8)
    this.view.setFloat64(place, value, true)
  }

  word32(value: number): void {
    const place = this.take(4)
    this.view.setInt32(place, value, true)
  }

  word64(value: bigint): void {
    const place = this.take(8)
    this.view.setBigInt64(place, BigInt.asIntN(64, value), true)
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value)
    this.unsigned(bytes.length)
    this.all(bytes)
  }

  /** A vector in the format's sense: a count, then the elements. */
  list<T>(elements: readonly T[], write: (element: T) => void): void {
    this.unsigned(elements.length)
    elements.forEach(write)
  }

  /** Something preceded by its length in bytes, which is known once it is written. */
  sized(write: () => void): void {
    const start = this.length
    write()
    const { length } = this
    this.unsigned(length - start)
    const size = this.room.slice(length, this.length)
    this.room.copyWithin(start + size.length, start, length)
    this.room.set(size, start)
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.room.slice(0, this.length)
  }

  /** Where the next `count` bytes go; the view may be another one afterwards. */
  private take(count: number): number {
    if (this.length + count > this.room.length) this.reserve(count)
    this.length += count
    return this.length - count
  }

  private reserve(count: number): void {
    const larger = new Uint8Array(2 * this.room.length + count)
    larger.set(this.room)
    this.room = larger
    this.view = new DataView(larger.buffer)
  }
}
