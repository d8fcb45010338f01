/** A network on the graphics card of a browser tab, through WebGPU or WebGL2, does what it does in Node. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Env } from '../../runtime/env.ts'
import { modelFiles } from '../library.ts'
import { chromium, type OpenPage, openPage, whereInChromium } from './open-page.ts'

const cuba = modelFiles.read('models/networks/cuba.livn')

interface Asked {
  readonly source: { readonly path: string; readonly text: string }
  readonly backend: string
  readonly duration: number
  readonly replicas?: number
}

type Livn = typeof import('../../runtime/index.ts')

/** Compiled from text and run there, so it sees nothing of this file. */
async function inPage({ source, backend, duration, replicas = 1 }: Asked) {
  const { Env: EnvThere } = (globalThis as unknown as { livn: Livn }).livn
  const env = new EnvThere(source, { backend, precision: 'f32', seed: 3, replicas })
  env.recordSpikes()
  const { ids, times } = (await env.run(duration)).events()
  const engine = env.linked.plan.device.remote?.engine() ?? ''
  await env.close()
  return { ids: [...ids], times: [...times], engine }
}

async function inNode(duration: number, source = cuba, replicas = 1) {
  const env = new Env(source, { precision: 'f32', seed: 3, replicas }).recordSpikes()
  const { ids, times } = (await env.run(duration)).events()
  await env.close()
  return { ids: [...ids], times: [...times] }
}

/** Delays that differ, two populations. Noise is left out: normal numbers differ in their last bits from card to card. */
const small = {
  path: 'small.livn',
  text: `
neuron Cell {
  param bias ~ uniform(12 mV, 30 mV)
  dv/dt = (bias - v) / (10 ms) : mV
  v(0)  = bias / 2
  threshold v > 15 mV
  reset     { v = 0 mV }
}
synapse Push { on pre { v_post += 3 mV } }
model Net {
  population A of 6 is Cell
  population B of 4 is Cell
  connect A to B by Push with probability 0.5 { delay ~ uniform(0.5 ms, 3 ms) }
}
`,
}

describe.skipIf(!chromium)(whereInChromium, () => {
  let open: OpenPage | undefined
  beforeAll(async () => {
    open = await openPage({ flags: ['--enable-unsafe-webgpu'] })
  }, 120_000)
  afterAll(() => open?.close())

  test('the first 100 ms of CUBA are spike for spike those of WebAssembly', async () => {
    const expected = await inNode(100)

    const there = await open?.page.evaluate(inPage, {
      source: cuba,
      backend: 'webgpu',
      duration: 100,
    })

    expect(there?.ids.length).toBeGreaterThan(1000)
    expect(there).toEqual({ ...expected, engine: 'epochs' })
  })

  test('replicas with a workgroup each are spike for spike those of WebAssembly', async () => {
    const expected = await inNode(100, small, 5)

    const there = await open?.page.evaluate(inPage, {
      source: small,
      backend: 'webgpu',
      duration: 100,
      replicas: 5,
    })

    expect(there?.ids.length).toBeGreaterThan(50)
    expect(there).toEqual({ ...expected, engine: 'replica' })
  })

  test('with gpu.js on WebGL2 its first 20 ms are those of WebAssembly too', async () => {
    const expected = await inNode(20)
    await open?.page.addScriptTag({ path: 'node_modules/gpu.js/dist/gpu-browser.min.js' })

    const there = await open?.page.evaluate(inPage, {
      source: cuba,
      backend: 'gpujs',
      duration: 20,
    })

    expect(there?.ids.length).toBeGreaterThan(200)
    expect(there).toEqual({ ...expected, engine: '' })
  }, 180_000)

  test('with gpu.js on WebGL2 several steps are one transfer, and do the same', async () => {
    const expected = await inNode(60, small, 2)
    await open?.page.addScriptTag({ path: 'node_modules/gpu.js/dist/gpu-browser.min.js' })

    const there = await open?.page.evaluate(inPage, {
      source: small,
      backend: 'gpujs',
      duration: 60,
      replicas: 2,
    })

    expect(there?.ids.length).toBeGreaterThan(20)
    expect(there).toEqual({ ...expected, engine: '' })
  }, 180_000)

  test('1 s of CUBA has as many spikes on webgpu and wasm as in Node, within 2 %', async () => {
    const expected = (await inNode(1000)).ids.length
    const asked = { source: cuba, duration: 1000 }

    const wasm = await open?.page.evaluate(inPage, { ...asked, backend: 'wasm' })
    const webgpu = await open?.page.evaluate(inPage, { ...asked, backend: 'webgpu' })

    expect(wasm?.ids.length).toBe(expected)
    expect(Math.abs((webgpu?.ids.length ?? 0) - expected)).toBeLessThan(0.02 * expected)
  }, 180_000)

  const isLong = process.env.LIVN_LONG !== undefined

  test.skipIf(!isLong)(
    '1 s of CUBA with gpu.js too (LIVN_LONG runs it: minutes without a card)',
    async () => {
      const expected = (await inNode(1000)).ids.length
      await open?.page.addScriptTag({ path: 'node_modules/gpu.js/dist/gpu-browser.min.js' })

      const there = await open?.page.evaluate(inPage, {
        source: cuba,
        backend: 'gpujs',
        duration: 1000,
      })

      expect(Math.abs((there?.ids.length ?? 0) - expected)).toBeLessThan(0.02 * expected)
    },
    600_000,
  )
})
