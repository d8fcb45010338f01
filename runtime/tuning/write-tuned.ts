/** What a search has found, as the document that the library keeps. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { Tuned } from '../library.ts'
import type { Progress } from './tune.ts'

export interface TunedPlace {
  readonly model: string
  readonly system: string
  readonly command: string
  readonly seed: number
  readonly dt?: number
  readonly folder: string
  readonly out?: string
}

/** Writes it and says where, as short as it can be. */
export function writeTuned({ best }: Progress, place: TunedPlace): string {
  const { model, system, command, seed, dt, folder } = place
  const name = model.replace(/^.*[\\/]/, '').replace(/\.livn$/, '')
  const file = resolve(folder, place.out ?? join('models', 'tuned', name, `${system}.json`))
  const document: Tuned = {
    model: name,
    system,
    command,
    seed,
    ...(dt === undefined ? {} : { dt }),
    params: best.params,
    features: best.features,
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`)
  return relative(folder, file)
}
