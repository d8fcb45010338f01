/** Our networks do what Brian2 does with the same graph: traces to 1e-9, spikes step for step. */
import { describe, expect, test } from 'vitest'
import {
  deviation,
  expectedSpikes,
  expectedStates,
  referenceNames,
  simulate,
  type Way,
} from './reference-network.ts'

const ways: readonly Way[] = [
  { backend: 'wasm', threads: 1 },
  { backend: 'wasm', threads: 2 },
  { backend: 'wasm', threads: 3 },
  { backend: 'js', threads: 1 },
  { backend: 'interpreter', threads: 1 },
]

describe.each(referenceNames)('%s', (name) => {
  test.each(ways)('agrees with Brian2 on $backend with $threads threads', async (way) => {
    const { reference, spikes, states } = await simulate(name, way)

    expect(spikes).toEqual(expectedSpikes(reference))
    expect(states.map((row) => row.length)).toEqual(
      expectedStates(reference).map((row) => row.length),
    )
    expect(deviation(states, expectedStates(reference))).toBeLessThan(1e-9)
  })
})
