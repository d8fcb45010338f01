// LIF — from models/neurons/lif.livn

const LIF = definePopulation({
  name: 'LIF',
  doc: 'A leaky neuron.',
  slots: [
    {
      name: 'C',
      role: 'param',
      extent: 'shared',
      unit: 'nF',
      scale: 1000,
      doc: 'membrane capacitance',
      initial: () => 200,
    },
    { name: 'g_L', role: 'param', extent: 'shared', unit: 'nS', scale: 1, initial: () => 10 },
    {
      name: 'tau',
      role: 'param',
      extent: 'shared',
      unit: 'ms',
      scale: 1,
      doc: 'membrane time constant',
      initial: (shared) => shared.C / shared.g_L,
    },
    { name: 'E_L', role: 'param', extent: 'shared', unit: 'mV', scale: 1, initial: () => -70 },
    {
      name: 'V_th',
      role: 'param',
      extent: 'element',
      unit: 'mV',
      scale: 1,
      doc: 'spike threshold, drawn for each cell',
    },
    {
      name: 'v',
      role: 'state',
      extent: 'element',
      unit: 'mV',
      scale: 1,
      doc: 'membrane potential',
    },
    { name: 'I', role: 'stimulus', extent: 'element', unit: 'nA', scale: 1000 },
    {
      name: 'lastspike',
      role: 'internal',
      extent: 'element',
      type: 'integer',
      unit: '1',
      scale: 1,
      value: -1000000000,
    },
    { name: 'fast', role: 'state', extent: 'element', unit: '1', scale: 1 },
    { name: 'slow', role: 'state', extent: 'element', unit: '1', scale: 1 },
    { name: 'P_ff', role: 'derived', extent: 'shared', unit: 'mV', scale: 1 },
    { name: 'P_fs', role: 'derived', extent: 'shared', unit: 'mV', scale: 1 },
    { name: 'P_sf', role: 'derived', extent: 'shared', unit: 'mV', scale: 1 },
    { name: 'P_ss', role: 'derived', extent: 'shared', unit: 'mV', scale: 1 },
    { name: 'renewed', role: 'state', extent: 'element', unit: '1', scale: 1 },
    { name: 'gid', role: 'internal', extent: 'element', unit: '1', scale: 1 },
  ],
  recordables: [
    { name: 'v', unit: 'mV', scale: 1 },
    { name: 'I_L', unit: 'nA', scale: 1000, record: record_I_L },
  ],
  events: [
    { name: 'spike', sites: 1, act: reset },
    { name: 'high', sites: 1, act: on_high },
  ],
  every: [
    { period: () => 1, renew: every_1 },
  ],
  propagators: [
    {
      extent: 'shared',
      matrix: (shared, cells, i) => [[-0.2, 0], [0.05, -1 / shared.tau]],
      transition: [['P_ff', 'P_fs'], ['P_sf', 'P_ss']],
      gain: [[undefined, undefined], [undefined, undefined]],
    },
  ],
  initialize,
  step,
})

export { LIF }
export default LIF

export function initialize(cells, shared, first, last) {
  const { V_th, v, fast, gid } = cells
  const { E_L } = shared // mV

  for (let i = first; i < last; i++) {
    V_th[i] = -50
    v[i] = E_L
    fast[i] = gid[i] + 1
  }
}

// LIF · step
export function step(cells, shared, first, last, spikes, highs) {
  const { I, V_th, v, lastspike, fast, slow } = cells      // 1, 1, 1, integer, 1, 1
  const { tau, g_L, E_L, P_ff, P_fs, P_sf, P_ss } = shared // mV, mV, mV, mV, mV, mV, mV
  const { dt, step } = shared                              // ms, 1
  const decay = Math.exp(-dt / tau)

  let fired = 0
  let high_count = 0
  for (let i = first; i < last; i++) {
    const fast_old = fast[i]
    const slow_old = slow[i]
    fast[i] = P_ff * fast_old + P_fs * slow_old
    slow[i] = P_sf * fast_old + P_ss * slow_old
    if (step - lastspike[i] >= 20) {
      const v_inf = E_L + I[i] / g_L
      v[i] = v_inf + (v[i] - v_inf) * decay
      if (v[i] > V_th[i]) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    if (v[i] > -60) {
      highs[high_count++] = i
    }
  }
  return [fired, high_count]
}

export function reset(cells, shared, first, last, list) {
  const { v } = cells

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = -58
  }
}

export function on_high(cells, shared, first, last, list) {
  const { slow } = cells

  for (let k = first; k < last; k++) {
    const i = list[k]
    slow[i] += 1
  }
}

export function every_1(cells, shared, first, last) {
  const { renewed } = cells

  for (let i = first; i < last; i++) {
    renewed[i] += 1
  }
}

export function record_I_L(cells, shared, first, last) {
  const { v, $out: out } = cells
  const { g_L, E_L } = shared // mV, mV

  for (let i = first; i < last; i++) {
    out[i] = g_L * (E_L - v[i])
  }
}

/** A kind of cells: what it is made of, and create() to make some. */
function definePopulation(definition) {
  const { name, doc, slots, recordables } = definition
  const parameters = slots.filter(({ role }) => role === 'param')
  const states = slots.filter(({ role }) => role === 'state')
  const create = (options) => new Cells(definition, options)
  return { name, doc, parameters, states, recordables, create }
}

/** Some cells of one kind, advancing together. */
class Cells {
  constructor(definition, { cells = 1, dt = 0.1, seed = 1, parameters = {} } = {}) {
    const { slots, events, initialize } = definition
    this.definition = definition
    this.cells = cells
    this.dt = dt
    this.steps = 0
    this.slots = new Map(slots.map((slot) => [slot.name, slot]))
    const perCell = slots.filter(({ extent }) => extent === 'element')
    const forAll = slots.filter(({ extent }) => extent === 'shared')
    this.arrays = Object.fromEntries(perCell.map((slot) => [slot.name, arrayOf(slot, cells)]))
    this.shared = Object.fromEntries(forAll.map(({ name, value }) => [name, value]))
    Object.assign(this.shared, { dt, seed, t: 0, step: 0, N: cells })
    this.arrays.gid?.forEach((_, i, gid) => (gid[i] = i))
    this.lists = events.map(({ sites }) => new Int32Array(cells * sites))
    this.events = new Map(events.map(({ name }) => [name, new Int32Array(0)]))
    this.parameters = this.accessors(slots.filter(({ role }) => role === 'param'))
    this.chosen = new Map()
    this.link()
    this.choose(parameters, 'shared')
    initialize?.(this.arrays, this.shared, 0, cells)
    this.choose(parameters, 'element')
  }

  /** Time at the beginning of the next step, in ms. */
  get t() {
    return this.steps * this.dt
  }

  /** The cells that spiked in the last step; valid until the next. */
  get spikes() {
    return this.events.get('spike') ?? new Int32Array(0)
  }

  /** Advances by n steps; gives the spikes of the last. */
  step(n = 1) {
    for (let k = 0; k < n; k++) this.advance()
    return this.spikes
  }

  /** Advances by so many ms; gives the time and cell of every spike. */
  run(duration) {
    const times = []
    const cells = []
    for (let left = Math.round(duration / this.dt); left > 0; left--) {
      const { t } = this
      for (const cell of this.step()) {
        times.push(t)
        cells.push(cell)
      }
    }
    return { times: Float64Array.from(times), cells: Int32Array.from(cells) }
  }

  /** A parameter, a state or anything recordable, in its unit: a number, or one for each cell. */
  get(name) {
    const slot = this.slots.get(name)
    if (slot?.extent === 'shared') return this.shared[name] / slot.scale
    const { scale } = slot ?? this.recordable(name)
    const values = slot ? this.arrays[name] : this.evaluate(name)
    return Float64Array.from(values, (value) => value / scale)
  }

  /** Sets a parameter or state, in its unit: a number for all cells, or one for each. */
  set(name, value) {
    const { extent, scale } = this.slot(name)
    if (extent === 'shared') {
      this.chosen.set(name, value * scale)
      this.link()
    } else {
      this.arrays[name].forEach((_, i, array) => (array[i] = (value[i] ?? value) * scale))
    }
  }

  choose(parameters, extent) {
    for (const [name, value] of Object.entries(parameters)) {
      if (this.slot(name).extent === extent) this.set(name, value)
    }
  }

  slot(name) {
    return this.slots.get(name) ?? this.refuse(name, this.slots.keys())
  }

  recordable(name) {
    const byName = new Map(this.definition.recordables.map((each) => [each.name, each]))
    return byName.get(name) ?? this.refuse(name, byName.keys())
  }

  refuse(name, known) {
    const own = [...known].join(', ')
    throw new RangeError(this.definition.name + ' has no ' + name + '. It has ' + own)
  }

  accessors(slots) {
    const parameters = {}
    for (const { name } of slots) {
      const get = () => this.get(name)
      const set = (value) => this.set(name, value)
      Object.defineProperty(parameters, name, { enumerable: true, get, set })
    }
    return parameters
  }

  /** A definition that is no array of its own. */
  evaluate(name) {
    const $out = new Float64Array(this.cells)
    Object.assign(this.shared, { t: this.t, step: this.steps })
    this.recordable(name).record?.({ ...this.arrays, $out }, this.shared, 0, this.cells)
    return $out
  }

  /** Computes what follows from the parameters alone. */
  link() {
    const { shared, chosen, definition } = this
    for (const { name, initial } of definition.slots) {
      if (chosen.has(name)) shared[name] = chosen.get(name)
      else if (initial) shared[name] = initial(shared)
    }
    for (const propagator of definition.propagators) propagate(propagator, this)
  }

  advance() {
    const { arrays, shared, cells, steps, dt, lists } = this
    const { events, every, step, onStep } = this.definition
    Object.assign(shared, { t: steps * dt, step: steps })
    for (const { period, renew } of every) {
      const due = Math.max(1, Math.round(period(shared) / dt))
      if (steps % due === 0) renew?.(arrays, shared, 0, cells)
    }
    const counts = [step?.(arrays, shared, 0, cells, ...lists) ?? 0].flat()
    events.forEach(({ name }, k) => this.events.set(name, lists[k].subarray(0, counts[k])))
    onStep?.(arrays, shared, 0, cells)
    events.forEach(({ act }, k) => act?.(arrays, shared, 0, counts[k], lists[k]))
    this.steps += 1
  }
}

function arrayOf({ type = 'real', value = 0 }, length) {
  return (type === 'real' ? new Float64Array(length) : new Int32Array(length)).fill(value)
}

/** With x' = M x + b, x(t + dt) = P x + Q b: writes P and Q where the kernels read them. */
function propagate({ matrix, transition, gain, extent }, { shared, arrays, cells, dt }) {
  for (let i = 0; i < (extent === 'shared' ? 1 : cells); i++) {
    const rows = matrix(shared, arrays, i)
    const n = rows.length
    const wide = [...Array(2 * n).keys()].map((row) =>
      [...Array(2 * n).keys()].map((column) => {
        if (row >= n) return 0
        return (column < n ? rows[row][column] : Number(column - n === row)) * dt
      }),
    )
    const result = exponential(wide)
    const write = (name, value) => {
      if (name === undefined) return
      if (extent === 'shared') shared[name] = value
      else arrays[name][i] = value
    }
    transition.forEach((names, row) => names.forEach((name, k) => write(name, result[row][k])))
    gain.forEach((names, row) => names.forEach((name, k) => write(name, result[row][n + k])))
  }
}

/** The exponential of a matrix: the Taylor series of a small part of it, squared back. */
function exponential(matrix) {
  const product = (a, b) =>
    a.map((row) =>
      row.map((_, j) => row.reduce((sum, x, k) => (x === 0 ? sum : sum + x * b[k][j]), 0)),
    )
  const norm = Math.max(...matrix.map((row) => row.reduce((sum, x) => sum + Math.abs(x), 0)), 0)
  const squarings = norm > 0.5 ? Math.min(60, Math.ceil(Math.log2(norm)) + 1) : 0
  const scaled = matrix.map((row) => row.map((x) => x / 2 ** squarings))
  let term = matrix.map((row, i) => row.map((_, j) => Number(i === j)))
  let sum = term
  for (let k = 1; k <= 19; k++) {
    term = product(term, scaled).map((row) => row.map((x) => x / k))
    sum = sum.map((row, i) => row.map((x, j) => x + term[i][j]))
  }
  for (let k = 0; k < squarings; k++) sum = product(sum, sum)
  return sum
}
