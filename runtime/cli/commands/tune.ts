/** `livn tune`: finds weights and background with which a culture lives, and writes them down. */
import { UsageError } from '../../../compiler/usage-error.ts'
import type { Progress, TuneOptions } from '../../tuning/tune.ts'
import type { Targets } from '../../tuning/targets.ts'
import type { TrialSpec } from '../../tuning/trial.ts'
import type { Command, Options } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Shell } from '../shell.ts'

export const tune: Command = {
  name: 'tune',
  summary: 'find weights and background with which a culture lives',
  argument: '<system>',
  argumentMeaning: 'a system such as EI2',
  options: [
    { flags: '--model <name>', meaning: 'of the library', fallback: 'izhikevich-culture' },
    { flags: '--rate <rates>', meaning: 'Hz of a cell', fallback: 'EXC=2,INH=4' },
    { flags: '--isi-cv <number>', meaning: 'irregularity of EXC', fallback: '0.85' },
    { flags: '--active <fraction>', meaning: 'of the cells that fire at all', fallback: '0.95' },
    { flags: '--burst-rate <hertz>', meaning: 'of the whole culture; any unless told' },
    { flags: '--range <ranges>', meaning: 'of what is searched, such as noise-EXC-level=0.5..2' },
    { flags: '--from <system>', meaning: 'begins with what was found for another system' },
    { flags: '--dt <ms>', meaning: 'length of a step', fallback: '0.1' },
    { flags: '--seed <number>', meaning: 'of the search', fallback: '1' },
    { flags: '--seeds <number>', meaning: 'realisations of the noise for each try', fallback: '3' },
    { flags: '--duration <ms>', meaning: 'of each try', fallback: '8000' },
    { flags: '--warmup <ms>', meaning: 'before it', fallback: '500' },
    { flags: '--proof <ms>', meaning: 'of the last simulations', fallback: '10000' },
    { flags: '--proof-seeds <number>', meaning: 'of the last simulations', fallback: '5' },
    { flags: '--generations <number>', meaning: 'at most', fallback: '40' },
    { flags: '--workers <number>', meaning: 'threads that simulate', fallback: '1' },
    {
      flags: '--precision <precision>',
      meaning: 'of the numbers',
      choices: ['f64', 'f32'],
      fallback: 'f64',
    },
    { flags: '--out <file>', meaning: 'models/tuned/<model>/<system>.json unless told' },
    { flags: '--state <file>', meaning: 'where a search that is broken off is kept' },
  ],
  run: async ([system = ''], options, shell) => {
    const wish = wishOf(system, options)
    await mustBePredefined(system)
    const { Trial } = await import('../../tuning/trial.ts')
    const { spaceOf, withRange } = await import('../../tuning/search-space.ts')
    const { writeTuned } = await import('../../tuning/write-tuned.ts')
    const trial = new Trial(wish.spec)
    const space = rangesOf(options).reduce(withRange, spaceOf(trial.env))
    const start = await startOf(wish.spec.model, options)
    const found = await search(trial, { ...wish, space, start }, { shell, options })
    const command = commandLine(system, options)
    const file = await writeTuned(found, { ...wish.spec, ...wish, command, folder: shell.folder })
    shell.write(`${summary(found)}\n${file}\n`)
    return found.best.proven === 'alive' ? exitCodes.ok : exitCodes.modelError
  },
}

/** What the library knows for another system. */
async function startOf(model: string, { from }: Options): Promise<TuneOptions['start']> {
  if (typeof from !== 'string') return {}
  const { tunedFor } = await import('../../library.ts')
  const tuned = tunedFor(model, from)
  if (tuned) return tuned.params
  throw new UsageError(`--from is ${from}, but nobody has tuned ${model} on ${from}.`)
}

type Wish = ReturnType<typeof wishOf>

function wishOf(system: string, options: Options) {
  const { model, precision, out } = options
  const number = (name: string): number => numberOf(name, options[camel(name)])
  const atLeast = (least: number, name: string): number => countOf(name, number(name), least)
  const time = (name: string): number => timeOf(name, number(name))
  const spec: TrialSpec = {
    system,
    model: String(model),
    dt: time('dt'),
    precision: precision === 'f32' ? 'f32' : 'f64',
  }
  return {
    spec,
    targets: targetsOf(options),
    seed: atLeast(0, 'seed'),
    seeds: atLeast(1, 'seeds'),
    duration: time('duration'),
    warmup: number('warmup'),
    proof: { duration: time('proof'), seeds: atLeast(1, 'proof-seeds') },
    generations: atLeast(0, 'generations'),
    workers: atLeast(1, 'workers'),
    ...(typeof out === 'string' ? { out } : {}),
  }
}

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())

function targetsOf(options: Options): Targets {
  const rates = String(options.rate)
    .split(',')
    .map((word) => {
      const [, name = '', value = ''] = /^\s*(\w+)\s*=\s*(\S+)\s*$/.exec(word) ?? []
      if (name !== '') return [name, numberOf('rate', value)] as const
      throw new UsageError(
        `--rate does not understand "${word}"; it takes EXC=1.5, and more after commas.`,
      )
    })
  const activeFraction = numberOf('active', options.active)
  if (activeFraction > 1) {
    throw new UsageError(`--active is ${activeFraction}; it must be a fraction from 0 to 1.`)
  }
  return {
    rates: Object.fromEntries(rates),
    isiCv: numberOf('isi-cv', options.isiCv),
    activeFraction,
    ...(options.burstRate === undefined
      ? {}
      : { burstRate: numberOf('burst-rate', options.burstRate) }),
  }
}

const rangesOf = ({ range }: Options): readonly string[] =>
  typeof range === 'string' ? range.split(',') : []

function numberOf(name: string, text: string | boolean | undefined): number {
  const number = typeof text === 'string' && text.trim() !== '' ? Number(text) : Number.NaN
  if (Number.isFinite(number) && number >= 0) return number
  throw new UsageError(`--${name} is ${text}; it must be a number, 0 or more.`)
}

function countOf(name: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least) return value
  throw new UsageError(`--${name} is ${value}; it must be a whole number, ${least} or more.`)
}

function timeOf(name: string, ms: number): number {
  if (ms > 0) return ms
  throw new UsageError(`--${name} is ${ms}; it must be a time in ms above 0.`)
}

async function mustBePredefined(system: string): Promise<void> {
  const { predefinedNames } = await import('../../../systems/predefined.ts')
  if (predefinedNames.includes(system)) return
  const { unknownName } = await import('../../../systems/validate.ts')
  throw new UsageError(`Asked for ${unknownName(system, 'predefined system', predefinedNames)}`)
}

/** Ctrl-C ends the search and keeps the best until then; the same command goes on from there. */
async function search(
  trial: import('../../tuning/trial.ts').Trial,
  wish: Wish & Pick<TuneOptions, 'space' | 'start'>,
  { shell, options }: { readonly shell: Shell; readonly options: Options },
): Promise<Progress> {
  const { evaluateHere, evaluateInThreads } = await import('../../tuning/evaluator.ts')
  const { tune: begin } = await import('../../tuning/tune.ts')
  const { SearchFile } = await import('../../tuning/search-file.ts')
  const { system, model } = wish.spec
  const kept = new SearchFile(
    typeof options.state === 'string' ? options.state : `livn-tune-${model}-${system}.json`,
    {
      folder: shell.folder,
      wish: { ...wish.spec, space: wish.space, targets: wish.targets, seed: wish.seed },
    },
  )
  const resume = await kept.read()
  if (resume) shell.complain(`livn: goes on from generation ${resume.search.generation}\n`)
  const stop = new AbortController()
  const release = shell.onInterrupt(() => stop.abort())
  const evaluator =
    wish.workers > 1 ? await evaluateInThreads(wish.spec, wish.workers) : evaluateHere(trial)
  const tuning: TuneOptions = {
    ...wish,
    signal: stop.signal,
    ...(resume ? { resume } : {}),
    onProgress: (now) => {
      kept.write(now)
      shell.complain(`${summary(now)}\n`)
    },
  }
  try {
    const found = await begin(evaluator, tuning)
    if (found.best.proven === 'alive') await kept.remove()
    return found
  } finally {
    release()
    await evaluator.close()
  }
}

/** `generation 3, 68 simulations, cost 1.24: rate_EXC 1.3, isi_cv 0.7 …` */
function summary({ search: { generation }, tries, best }: Progress): string {
  const features = Object.entries(best.features).map(([name, value]) => `${name} ${value}`)
  const proof = best.proven === undefined ? '' : ` (${best.proven})`
  return `generation ${generation}, ${tries} simulations, cost ${best.cost.toPrecision(3)}${proof}: ${features.join(', ')}`
}

/** What makes the result again: the options that are not as usual. */
function commandLine(system: string, options: Options): string {
  const words = tune.options.flatMap(({ flags, fallback }) => {
    const name = flags.replace(/^--([\w-]+).*/, '$1')
    const value = options[camel(name)]
    const isWhereOrHowFast = ['out', 'state', 'workers'].includes(name)
    if (value === undefined || isWhereOrHowFast || (value === fallback && name !== 'model'))
      return []
    return [`--${name} ${value}`]
  })
  return ['livn tune', system, ...words].join(' ')
}
