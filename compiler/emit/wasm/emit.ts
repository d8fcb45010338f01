/** Writes kernels as one WebAssembly module over the host's memory: the default target. */
import { InternalError } from '../../ir/internal-error.ts'
import type { Kernel } from '../../ir/kernel.ts'
import { namesReadIn } from '../../ir/statements.ts'
import { breakUp } from '../break-up.ts'
import type { Artifact, EmitOptions, Precision, Target } from '../target.ts'
import { Draft } from './draft.ts'
import { encodeModule } from './encoder.ts'
import { closeList, openList } from './events.ts'
import { frameHeader, frameOf } from './frame.ts'
import type { Local } from './instruction.ts'
import { get, load, set } from './instruction.ts'
import { createLanes } from './lanes.ts'
import { printModule } from './listing.ts'
import type { Alias, WasmFunction, WasmModule } from './module.ts'
import { nameStreams } from './name-streams.ts'
import { loopOverCells } from './over-cells.ts'
import { loopOverList } from './over-list.ts'
import type { RoomForSilent } from './silent-queue.ts'
import { firstsOfTheirCode } from './same-code.ts'
import { type Origin, sharedSources, writeLink } from './shared-values.ts'
import { silenceOf } from './silence.ts'

export const wasm = { name: 'wasm', precisions: ['f64', 'f32'], emit } satisfies Target

function emit(kernels: readonly Kernel[], options: EmitOptions): Artifact {
  const names = new Set(kernels.map(({ name }) => name))
  if (names.size < kernels.length) throw new InternalError('emit wasm', 'two kernels have one name')
  let listing: string | undefined
  return {
    target: 'wasm',
    precision: options.precision,
    kernels,
    code: encodeModule(moduleOf(kernels, options)),
    // For readers only, who are few: everything is written again for them instead of being kept for nobody.
    get text() {
      listing ??= printModule(moduleOf(kernels, options))
      return listing
    },
  }
}

function moduleOf(kernels: readonly Kernel[], options: EmitOptions): WasmModule {
  const { precision, title, sharedMaximum } = options
  const sharing = sharedMaximum === undefined ? {} : { sharedMaximum }
  const firsts = firstsOfTheirCode(kernels.map(nameStreams))
  return {
    title,
    memory: { module: 'livn', name: 'memory', minimum: 1, ...sharing },
    imports: [],
    functions: [...new Set(firsts.values())].flatMap((kernel) => emitKernel(kernel, precision)),
    aliases: [...firsts].flatMap(([kernel, first]) =>
      kernel === first ? [] : aliasesOf(kernel, first),
    ),
  }
}

function aliasesOf(kernel: Kernel, first: Kernel): readonly Alias[] {
  const suffixes = kernel.link.length > 0 ? ['_link', ''] : ['']
  return suffixes.map((suffix) => ({ name: kernel.name + suffix, of: first.name + suffix }))
}

/**
 * The function that computes the kernel's `link` part, where it has one, and the kernel itself. Each is written when
 * it is asked for: half of what outlives a compile's youngest memory would be functions waiting for the others.
 */
export function emitKernel(kernel: Kernel, precision: Precision): readonly WasmFunction[] {
  const { name, title, link, events } = kernel
  const exported = true
  const step: WasmFunction = {
    ...{ name, title, exported, results: [] },
    parameters: [...places, ...events].map(() => 'i32'),
    written: () => emitLoop(cut(kernel), precision).written(),
  }
  if (link.length === 0) return [step]
  const atLink: WasmFunction = {
    ...{ name: `${name}_link`, title: `${title} · once per link`, exported, results: [] },
    parameters: ['i32'],
    written: () => emitLink(kernel).written(),
  }
  return [atLink, step]
}

/** Expressions of thousands of operators would overflow the stack; link lets keep their places in the frame. */
function cut(kernel: Kernel): Kernel {
  const shorter = breakUp(kernel)
  return shorter === kernel ? kernel : { ...shorter, link: kernel.link }
}

const places = ['frame', 'step', 'first', 'last', 'list'] as const

/** NAME_link(frame) */
function emitLink(kernel: Kernel): WasmFunction {
  const draft = new Draft({
    name: `${kernel.name}_link`,
    parameters: [['frame', 'i32']],
    results: [],
  })
  const [frame] = draft.parameters
  if (frame) writeLink({ draft, kernel, frame })
  return draft.finish(`${kernel.title} · once per link`, true)
}

/** NAME(frame, step, first, last, list, …one event list each) */
function emitLoop(kernel: Kernel, precision: Precision): WasmFunction {
  const draft = new Draft({
    name: kernel.name,
    parameters: [...places, ...kernel.events].map((name) => [name, 'i32'] as const),
    results: [],
  })
  const [frame, step, first, last, list, ...lists] = draft.parameters
  if (frame && step && first && last && list) {
    for (const text of describeFrame(kernel)) draft.push({ kind: 'remark', text })
    const lanes = createLanes(draft, precision)
    const shared = sharedSources({ draft, kernel, frame, step }, lanes)
    const addresses = loadAddresses(draft, kernel, frame)
    const events = new Map(
      lists.map((address, k) => [kernel.events[k] ?? '', openList(draft, address)]),
    )
    const loop = { lanes, kernel, shared, addresses, events, first, last }
    const overList = { ...loop, list, ...endsOf(draft, kernel, frame) }
    if (kernel.domain === 'cells')
      loopOverCells(loop, roomForSilent({ draft, kernel, frame, step }))
    else if (!isSelfContained(kernel)) loopOverList(overList)
    else {
      draft.when(
        get(list),
        () => loopOverList(overList),
        () => loopOverCells(loop),
      )
    }
    for (const event of events.values()) closeList(draft, event)
  }
  return draft.finish(kernel.title, true)
}

/** Connections that touch neither of their cells: all of them at once are as good as cells. */
function isSelfContained({ domain, buffers, each }: Kernel): boolean {
  const names = namesReadIn(each)
  const isOfCells = buffers.some(({ extent }) => extent === 'source' || extent === 'target')
  return domain === 'connections' && !isOfCells && !names.has('source') && !names.has('target')
}

/** The units of what the frame leads to, for readers of the listing. */
function describeFrame({ buffers }: Kernel): readonly string[] {
  const unitsOf = (isShared: boolean): string =>
    buffers
      .filter(({ extent }) => (extent === 'shared') === isShared)
      .map(
        ({ name, type, unit }) => `${name} ${type === 'real' || type === 'single' ? unit : type}`,
      )
      .join(', ')
  return [
    ['arrays', unitsOf(false)],
    ['shared', unitsOf(true)],
  ].flatMap(([label, units]) => (units ? [`${label}  ${units}`] : []))
}

function loadAddresses(draft: Draft, kernel: Kernel, frame: Local): ReadonlyMap<string, Local> {
  const { addresses } = frameOf(kernel)
  return new Map(
    [...addresses].map(([name, offset]) => [name, addressAt(draft, `${name}@`, frame, offset)]),
  )
}

function roomForSilent({
  draft,
  kernel,
  frame,
  step,
}: Required<Origin>): RoomForSilent | undefined {
  const silence = silenceOf(kernel)
  const { silent } = frameOf(kernel)
  if (!silence || !silent) return undefined
  const queues = addressAt(draft, 'queues@', frame, silent.addresses)
  const kept = addressAt(draft, 'kept@', frame, silent.addresses + 4)
  return { silence, queues, kept, step }
}

function addressAt(draft: Draft, name: string, frame: Local, offset: number): Local {
  const local = draft.variable(name, 'i32')
  draft.push(set(local, load('i32.load', get(frame), offset)))
  return local
}

function endsOf(draft: Draft, { domain }: Kernel, frame: Local) {
  if (domain !== 'connections') return {}
  const source = addressAt(draft, 'source@', frame, frameHeader.source)
  const target = addressAt(draft, 'target@', frame, frameHeader.target)
  return { ends: { source, target } }
}
