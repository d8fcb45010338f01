/** Devices and files. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ComposedIO } from '../../../runtime/io/composed-io.ts'
import { ioFromDirectory, ioFromJSON } from '../../../runtime/io/io-files.ts'
import { LightArray } from '../../../runtime/io/light-array.ts'
import { MEA } from '../../../runtime/io/mea.ts'

const mea = new MEA({ outputRadius: 80, volumeConductor: { stimulationGain: 7 } })
const light = new LightArray({ fiberCoordinates: [[2, 0, 0, -100]], wavelengthNm: 590 })

test('an array is written as it always was', () => {
  const document = mea.toJSON()

  expect(Object.keys(document)).toEqual([
    'electrode_coordinates',
    'input_radius',
    'output_radius',
    'volume_conductor',
  ])
  expect(document.volume_conductor).toMatchObject({ stimulation_gain: 7, min_distance_um: 5 })
})

test('a file tells by its fields which device it is of', () => {
  const texts = [mea, light, new ComposedIO(light, mea)].map((io) => JSON.stringify(io))

  const read = texts.map(ioFromJSON)

  expect(read.map(({ kind }) => kind)).toEqual(['MEA', 'LightArray', 'ComposedIO'])
  expect(read.map((io) => JSON.stringify(io))).toEqual(texts)
})

test('a file without a volume conductor has the usual one', () => {
  const read = MEA.fromJSON({ electrode_coordinates: [[0, 0, 0, 0]], volume_conductor: null })

  expect(read.reach([[0, 0, 0, 0]])[0]?.[0]).toBeCloseTo(5.335, 3)
})

test('a folder has the device of its file, or none', async () => {
  const [full, empty] = ['full', 'empty'].map((name) => mkdtempSync(join(tmpdir(), name)))
  writeFileSync(join(full ?? '', 'lightarray.json'), JSON.stringify(light))

  expect((await ioFromDirectory(full ?? ''))?.kind).toBe('LightArray')
  expect(await ioFromDirectory(empty ?? '')).toBeUndefined()
})

test('a document of no device, or with unknown fields, is refused', () => {
  expect(() => ioFromJSON('{"pitch": 3}')).toThrow(/none of inputs, electrodeCoordinates/)
  expect(() => MEA.fromJSON({ radius: 3 })).toThrow(/An MEA has no radius; it has/)
  expect(() => ioFromJSON('[]')).toThrow(/must be an object/)
})
