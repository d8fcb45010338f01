/** The door for bundlers, from a model file to a running population. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { esbuildPlugin } from '../../../../compiler/emit/module/plugin.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'livn-plugin-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

test('a neuron fires at the rate that theory gives', async () => {
  const run = await bundled(`
    # Leaky integrate-and-fire neuron.
    neuron LIF {
      param C = 200 pF
      param g_L = 10 nS
      input I : pA from synapses, noise, current
      dv/dt = (g_L * (-70 mV - v) + I) / C : mV (unless refractory)
      v(0) = -70 mV
      threshold v > -50 mV
      reset { v = -58 mV }
      refractory 2 ms
    }`)

  const interval = 2 + 20 * Math.log((30 - 12) / (30 - 20))
  expect(run.rate).toBeGreaterThan(1000 / interval - 1)
  expect(run.rate).toBeLessThan(1000 / interval + 1)
})

test('a mistake is shown where it is, in the words of the compiler', async () => {
  const wrong = bundled('neuron LIF {\n  input I : pA from current\n  dv/dt = I : mV\n}')

  await expect(wrong).rejects.toThrow(/lif\.livn:3:11 {2}unit-mismatch/)
})

/** A program that imports the model, in one file, run. */
async function bundled(model: string): Promise<{ readonly rate: number }> {
  const entry = join(folder, 'run.js')
  writeFileSync(join(folder, 'lif.livn'), model)
  writeFileSync(
    entry,
    `import lif from './lif.livn'
     const cells = lif.create({ dt: 0.1 })
     cells.set('I', 300)
     export const rate = cells.run(4000).times.length / 4`,
  )
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
    plugins: [esbuildPlugin()],
  })
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)
}
