/** Pictures of runs and systems from the command line. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fakeShell } from './fake-shell.ts'

test('a run is drawn with its spikes, rates, voltages, electrodes and what they did', async () => {
  const shell = fakeShell()

  const { code, output } = await shell.livn(
    ...[
      'run',
      'EI2',
      '--model',
      'reduced-calcium-culture',
      '--duration',
      '60',
      '--record',
      'voltage',
    ],
    ...['--stimulate', 'channel=5,amplitude=1,at=20', '--plot', 'run.svg', '--json'],
  )

  const drawing = shell.read('run.svg')
  expect(code).toBe(0)
  expect(JSON.parse(output)).toMatchObject({ cells: 100 })
  for (const title of [
    'Current of electrodes (µA)',
    'Spikes by cell',
    'Population rate (Hz)',
    'Map (µm)',
  ]) {
    expect(drawing).toContain(title)
  }
  expect(drawing).toMatch(/Voltage of EXC \d+, soma \(mV\)/)
  expect(drawing.match(/class="mark ring"/g)).toHaveLength(1)
})

test('the same as pixels', async () => {
  const shell = fakeShell()

  const { code } = await shell.livn('run', 'EI1', '--duration', '20', '--plot', 'run.png')

  const bytes = readFileSync(join(shell.folder, 'run.png'))
  expect(code).toBe(0)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
})

test('a picture in an unknown format is refused before the run', async () => {
  const { code, errors, output } = await fakeShell().livn('run', 'EI1', '--plot', 'run.pdf')

  expect([code, output]).toEqual([2, ''])
  expect(errors).toBe('livn: --plot run.pdf: the ending must be .svg or .png.\n')
})

test('a system is drawn with its cells, electrodes and in-degrees', async () => {
  const shell = fakeShell()

  const { code, output } = await shell.livn('systems', 'plot', 'EI2')

  const drawing = shell.read('EI2.svg')
  expect([code, output]).toEqual([0, ''])
  expect(drawing).toContain('EXC 80, INH 20; 8899 connections; 16 electrodes')
  expect(drawing).toContain('mean 69.5, by AMPA, NMDA')
})

test('the demonstration runs a culture twice and draws it', async () => {
  const shell = fakeShell()

  const { code, output } = await shell.livn('demo')

  const [alone = 0, stimulated = 0] = [...output.matchAll(/(\d+) spikes/g)].map(([, count]) =>
    Number(count),
  )
  expect(code).toBe(0)
  expect(stimulated).toBeGreaterThan(alone)
  expect(shell.read('livn-demo.svg')).toContain('EI2, by itself and stimulated')
})
