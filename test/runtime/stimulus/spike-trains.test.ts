/** Spikes that are played. */
import { expect, test } from 'vitest'
import { SpikeTrains } from '../../../runtime/stimulus/spike-trains.ts'

test('trains by cell become spikes in the order of time, then of cells', () => {
  const trains = SpikeTrains.from({ 7: [3, 1], 2: [1] })

  expect([...trains.ids]).toEqual([2, 7, 7])
  expect([...trains.times]).toEqual([1, 1, 3])
  expect(trains.gids).toEqual([2, 7])
})

test('a window is half open', () => {
  const trains = SpikeTrains.from([[0, [1, 2, 3]]])

  expect([...trains.between(1, 3).times]).toEqual([1, 2])
})

test('spikes fall into the step under way', () => {
  const trains = SpikeTrains.from({ 0: [0.3, 0.349, 0.35] })

  expect([...trains.steps(0.05)]).toEqual([6, 6, 7])
})

test('a new train replaces the old one of its cell', () => {
  const trains = SpikeTrains.from({ 0: [1, 2], 1: [5] })

  const renewed = trains.replacedBy(SpikeTrains.from({ 0: [9] }))

  expect(renewed.toJSON()).toEqual({ 0: [9], 1: [5] })
})

test('trains can be shifted, chosen and merged', () => {
  const trains = SpikeTrains.from({ 0: [1], 1: [2] })

  const changed = trains
    .shifted(250)
    .only([1, 99])
    .merge(SpikeTrains.from({ 3: [4] }))

  expect(changed.toJSON()).toEqual({ 1: [252], 3: [4] })
})

test('a spike before the beginning is a wrong call', () => {
  expect(() => SpikeTrains.from({ 0: [-1] })).toThrow(/A spike is at -1 ms/)
  expect(() => new SpikeTrains([1], [1, 2])).toThrow(/1 ids for 2 spikes/)
})
