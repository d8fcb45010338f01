/** Writes the loop over steps of one schedule as a WebAssembly module: one function per act, and one that repeats them. */
import { Draft } from '../../../compiler/emit/wasm/draft.ts'
import { encodeModule } from '../../../compiler/emit/wasm/encoder.ts'
import {
  branch,
  branchIf,
  get,
  i32,
  type Instruction,
  load,
  type Local,
  plain,
  set,
  store,
} from '../../../compiler/emit/wasm/instruction.ts'
import { queueStart } from '../../../compiler/emit/wasm/frame.ts'
import { printModule } from '../../../compiler/emit/wasm/listing.ts'
import type { WasmFunction, WasmModule } from '../../../compiler/emit/wasm/module.ts'
import type { Act, Dense, Play, Schedule } from '../schedule.ts'
import { add, type Places } from './places.ts'
import { writeAct } from './write-act.ts'

export interface StepsModule {
  readonly code: Uint8Array<ArrayBuffer>
  readonly text: string
}

/** `steps(first, last)` does the steps first … last − 1, or fewer, and answers the next one to do. */
export function stepsModule(schedule: Schedule, places: Places): StepsModule {
  const acts = schedule.acts.map((act, k) => writeAct(act, { name: `${act.kind}_${k}`, places }))
  const loop = writeLoop(schedule, acts, places)
  const sharing = places.sharedMaximum === undefined ? {} : { sharedMaximum: places.sharedMaximum }
  const module: WasmModule = {
    title: 'the steps of a network',
    memory: { module: 'livn', name: 'memory', minimum: 1, ...sharing },
    imports: places.imports(),
    functions: [...acts, loop],
  }
  return {
    code: encodeModule(module),
    // For readers only, who are few.
    get text() {
      return printModule(module)
    },
  }
}

function writeLoop(
  { acts, logs }: Schedule,
  functions: readonly WasmFunction[],
  places: Places,
): WasmFunction {
  const draft = new Draft({
    name: 'steps',
    parameters: [
      ['first', 'i32'],
      ['last', 'i32'],
    ],
    results: ['i32'],
  })
  const [first, last] = draft.parameters as readonly [Local, Local]
  const tick = draft.variable('tick', 'i32')
  draft.push(set(tick, get(first)))
  for (const act of acts) if (act.kind === 'dense') forgetSilent(draft, act, places)
  draft.block('done', (done) => {
    draft.loop('next step', (next) => {
      draft.push(branchIf(done, plain('i32.ge_s', [get(tick), get(last)])))
      for (const { every, calls } of inRows(acts, functions)) {
        when(draft, isMultiple(get(tick), every), () => {
          for (const call of calls) writeCall(draft, call, { tick: get(tick), places })
        })
      }
      draft.push(set(tick, add(get(tick), i32(1))))
      // Workers must stop at the same step, so they are told beforehand how far there is room.
      const stops = places.meeting
        ? []
        : [...logs.map((log) => places.isFull(log)), ...flagsOf(acts, places)]
      const [stop, ...others] = stops
      if (stop)
        draft.push(
          branchIf(
            done,
            others.reduce((a, b) => plain('i32.or', [a, b]), stop),
          ),
        )
      draft.push(branch(next))
    })
  })
  draft.push(get(tick))
  return draft.finish('as many steps as there is room for', true)
}

/** Between two calls the host may have changed when a cell last did something. */
function forgetSilent(draft: Draft, { kernel, first }: Dense, places: Places): void {
  const { silent } = places.kernel(kernel)
  if (silent === undefined) return
  draft.push(store('i32.store', i32(silent + 8 * first), i32(queueStart.unknown), queueStart.due))
}

function flagsOf(acts: readonly Act[], places: Places): readonly Instruction[] {
  const flags = acts.flatMap((act) => (act.kind === 'inspect' ? [act.flag] : []))
  return [...new Set(flags)].map((flag) => load('i32.load', i32(places.address(flag))))
}

interface Call {
  readonly act: Act
  readonly callee: WasmFunction
}

interface Row {
  readonly every: number
  readonly calls: readonly Call[]
}

/** Acts one after another that are due in the same ticks: those that are a multiple of their clock. */
function inRows(acts: readonly Act[], functions: readonly WasmFunction[]): readonly Row[] {
  const rows: { every: number; calls: Call[] }[] = []
  acts.forEach((act, k) => {
    const callee = functions[k]
    if (!callee) return
    const every = 'every' in act ? act.every : act.clock
    const last = rows.at(-1)
    if (last?.every === every) last.calls.push({ act, callee })
    else rows.push({ every, calls: [{ act, callee }] })
  })
  return rows
}

interface Moment {
  readonly tick: Instruction
  readonly places: Places
}

/** Each act counts steps of its own. */
function writeCall(draft: Draft, { act, callee }: Call, { tick, places }: Moment): void {
  const step = act.clock === 1 ? tick : plain('i32.div_s', [tick, i32(act.clock)])
  // What is played changes rarely, and a call costs more than this look.
  const hasCome = act.kind === 'play' ? rowHasCome(act, { tick, places }) : undefined
  when(draft, hasCome, () => draft.push(plain('call', [step], [callee])))
}

function rowHasCome({ ticks, place }: Play, { tick, places }: Moment): Instruction {
  const next = i32(places.address(place))
  const row = load('i32.load', next)
  const isThere = plain('i32.lt_s', [row, load('i32.load', next, 4)])
  const due = load('i32.load', places.wordAddress(ticks, row))
  return plain('i32.and', [isThere, plain('i32.le_s', [due, tick])])
}

const isMultiple = (tick: Instruction, every: number): Instruction | undefined =>
  every === 1 ? undefined : plain('i32.eqz', [plain('i32.rem_s', [tick, i32(every)])])

/** Always, where there is no condition. */
function when(draft: Draft, condition: Instruction | undefined, write: () => void): void {
  if (condition) draft.when(condition, write)
  else write()
}
