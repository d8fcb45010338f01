/**
 * The beginning of a file of a culture: the names of its populations as HDF5 types, which the library that writes the rest
 * can read but not make. Byte for byte as the HDF5 File Format Specification 3.0 has them (superblock 0, object headers 1).
 */
export interface NamedRange {
  readonly name: string
  readonly code: number
  readonly start: number
  readonly count: number
}

/** A root with the group H5Types: labels, where each population is, and which of them are connected, as pairs of codes. */
export function h5Types(
  ranges: readonly NamedRange[],
  pairs: readonly (readonly [source: number, target: number])[],
): Uint8Array {
  const file = new Bytes()
  file.skip(superblockSize)
  const labels = enumeration(ranges)
  const row = compound(14, [
    ['Start', 0, integer(8)],
    ['Count', 8, integer(4)],
    ['Population', 12, labels],
  ])
  const pair = compound(4, [
    ['Source', 0, labels],
    ['Destination', 2, labels],
  ])
  const rows = new Bytes()
  for (const { start, count, code } of ranges) rows.uint(start, 8).uint(count, 4).uint(code, 2)
  const ends = new Bytes()
  for (const [source, target] of pairs) ends.uint(source, 2).uint(target, 2)
  const types = group(file, [
    ['Population labels', committed(file, labels)],
    ['Populations', dataset(file, row, { length: ranges.length, bytes: rows })],
    ['Population projections type', committed(file, pair)],
    ['Valid population projections', dataset(file, pair, { length: pairs.length, bytes: ends })],
  ])
  const root = group(file, [['H5Types', types]])
  return file.withStart(superblock(root, file.length))
}

/** Bytes that grow; numbers are little-endian. */
class Bytes {
  private readonly values: number[] = []

  get length(): number {
    return this.values.length
  }

  uint(value: number, size: number): this {
    for (let k = 0; k < size; k++) this.values.push(Math.floor(value / 2 ** (8 * k)) % 256)
    return this
  }

  add(other: Bytes): this {
    for (const value of other.values) this.values.push(value)
    return this
  }

  skip(count: number): this {
    for (let k = 0; k < count; k++) this.values.push(0)
    return this
  }

  /** An address of nothing. */
  nowhere(): this {
    for (let k = 0; k < 8; k++) this.values.push(255)
    return this
  }

  /** A name, ended by a zero and filled up to a multiple of bytes. */
  text(name: string, multiple: number): this {
    const bytes = new TextEncoder().encode(name)
    for (const byte of bytes) this.values.push(byte)
    if (multiple === 0) return this
    this.values.push(0)
    return this.fill(bytes.length + 1, multiple)
  }

  fill(written: number, multiple: number): this {
    return this.skip((multiple - (written % multiple)) % multiple)
  }

  withStart(start: Bytes): Uint8Array {
    const bytes = Uint8Array.from(this.values)
    bytes.set(start.values)
    return bytes
  }
}

const superblockSize = 96

function superblock(root: number, end: number): Bytes {
  const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]
  const bytes = new Bytes()
  for (const byte of signature) bytes.uint(byte, 1)
  bytes.uint(0, 5).uint(8, 1).uint(8, 1).uint(0, 1)
  bytes.uint(4, 2).uint(16, 2).uint(0, 4)
  bytes.uint(0, 8).nowhere().uint(end, 8).nowhere()
  return bytes.uint(0, 8).uint(root, 8).uint(0, 8).uint(0, 16)
}

/** Unsigned. */
const integer = (size: number): Bytes =>
  new Bytes()
    .uint(0x10, 1)
    .uint(0, 3)
    .uint(size, 4)
    .uint(0, 2)
    .uint(8 * size, 2)

function enumeration(ranges: readonly NamedRange[]): Bytes {
  const type = new Bytes().uint(0x18, 1).uint(ranges.length, 3).uint(2, 4).add(integer(2))
  for (const { name } of ranges) type.text(name, 8)
  for (const { code } of ranges) type.uint(code, 2)
  return type
}

function compound(size: number, members: readonly (readonly [string, number, Bytes])[]): Bytes {
  const type = new Bytes().uint(0x16, 1).uint(members.length, 3).uint(size, 4)
  for (const [name, offset, own] of members) {
    type.text(name, 8).uint(offset, 4).uint(0, 12).uint(0, 16).add(own)
  }
  return type
}

type Message = readonly [type: number, flags: number, content: Bytes]

/** Where the header begins in the file. */
function objectHeader(file: Bytes, messages: readonly Message[]): number {
  file.fill(file.length, 8)
  const address = file.length
  const body = new Bytes()
  for (const [type, flags, content] of messages) {
    const size = Math.ceil(content.length / 8) * 8
    body.uint(type, 2).uint(size, 2).uint(flags, 1).uint(0, 3).add(content)
    body.fill(content.length, 8)
  }
  file.uint(1, 2).uint(messages.length, 2).uint(1, 4).uint(body.length, 4).uint(0, 4).add(body)
  return address
}

const constant = 1

const committed = (file: Bytes, type: Bytes): number => objectHeader(file, [[0x03, constant, type]])

function dataset(
  file: Bytes,
  type: Bytes,
  { length, bytes }: { readonly length: number; readonly bytes: Bytes },
): number {
  file.fill(file.length, 8)
  const address = file.length
  file.add(bytes)
  const space = new Bytes().uint(1, 1).uint(1, 1).uint(0, 6).uint(length, 8)
  const fillValue = new Bytes().uint(2, 1).uint(2, 1).uint(0, 1).uint(0, 1)
  const layout = new Bytes().uint(3, 1).uint(1, 1)
  if (bytes.length > 0) layout.uint(address, 8)
  else layout.nowhere()
  return objectHeader(file, [
    [0x01, 0, space],
    [0x03, constant, type],
    [0x05, constant, fillValue],
    [0x08, 0, layout.uint(bytes.length, 8)],
  ])
}

function group(file: Bytes, links: readonly (readonly [string, number])[]): number {
  const linkTable = new Bytes().uint(0, 2).nowhere().nowhere()
  const messages = links.map(([name, address]): Message => {
    const link = new Bytes().uint(1, 1).uint(0, 1).uint(name.length, 1).text(name, 0)
    return [0x06, 0, link.uint(address, 8)]
  })
  return objectHeader(file, [
    [0x02, 0, linkTable],
    [0x0a, constant, new Bytes().uint(0, 2)],
    ...messages,
  ])
}
