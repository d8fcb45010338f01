/** Repeats a schedule act by act: what every device's own way of doing it must agree with. */
import { InternalError } from '../../compiler/ir/internal-error.ts'
import type { DeviceArray } from './device.ts'
import type {
  Act,
  Aim,
  Deliver,
  Dense,
  EventLog,
  Inspect,
  Lap,
  Play,
  Repeated,
  Sample,
  Schedule,
  Walk,
} from './schedule.ts'

export function repeatActs([schedule, another]: readonly Schedule[]): Repeated {
  if (!schedule || another) throw new InternalError('repeat', 'one thread repeats one schedule')
  const { acts, logs } = schedule
  const done = acts.map(doing)
  const flags = acts.flatMap((act) => (act.kind === 'inspect' ? [act.flag] : []))
  const mustStop = (): boolean =>
    logs.some(({ words, cursor, room }) => (cursor[0] ?? 0) + room > words.length) ||
    flags.some((flag) => flag[0] !== 0)
  return {
    run: (first, last) => {
      for (let tick = first; tick < last; tick++) {
        for (const act of done) act(tick)
        if (mustStop()) return tick + 1
      }
      return last
    },
  }
}

export type Doing = (tick: number) => void

const nothing: Doing = () => {}

/** An act with its clock: it happens in ticks that are a multiple of it. */
export function doing(act: Act): Doing {
  const every = 'every' in act ? act.every : act.clock
  const inStep = inStepOf(act)
  return (tick) => {
    if (tick % every === 0) inStep(tick / act.clock)
  }
}

/** Takes the number of the step by the act's own clock. */
function inStepOf(act: Act): Doing {
  switch (act.kind) {
    case 'dense':
      return dense(act)
    case 'walk':
      return walk(act)
    case 'deliver':
      return deliver(act)
    case 'aim':
      return aim(act)
    case 'lap':
      return lap(act)
    case 'clear':
      return () => act.array.fill(0, act.first, act.last)
    case 'sample':
      return sample(act)
    case 'play':
      return play(act)
    case 'inspect':
      return inspect(act)
    case 'meet':
      return nothing
    default:
      return act satisfies never
  }
}

function dense({ kernel, first, last, logs }: Dense): Doing {
  return (step) => {
    const events = kernel.run({ step, t: step * kernel.dt, first, last })
    kernel.events.forEach((event, k) => {
      const log = logs[k]
      if (log) append(log, step, events.get(event) ?? none)
    })
  }
}

const none = new Int32Array(0)

export function append(
  { words, places, cursor }: EventLog,
  step: number,
  elements: Int32Array,
): void {
  const place = cursor[0]!
  words[place] = elements.length
  words.set(elements, place + 1)
  places[step & (places.length - 1)] = place
  cursor[0] = place + 1 + elements.length
}

/** The elements of a step's list. */
function listOf({ words, places }: EventLog, step: number): Int32Array {
  const place = places[step & (places.length - 1)]!
  return words.subarray(place + 1, place + 1 + words[place]!)
}

function walk({ kernel, log }: Walk): Doing {
  return (step) => {
    const list = listOf(log, step)
    if (list.length === 0) return
    kernel.run({ step, t: step * kernel.dt, first: 0, last: list.length, list })
  }
}

function deliver({ kernel, logs, rows, list, delays, shared }: Deliver): Doing {
  if (shared) throw new InternalError('repeat', 'replicas share a table')
  const through = list ? { list } : {}
  return (step) => {
    const t = step * kernel.dt
    delays.forEach((delay, d) => {
      for (const log of logs) {
        for (const source of listOf(log, step - delay)) {
          const row = source * (delays.length + 1) + d
          const first = rows[row]!
          const last = rows[row + 1]!
          if (first < last) kernel.run({ step, t, first, last, ...through })
        }
      }
    })
  }
}

function aim({ kernel, buffer, ring, stride, slots }: Aim): Doing {
  const starts = Array.from({ length: slots }, (_, slot) => ring.subarray(slot * stride))
  return (step) => kernel.aim(buffer, starts[step % slots]!)
}

function lap({ ring, stride, slots, first, last }: Lap): Doing {
  return (step) => {
    if (step % slots !== 0) return
    for (let slot = 0; slot < slots; slot++) {
      const beyond = (slots + slot) * stride
      ring.copyWithin(slot * stride + first, beyond + first, beyond + last)
      ring.fill(0, beyond + first, beyond + last)
    }
  }
}

function sample({
  from,
  first,
  last,
  elements,
  into,
  width,
  offset,
  rows,
  ...timed
}: Sample): Doing {
  const perSample = timed.every / timed.clock
  return (step) => {
    const start = ((step / perSample) % rows) * width + offset
    if (!elements) into.set(from.subarray(first, last), start)
    else for (let k = 0; k < elements.length; k++) into[start + k] = from[elements[k]!]!
  }
}

function play({ ticks, table, width, place, into, first, last }: Play): Doing {
  return (tick) => {
    for (; place[0]! < place[1]! && ticks[place[0]!]! <= tick; place[0]!++) {
      const row = place[0]! * width
      into.set(table.subarray(row + first, row + last), first)
    }
  }
}

function inspect({ array, first, last, flag }: Inspect): Doing {
  return () => {
    if (!isFinite(array, first, last)) flag[0] = 1
  }
}

export function isFinite(array: DeviceArray, first: number, last: number): boolean {
  for (let k = first; k < last; k++) if (!Number.isFinite(array[k])) return false
  return true
}
