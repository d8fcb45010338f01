/** How far channels are from cells, in µm. */
import type { CoordinateRow, Coordinates } from './coordinates.ts'

export interface Distances {
  readonly channels: Int32Array
  readonly gids: Int32Array
  /** From each channel to each row of the coordinates, one channel after another. */
  readonly values: Float64Array
}

/** Devices are rows of id, x, y, z. */
export function calculateDistances(
  devices: readonly CoordinateRow[],
  { gids, xyz }: Coordinates,
): Distances {
  const values = new Float64Array(devices.length * gids.length)
  let at = 0
  for (const [, x0 = 0, y0 = 0, z0 = 0] of devices) {
    for (let k = 0; k < xyz.length; k += 3) {
      const [dx, dy, dz] = [(xyz[k] ?? 0) - x0, (xyz[k + 1] ?? 0) - y0, (xyz[k + 2] ?? 0) - z0]
      values[at++] = Math.sqrt(dx * dx + dy * dy + dz * dz)
    }
  }
  return { channels: Int32Array.from(devices, ([id = 0]) => id), gids, values }
}

/** Channel, gid and distance, as rows. */
export function* triplets({
  channels,
  gids,
  values,
}: Distances): Generator<readonly [channel: number, gid: number, distance: number]> {
  let at = 0
  for (const channel of channels) {
    for (const gid of gids) yield [channel, gid, values[at++] ?? 0]
  }
}
