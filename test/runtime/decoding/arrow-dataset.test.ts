/** Data sets on disk: a shard for each run, with a schema that `datasets` and pyarrow read. */
import { tableFromIPC } from 'apache-arrow'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ArrowDataset } from '../../../runtime/decoding/arrow-dataset.ts'
import { Run } from '../../../runtime/run.ts'
import { goldenRun } from './golden-train.ts'

const freshFolder = (): string => join(mkdtempSync(join(tmpdir(), 'livn-')), 'spikes')

const duration = 1000

const rows = { kind: 'series', ids: Int32Array.of(3, 4), samples: 2, dt: 1 } as const

const full = new Run({
  duration: 2,
  channels: new Map([
    ['spikes', { kind: 'events', ids: Int32Array.of(7, 8), times: Float64Array.of(0.1, 0.2) }],
    ['voltage', { ...rows, values: Float64Array.of(-60, -61, -62, -63) }],
    ['current', { ...rows, values: Float64Array.of(1, 2, 3, 4) }],
  ]),
})

test('every run is a shard of its own', async () => {
  const directory = freshFolder()
  const dataset = new ArrowDataset({ directory, duration })

  for (const run of [goldenRun, goldenRun, goldenRun]) await dataset.decode(run)

  expect(readdirSync(directory).sort()).toEqual([
    'data-00000.arrow',
    'data-00001.arrow',
    'data-00002.arrow',
  ])
})

test('another one goes on where the first left off', async () => {
  const directory = freshFolder()
  await new ArrowDataset({ directory, duration }).decode(goldenRun)

  await new ArrowDataset({ directory, duration }).decode(full)

  const read = await new ArrowDataset({ directory, duration }).dataset()
  expect(read?.map((row) => row.duration)).toEqual([1000, 2])
})

test('a shard is one row with a list in each column', async () => {
  const directory = freshFolder()
  const options = { directory, duration, voltages: true, membraneCurrents: true }

  await new ArrowDataset(options).decode(full)

  const table = tableFromIPC(readFileSync(join(directory, 'data-00000.arrow')))
  expect(table.numRows).toBe(1)
  expect(table.schema.fields.map((field) => `${field.name}: ${field.type}`)).toEqual([
    'duration: Float64',
    'it: List<Int32>',
    'tt: List<Float64>',
    'iv: List<Int32>',
    'vv: List<List<Float64>>',
    'im: List<Int32>',
    'mp: List<List<Float64>>',
  ])
})

test('what was written is read back to the last bit', async () => {
  const directory = freshFolder()
  const dataset = new ArrowDataset({ directory, duration, voltages: true, membraneCurrents: true })

  await dataset.decode(full)

  expect(await dataset.dataset()).toEqual([
    {
      duration: 2,
      it: Int32Array.of(7, 8),
      tt: Float64Array.of(0.1, 0.2),
      iv: Int32Array.of(3, 4),
      vv: [Float64Array.of(-60, -61), Float64Array.of(-62, -63)],
      im: Int32Array.of(3, 4),
      mp: [Float64Array.of(1, 2), Float64Array.of(3, 4)],
    },
  ])
})

test('signals that were not asked for have no column', async () => {
  const directory = freshFolder()
  const dataset = new ArrowDataset({ directory, duration })

  await dataset.decode(full)

  const [row] = (await dataset.dataset()) ?? []
  expect(row).toMatchObject({ iv: null, vv: null, im: null, mp: null })
})

test('silence is an empty list', async () => {
  const directory = freshFolder()
  const dataset = new ArrowDataset({ directory, duration })
  const silent = new Run({
    duration,
    channels: new Map([
      ['spikes', { kind: 'events', ids: new Int32Array(0), times: new Float64Array(0) }],
    ]),
  })

  await dataset.decode(silent)

  const [row] = (await dataset.dataset()) ?? []
  expect(row?.it).toEqual(new Int32Array(0))
})

test('where nothing was written there is no data set', async () => {
  expect(await new ArrowDataset({ directory: freshFolder(), duration }).dataset()).toBeNull()
})

test('a data set needs a directory', () => {
  expect(() => new ArrowDataset(JSON.parse('{"duration": 5}'))).toThrow(
    'ArrowDataset: directory is missing; it must be a text.',
  )
})
