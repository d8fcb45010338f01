/** A run of three cells that is the same everywhere: what pictures are tested with. */
import { Run } from '../../../runtime/run.ts'

/** Two populations; the first is called as told. Spikes, and a voltage with one sample of 40 mV in it. */
export function smallRun(name: string): Run {
  const samples = 1000
  const values = Float64Array.from(
    { length: 2 * samples },
    (_, k) => -65 + Math.abs((k % 250) - 125) / 60,
  )
  values[417] = 40
  return new Run({
    duration: 100,
    populations: [
      { name, offset: 0, count: 2 },
      { name: 'INH', offset: 2, count: 1 },
    ],
    channels: new Map([
      [
        'spikes',
        {
          kind: 'events',
          ids: Int32Array.from([0, 2, 1, 0]),
          times: Float64Array.from([10, 20, 41.7, 90]),
        },
      ],
      [
        'voltage',
        { kind: 'series', ids: Int32Array.from([1, 2]), values, samples, dt: 0.1, unit: 'mV' },
      ],
    ]),
  })
}
