/** The types beside a compiled module, judged by TypeScript itself. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { writeTypes } from '../../../../compiler/emit/module/write-types.ts'
import type { CompiledPopulation } from '../../../../compiler/program.ts'
import { population, program } from './hand-made-program.ts'

const title = 'LIF — from models/neurons/lif.livn'

test('are one readable file', async () => {
  const types = await writeTypes(program, title)

  await expect(types).toMatchFileSnapshot('../../../golden/code/hand-built/module.d.ts')
})

test('let correct uses through', async () => {
  const complaints = complaintsAbout(
    await writeTypes(program, title),
    `import lif, { LIF, step } from './module'
     const cells = lif.create({ cells: 10, dt: 0.1, parameters: { C: 0.25, V_th: [-50, -52] } })
     cells.parameters.g_L = 12
     cells.set('v', -70)
     const rest: number = cells.get('E_L')
     const v: Float64Array = cells.get('v')
     const leak: Float64Array = cells.get('I_L')
     const last: Int32Array = cells.arrays.lastspike
     const times: Float64Array = cells.run(100).times
     const counts: readonly number[] = step(cells.arrays, {}, 0, 10, cells.spikes, cells.spikes)
     export { LIF, rest, v, leak, last, times, counts }`,
  )

  expect(complaints).toEqual([])
})

test.each([
  ['a parameter that does not exist', 'lif.create({ parameters: { tau_m: 1 } })'],
  ['a state that does not exist', "lif.create().set('u', 1)"],
  ['a recordable that does not exist', "lif.create().get('I_Na')"],
  ['a text where a number belongs', "lif.create({ dt: '0.1' })"],
])('stop %s', async (_, use) => {
  const complaints = complaintsAbout(
    await writeTypes(program, title),
    `import lif from './module'\n${use}`,
  )

  expect(complaints).toHaveLength(1)
})

test('stand whatever the names and texts of a model are', async () => {
  const slots = population.slots.map((slot, k) => ({
    ...slot,
    name: `'${slot.name}*/\n}${k}`,
    doc: '*/ } const x: string = 1',
  }))
  const hostile: CompiledPopulation = {
    ...population,
    name: '__proto__',
    slots,
    dynamics: { ...population.dynamics, doc: '*/ stolen' },
  }
  const both = { ...program, populations: [hostile, { ...population, name: 'await' }] }

  const complaints = complaintsAbout(
    await writeTypes(both, '*/\nstolen'),
    "import all from './module'\nexport const x = all.proto.create()",
  )

  expect(complaints).toEqual([])
})

/** What the compiler says about a file that uses a module of these types. */
function complaintsAbout(types: string, use: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'livn-types-'))
  try {
    writeFileSync(join(folder, 'module.d.ts'), types)
    writeFileSync(join(folder, 'use.ts'), use)
    const options = [
      '--noEmit',
      '--strict',
      // Colours that the environment asks for would stand between `error` and its number.
      '--pretty',
      'false',
      '--target',
      'es2022',
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
    ]
    const { stdout } = spawnSync(process.execPath, [compiler, ...options, 'use.ts'], {
      cwd: folder,
      encoding: 'utf8',
    })
    return stdout.split('\n').filter((line) => line.includes('error TS'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const compiler = fileURLToPath(
  new URL('../../../../node_modules/typescript/bin/tsc', import.meta.url),
)
