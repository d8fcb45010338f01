/** The operations by which threads wait for each other. */
import { atomic } from './operation.ts'

export const atomicOperations = {
  'memory.atomic.notify': atomic(0x00, 'ii>i', 4),
  'memory.atomic.wait32': atomic(0x01, 'iil>i', 4),
  'i32.atomic.load': atomic(0x10, 'i>i', 4),
  'i32.atomic.store': atomic(0x17, 'ii>', 4),
  'i32.atomic.rmw.add': atomic(0x1e, 'ii>i', 4),
}
