/** Does in a new process what most do first, and keeps what V8 compiled for it beside the bundle. */
import { renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [, , outdir] = process.argv
const models = fileURLToPath(new URL('../../models', import.meta.url))

const { compiledFile, load } = createRequire(import.meta.url)(join(outdir, 'open.cjs'))
const { script, doors } = load()

const { make } = doors.index()
const culture = await make('EI1')
await culture.run(1)
await culture.close()

process.argv = [
  process.execPath,
  'livn',
  'run',
  join(models, 'networks/cuba.livn'),
  '--duration',
  '1',
  '--json',
]
doors.cli()

process.once('beforeExit', () => {
  const unfinished = `${compiledFile()}-${process.pid}`
  writeFileSync(unfinished, script.createCachedData())
  renameSync(unfinished, compiledFile())
})
