/** `livn systems`: lists, describes, makes and writes systems. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recipeOf } from '../../systems/predefined.ts'
import { System } from '../../systems/system.ts'
import { fakeShell } from './fake-shell.ts'

test('list has a line for each system, with its cells and electrodes', async () => {
  const { code, output } = await fakeShell().livn('systems', 'list')

  const lines = output.trimEnd().split('\n')
  expect(code).toBe(0)
  expect(lines).toHaveLength(16)
  expect(lines[1]).toMatch(/^EI2 +100 cells +16 electrodes +Flat culture of 80 excitatory/)
})

test('list as JSON has what a script wants', async () => {
  const { output } = await fakeShell().livn('systems', 'list', '--json')

  expect(JSON.parse(output)[9]).toMatchObject({
    name: 'E3I_b',
    cells: 2600,
    populations: { EXC: 1950, INH: 650 },
    electrodes: 0,
    selections: ['e1', 'e2', 'e3'],
  })
})

test('describe tells connections by section with their in-degree', async () => {
  const { output } = await fakeShell().livn('systems', 'describe', 'EI1')

  expect(output.split('\n').map((line) => line.replaceAll(/ +/g, ' '))).toEqual([
    'EI1 Flat culture of 8 excitatory and 2 inhibitory cells on 40 x 40 um, above 1 electrode.',
    ' 10 cells, 90 connections, 1 electrode, in 29 x 28 x 8 um',
    ' populations',
    ' EXC 8 cells',
    ' INH 2 cells',
    ' connections',
    ' EXC → EXC at dend AMPA, NMDA 56 7.0 onto a cell weight 1 0.05 to 0.14 ms',
    ' INH → EXC at soma GABA_A 16 2.0 onto a cell weight 1 0.05 to 0.14 ms',
    ' EXC → INH at dend AMPA, NMDA 16 8.0 onto a cell weight 1 0.05 to 0.14 ms',
    ' INH → INH at soma GABA_A 2 1.0 onto a cell weight 1 0.08 to 0.08 ms',
    '',
  ])
})

test('describe as JSON has the names of weights and the share of input a selection keeps', async () => {
  const { output } = await fakeShell().livn('systems', 'describe', 'E3I', '--json')

  const details = JSON.parse(output)
  expect(details.weightNames).toEqual([
    'EXC_EXC-hillock-AMPA-weight',
    'EXC_INH-soma-GABA_A-weight',
    'INH_EXC-soma-AMPA-weight',
  ])
  expect(details.retained.e1).toBeLessThan(details.retained.e3)
})

test('describe prints the recipe that generate reads', async () => {
  const shell = fakeShell()
  const { output } = await shell.livn('systems', 'describe', 'S1', '--recipe')

  expect(JSON.parse(output)).toEqual(recipeOf('S1'))
})

test('generate makes a folder from a recipe', async () => {
  const recipe = { ...recipeOf('EI1'), name: 'ours', seed: 5 }
  const shell = fakeShell({ 'ours.json': JSON.stringify(recipe) })

  const { code, output, errors } = await shell.livn(
    'systems',
    'generate',
    'ours.json',
    '--out',
    'made',
  )

  expect([code, errors]).toEqual([0, 'ours is in made\n'])
  expect(output).toMatch(/^ours {4}Flat culture/)
  expect((await System.load(join(shell.folder, 'made'))).count).toBe(10)
})

test('what is exported can be described', async () => {
  const shell = fakeShell()
  await shell.livn('systems', 'export', 'EI1', 'deep/EI1')

  const { output } = await shell.livn('systems', 'describe', 'deep/EI1', '--json')

  expect(JSON.parse(output)).toMatchObject({
    name: 'EI1',
    cells: 10,
    connections: 90,
    electrodes: 1,
  })
})

test.each([
  [['describe', 'EI5'], 'Asked for EI5, which is no predefined system, nor a folder; there is EI1'],
  [['export', 'EI1'], "missing required argument 'folder'"],
  [['export', 'EI1', '.'], 'is there already'],
  [['generate', 'absent.json'], 'absent.json cannot be read.'],
  [['generate', 'broken.json'], 'broken.json is no JSON'],
  [['generate', 'empty.json'], 'The recipe lacks name.'],
  [['fetch', '../E3I'], '"../E3I" is no name of a culture'],
  [['fetch', 'E3I', '--timeout', 'soon'], '--timeout is soon; it must be a number of seconds'],
])('%j is a wrong call', async (words, message) => {
  const shell = fakeShell({ 'broken.json': '{', 'empty.json': '{}' })

  const { code, errors } = await shell.livn('systems', ...words)

  expect(code).toBe(2)
  expect(errors).toContain(message)
  expect(existsSync(join(shell.folder, 'systems'))).toBe(false)
})
