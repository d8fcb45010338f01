/** A loop over cells of which some are silent: without masks, where there are few. */
import { InternalError } from '../../ir/internal-error.ts'
import type { Kernel } from '../../ir/kernel.ts'
import type { ElementLoop } from './element-loop.ts'
import { get, i32, set } from './instruction.ts'
import { type RoomForSilent, SilentQueue } from './silent-queue.ts'

/** `write` writes the loop itself, for a kernel with masks and for one without. */
export function loopAroundSilent(
  loop: ElementLoop,
  room: RoomForSilent,
  write: (kernel: Kernel) => void,
): void {
  const { lanes, kernel } = loop
  const { draft } = lanes
  const events = loop.events.get(room.silence.event)
  if (!events) throw new InternalError('emit wasm', `${kernel.name} silences nobody`)
  const before = draft.keep('before', get(events.count))
  const queue = new SilentQueue(loop, room)
  const areFew = draft.variable('are few', 'i32')
  draft.push(set(areFew, i32(0)))
  draft.when(get(room.queues), () => draft.push(set(areFew, queue.open())))
  draft.when(
    get(areFew),
    () => {
      write({ ...kernel, each: room.silence.each })
      queue.putBack()
      queue.admit(events, before)
    },
    () => write(kernel),
  )
}
