/** `livn run`: simulates a culture, or a model that brings its own network, and says what happened. */
import { resolve } from 'node:path'
import { UsageError } from '../../../compiler/usage-error.ts'
import type { Env, RunOptions } from '../../env.ts'
import type { Run } from '../../run.ts'
import type { Command, Options } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { nameOption } from '../choose-meanings.ts'
import { mustBeWritable } from '../must-be-writable.ts'
import { progressLine } from '../progress.ts'
import { stimulateOption } from '../read-stimulation.ts'
import type { Shell } from '../shell.ts'
import { summarize, table, Tally } from '../run-summary.ts'
import { pictureWriter, themeOption } from '../write-picture.ts'

export const run: Command = {
  name: 'run',
  summary: 'simulate a culture, or a model that brings its own network',
  argument: '<system>',
  argumentMeaning: 'a system such as EI2, its folder, or a .livn file that brings its own network',
  options: [
    {
      flags: '--model <name>',
      meaning: 'what the cells of a system are: of the library, or a .livn file',
    },
    { flags: '--selection <name>', meaning: 'only some of the cells, as stored with the system' },
    {
      flags: '--set <values>',
      meaning: 'weights and noise, such as noise-EXC-level=2,weight-EXC_INH=3',
    },
    stimulateOption,
    { flags: '--duration <ms>', meaning: 'how long to simulate', fallback: '1000' },
    { flags: '--dt <ms>', meaning: 'length of a step; 0.1, or what the model was tuned with' },
    { flags: '--seed <number>', meaning: 'of all random numbers', fallback: '1' },
    {
      flags: '--backend <name>',
      meaning: 'wasm, js, webgpu …: see livn devices (or LIVN_BACKEND)',
    },
    {
      flags: '--precision <precision>',
      meaning: 'of the numbers: f64 unless told, f32 where there is no other',
      choices: ['f64', 'f32'],
    },
    { flags: '--replicas <number>', meaning: 'copies with noise of their own', fallback: '1' },
    { flags: '--threads <number>', meaning: 'that share the work', fallback: '1' },
    { flags: '--count <cells>', meaning: 'of populations that the model does not count' },
    {
      flags: '--record <names>',
      meaning: 'voltage, states or definitions, such as v,ge (spikes always are)',
    },
    { flags: '--out <file>', meaning: 'what was recorded, as .json, .csv or .arrow' },
    { flags: '--plot <file>', meaning: 'a picture of what was recorded, as .svg or .png' },
    themeOption,
    nameOption,
    { flags: '--json', meaning: 'print the summary as JSON' },
  ],
  run: async ([what = ''], options, shell) => {
    mustGoTogether(what, options)
    const duration = numberOf('duration', options.duration)
    const { openRunFile } = await import('../../run-file.ts')
    const { out } = options
    const file = typeof out === 'string' ? openRunFile(resolve(shell.folder, out)) : undefined
    if (typeof out === 'string') mustBeWritable('--out', out, shell)
    const { plot: path, theme } = options
    const plot =
      typeof path === 'string' ? pictureWriter({ path, option: '--plot', theme }, shell) : undefined
    const stimulate =
      typeof options.stimulate === 'string'
        ? (await import('../read-stimulation.ts')).readStimulation(options.stimulate)
        : undefined
    const policy = await stimulate
    const env = await open(what, options, shell)
    await env.init()
    for (const note of env.linked.notes) shell.complain(`livn: ${note}\n`)
    set(env, options)
    record(env, options)
    const commands = policy?.(env.io)
    const stimulus = commands ? { stimulus: commands } : {}
    const tally = new Tally(env.populations)
    const kept: Run[] = []
    await simulate(env, shell, { ...stimulus, duration }, async (part) => {
      tally.add(part)
      if (plot) kept.push(part)
      await file?.write(part)
    }).finally(file?.close)
    const [first, ...others] = kept
    if (plot && first) {
      const { plotRun } = await import('../plot-run.ts')
      const whole = others.reduce((run, part) => run.concat(part), first)
      await plot(...plotRun({ run: whole, env, policy: commands, title: what }))
    }
    const summary = summarize(env, tally)
    shell.write(options.json ? `${JSON.stringify(summary)}\n` : table(summary))
    await env.close()
    return exitCodes.ok
  },
}

/** What would have no say is refused, because whoever wrote it counts on it. */
function mustGoTogether(what: string, options: Options): void {
  const isModel = what.endsWith('.livn')
  const strange = (isModel ? ['model', 'selection'] : ['count']).find((name) => options[name])
  if (strange === undefined) return
  throw new UsageError(
    isModel
      ? `--${strange} is for systems, such as EI2; ${what} is a model and brings its own cells.`
      : `--count is for models that do not count their cells; how many ${what} has is its own.`,
  )
}

/** A file that ends in .livn brings its own network; anything else is a system. */
async function open(what: string, options: Options, shell: Shell): Promise<Env> {
  const { Env } = await import('../../env.ts')
  const { readModel } = await import('../../library.ts')
  const onRemark = (message: string): void => shell.complain(`livn: ${message}\n`)
  const { model, selection } = options
  if (what.endsWith('.livn')) {
    const { source, surroundings } = readModel(what, shell.folder)
    return new Env(source, { ...surroundings, ...linkOptions(options), onRemark })
  }
  const cast = typeof model === 'string' ? readModel(model, shell.folder) : undefined
  const env = new Env(isName(what) ? what : resolve(shell.folder, what), {
    ...cast?.surroundings,
    ...(cast ? { model: cast.source } : {}),
    ...linkOptions(options),
    onRemark,
  })
  await env.init()
  if (typeof selection === 'string') env.selection(selection)
  return env.applyDefaultParams()
}

const isName = (what: string): boolean => /^[\w-]+$/.test(what)

/** `--set noise-EXC-level=2,weight-EXC_INH=3` */
function set(env: Env, { set: words }: Options): void {
  if (typeof words !== 'string') return
  const pairs = words.split(',').map((word) => {
    const [, name = '', value = ''] = /^\s*(.+?)\s*=\s*(.+?)\s*$/.exec(word) ?? []
    if (name === '') {
      throw new UsageError(
        `--set does not understand "${word}"; it takes name=value, and more after commas.`,
      )
    }
    return [name, numberOf(`set ${name}`, value)] as const
  })
  env.setParams(Object.fromEntries(pairs))
}

function record(env: Env, { record: names }: Options): void {
  env.recordSpikes()
  if (typeof names !== 'string') return
  const wanted = names.split(',').map((each) => each.trim())
  if (wanted.includes('')) {
    throw new UsageError(`--record is "${names}"; it takes names with commas between, such as v,u.`)
  }
  for (const name of wanted) if (name !== 'spikes') env.record(name)
}

/** Ctrl-C ends the run and keeps what was recorded until then; nothing else is kept for long. */
async function simulate(
  env: Env,
  shell: Shell,
  { duration, ...options }: RunOptions & { readonly duration: number },
  take: (part: Run) => Promise<void>,
): Promise<void> {
  const interruption = new AbortController()
  const release = shell.onInterrupt(() => interruption.abort())
  const line = progressLine(shell)
  try {
    const { signal } = interruption
    const parts = env.runInParts(duration, { ...options, signal, onProgress: line.show })
    for await (const part of parts) await take(part)
  } finally {
    line.clear()
    release()
  }
}

function linkOptions(options: Options) {
  const { backend = process.env.LIVN_BACKEND, precision, name, count } = options
  return {
    ...(options.dt === undefined ? {} : { dt: numberOf('dt', options.dt) }),
    seed: numberOf('seed', options.seed),
    threads: numberOf('threads', options.threads),
    replicas: numberOf('replicas', options.replicas),
    ...(precision === 'f32' || precision === 'f64' ? ({ precision } as const) : {}),
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
