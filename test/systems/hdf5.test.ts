/** HDF5 files of cultures: what is written is there, and each wrong dataset is named. */
import { describe, expect, test } from 'vitest'
import { h5Types } from '../../systems/store/h5-types.ts'
import { type NumberRow, readHdf5, writeHdf5 } from '../../systems/store/hdf5.ts'
import { readPopulations } from '../../systems/store/read-cells.ts'
import { readEdges } from '../../systems/store/read-edges.ts'

const ranges = [
  { name: 'Zeta', code: 10, start: 0, count: 2 },
  { name: 'Alpha_with_a_long_name', code: 11, start: 2, count: 1 },
]

const written = (
  rows: Readonly<Record<string, NumberRow | undefined>>,
  types = h5Types(ranges, []),
) =>
  writeHdf5(types, (file) => {
    for (const [path, values] of Object.entries(rows)) if (values) file.write(path, values)
  })

describe('a file that is begun by hand', () => {
  test('has its labels, its ranges and its pairs where the library finds them', async () => {
    const bytes = h5Types(ranges, [[10, 11]])

    const found = await readHdf5([{ place: 'x.h5', bytes }], (file) => [
      file?.labels('H5Types/Population labels'),
      file?.table('H5Types/Populations', ['Start', 'Count', 'Population']),
      file?.table('H5Types/Valid population projections', ['Source', 'Destination']),
    ])

    expect(found).toEqual([
      new Map([
        [10, 'Zeta'],
        [11, 'Alpha_with_a_long_name'],
      ]),
      [
        [0, 2, 10],
        [2, 1, 11],
      ],
      [[10, 11]],
    ])
  })

  test('goes on with groups of rows of any kind', async () => {
    const bytes = await written({
      'a/b/c': BigUint64Array.of(5n),
      'a/b/d': Float32Array.of(0.5),
      'a/e': new Uint32Array(0),
    })

    const found = await readHdf5([{ place: 'x.h5', bytes }], (file) => [
      file?.names('a'),
      file?.numbers('a/b/c'),
      file?.numbers('a/b/d'),
      file?.numbers('a/e').length,
    ])

    expect(found).toEqual([['b', 'e'], Float64Array.of(5), Float32Array.of(0.5), 0])
  })
})

describe('connections between two populations are refused', () => {
  const edges = {
    'Edges/Destination Block Index': Uint32Array.of(0),
    'Edges/Destination Block Pointer': BigUint64Array.of(0n, 3n),
    'Edges/Destination Pointer': BigUint64Array.of(0n, 1n, 2n),
    'Edges/Source Index': Uint32Array.of(1, 0),
    'Connections/distance': Float32Array.of(10, 20),
    'Synapses/syn_id': Uint32Array.of(0, 0),
  }
  const read = async (change: Partial<Record<keyof typeof edges, NumberRow | undefined>>) => {
    const rows = Object.entries({ ...edges, ...change }).map(([path, row]) => [`P/${path}`, row])
    const bytes = await written(Object.fromEntries(rows))
    return readHdf5(
      [{ place: 'x.h5', bytes }],
      (file) => file && readEdges(file, 'P', { pre: 2, post: 2 }),
    )
  }

  test('but not when they are right', async () => {
    expect(await read({})).toMatchObject({ i: Int32Array.of(1, 0), j: Int32Array.of(0, 1) })
  })

  test.each([
    [{ 'Edges/Source Index': undefined }, 'x.h5: P/Edges/Source Index is missing.'],
    [
      { 'Edges/Source Index': Uint32Array.of(1, 2) },
      'P/Edges/Source Index has 2 at 1; sources go from 0 to 1.',
    ],
    [{ 'Edges/Source Index': Float32Array.of(1, 0.5) }, 'P/Edges/Source Index has 0.5 at 1'],
    [
      { 'Edges/Destination Pointer': BigUint64Array.of(0n, 1n, 3n) },
      'has 3 at 2; it has places from 0 to 2.',
    ],
    [{ 'Edges/Destination Pointer': BigUint64Array.of(0n, 2n, 1n) }, 'falls at 2 from 2 to 1.'],
    [
      { 'Edges/Destination Pointer': BigUint64Array.of(0n, 1n, 1n) },
      'leads to 1 of 2 connections.',
    ],
    [
      { 'Edges/Destination Block Index': Uint32Array.of(1) },
      'has targets up to 2; they go from 0 to 1.',
    ],
    [{ 'Edges/Destination Block Index': Uint32Array.of(0, 1) }, 'has 2 entries; 2 blocks need 3.'],
    [{ 'Edges/Destination Block Pointer': BigUint64Array.of(0n, 9n) }, 'Block Pointer has 9 at 1'],
    [
      { 'Connections/distance': Float32Array.of(10) },
      'distance has 1 values; there are 2 connections.',
    ],
    [{ 'Connections/distance': Float32Array.of(10, -1) }, 'P/Connections/distance has -1 at 1.'],
    [
      { 'Connections/distance': Float32Array.of(10, Number.NaN) },
      'P/Connections/distance has NaN at 1.',
    ],
    [{ 'Synapses/syn_id': Uint32Array.of(0) }, 'P/Synapses/syn_id has 1 values'],
  ])('%o', async (change, message) => {
    await expect(read(change)).rejects.toThrow(message)
  })
})

describe('cells are refused', () => {
  const types = h5Types([{ name: 'A', code: 10, start: 0, count: 2 }], [])
  const axis = (letter: string, change: Readonly<Record<string, NumberRow>> = {}) =>
    Object.fromEntries(
      Object.entries({
        'Cell Index': Uint32Array.of(0, 1),
        'Attribute Pointer': BigUint64Array.of(0n, 1n, 2n),
        'Attribute Value': Float32Array.of(1, 2),
        ...change,
      }).map(([name, row]) => [`Populations/A/Space/${letter} Coordinate/${name}`, row]),
    )
  const read = async (rows: Readonly<Record<string, NumberRow>>, beginning = types) => {
    const bytes = await written(rows, beginning)
    return readHdf5([{ place: 'x.h5', bytes }], (file) => file && readPopulations(file, 'Space'))
  }

  test('but not when they are right, nor when they have no places', async () => {
    const [placed] = (await read({ ...axis('X'), ...axis('Y'), ...axis('Z') })) ?? []
    const [bare] = (await read({})) ?? []

    expect(placed?.coordinates).toEqual(Float64Array.of(1, 1, 1, 2, 2, 2))
    expect(bare).toEqual({ name: 'A', count: 2, offset: 0 })
  })

  test.each([
    [
      { 'Cell Index': Uint32Array.of(0, 2) },
      'Y Coordinate/Cell Index has 2 at 1; there are cells from 0 to 1.',
    ],
    [{ 'Cell Index': Uint32Array.of(0, 0) }, 'Y Coordinate has no value for cell 1 of 2.'],
    [{ 'Attribute Pointer': BigUint64Array.of(0n, 1n) }, 'has 2 entries; 2 cells need 3.'],
    [
      { 'Attribute Value': Float32Array.of(1) },
      'Attribute Pointer has 2 at 2; it has places from 0 to 1.',
    ],
    [{ 'Attribute Value': Float32Array.of(1, Number.NaN) }, 'Y Coordinate has NaN for cell 1.'],
  ])('%o', async (change, message) => {
    await expect(read({ ...axis('X'), ...axis('Y', change), ...axis('Z') })).rejects.toThrow(
      message,
    )
  })

  test('where a coordinate is missing', async () => {
    await expect(read(axis('X'))).rejects.toThrow('Y Coordinate/Cell Index is missing.')
  })

  test.each([
    [
      [
        { name: 'A', code: 10, start: 0, count: 2 },
        { name: 'B', code: 11, start: 1, count: 1 },
      ],
      'begins B at 1, before cell 2.',
    ],
    [[{ name: '../A', code: 10, start: 0, count: 2 }], 'has a "../A"; a name begins with a letter'],
    [[{ name: '__proto__', code: 10, start: 0, count: 2 }], 'has no label for 10.'],
    [[{ name: 'A', code: 10, start: 0, count: 2 ** 31 }], 'the number of cells of A is 2147483648'],
    [[], 'H5Types/Populations'],
  ])('whose populations are %j', async (ranges, message) => {
    await expect(read({}, h5Types(ranges, []))).rejects.toThrow(message)
  })

  test('gids with gaps are kept beside the row of cells', async () => {
    const apart = h5Types(
      [
        { name: 'A', code: 10, start: 5, count: 2 },
        { name: 'B', code: 11, start: 20, count: 1 },
      ],
      [],
    )

    expect(await read({}, apart)).toEqual([
      { name: 'A', count: 2, offset: 0, gids: Int32Array.of(5, 6) },
      { name: 'B', count: 1, offset: 2, gids: Int32Array.of(20) },
    ])
  })
})
