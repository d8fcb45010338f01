/** The one object users hold: a model on the cells of a system, with electrodes; it runs, records and is stimulated. */
import { UsageError } from '../compiler/index.ts'
import { shown } from '../systems/numbers-from.ts'
import { encodeWith } from './encoding/encoding.ts'
import { seedOf } from './engine/replicas.ts'
import { restoreSnapshot, takeSnapshot } from './engine/snapshot.ts'
import { Breathing } from './env/breathing.ts'
import { mustBeKnown } from './env/known-options.ts'
import { Remarks } from './env/remarks.ts'
import type { From } from './env/choose-system.ts'
import { Course } from './env/course.ts'
import type { EnvOptions } from './env/grounded.ts'
import { type Populations, Prepared } from './env/prepared.ts'
import {
  type Call,
  mustDecode,
  type PartOptions,
  type Progress,
  type RunOptions,
  runOptionNames,
} from './env/run-options.ts'
import { addressed, type Situation, startPlaying, type StimulusLike } from './env/stimulation.ts'
import type { Command } from './io/io.ts'
import { mustBeSeed } from './link/options.ts'
import type { RecordOptions } from './recordings.ts'
import { Run } from './run.ts'
import { Stimulus } from './stimulus/stimulus.ts'

export type {
  Call,
  EnvOptions,
  From,
  PartOptions,
  Populations,
  Progress,
  RecordOptions,
  RunOptions,
  StimulusLike,
}

export class Env extends Prepared {
  private readonly breathing = new Breathing()
  private readonly remarks = new Remarks(({ message }) => this.remark(message))
  private isRunning = false
  /** The steps that are under way, or were last. */
  private advancing: Promise<void> | undefined
  /** Realisations of the noise so far. */
  private stream = 0
  /** What the call that runs, or the last one, was made with. */
  encoding: Call['encoding'] | undefined
  decoding: Call['decoding'] | undefined
  /** Wall time of the steps alone, of all runs together. */
  runMs = 0

  /** Runs for so many ms and hands over what was recorded; the next run goes on from there. */
  async run(duration: number, options: RunOptions = {}): Promise<Run> {
    mustBeKnown('run', options, runOptionNames)
    const course = this.begin(duration, options)
    try {
      const pending = this.advance(course, course.last)
      if (pending) await pending
      const fetching = this.session.simulation.settled()
      if (fetching) await fetching
    } finally {
      this.end()
    }
    return this.taken(course.first)
  }

  /**
   * The same in parts, each a Run of its own. Nothing is kept of what was handed over, so that an hour takes no more
   * memory than a minute: `for await (const part of env.runInParts(3_600_000)) …`
   */
  async *runInParts(duration: number, options: PartOptions = {}): AsyncGenerator<Run, void> {
    mustBeKnown('runInParts', options, [...runOptionNames, 'part'])
    const course = this.begin(duration, options)
    try {
      const ticks = course.ticksOfPart(options.part)
      let from = course.first
      do {
        this.session.recordings.begin(from)
        await this.advance(course, Math.min(course.last, from + ticks))
        await this.session.simulation.settled()
        yield this.taken(from)
        from = this.session.simulation.tick
      } while (from < course.last && !course.isEnded)
    } finally {
      this.end()
    }
  }

  private begin(duration: number, options: RunOptions): Course {
    if (this.isRunning) throw new UsageError('A run is under way; wait for it before the next.')
    if (options.dt !== undefined && options.dt !== this.dt) this.changeStep(options.dt)
    const course = new Course(this.session, duration, options)
    this.play(options, duration)
    this.isRunning = true
    this.session.recordings.begin(course.first)
    return course
  }

  private end(): void {
    this.isRunning = false
    this.session.simulation.silence()
  }

  /** What was recorded from this tick on. */
  private taken(first: number): Run {
    const { populations, dt, simulation, recordings } = this.session
    return new Run({
      t0: first * dt,
      duration: (simulation.tick - first) * dt,
      channels: recordings.take(first),
      populations,
      replicas: this.linked.plan.replicas ?? 1,
    })
  }

  private play({ stimulus, stimulusPerReplica }: RunOptions, duration: number): void {
    const situation = { duration, throughIO: this.throughIO }
    const shared = addressed(stimulus, undefined, situation)
    const all = stimulusPerReplica
      ? [...shared, ...this.perReplica(stimulusPerReplica, situation)]
      : shared
    for (const each of all) {
      if (each.stimulus instanceof Stimulus) this.remarks.onStimulus(each.stimulus)
    }
    startPlaying(this.session, all)
  }

  private perReplica(stimuli: readonly (StimulusLike | undefined)[], situation: Situation) {
    const { replicas = 1 } = this.linked.plan
    if (!Array.isArray(stimuli)) {
      throw new UsageError(
        `stimulusPerReplica is ${shown(stimuli)}; it must be a list, one stimulus for each replica.`,
      )
    }
    if (stimuli.length > 0 && stimuli.length !== replicas) {
      throw new UsageError(
        `stimulusPerReplica has ${stimuli.length} entries; it wants one for each of ${replicas} replicas.`,
      )
    }
    return stimuli.flatMap((like, replica) => addressed(like, replica, situation))
  }

  private readonly throughIO = (command: Command): Stimulus => {
    this.remarks.onCommand(command, this.io)
    return this.cellStimulus(command)
  }

  /** A short run is one call into the device, after which there is nothing to wait for. */
  private advance(course: Course, last: number): Promise<void> | undefined {
    const { session, breathing } = this
    const { simulation } = session
    simulation.ready()
    const began = performance.now()
    const isShort = last - simulation.tick <= breathing.stride
    if (!isShort || breathing.isDue(began) || course.isWatched || course.isEnded) {
      this.advancing = this.advanceInBreaths(course, last)
      return this.advancing
    }
    const advanced = session.advance(last)
    if (advanced || simulation.tick < last) {
      this.advancing = this.advanceInBreaths(course, last, advanced)
      return this.advancing
    }
    this.runMs += performance.now() - began
    return undefined
  }

  /** While another machine computes, the host has time; that machine knows itself how long it may take. */
  private get stride(): number {
    const isRemote = this.linked.plan.device.remote !== undefined
    return isRemote ? Number.POSITIVE_INFINITY : this.breathing.stride
  }

  private async advanceInBreaths(
    course: Course,
    last: number,
    pending?: Promise<void>,
  ): Promise<void> {
    const { session, breathing } = this
    const { simulation } = session
    await pending
    while (simulation.tick < last && !course.isEnded && !this.isClosed) {
      const from = simulation.tick
      const began = performance.now()
      const advanced = session.advance(Math.min(last, from + this.stride))
      if (advanced) await advanced
      const ended = performance.now()
      this.runMs += ended - began
      breathing.learn(simulation.tick - from, ended - began)
      if (!breathing.isDue(ended)) continue
      course.report()
      await breathing.breathe()
    }
    course.report()
  }

  /**
   * Encodes the inputs, runs for as long as the decoding says, and decodes what was recorded. A number for a decoding is
   * a duration, and then the Run comes back.
   */
  async call<Value = unknown>(request: Call<Value>): Promise<Value> {
    mustBeKnown('call', request, ['decoding', 'inputs', 'encoding'])
    const { decoding, inputs, encoding } = request
    mustDecode(decoding)
    this.encoding = encoding
    this.decoding = decoding
    const duration = typeof decoding === 'number' ? decoding : decoding.duration
    if (!(duration > 0)) {
      throw new UsageError(`The decoding lasts ${duration} ms; it must be a time in ms above 0.`)
    }
    if (typeof decoding !== 'number') await decoding.setup?.(this)
    const stimulus =
      encoding === undefined
        ? (inputs as StimulusLike | undefined)
        : await encodeWith(encoding, { env: this, duration, inputs })
    const run = await this.run(duration, stimulus ? { stimulus } : {})
    return (typeof decoding === 'number' ? run : await decoding.decode(run, this)) as Value
  }

  /** Steps of another length need other code; only at the beginning is there nothing to carry over. */
  private changeStep(dt: number): void {
    if (this.t > 0) {
      throw new UsageError(
        `dt is ${dt} ms, and the cells are at ${this.t} ms in steps of ${this.dt} ms; call clear() before you change it.`,
      )
    }
    this.reopen({ ...this.options, dt })
  }

  /**
   * Back to the beginning, of the same cells with other noise; with `reseed: false` the same noise, with a number
   * everything that is random is drawn from that seed.
   */
  clear(options: { readonly reseed?: boolean | number } = {}): this {
    mustBeKnown('clear', options, ['reseed'])
    const { reseed = true } = options
    if (typeof reseed !== 'boolean') mustBeSeed('reseed', reseed)
    if (this.isRunning) throw new UsageError('A run is under way; wait for it before you clear.')
    const { simulation, recordings, linked } = this.session
    if (typeof reseed === 'number') {
      this.stream = 0
      this.change({ ...this.options, seed: reseed })
    } else if (reseed) this.stream += 1
    simulation.reseed(typeof reseed === 'number' ? reseed : (this.options.seed ?? linked.plan.seed))
    simulation.initialize()
    this.settings.repeat(this.session)
    this.reseedNoise(this.stream)
    recordings.begin(0)
    return this
  }

  /** Other noise from now on: the next realisation, or that of a number. */
  reseedNoise(stream = this.stream + 1): this {
    if (!Number.isInteger(stream) || stream < 0) {
      throw new UsageError(`stream is ${stream}; it must be a whole number, 0 or more.`)
    }
    this.stream = stream
    const seed = this.options.seed ?? this.linked.plan.seed
    // As many realisations as there are replicas, so that none comes twice.
    const { replicas = 1 } = this.linked.plan
    this.settings.set('stream', this.session, ({ simulation }) => {
      simulation.reseed(seedOf(seed, stream * replicas))
      simulation.relink()
    })
    return this
  }

  /** Brings states of a large network from the card, so that they can be read; elsewhere there is nothing to bring. */
  async fetch(): Promise<this> {
    await this.session.simulation.fetch()
    return this
  }

  snapshot(): Uint8Array {
    return takeSnapshot(this.session.simulation)
  }

  /** Goes on from a snapshot of this model, wherever it was taken. */
  restore(snapshot: Uint8Array): this {
    const misfit = restoreSnapshot(this.session.simulation, snapshot)
    if (misfit !== undefined) throw new UsageError(misfit)
    return this
  }

  /** Ends a run that is under way, which then fails, and lets go of memory, threads and cards. */
  async close(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    await this.advancing?.catch(() => {})
    this.letGo()
  }
}
