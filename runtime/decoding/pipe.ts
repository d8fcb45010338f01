/** Decodings one after another: what one hands over is what the next looks at. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Decoding, DecodingEnv } from './decoding.ts'

export interface StageObject {
  setup?(env: DecodingEnv): unknown
  /** The first stage that has it answers `pipe.reset`. */
  reset?(options: unknown, pipe: Pipe): unknown
  /** Null and undefined hand on what the stage was given. */
  decode(signal: unknown, env: DecodingEnv, pipe: Pipe): unknown
}

/** The same without an object around it. */
export type StageFunction = StageObject['decode']

export type Stage = StageFunction | StageObject

export interface PipeOptions {
  /** ms; as long as the longest stage unless told. */
  readonly duration?: number
  readonly stages: readonly Stage[]
}

/**
 * Stages are decodings, functions, or objects with `decode`. They share `context`, which is empty at
 * the beginning of each call, and `state`, which stays until `clear()`.
 *
 * @example
 * const env = await make('EI1')
 * const pipe = new Pipe({
 *   stages: [new Slice({ start: 50, stop: 100 }), new MeanFiringRate({ duration: 50 }), (rate) => rate.nUnits],
 * })
 * await env.call({ decoding: pipe }) // → 10
 */
export class Pipe<Value = unknown> implements Decoding<Value, unknown> {
  readonly duration: number
  readonly stages: readonly Stage[]
  /** What stages tell each other within a call. */
  context: Record<string, unknown> = {}
  /** What stages remember from call to call. */
  state: Record<string, unknown> = {}

  constructor({ duration, stages }: PipeOptions) {
    if (!Array.isArray(stages)) {
      throw new UsageError(`stages is ${String(stages)}; it must be a list of stages.`)
    }
    stages.forEach(mustBeStage)
    const own = stages.map((stage) => ('duration' in stage ? Number(stage.duration) : 0))
    this.duration = duration ?? Math.max(0, ...own)
    this.stages = Object.freeze([...stages])
    if (this.duration > 0 && Number.isFinite(this.duration)) return
    throw new UsageError(
      `The pipe lasts ${this.duration} ms; give it a duration above 0, or a stage that has one.`,
    )
  }

  async setup(env: DecodingEnv): Promise<void> {
    for (const stage of this.stages) {
      if (typeof stage !== 'function') await stage.setup?.(env)
    }
  }

  async decode(signal: unknown, env: DecodingEnv): Promise<Value> {
    this.context = {}
    let passed = signal
    for (const stage of this.stages) {
      const made = await run(stage, passed, [env, this])
      if (made !== undefined && made !== null) passed = made
    }
    return passed as Value
  }

  /** What the first stage answers that can be reset; undefined where none can. */
  async reset(options: unknown = {}): Promise<unknown> {
    for (const stage of this.stages) {
      if (typeof stage !== 'function' && stage.reset) return stage.reset(options, this)
    }
    return undefined
  }

  /** Forgets what stages remembered. */
  clear(): this {
    this.context = {}
    this.state = {}
    return this
  }

  /** The first stage of a class, or one that is called so. */
  getStage<S>(type: abstract new (...args: never) => S): S | undefined
  getStage(name: string): Stage | undefined
  getStage(wanted: string | { readonly name: string }): unknown {
    const name = typeof wanted === 'string' ? wanted : wanted.name
    return this.stages.find((stage) => nameOf(stage) === name)
  }

  content(): unknown {
    return { duration: this.duration, stages: this.stages }
  }

  /** `Pipe(Slice → MeanFiringRate)` */
  toString(): string {
    return `Pipe(${this.stages.map(nameOf).join(' → ')})`
  }
}

const run = (
  stage: Stage,
  signal: unknown,
  [env, pipe]: readonly [DecodingEnv, Pipe<unknown>],
): unknown =>
  typeof stage === 'function' ? stage(signal, env, pipe) : stage.decode(signal, env, pipe)

const nameOf = (stage: Stage): string =>
  typeof stage === 'function' ? stage.name || 'function' : stage.constructor.name

function mustBeStage(stage: unknown, k: number): void {
  if (typeof stage === 'function') return
  if (typeof stage === 'object' && stage !== null && 'decode' in stage) return
  throw new UsageError(
    `Stage ${k} is ${JSON.stringify(stage) ?? String(stage)}; it must be a decoding, or a function of (signal, env, pipe).`,
  )
}
