/** Numbers as the WebAssembly binary format writes them. */

export type Bytes = number[]

/** LEB128 of a whole number from 0 to 2^32 - 1. */
export function unsigned(value: number): Bytes {
  const bytes: Bytes = []
  let rest = value >>> 0
  while (rest > 127) {
    bytes.push((rest & 127) | 128)
    rest >>>= 7
  }
  bytes.push(rest)
  return bytes
}

/** Signed LEB128 of a 32- or 64-bit whole number. */
export function signed(value: number | bigint): Bytes {
  const bytes: Bytes = []
  let rest = BigInt.asIntN(64, BigInt(value))
  while (rest < -64n || rest > 63n) {
    bytes.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  bytes.push(Number(rest & 127n))
  return bytes
}

const scratch = new DataView(new ArrayBuffer(8))
const take = (count: number): Bytes => Array.from({ length: count }, (_, k) => scratch.getUint8(k))

export function float32(value: number): Bytes {
  scratch.setFloat32(0, value, true)
  return take(4)
}

export function float64(value: number): Bytes {
  scratch.setFloat64(0, value, true)
  return take(8)
}

export function word32(value: number): Bytes {
  scratch.setInt32(0, value, true)
  return take(4)
}

export function word64(value: bigint): Bytes {
  scratch.setBigInt64(0, BigInt.asIntN(64, value), true)
  return take(8)
}

export function text(value: string): Bytes {
  const bytes = [...new TextEncoder().encode(value)]
  return [...unsigned(bytes.length), ...bytes]
}

/** A vector in the format's sense: a count, then the elements. */
export const list = (elements: readonly Bytes[]): Bytes => [
  ...unsigned(elements.length),
  ...elements.flat(),
]

/** Something preceded by its length in bytes. */
export const sized = (bytes: Bytes): Bytes => unsigned(bytes.length).concat(bytes)
