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
import type { Act, Dense, Schedule } from '../schedule.ts'
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
      acts.forEach((act, k) => {
        const callee = functions[k]
        if (callee) callWhenDue(draft, act, { callee, tick })
      })
      draft.push(set(tick, add(get(tick), i32(1))))
      // Workers must stop at the same step, so they are told beforehand how far there is room.
      const stops = places.meeting
        ? []
        : [...logs.map((log) => places.isFull(log)), ...acts.flatMap(flagged(places))]
      for (const stop of stops) draft.push(branchIf(done, stop))
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

const flagged =
  (places: Places) =>
  (act: Act): readonly Instruction[] =>
    act.kind === 'inspect' ? [load('i32.load', i32(places.address(act.flag)))] : []

/** An act is due in ticks that are a multiple of its clock, and counts steps of its own. */
function callWhenDue(
  draft: Draft,
  act: Act,
  { callee, tick }: { readonly callee: WasmFunction; readonly tick: Local },
): void {
  const every = 'every' in act ? act.every : act.clock
  const step = act.clock === 1 ? get(tick) : plain('i32.div_s', [get(tick), i32(act.clock)])
  const call = plain('call', [step], [callee])
  if (every === 1) draft.push(call)
  else {
    const rest = plain('i32.rem_s', [get(tick), i32(every)])
    draft.when(plain('i32.eqz', [rest]), () => draft.push(call))
  }
}
