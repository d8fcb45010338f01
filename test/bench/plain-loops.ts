/** The same updates as a careful programmer writes them in JavaScript: loops over Float64Array, constants hoisted. */

type Loop = (dt: number, current: Float64Array) => () => void

const filled = (count: number, value: number): Float64Array => new Float64Array(count).fill(value)

const lif: Loop = (dt, current) => {
  const count = current.length
  const v = filled(count, -70)
  const until = filled(count, -1e9)
  const decay = Math.exp((-dt * 10) / 200)
  let step = 0
  return () => {
    const t = step++ * dt
    for (let i = 0; i < count; i++) {
      if (t < until[i]!) continue
      const target = -70 + current[i]! / 10
      const next = target + (v[i]! - target) * decay
      if (next > -50) {
        v[i] = -58
        until[i] = t + 2
      } else v[i] = next
    }
  }
}

const izhikevich: Loop = (dt, current) => {
  const count = current.length
  const v = filled(count, -65)
  const u = filled(count, -13)
  return () => {
    for (let i = 0; i < count; i++) {
      const x = v[i]!
      const y = u[i]!
      const next = x + dt * (0.04 * x * x + 5 * x + 140 - y + current[i]!)
      u[i] = y + dt * 0.02 * (0.2 * x - y)
      if (next >= 30) {
        v[i] = -65
        u[i] = u[i]! + 8
      } else v[i] = next
    }
  }
}

const adex: Loop = (dt, current) => {
  const count = current.length
  const v = filled(count, -70.6)
  const w = filled(count, 0)
  return () => {
    for (let i = 0; i < count; i++) {
      const x = v[i]!
      const y = w[i]!
      const spike = 60 * Math.exp((x + 50.4) / 2)
      const next = x + (dt * (30 * (-70.6 - x) + spike - y + current[i]!)) / 281
      w[i] = y + (dt * (4 * (x + 70.6) - y)) / 144
      if (next > 0) {
        v[i] = -70.6
        w[i] = w[i]! + 80.5
      } else v[i] = next
    }
  }
}

const linoid = (x: number): number => (x === 0 ? 1 : x / (1 - Math.exp(-x)))

const hodgkinHuxley: Loop = (dt, current) => {
  const count = current.length
  const v = filled(count, -65)
  const m = filled(count, 0.053)
  const h = filled(count, 0.596)
  const n = filled(count, 0.318)
  const gate = (x: number, a: number, b: number): number => {
    const end = a / (a + b)
    return end + (x - end) * Math.exp(-(a + b) * dt)
  }
  return () => {
    for (let i = 0; i < count; i++) {
      const x = v[i]!
      const na = 1.2 * m[i]! ** 3 * h[i]!
      const k = 0.36 * n[i]! ** 4
      const total = na + k + 0.003
      const end = (na * 50 - k * 77 - 0.003 * 54.387 + current[i]! / 1000) / total
      v[i] = end + (x - end) * Math.exp((-total * dt) / 0.01)
      m[i] = gate(m[i]!, linoid((x + 40) / 10), 4 * Math.exp(-(x + 65) / 18))
      h[i] = gate(h[i]!, 0.07 * Math.exp(-(x + 65) / 20), 1 / (Math.exp(-(x + 35) / 10) + 1))
      n[i] = gate(n[i]!, 0.1 * linoid((x + 55) / 10), 0.125 * Math.exp(-(x + 65) / 80))
    }
  }
}

export const plainLoops: ReadonlyMap<string, Loop> = new Map([
  ['LIF', lif],
  ['Izhikevich', izhikevich],
  ['AdEx', adex],
  ['HodgkinHuxley', hodgkinHuxley],
])
