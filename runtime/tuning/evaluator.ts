/** Who simulates what is to be tried: this thread, or several beside it. */
import type { Worker } from 'node:worker_threads'
import type { Features } from './features.ts'
import type { Attempt, Trial, TrialSpec } from './trial.ts'

export interface Evaluator {
  /** In the order of the attempts; fewer where the signal came before the end. */
  evaluate(attempts: readonly Attempt[], signal?: AbortSignal): Promise<readonly Features[]>
  close(): Promise<void>
}

/** One after the other. */
export function evaluateHere(trial: Trial): Evaluator {
  return {
    evaluate: async (attempts, signal) => {
      const all: Features[] = []
      for (const attempt of attempts) {
        const features = await trial.run(attempt, signal)
        if (signal?.aborted) break
        all.push(features)
      }
      return all
    },
    close: () => trial.close(),
  }
}

/** What a thread answers to an attempt. */
export type Answer = { readonly features: Features } | { readonly failure: string }

/** So many threads, each with a culture of its own, take attempts as they get free. */
export async function evaluateInThreads(spec: TrialSpec, count: number): Promise<Evaluator> {
  const { Worker: Thread } = await import('node:worker_threads')
  const file = new URL('./tuning-thread.js', import.meta.url)
  const threads = Array.from({ length: count }, () => new Thread(file, { workerData: spec }))
  return {
    evaluate: async (attempts, signal) => {
      const results: (Features | undefined)[] = attempts.map(() => undefined)
      let next = 0
      const serve = async (thread: Worker): Promise<void> => {
        while (next < attempts.length && !signal?.aborted) {
          const k = next++
          const attempt = attempts[k]
          if (attempt) results[k] = await ask(thread, attempt)
        }
      }
      await Promise.all(threads.map(serve))
      return signal?.aborted ? [] : results.filter((each) => each !== undefined)
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()))
    },
  }
}

function ask(thread: Worker, attempt: Attempt): Promise<Features> {
  return new Promise((resolve, reject) => {
    thread.removeAllListeners()
    thread.once('error', reject)
    thread.once('message', (answer: Answer) => {
      if ('features' in answer) resolve(answer.features)
      else reject(new Error(answer.failure))
    })
    thread.postMessage(attempt)
  })
}
