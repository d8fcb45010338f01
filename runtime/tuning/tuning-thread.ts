/** A thread that simulates what it is told to try. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Answer } from './evaluator.ts'
import { type Attempt, Trial, type TrialSpec } from './trial.ts'

const trial = new Trial(workerData as TrialSpec)

parentPort?.on('message', async (attempt: Attempt) => {
  const answer: Answer = await trial.run(attempt).then(
    (features) => ({ features }),
    (error: unknown) => ({ failure: String(error) }),
  )
  parentPort?.postMessage(answer)
})
