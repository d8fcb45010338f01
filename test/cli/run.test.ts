/** livn run: what it prints, writes and refuses. */
import { tableFromIPC } from 'apache-arrow'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommandLine } from '../../runtime/cli/run-command-line.ts'
import { fakeShell } from './fake-shell.ts'

const network = `neuron N {
  dv/dt = (1.5 - v) / (10 ms) : 1
  v(0) ~ uniform(0, 1)
  threshold v > 1
  reset { v = 0 }
}

synapse S { on pre { v_post += 0.01 } }

model M {
  population A of 8 is N
  population B of 2 is N
  connect A to B by S with probability 0.5
}
`

const shell = () => fakeShell({ 'net.livn': network })

test('the summary for scripts has every figure', async () => {
  const { code, output } = await shell().livn('run', 'net.livn', '--duration', '100', '--json')

  const summary = JSON.parse(output)
  expect(code).toBe(0)
  expect(Object.keys(summary)).toEqual([
    'cells',
    'replicas',
    'connections',
    'duration',
    'dt',
    'seed',
    'backend',
    'threads',
    'spikes',
    'rateHz',
    'compileMs',
    'linkMs',
    'runMs',
    'realtimeFactor',
    'memoryBytes',
  ])
  expect(summary).toMatchObject({
    cells: 10,
    duration: 100,
    dt: 0.1,
    seed: 1,
    backend: 'wasm',
    threads: 1,
  })
  const seconds = 0.1
  const spikes = 8 * summary.rateHz.A * seconds + 2 * summary.rateHz.B * seconds
  expect(spikes).toBeCloseTo(summary.spikes, 9)
  expect(summary.spikes).toBeGreaterThan(50)
})

test('the summary for readers is a table', async () => {
  const { output, errors } = await shell().livn('run', 'net.livn', '--duration', '20')

  expect(output).toMatch(/^cells {8}10\n/)
  expect(output).toMatch(/\n {2}A {10}\d+\.\d\d Hz\n/)
  expect(errors).toBe('')
})

test('a run in parts is as long as was asked for', async () => {
  const { output } = await shell().livn('run', 'net.livn', '--dt', '0.1', '--duration', '25000.3')

  expect(output).toContain('simulated    25000.3 ms in steps of 0.1 ms')
})

test('the same seed gives the same spikes on every backend, another seed others', async () => {
  const spikes = async (...words: string[]) => {
    const { output } = await shell().livn(
      'run',
      'net.livn',
      '--duration',
      '200',
      '--json',
      ...words,
    )
    return JSON.parse(output).spikes
  }

  const one = await spikes()

  expect(await spikes('--backend', 'js')).toBe(one)
  expect(await spikes('--threads', '2')).toBe(one)
})

test('what was recorded goes to a file of the wanted kind', async () => {
  const here = shell()
  const record = ['run', 'net.livn', '--duration', '5', '--record', 'v'] as const

  await here.livn(...record, '--out', 'run.csv')
  await here.livn(...record, '--out', 'run.json')
  await here.livn(...record, '--out', 'run.arrow')

  const lines = here.read('run.csv').trim().split('\n')
  expect(lines[0]).toBe('channel,id,t,value')
  expect(lines.filter((line) => line.startsWith('v,')).length).toBe(10 * 50)
  expect(JSON.parse(here.read('run.json')).channels.v.ids.length).toBe(10)
  expect(tableFromIPC(readFileSync(join(here.folder, 'run.arrow'))).numRows).toBe(lines.length - 1)
})

test('an interrupted run ends cleanly and keeps what was recorded', async () => {
  const here = shell()
  let output = ''

  const code = await runCommandLine(
    ['run', 'net.livn', '--duration', '1e9', '--out', 'run.arrow', '--json'],
    {
      folder: here.folder,
      write: (text) => {
        output += text
      },
      complain: () => {},
      onInterrupt: (stop) => {
        const timer = setTimeout(stop, 200)
        return () => clearTimeout(timer)
      },
      colors: { output: false, errors: false },
    },
  )

  const { duration, spikes } = JSON.parse(output)
  expect(code).toBe(0)
  expect(duration).toBeGreaterThan(0)
  expect(duration).toBeLessThan(1e9)
  expect(tableFromIPC(readFileSync(join(here.folder, 'run.arrow'))).numRows).toBe(spikes)
})

test.each([
  [['--duration', 'soon'], '--duration is soon; it must be a number.'],
  [['--duration', '-5'], 'duration is -5; it must be a time in ms, 0 or more.'],
  [['--record', 'w'], 'Nothing is called w. There is, of A: v; of B: v.'],
  [['--out', 'run.mat'], 'the ending must be .json or .csv or .arrow.'],
  [['--backend', 'brian3'], 'There is no device brian3.'],
  [['--threads', '1.5'], 'threads is 1.5'],
])('%j is a wrong call', async (words, message) => {
  const { code, errors } = await shell().livn('run', 'net.livn', ...words)

  expect(code).toBe(2)
  expect(errors).toContain(message)
})

test('a model with a mistake is shown, not run', async () => {
  const here = fakeShell({ 'bad.livn': network.replace('(10 ms)', '(10 mV)') })

  const { code, errors } = await here.livn('run', 'bad.livn')

  expect(code).toBe(1)
  expect(errors).toContain('bad.livn:2:')
})
