/** `livn run --replicas` runs copies of a culture, on any backend. */
import { expect, test } from 'vitest'
import { adapterName, skipped } from '../runtime/device/webgpu/adapter-here.ts'
import { fakeShell } from './fake-shell.ts'

interface Summary {
  readonly backend: string
  readonly replicas: number
  readonly spikes: number
  readonly rateHz: Readonly<Record<string, number>>
}

async function summaryOf(...words: readonly string[]): Promise<Summary> {
  const { output } = await fakeShell().livn('run', 'EI1', '--duration', '300', '--json', ...words)
  return JSON.parse(output) as Summary
}

test('rates are those of one replica, spikes those of all', async () => {
  const { replicas, spikes, rateHz } = await summaryOf('--replicas', '4')

  const { EXC = 0, INH = 0 } = rateHz
  expect(replicas).toBe(4)
  expect(spikes).toBeGreaterThan(0)
  expect((EXC * 8 + INH * 2) * 0.3 * 4).toBeCloseTo(spikes, 6)
})

test.skipIf(!adapterName)(
  `a graphics card runs them in f32 ${adapterName ? '' : skipped}`,
  async () => {
    const card = await summaryOf('--replicas', '4', '--backend', 'webgpu')

    const processor = await summaryOf('--replicas', '4', '--precision', 'f32')
    expect(card.backend).toBe('webgpu')
    expect(Math.abs(card.spikes - processor.spikes)).toBeLessThan(0.2 * processor.spikes)
  },
)
