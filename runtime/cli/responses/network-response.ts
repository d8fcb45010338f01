/** What a network or a culture does by itself for a second. */
import type { Model, Source, Surroundings } from '../../../compiler/index.ts'
import { Env, type Progress } from '../../env.ts'
import type { Run } from '../../run.ts'

export interface NetworkSubject {
  readonly model: Model
  readonly source: Source
  readonly surroundings: Surroundings
}

export interface NetworkResponse {
  readonly run: Run
  /** On whose cells. */
  readonly where: string
}

const duration = 1000
/** Where a culture without cells of its own is tried out. */
const usualSystem = 'EI2'

export async function networkResponse(
  { model, source, surroundings }: NetworkSubject,
  onProgress?: (progress: Progress) => void,
): Promise<NetworkResponse> {
  const bringsItsOwn = model.populations.every(({ count }) => count !== undefined)
  const options = { ...surroundings, name: model.name, seed: 1 }
  const env = bringsItsOwn
    ? new Env(source, options)
    : new Env(usualSystem, { ...options, model: source })
  await env.init()
  try {
    if (!bringsItsOwn) env.applyModelDefaults()
    env.recordSpikes()
    recordSome(env)
    const run = await env.run(duration, onProgress ? { onProgress } : {})
    return { run, where: bringsItsOwn ? '' : `Here on ${usualSystem}.` }
  } finally {
    await env.close()
  }
}

/** The voltages of the first cells of each population, where they have one. */
function recordSome(env: Env): void {
  if (!env.recordable().includes('voltage')) return
  const gids = env.populations.flatMap(({ offset, count }) =>
    Array.from({ length: Math.min(2, count) }, (_, k) => offset + k),
  )
  env.recordVoltage(undefined, { gids, dt: 0.2 })
}
