// LIF — from models/neurons/lif.livn

/** Something with a name, a unit and a meaning. */
export interface Described {
  readonly name: string
  readonly unit: string
  readonly doc?: string
}

/** A kind of cells. */
export interface Population<Parameters, Arrays, Recordable extends string> {
  readonly name: string
  readonly doc: string
  readonly parameters: readonly Described[]
  readonly states: readonly Described[]
  readonly recordables: readonly Described[]
  create(options?: {
    /** How many; 1 unless said. */
    readonly cells?: number
    /** Length of a step in ms; 0.1 unless said. */
    readonly dt?: number
    readonly seed?: number
    /** In the units of the model: one number for all cells, or, where they may differ, one each. */
    readonly parameters?: { readonly [Name in keyof Parameters]?: number | ArrayLike<number> }
  }): Cells<Parameters, Arrays, Recordable>
}

/** Some cells of one kind, advancing together. */
export interface Cells<Parameters, Arrays, Recordable extends string> {
  readonly cells: number
  readonly dt: number
  /** Time at the beginning of the next step, in ms. */
  readonly t: number
  /** The cells that spiked in the last step; valid until the next. */
  readonly spikes: Int32Array
  /** The cells of every event of the last step. */
  readonly events: ReadonlyMap<string, Int32Array>
  /** Parameters in the units of the model; may be set at any time. */
  readonly parameters: Parameters
  /** The arrays themselves, in kernel units (ms, mV, pA, um, amol, K). */
  readonly arrays: Arrays
  /** Advances by n steps; gives the spikes of the last. */
  step(n?: number): Int32Array
  /** Advances by so many ms; gives the time and cell of every spike. */
  run(duration: number): { readonly times: Float64Array; readonly cells: Int32Array }
  /** In the unit of the model: a number where all cells share one, otherwise one for each cell. */
  get<Name extends keyof Parameters>(name: Name): Parameters[Name]
  get(name: keyof Arrays | Recordable): Float64Array
  set(name: keyof Parameters | keyof Arrays, value: number | ArrayLike<number>): void
}

/** What can be chosen of LIF. */
export interface LIFParameters {
  /** membrane time constant, in ms */
  tau: number
  /** membrane capacitance, in nF */
  C: number
  /** nS */
  g_L: number
  /** mV */
  E_L: number
  /** spike threshold, drawn for each cell, in mV */
  V_th: Float64Array
}

/** One value for each cell of LIF. */
export interface LIFArrays {
  /** spike threshold, drawn for each cell, in mV */
  V_th: Float64Array
  /** membrane potential, in mV */
  v: Float64Array
  /** nA */
  I: Float64Array
  lastspike: Int32Array
  fast: Float64Array
  slow: Float64Array
  renewed: Float64Array
  gid: Float64Array
}

export type LIFRecordable = 'v' | 'I_L'
/** A leaky neuron. */
export declare const LIF: Population<LIFParameters, LIFArrays, LIFRecordable>
export default LIF

export declare function initialize(cells: LIFArrays, shared: Readonly<Record<string, number>>, first: number, last: number): void
/** LIF · step */
export declare function step(cells: LIFArrays, shared: Readonly<Record<string, number>>, first: number, last: number, list_1: Int32Array, list_2: Int32Array): readonly number[]
export declare function reset(cells: LIFArrays, shared: Readonly<Record<string, number>>, first: number, last: number, list: Int32Array): void
export declare function on_high(cells: LIFArrays, shared: Readonly<Record<string, number>>, first: number, last: number, list: Int32Array): void
export declare function every_1(cells: LIFArrays, shared: Readonly<Record<string, number>>, first: number, last: number): void
