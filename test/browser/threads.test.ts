/** A network in a browser tab: on one thread and on two that share memory, spike for spike what Node computes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Env } from '../../runtime/env.ts'
import { make } from '../../runtime/make.ts'
import { modelFiles } from '../library.ts'
import { chromium, type OpenPage, openPage, whereInChromium } from './open-page.ts'

const cuba = modelFiles.read('models/networks/cuba.livn')

interface Asked {
  readonly source: { readonly path: string; readonly text: string }
  readonly threads: number
}

type Livn = typeof import('../../runtime/index.ts')

/** Runs there, so it sees nothing of this file. */
async function inPage({ source, threads }: Asked) {
  const { Env: EnvThere } = (globalThis as unknown as { livn: Livn }).livn
  const env = new EnvThere(source, { threads, seed: 3 })
  env.recordSpikes()
  const { ids, times } = (await env.run(200)).events()
  const { notes } = env.linked
  await env.close()
  return { ids: [...ids], times: [...times], notes, isIsolated: globalThis.crossOriginIsolated }
}

async function inNode() {
  const env = new Env(cuba, { seed: 3 }).recordSpikes()
  const { ids, times } = (await env.run(200)).events()
  await env.close()
  return { ids: [...ids], times: [...times] }
}

describe.skipIf(!chromium)(whereInChromium, () => {
  let open: OpenPage | undefined
  let alone: OpenPage | undefined
  beforeAll(async () => {
    open = await openPage()
  }, 120_000)
  afterAll(async () => {
    await open?.close()
    await alone?.close()
  })

  test.each([1, 2])('CUBA spikes on %i threads as it does in Node', async (threads) => {
    const expected = await inNode()

    const there = await open?.page.evaluate(inPage, { source: cuba, threads })

    expect(there?.isIsolated).toBe(true)
    expect(there?.notes).toEqual([])
    expect(there?.ids.length).toBeGreaterThan(1000)
    expect([there?.ids, there?.times]).toEqual([expected.ids, expected.times])
  })

  test('a page that may not share memory runs on one thread, and says so', async () => {
    const source = modelFiles.read('models/networks/izhikevich-1000.livn')
    alone = await openPage({ isIsolated: false })

    const there = await alone.page.evaluate(inPage, { source, threads: 2 })

    expect(there.isIsolated).toBe(false)
    expect(there.notes).toEqual([expect.stringContaining('Runs on 1 thread instead of 2')])
  })

  test('the systems and the model library are there, as in Node', async () => {
    const env = await make('EI1', { model: 'reduced-calcium-culture', seed: 5 })
    const expected = await env.recordVoltage('EXC').run(10)

    const there = await open?.page.evaluate(async () => {
      const { make } = (globalThis as unknown as { livn: Livn }).livn
      const env = await make('EI1', { model: 'reduced-calcium-culture', seed: 5 })
      const run = await env.recordVoltage('EXC').run(10)
      return run.signal('voltage').map((row) => [...row])
    })

    // Initial values come from the host's Math.exp, whose last bit is not the same in every version of V8.
    const rows = expected.signal('voltage')
    const apart = rows.flatMap((row, k) =>
      [...row].map((v, n) => Math.abs(v - (there?.[k]?.[n] ?? 0))),
    )
    expect(Math.max(...apart)).toBeLessThan(1e-9)
    expect(apart.length).toBeGreaterThan(500)
  })
})
