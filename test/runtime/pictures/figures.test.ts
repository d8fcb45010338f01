/** What pictures of runs and systems show. */
import { expect, test } from 'vitest'
import { electrodeMap } from '../../../runtime/pictures/electrode-map.ts'
import { page } from '../../../runtime/pictures/page.ts'
import { samplesPath } from '../../../runtime/pictures/paths.ts'
import { countConnections, pathwaysOf } from '../../../runtime/pictures/pathways.ts'
import { runFigure } from '../../../runtime/pictures/run-figure.ts'
import { sampleConnections } from '../../../runtime/pictures/sample-connections.ts'
import { linearScale } from '../../../runtime/pictures/scale.ts'
import { spikeRaster } from '../../../runtime/pictures/spike-raster.ts'
import { stimulusStrip } from '../../../runtime/pictures/stimulus-strip.ts'
import { systemFigure, systemSentence } from '../../../runtime/pictures/system-figure.ts'
import { predefined } from '../../../systems/predefined.ts'
import { smallRun } from './small-run.ts'

test('a run is drawn as the golden picture', async () => {
  const drawing = page(runFigure(smallRun('EXC')), { title: 'A run', subtitle: 'of three cells' })

  await expect(drawing).toMatchFileSnapshot('../../golden/pictures/run.svg')
})

test('a system is drawn as the golden picture', async () => {
  const system = predefined('EI1')

  const drawing = page(systemFigure(system), { title: 'EI1', subtitle: systemSentence(system) })

  await expect(drawing).toMatchFileSnapshot('../../golden/pictures/system.svg')
})

test('every panel says its unit', () => {
  const { drawing } = runFigure(smallRun('EXC'))

  expect(drawing).toContain('Population rate (Hz)')
  expect(drawing).toContain('Voltage of EXC 1 (mV)')
  expect(drawing).toContain('time (ms)')
})

test('whatever was recorded of cells is drawn under its name and unit; weights have no cell', () => {
  const series = { kind: 'series', ids: Int32Array.of(0), samples: 2, dt: 1 } as const
  const values = Float64Array.of(1, 2)
  const run = smallRun('EXC')
    .add('w', { ...series, values, unit: 'pA' })
    .add('EXC_EXC_AMPA.weight', { ...series, values })

  const { drawing } = runFigure(run)

  expect(drawing).toContain('w of EXC 0 (pA)')
  expect(drawing).not.toContain('AMPA')
})

test('a single sample of a spike among a hundred thousand reaches its height', () => {
  const values = new Float64Array(100_000)
  values[54_321] = 40
  const axes = { x: linearScale([0, 100_000], [0, 800]), y: linearScale([0, 40], [100, 0]) }

  const path = samplesPath({ values, from: 0, step: 1 }, axes)

  expect(path).toMatch(/L434\.6 0L/)
  expect(path.length).toBeLessThan(40_000)
})

test('a raster has one path for each population, however many spikes', () => {
  const ids = Int32Array.from({ length: 50_000 }, (_, k) => (k * 7919) % 10_000)
  const times = Float64Array.from({ length: 50_000 }, (_, k) => k / 50)
  const populations = [
    { name: 'EXC', offset: 0, count: 8000 },
    { name: 'INH', offset: 8000, count: 2000 },
  ]

  const { drawing } = spikeRaster({
    width: 860,
    t0: 0,
    duration: 1000,
    populations,
    spikes: { ids, times },
  })

  expect(drawing.match(/<path class="s\d"/g)).toEqual(['<path class="s0"', '<path class="s1"'])
  expect(drawing.length).toBeLessThan(500_000)
})

test('a silent run has its axes and no marks', () => {
  const populations = [{ name: 'EXC', offset: 0, count: 3 }]
  const spikes = { ids: [], times: [] }

  const { drawing } = spikeRaster({ width: 860, t0: 0, duration: 1000, populations, spikes })

  expect(drawing).toContain('0 spikes of 3 cells')
  expect(drawing).toContain('class="s0" d=""')
})

test('of many connections 2500 are drawn, evenly chosen and always the same', () => {
  const system = predefined('EI3')

  const sample = sampleConnections(system, 2500)

  expect(sample).toHaveLength(2500)
  expect(sampleConnections(system, 2500)).toEqual(sample)
})

test('a connection with two receptors is counted once', () => {
  const system = predefined('EI2')
  const single = system.projections.filter(({ synapse }) => synapse !== 'NMDA')

  expect(countConnections(system)).toBe(single.reduce((sum, { i }) => sum + i.length, 0))
})

test('in-degrees add up to the connections of their pathway', () => {
  const [pathway] = pathwaysOf(predefined('EI2'))

  expect(pathway?.inDegree.reduce((sum, each) => sum + each, 0)).toBe(pathway?.connections)
})

test('electrodes that stimulate are marked', () => {
  const { populations, projections, mea } = predefined('EI2')
  const electrodes = mea?.electrodeCoordinates ?? []

  const { drawing } = electrodeMap({
    width: 420,
    populations,
    projections,
    electrodes,
    stimulated: [5, 6],
  })

  expect(drawing.match(/class="mark ring"/g)).toHaveLength(2)
  expect(drawing.match(/class="paper edge"/g)).toHaveLength(14)
})

test('a map has the same scale both ways', () => {
  const { populations } = predefined('E5I')

  const { drawing } = electrodeMap({ width: 420, populations, projections: [] })

  const [xs, ys] = tickDistances(drawing)
  expect(xs).toBeCloseTo(ys, 0)
})

test('electrodes that do the same have one line', () => {
  const points = [
    [10, -2],
    [11, 2],
    [12, 0],
  ] as const
  const stimulus = {
    title: 'Current',
    unit: 'µA',
    columns: [4, 5, 6].map((id) => ({ name: `${id}`, points })),
  }

  const { drawing } = stimulusStrip({ width: 860, t0: 0, duration: 100, stimulus })

  expect(drawing.match(/<path class="s\d"/g)).toHaveLength(1)
  expect(drawing).toContain('4, 5, 6')
})

/** Pixels for 500 um along x and along y, from the texts at the ticks. */
function tickDistances(drawing: string): readonly [number, number] {
  const texts = [
    ...drawing.matchAll(/<text class="dim" x="([-\d.]+)" y="([-\d.]+)"[^>]*>([\d.]+)<\/text>/g),
  ]
  const places = texts.map(([, x, y, value]) => [x, y, value].map(Number))
  const across = places
    .filter(([x = 0]) => x > 0)
    .map(([x = 0, , value = 0]) => [x, value] as const)
  const along = places.filter(([x = 0]) => x < 0).map(([, y = 0, value = 0]) => [y, value] as const)
  const slope = (pairs: readonly (readonly [number, number])[]): number => {
    const [first = [0, 0], last = [0, 1]] = [pairs[0], pairs.at(-1)]
    return Math.abs((500 * (last[0] - first[0])) / (last[1] - first[1]))
  }
  return [slope(across), slope(along)]
}
