/** Files that grow with a run: part by part they hold the rows of the run as a whole. */
import { tableFromIPC } from 'apache-arrow'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Env } from '../../runtime/env.ts'
import type { Run } from '../../runtime/run.ts'
import { openRunFile } from '../../runtime/run-file.ts'

const network = {
  path: 'file.livn',
  text: `neuron N {
    dv/dt = (1.5 - v) / (10 ms) : 1
    v(0) ~ uniform(0, 1)
    threshold v > 1
    reset { v = 0 }
  }
  model M { population A of 7 is N }`,
}

const recording = (): Env => new Env(network).recordSpikes().record('v', 'A', { dt: 1 })

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'livn-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

async function write(path: string): Promise<void> {
  const file = openRunFile(path)
  for await (const part of recording().runInParts(100, { part: 25 })) await file.write(part)
  await file.close()
}

type Row = readonly [channel: string, id: number, t: number, value: number]

function rowsOf(run: Run): readonly Row[] {
  const { ids, times } = run.events()
  const spikes = [...ids].map((id, k): Row => ['spikes', id, times[k] ?? 0, Number.NaN])
  const v = run.series('v')
  const samples = [...v.ids].flatMap((id, k) =>
    [...(run.signal('v')[k] ?? [])].map((value, n): Row => ['v', id, n * v.dt, value]),
  )
  return inOrder([...spikes, ...samples])
}

/** Times of parts are sums, so they are told apart in ns. */
const inOrder = (rows: readonly Row[]): readonly Row[] =>
  rows
    .map(([channel, id, t, value]): Row => [channel, id, Math.round(t * 1e6), value])
    .sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2]))

test('an Arrow file has a batch for each part, and all rows of the run', async () => {
  const path = join(folder(), 'run.arrow')
  const whole = await recording().run(100)

  await write(path)

  const table = tableFromIPC(readFileSync(path))
  const rows = table.toArray().map((row): Row => [row.channel, row.id, row.t, row.value])
  expect(table.batches.length).toBe(4)
  expect(table.schema.fields.map(({ name }) => name)).toEqual(['channel', 'id', 't', 'value'])
  expect(inOrder(rows)).toEqual(rowsOf(whole))
})

test('a CSV file has all rows of the run', async () => {
  const path = join(folder(), 'run.csv')
  const whole = await recording().run(100)

  await write(path)

  const [head, ...lines] = readFileSync(path, 'utf8').trim().split('\n')
  const rows = lines.map((line): Row => {
    const [channel = '', id, t, value] = line.split(',')
    return [channel, Number(id), Number(t), value === '' ? Number.NaN : Number(value)]
  })
  expect(head).toBe('channel,id,t,value')
  expect(inOrder(rows)).toEqual(rowsOf(whole))
})

test('a JSON file is the run as one object', async () => {
  const path = join(folder(), 'run.json')
  const whole = await recording().run(100)

  await write(path)

  const { duration, channels } = JSON.parse(readFileSync(path, 'utf8'))
  expect(duration).toBe(whole.duration)
  expect(channels.v).toEqual(JSON.parse(JSON.stringify(whole)).channels.v)
})

test('a run that is ended early leaves a file that can be read', async () => {
  const path = join(folder(), 'run.arrow')
  const interruption = new AbortController()
  const file = openRunFile(path)

  for await (const part of recording().runInParts(1e9, { part: 10, signal: interruption.signal })) {
    await file.write(part)
    if (part.t0 >= 30) interruption.abort()
  }
  await file.close()

  expect(tableFromIPC(readFileSync(path)).batches.length).toBe(4)
})

test('a file of a later run counts its times from the beginning of that run', async () => {
  const path = join(folder(), 'run.arrow')
  const env = recording()
  await env.run(50)
  const file = openRunFile(path)

  for await (const part of env.runInParts(20, { part: 10 })) await file.write(part)
  await file.close()

  const times = tableFromIPC(readFileSync(path))
    .toArray()
    .map(({ t }) => t as number)
  expect(Math.min(...times)).toBe(0)
  expect(Math.max(...times)).toBeLessThan(20)
})

test('an ending nobody knows is refused before anything runs', () => {
  expect(() => openRunFile('run.mat')).toThrow(
    'run.mat: the ending must be .json or .csv or .arrow.',
  )
})
