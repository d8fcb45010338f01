/** The workers of a device: each does its own schedule over the memory they share. */
import type { Repeated } from '../schedule.ts'
import { openWorker, type OpenWorker } from './open-worker.ts'

/** What a worker is told: what to load, or which steps to do. */
export type Order =
  | {
      readonly kind: 'load'
      readonly memory: WebAssembly.Memory
      readonly kernels: readonly WebAssembly.Module[]
      readonly steps: Uint8Array
    }
  | { readonly kind: 'run'; readonly first: number; readonly last: number }

/** What it answers. */
export type Answer =
  | { readonly kind: 'done'; readonly next: number }
  | { readonly kind: 'failed'; readonly message: string }

export class Crew {
  private readonly workers: readonly OpenWorker[]
  private readonly memory: WebAssembly.Memory
  private lost: Error | undefined
  private fail: (reason: Error) => void = () => {}
  private isDismissed = false

  constructor(count: number, memory: WebAssembly.Memory) {
    this.memory = memory
    this.workers = Array.from({ length: count }, (_, k) =>
      openWorker((reason) => this.lose(`Worker ${k + 1} of ${count} ended: ${reason}`)),
    )
  }

  private lose(message: string): void {
    if (this.isDismissed) return
    this.lost ??= new Error(message)
    this.fail(this.lost)
  }

  /** `abandoned` is the word that keeps nobody waiting for one who will not come. */
  ready(
    kernels: readonly WebAssembly.Module[],
    steps: readonly Uint8Array[],
    abandoned: Int32Array,
  ): Repeated {
    this.workers.forEach((worker, k) => {
      worker.tell({
        kind: 'load',
        memory: this.memory,
        kernels,
        steps: steps[k] ?? new Uint8Array(),
      })
    })
    return { run: (first, last) => this.run({ kind: 'run', first, last }, abandoned) }
  }

  private async run(order: Order & { kind: 'run' }, abandoned: Int32Array): Promise<number> {
    if (this.lost) throw this.lost
    const failure = new Promise<never>((_, reject) => {
      this.fail = reject
    })
    const answers = this.workers.map(async (worker) => {
      const answer = await worker.ask(order)
      if (answer.kind === 'failed') throw new Error(answer.message)
    })
    try {
      await Promise.race([Promise.all(answers), failure])
      return order.last
    } catch (reason) {
      // The others wait for one who will not come: this sends them home.
      Atomics.store(abandoned, 0, 1)
      this.lost = reason instanceof Error ? reason : new Error(String(reason))
      throw this.lost
    } finally {
      this.fail = () => {}
    }
  }

  dismiss(): void {
    this.isDismissed = true
    for (const worker of this.workers) worker.end()
  }
}
