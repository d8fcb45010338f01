/** Systems as folders: those of the Python original, our own, and such as make no sense. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Env } from '../../runtime/env.ts'
import { predefined } from '../../systems/predefined.ts'
import { folderOf } from '../../systems/store/folder.ts'
import { loadSystem } from '../../systems/store/load-system.ts'
import { saveSystem, systemFiles } from '../../systems/store/save-system.ts'
import { type Projection, System } from '../../systems/system.ts'

/** Written by h5py; make-original-folder.py says what is in it. */
const original = new Map(
  Object.entries(
    JSON.parse(readFileSync(new URL('./original-folder.json', import.meta.url), 'utf8')) as Record<
      string,
      string
    >,
  ).map(([path, text]) => [path, new Uint8Array(gunzipSync(Buffer.from(text, 'base64')))]),
)

const load = (files: ReadonlyMap<string, Uint8Array>) =>
  loadSystem(folderOf('cultures/nine', files))

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

const folder = mkdtempSync(join(tmpdir(), 'livn-store-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a folder of the original', () => {
  let system: System
  beforeAll(async () => {
    system = await load(original)
  })

  test('has its populations under their labels, whatever the alphabet', () => {
    expect(system.name).toBe('nine')
    expect(system.populationRanges).toEqual({ EXC: [0, 4], INH: [4, 3], AXO: [7, 2] })
  })

  test('has its cells where its file says, in whatever order that is', () => {
    const place = (gid: number) => [gid, 10.5 * gid, 100 - 7.25 * gid, gid % 3]

    expect(system.neuronCoordinates).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8].map(place))
  })

  test('has the space of its layers, and a middle', () => {
    expect(system.boundingBox).toEqual({ least: [0, 42, 0], most: [84, 100, 10] })
    expect(system.center).toEqual([42, 71, 5])
  })

  test('has connections from several blocks of targets', () => {
    expect(system.projections[0]).toMatchObject({
      pre: 'EXC',
      post: 'EXC',
      synapse: 'AMPA',
      at: 'dend',
      type: 'excitatory',
      i: Int32Array.of(1, 3, 1, 0),
      j: Int32Array.of(0, 1, 2, 3),
      weight: 7,
      mechanism: { e: 0, g_unit: 0.0005, tau_rise: 0.5, tau_decay: 7 },
    })
  })

  test('has delays at 250 um/ms, and 0.05 ms at least', () => {
    expect(system.projections[0]?.delay).toEqual(Float32Array.of(0.4, 0.05, 2, 1))
  })

  test('has each connection at the section of its synapse', () => {
    const onto = system.projections.filter(({ pre }) => pre === 'INH')

    expect(onto.map(({ at, i, j }) => [at, [...i], [...j]])).toEqual([
      ['soma', [2, 1], [0, 1]],
      ['dend', [0, 2], [0, 3]],
    ])
  })

  test('has no receptor whose time constants nobody gave', () => {
    expect(system.projections.map(({ synapse }) => synapse)).not.toContain('NMDA')
  })

  test('has its electrodes, its model, its selections and its tuned numbers', () => {
    expect(system.mea).toEqual({
      electrodeCoordinates: [
        [0, 10, 50, 5],
        [1, 60, 50, 5],
      ],
      inputRadius: 50,
      outputRadius: 80,
    })
    expect(system.model).toEqual({
      cls: 'livn.models.rcsd.ReducedCalciumSomaDendrite',
      kwargs: {},
    })
    expect([...(system.selections.get('e1') ?? [])]).toEqual([0, 2, 5])
    expect(system.params.get('default')).toHaveProperty('Culture.default.params')
  })

  test('may have cells and connections in one file', async () => {
    const only = new Map(original)
    only.delete('cells.h5')
    only.delete('connections.h5')
    only.set('graph.h5', original.get('cells.h5') ?? new Uint8Array(0))

    const cells = await load(only)

    expect(cells.count).toBe(9)
    expect(cells.projections).toEqual([])
  })

  test('may have no connections', async () => {
    const cells = new Map(original)
    cells.delete('connections.h5')

    expect((await load(cells)).projections).toEqual([])
  })
})

/** Connections of a projection, sorted, each with its delay. */
function rowsOf({ pre, post, synapse, at, type, weight, mechanism, i, j, delay = 0 }: Projection) {
  const rows = Array.from(i, (source, k) => {
    return [source, j[k] ?? 0, typeof delay === 'number' ? delay : (delay[k] ?? 0)] as const
  })
  const connections = rows.sort(([a, b], [c, d]) => a - c || b - d)
  return { pre, post, synapse, at, type, weight, mechanism, connections }
}

const sortedRows = ({ projections }: System) =>
  projections
    .map(rowsOf)
    .sort((a, b) =>
      JSON.stringify({ ...a, connections: 0 }).localeCompare(
        JSON.stringify({ ...b, connections: 0 }),
      ),
    )

describe('what is saved', () => {
  test.each(['EI1', 'EI2', 'S2'])('of %s is what is loaded', async (name) => {
    const system = predefined(name)

    const loaded = await loadSystem(folderOf(name, await systemFiles(system)))

    expect(loaded.populations).toEqual(system.populations)
    expect(sortedRows(loaded)).toEqual(sortedRows(system))
    expect(loaded.mea).toEqual(system.mea)
    expect(loaded.selections).toEqual(system.selections)
  })

  test('fires the same spikes when it is loaded', async () => {
    const system = predefined('EI1')
    const loaded = await loadSystem(folderOf('EI1', await systemFiles(system)))
    const spikesOf = async (each: System) => {
      const env = await new Env(each, { seed: 3 }).init()
      const { spikeTimes } = await env.recordSpikes().run(200)
      await env.close()
      return spikeTimes
    }

    const [spikes, again] = [await spikesOf(system), await spikesOf(loaded)]

    expect(spikes?.length).toBeGreaterThan(5)
    expect(again).toEqual(spikes)
  })

  test('of a loaded system is that system again', async () => {
    const system = await load(original)

    const again = await load(await systemFiles(system))

    expect({ ...again, projections: 0 }).toEqual({ ...system, projections: 0 })
    expect(sortedRows(again)).toEqual(sortedRows(system))
  })

  test('has the same graph.json each time, with the same uuids', async () => {
    const [one, two] = [await systemFiles(predefined('EI1')), await systemFiles(predefined('EI1'))]

    expect(one.get('graph.json')).toEqual(two.get('graph.json'))
  })

  test('keeps delays that distances do not explain', async () => {
    const system = System.fromArrays({
      populations: { A: { count: 2 } },
      projections: [
        { pre: 'A', post: 'A', synapse: 'AMPA', i: [0, 1], j: [1, 0], delay: [1.5, 3], weight: 2 },
      ],
    })

    const [projection] = (await load(await systemFiles(system))).projections

    expect(projection?.delay).toEqual(Float32Array.of(3, 1.5))
    expect(projection?.weight).toBe(2)
  })

  test('lies in a folder of this machine, which is not written over', async () => {
    const path = join(folder, 'deep', 'EI1')
    await saveSystem(predefined('EI1'), path)

    const loaded = await System.load(path)

    expect(loaded.name).toBe('EI1')
    expect(loaded.count).toBe(10)
    await expect(saveSystem(loaded, path)).rejects.toThrow('is there already')
    expect(readdirSync(join(folder, 'deep'))).toEqual(['EI1'])
  })

  test.each([
    [{ weight: [1, 2] }, 'A → A by AMPA has a weight for each connection; the files have one'],
    [{ weight: 1, U: 0.5 }, 'A → A by AMPA has U for its connections; the files have no place'],
  ])('must fit the files: %j does not', async (values, message) => {
    const system = System.fromArrays({
      populations: { A: { count: 2 } },
      projections: [{ pre: 'A', post: 'A', synapse: 'AMPA', i: [0, 1], j: [1, 0], ...values }],
    })

    await expect(systemFiles(system)).rejects.toThrow(message)
  })

  test('has no names that lead out of the folder', async () => {
    const { populations } = predefined('EI1')
    const selections = new Map([['../../e1', Int32Array.of(0)]])

    const system = new System({ name: 'x', populations, projections: [], selections })

    await expect(systemFiles(system)).rejects.toThrow('selection has a "../../e1"; its file needs')
  })
})

describe('a folder that makes no sense is refused', () => {
  const cells = original.get('cells.h5') ?? new Uint8Array(0)
  const graph = JSON.parse(new TextDecoder().decode(original.get('graph.json')))

  test.each([
    ['graph.json', undefined, 'cultures/nine is no folder of a system: it has no graph.json.'],
    ['graph.json', new TextEncoder().encode('{'), 'cultures/nine/graph.json is no JSON'],
    ['graph.json', Uint8Array.of(0xff), 'cultures/nine/graph.json is no JSON'],
    ['graph.json', json([]), 'graph.json is []; it must be an object with named fields.'],
    ['graph.json', json({}), 'graph.json.architecture is undefined; it must be an object'],
    ['graph.json', json({ ...graph, connections: {} }), 'connections has no element with a uuid.'],
    ['cells.h5', undefined, 'cultures/nine has no cells.h5, and no graph.h5.'],
    ['cells.h5', new Uint8Array(0), 'cultures/nine/cells.h5 is not an HDF5 file.'],
    ['cells.h5', new Uint8Array(4096), 'cultures/nine/cells.h5 is not an HDF5 file.'],
    ['cells.h5', cells.slice(0, 20_000), 'cells.h5 was cut short: it has 20000 of'],
    ['mea.json', json({ electrode_coordinates: 3 }), 'mea.json: electrode_coordinates is 3; it'],
    [
      'mea.json',
      json({ electrode_coordinates: [[0, 1, 2]] }),
      'electrode_coordinates[0] is [0,1,2]',
    ],
    ['mea.json', json({ electrode_coordinates: [], input_radius: -1 }), 'input_radius is -1; it'],
    [
      'selection/e1.json',
      json({ gids: [0, 9] }),
      'selection/e1.json: gids[1] is 9, which is no cell.',
    ],
    ['selection/e1.json', json({}), 'selection/e1.json: gids is undefined; it must be a list'],
    ['params/default.json', json(3), 'params/default.json is 3; it must be an object'],
  ])('%s %#', async (path, bytes, message) => {
    const files = new Map(original)
    if (bytes) files.set(path, bytes)
    else files.delete(path)

    await expect(load(files)).rejects.toThrow(message)
  })

  test.each([
    [{ type: 'odd' }, 'synapses.EXC.EXC.type is "odd"; it must be excitatory or inhibitory.'],
    [{ sections: 'soma' }, 'sections is "soma"; it must be a list of names.'],
    [{ proportions: [-1] }, 'proportions[0] is -1; it must be 0 or more.'],
    [{ mechanisms: { default: { AMPA: { e: 'x' } } } }, 'AMPA.e is "x"; it must be a number.'],
  ])('graph.json with %j', async (change, message) => {
    const changed = structuredClone(graph)
    Object.assign(changed.connections.all.config.synapses.EXC.EXC, change)

    const files = new Map(original).set('graph.json', json(changed))

    await expect(load(files)).rejects.toThrow(message)
  })

  test('a connection that graph.json does not know', async () => {
    const changed = structuredClone(graph)
    delete changed.connections.all.config.synapses.INH

    const files = new Map(original).set('graph.json', json(changed))

    await expect(load(files)).rejects.toThrow(
      'connections.h5: Projections/INH/EXC has no synapses.INH.EXC in graph.json.',
    )
  })

  test('a folder of this machine that is not there', async () => {
    await expect(System.load(join(folder, 'nothing'))).rejects.toThrow('is no folder of a system')
  })
})
