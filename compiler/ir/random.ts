/** The counter-based generator: Threefry2x32 with 13 rounds (Salmon et al. 2011), as plain functions. */

const rotations = [13, 15, 26, 6, 17, 29, 16, 24] as const
const parity = 0x1bd11bda

const rotate = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits))

/** Two 32-bit words from key (seed, stream) and counter (cell, step). */
export function threefry(
  seed: number,
  stream: number,
  cell: number,
  step: number,
): [number, number] {
  const keys = [seed | 0, stream | 0, parity ^ seed ^ stream] as const
  let x0 = (cell + keys[0]) | 0
  let x1 = (step + keys[1]) | 0
  for (let round = 0; round < 13; round++) {
    x0 = (x0 + x1) | 0
    x1 = rotate(x1, rotations[round % 8] ?? 0) ^ x0
    if (round % 4 === 3) {
      const k = (round + 1) / 4
      x0 = (x0 + (keys[k % 3] ?? 0)) | 0
      x1 = (x1 + (keys[(k + 1) % 3] ?? 0) + k) | 0
    }
  }
  return [x0 >>> 0, x1 >>> 0]
}

/** Uniform on [0, 1) with 53 bits. */
export function uniformAt(seed = 0, stream = 0, cell = 0, step = 0): number {
  const [x0, x1] = threefry(seed, stream, cell, step)
  return ((x0 >>> 5) * 67108864 + (x1 >>> 6)) * 2 ** -53
}

/** Standard normal by Box and Muller, one per key. */
export function normalAt(seed = 0, stream = 0, cell = 0, step = 0): number {
  const [x0, x1] = threefry(seed, stream, cell, step)
  const radius = Math.sqrt(-2 * Math.log((x0 + 0.5) * 2 ** -32))
  return radius * Math.cos(2 * Math.PI * (x1 * 2 ** -32))
}

/** Means above this are drawn from the matching normal, rounded. */
const largeMean = 64

/** Counts are drawn beside the streams of their site, told apart by these. */
const countStreams = { further: 0x27d4eb2f, large: 0x165667b1 } as const

/** Poisson count by inversion of one uniform number. */
export function poissonAt(mean = 0, seed = 0, stream = 0, cell = 0, step = 0): number {
  if (!(mean > 0)) return 0
  if (mean > largeMean)
    return largeCount(mean, normalAt(seed, stream ^ countStreams.large, cell, step))
  const u = countingUniform(seed, stream, cell, step)
  let count = 0
  let term = Math.exp(-mean)
  let sum = term
  while (u >= sum && count < 1000) {
    count += 1
    term *= mean * (1 / count)
    sum += term
  }
  return count
}

/** Words from here on are few, and belong to the rare counts: another word says more about them. */
const farEnd = 0xfff00000

/** Uniform on [0, 1) with 32 bits, at the far end with 53. Cells 2k and 2k + 1 share two words. */
function countingUniform(seed: number, stream: number, cell: number, step: number): number {
  const word = threefry(seed, stream, cell >>> 1, step)[cell & 1] ?? 0
  if (word < farEnd) return word * 2 ** -32
  const [more] = threefry(seed, stream ^ countStreams.further, cell, step)
  return (word * 2 ** 21 + (more >>> 11)) * 2 ** -53
}

/** Cornish and Fisher (1938) to the third order in z, with Sheppard's correction for counts being whole numbers. */
function largeCount(mean: number, z: number): number {
  const root = Math.sqrt(mean)
  const skewed = (z * z - 1) / 6 - (z * (z * z + 2)) / (72 * root)
  return Math.max(0, Math.floor(mean + root * z + skewed + 0.5))
}

/** Gamma variate of a shape and scale 1 by Marsaglia and Tsang (2000); tries are told apart by the stream. */
export function gammaAt(shape = 1, seed = 0, stream = 0, cell = 0, step = 0): number {
  if (shape < 1) {
    const u = uniformAt(seed, stream ^ 0x5bd1e995, cell, step)
    return gammaAt(shape + 1, seed, stream, cell, step) * u ** (1 / shape)
  }
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (let attempt = 0; attempt < 64; attempt++) {
    const key = (stream + Math.imul(attempt + 1, 0x9e3779b1)) >>> 0
    const z = normalAt(seed, key, cell, step)
    const v = (1 + c * z) ** 3
    const u = uniformAt(seed, key ^ 0x85ebca6b, cell, step)
    if (v > 0 && Math.log(1 - u) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v
  }
  return d
}

/** A stable 32-bit number for a name (FNV-1a): the stream of a random site. */
export function streamOf(name: string): number {
  let hash = 0x811c9dc5
  for (let k = 0; k < name.length; k++) {
    hash = Math.imul(hash ^ name.charCodeAt(k), 0x01000193)
  }
  return hash >>> 0
}
