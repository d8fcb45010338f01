/** `livn run`: simulates a model that brings its own network, and says what happened. */
import { resolve } from 'node:path'
import { UsageError } from '../../../compiler/usage-error.ts'
import type { Env } from '../../env.ts'
import type { Command, Options } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { nameOption } from '../choose-meanings.ts'
import { progressLine } from '../progress.ts'
import type { Shell } from '../shell.ts'
import { summarize, table } from '../run-summary.ts'

export const run: Command = {
  name: 'run',
  summary: 'simulate a model that brings its own network',
  argument: '<model>',
  argumentMeaning: 'a .livn file',
  options: [
    { flags: '--duration <ms>', meaning: 'how long to simulate', fallback: '1000' },
    { flags: '--dt <ms>', meaning: 'length of a step', fallback: '0.1' },
    { flags: '--seed <number>', meaning: 'of all random numbers', fallback: '1' },
    { flags: '--backend <name>', meaning: 'wasm, js or interpreter (or LIVN_BACKEND)' },
    {
      flags: '--precision <precision>',
      meaning: 'of the numbers',
      choices: ['f64', 'f32'],
      fallback: 'f64',
    },
    { flags: '--threads <number>', meaning: 'that share the work', fallback: '1' },
    { flags: '--count <cells>', meaning: 'of populations that the model does not count' },
    {
      flags: '--record <names>',
      meaning: 'states or definitions, such as v,ge (spikes always are)',
    },
    { flags: '--out <file>', meaning: 'what was recorded, as .json, .csv or .arrow' },
    nameOption,
    { flags: '--json', meaning: 'print the summary as JSON' },
  ],
  run: async ([path = ''], options, shell) => {
    const duration = numberOf('duration', options.duration)
    const { Env } = await import('../../env.ts')
    const { ModelFiles } = await import('../../model-files.ts')
    const { writerFor } = await import('../write-run.ts')
    const write =
      typeof options.out === 'string' ? writerFor(resolve(shell.folder, options.out)) : undefined
    const files = new ModelFiles(shell.folder)
    const env = new Env(files.read(path), { ...files.surroundings, ...linkOptions(options) })
    for (const note of env.linked.notes) shell.complain(`livn: ${note}\n`)
    record(env, options)
    const result = await simulate(env, duration, shell)
    await write?.(result)
    const summary = summarize(env, result)
    shell.write(options.json ? `${JSON.stringify(summary)}\n` : table(summary))
    await env.close()
    return exitCodes.ok
  },
}

function record(env: Env, { record: names }: Options): void {
  env.recordSpikes()
  if (typeof names !== 'string') return
  for (const name of names.split(',').map((each) => each.trim())) {
    if (name !== '' && name !== 'spikes') env.record(name)
  }
}

/** Ctrl-C ends the run and keeps what was recorded until then. */
async function simulate(env: Env, duration: number, shell: Shell) {
  const interruption = new AbortController()
  const release = shell.onInterrupt(() => interruption.abort())
  const line = progressLine(shell)
  try {
    return await env.run(duration, { signal: interruption.signal, onProgress: line.show })
  } finally {
    line.clear()
    release()
  }
}

function linkOptions(options: Options) {
  const { backend = process.env.LIVN_BACKEND, precision, name, count } = options
  return {
    dt: numberOf('dt', options.dt),
    seed: numberOf('seed', options.seed),
    threads: numberOf('threads', options.threads),
    precision: precision === 'f32' ? ('f32' as const) : ('f64' as const),
    ...(typeof backend === 'string' && backend !== '' ? { backend } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...(count === undefined ? {} : { count: numberOf('count', count) }),
  }
}

function numberOf(name: string, text: string | boolean | undefined): number {
  const number = typeof text === 'string' && text.trim() !== '' ? Number(text) : Number.NaN
  if (Number.isFinite(number)) return number
  throw new UsageError(`--${name} is ${text}; it must be a number.`)
}
