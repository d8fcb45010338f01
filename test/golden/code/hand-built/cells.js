// AdEx · rk2 — from models/neurons/adex.livn

// AdEx · step
export function step(cells, shared, first, last, spikes, bursts) {
  const { 'I.stimulus': I_stimulus, a, v, w, 'AMPA.g': AMPA_g } = cells // pA, nS, mV, pA, pA
  const { lastspike } = cells // integer
  const { C, g_L, E_L, V_T, Delta_T, tau_w, tau_AMPA } = shared // pF, nS, mV, mV, mV, ms, ms
  const { t_ref, V_peak } = shared // ms, mV
  const { dt, step, seed } = shared // ms, 1, 1
  const decay_AMPA = Math.exp(-dt / tau_AMPA)
  const ref_steps = Math.floor(t_ref / dt + 0.001)

  let fired = 0
  let burst_count = 0
  for (let i = first; i < last; i++) {
    const w_new = w[i] + dt * ((a[i] * (v[i] - E_L) - w[i]) / tau_w)
    if (step - lastspike[i] >= ref_steps) {
      const v_new =
        v[i] +
        dt *
          ((g_L * (E_L - v[i]) +
            g_L * Delta_T * Math.exp((v[i] - V_T) / Delta_T) -
            w[i] +
            (AMPA_g[i] + I_stimulus[i])) /
            C)
      v[i] = v_new
      if (v_new > V_peak) {
        spikes[fired++] = i
        lastspike[i] = step
      } else if (v_new > V_T + 5 * normal(seed, 1540483477, i, step)) {
        bursts[burst_count++] = i
      }
    }
    w[i] = w_new
    AMPA_g[i] = AMPA_g[i] * decay_AMPA
  }
  return [fired, burst_count]
}

// AdEx · reset
export function reset(cells, shared, first, last, list) {
  const { v, w } = cells    // mV, pA
  const { V_r, b } = shared // mV, pA

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = V_r
    w[i] += b
  }
}

/** Standard normal by Box and Muller. */
function normal(seed, stream, cell, step) {
  threefry(seed, stream, cell, step)
  const radius = Math.sqrt(-2 * Math.log((words[0] + 0.5) * 2 ** -32))
  return radius * Math.cos(2 * Math.PI * (words[1] * 2 ** -32))
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
