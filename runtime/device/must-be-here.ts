/** Refuses to read what a remote device has not handed over. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Device, DeviceArray } from './device.ts'

export function mustBeHere({ name, remote }: Device, arrays: Iterable<DeviceArray>): void {
  if (!remote) return
  for (const array of arrays) {
    if (!remote.isBehind(array)) continue
    throw new UsageError(
      `What you ask for is still in the memory of the ${name} device, which is much. Call await env.fetch() before.`,
    )
  }
}
