// ModulatedSource — from models/neurons/poisson-source.livn

// ModulatedSource · step
export function step(cells, shared, first, last, spikes) {
  const { lastspike } = cells                      // integer
  const { t_ref, rate, depth, frequency } = shared // ms, Hz, 1, Hz
  const { t, dt, step, seed } = shared             // ms, ms, 1, 1
  const silent_steps = Math.floor(t_ref / dt + 0.001)
  const limit_2 = 6.283185307179586 * frequency
  const limit_1 = rate * (1 + depth * Math.sin(limit_2 * t)) * dt

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    if (free) {
      if (uniform(seed, 335333684, i, step) < limit_1) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
  }
  return fired
}

/** Uniform on [0, 1) with 53 bits. */
function uniform(seed, stream, cell, step) {
  threefry(seed, stream, cell, step)
  return ((words[0] >>> 5) * 67108864 + (words[1] >>> 6)) * 2 ** -53
}

const words = new Uint32Array(2)

/** Two random words from key (seed, stream) and counter (cell, step): Threefry2x32 with 13 rounds. */
function threefry(seed, stream, cell, step) {
  const parity = 0x1bd11bda ^ seed ^ stream
  let x = (cell + (seed | 0)) | 0
  let y = (step + (stream | 0)) | 0
  x = (x + y) | 0
  y = ((y << 13) | (y >>> 19)) ^ x
  x = (x + y) | 0
  y = ((y << 15) | (y >>> 17)) ^ x
  x = (x + y) | 0
  y = ((y << 26) | (y >>> 6)) ^ x
  x = (x + y) | 0
  y = ((y << 6) | (y >>> 26)) ^ x
  x = (x + (stream | 0)) | 0
  y = (y + parity + 1) | 0
  x = (x + y) | 0
  y = ((y << 17) | (y >>> 15)) ^ x
  x = (x + y) | 0
  y = ((y << 29) | (y >>> 3)) ^ x
  x = (x + y) | 0
  y = ((y << 16) | (y >>> 16)) ^ x
  x = (x + y) | 0
  y = ((y << 24) | (y >>> 8)) ^ x
  x = (x + parity) | 0
  y = (y + (seed | 0) + 2) | 0
  x = (x + y) | 0
  y = ((y << 13) | (y >>> 19)) ^ x
  x = (x + y) | 0
  y = ((y << 15) | (y >>> 17)) ^ x
  x = (x + y) | 0
  y = ((y << 26) | (y >>> 6)) ^ x
  x = (x + y) | 0
  y = ((y << 6) | (y >>> 26)) ^ x
  x = (x + (seed | 0)) | 0
  y = (y + (stream | 0) + 3) | 0
  x = (x + y) | 0
  y = ((y << 17) | (y >>> 15)) ^ x
  words[0] = x
  words[1] = y
}
