/** How cells fire together: bursts, peaks, correlation and avalanches. Numbers of the original. */
import { expect, test } from 'vitest'
import { AvalancheAnalysis } from '../../../runtime/decoding/avalanche-analysis.ts'
import { BurstRate } from '../../../runtime/decoding/burst-rate.ts'
import { PairwiseChannelCorrelation } from '../../../runtime/decoding/pairwise-channel-correlation.ts'
import { PeakSynchrony } from '../../../runtime/decoding/peak-synchrony.ts'
import { PopulationAutocorrTau } from '../../../runtime/decoding/population-autocorr-tau.ts'
import { lineThrough } from '../../../runtime/decoding/statistics.ts'
import { goldenRun, runOf, type SpikePair } from './golden-train.ts'

const duration = 1000

test('five bursts are five; the original counts where each begins and where it ends, ten', () => {
  const bursts = new BurstRate({ duration }).decode(goldenRun)

  expect(bursts.nBursts).toBe(5)
  expect(bursts.burstRateHz).toBe(5)
  expect(bursts.threshold).toBeCloseTo(17.413, 9)
})

test('a burst under way when the window begins counts', () => {
  const pairs: readonly SpikePair[] = Array.from({ length: 20 }, (_, k) => [k, k / 10])

  expect(new BurstRate({ duration }).decode(runOf(pairs)).nBursts).toBe(1)
})

test('nothing bursts in silence', () => {
  const bursts = new BurstRate({ duration }).decode(runOf([]))

  expect(bursts.nBursts).toBe(0)
  expect(bursts.threshold).toBeCloseTo(7.413, 12)
})

test('half as many spikes as active cells fall in the fullest 2 ms', () => {
  const synchrony = new PeakSynchrony({ duration }).decode(goldenRun)

  expect(synchrony).toEqual({ maxSynchronousPeak: 0.5, maxBinCount: 5, nActiveUnits: 10 })
})

test('45 pairs correlate as in the original', () => {
  const correlation = new PairwiseChannelCorrelation({ duration }).decode(goldenRun)

  expect(correlation.meanPairwiseCorrelation).toBeCloseTo(0.235721864, 9)
  expect(correlation.nPairs).toBe(45)
})

test('two cells that fire at the same times have a correlation of 1', () => {
  const pairs: readonly SpikePair[] = [10, 50, 400].flatMap((t) => [
    [0, t] as const,
    [1, t] as const,
  ])

  const { meanPairwiseCorrelation } = new PairwiseChannelCorrelation({ duration }).decode(
    runOf(pairs),
  )

  expect(meanPairwiseCorrelation).toBeCloseTo(1, 12)
})

test('one cell has no pair', () => {
  const correlation = new PairwiseChannelCorrelation({ duration }).decode(runOf([[0, 5]]))

  expect(correlation).toEqual({ meanPairwiseCorrelation: 0, nPairs: 0 })
})

test('activity that does not resemble its past has the time of one bin', () => {
  expect(new PopulationAutocorrTau({ duration }).decode(goldenRun).popAutocorrTau).toBe(10)
})

test('activity that fades has a time, here as numpy 2.2.6 computes it from the definition', () => {
  const counts = [40, 30, 22, 17, 12, 9, 7, 5, 4, 3, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0]
  const pairs = counts.flatMap((n, bin) =>
    Array.from({ length: n }, (_, k): SpikePair => [k, 50 * bin + 1 + k / 2]),
  )

  const { popAutocorrTau } = new PopulationAutocorrTau({ duration, binSize: 50 }).decode(
    runOf(pairs),
  )

  expect(popAutocorrTau).toBeCloseTo(244.26640767918437, 9)
})

test('avalanches are those of the original', () => {
  const avalanches = new AvalancheAnalysis({ duration }).decode(goldenRun)

  expect(avalanches.nAvalanches).toBe(58)
  expect(avalanches.meanSize).toBeCloseTo(4.482758621, 9)
  expect(avalanches.meanDuration).toBeCloseTo(3.275862069, 9)
  expect(avalanches.branchingRatio).toBeCloseTo(1.093476431, 9)
})

/** numpy 2.2.6: polyfit of log10 density on log10 centre, 20 edges of geomspace(1, 19). */
test('sizes are a power law with 1.712; the original has 0.7185, of shares instead of densities, without the largest', () => {
  const avalanches = new AvalancheAnalysis({ duration }).decode(goldenRun)

  expect(avalanches.sizePowerLawExponent).toBeCloseTo(1.712317499196958, 9)
  expect(avalanches.sizePowerLawR2).toBeCloseTo(0.8162512952416109, 9)
})

test('the share of a bin falls by one power less than its density, and without the largest sizes by 0.7185', () => {
  const sizes = Array.from({ length: 19 }, (_, k) => Array(sizeCounts[k] ?? 0).fill(k + 1)).flat()
  const edges = Array.from({ length: 20 }, (_, k) => 19 ** (k / 19))
  const points = edges.slice(1).flatMap((high, k) => {
    const low = edges[k] ?? 1
    const inside = sizes.filter((size) => size >= low && size < Math.min(high, 19))
    const share = inside.length / (sizes.length - 2)
    return share > 0 ? [[Math.log10((low + high) / 2), Math.log10(share)] as const] : []
  })

  const { slope, r2 } = lineThrough(points)

  expect(-slope).toBeCloseTo(0.718514586, 9)
  expect(r2).toBeCloseTo(0.366846073, 9)
})

/** How many avalanches of 1, 2, 3 … spikes the train has. */
const sizeCounts = [14, 11, 2, 17, 0, 0, 8, 0, 1, 0, 0, 0, 0, 0, 1, 2, 0, 0, 2]

test('silence has no avalanches', () => {
  expect(new AvalancheAnalysis({ duration }).decode(runOf([]))).toEqual({
    nAvalanches: 0,
    meanSize: 0,
    meanDuration: 0,
    branchingRatio: 0,
    sizePowerLawExponent: 0,
    sizePowerLawR2: 0,
  })
})

test('activity that halves from bin to bin branches with 0.5', () => {
  const pairs = [16, 8, 4, 2, 1].flatMap((n, bin) =>
    Array.from({ length: n }, (_, k): SpikePair => [k, 4.1 * bin]),
  )

  const { branchingRatio, meanSize } = new AvalancheAnalysis({ duration }).decode(runOf(pairs))

  expect(branchingRatio).toBeCloseTo(0.5, 12)
  expect(meanSize).toBe(31)
})

test('four spikes far apart are four avalanches', () => {
  const pairs: readonly SpikePair[] = [0, 100, 200, 300].map((t) => [0, t])

  expect(new AvalancheAnalysis({ duration }).decode(runOf(pairs))).toMatchObject({
    nAvalanches: 4,
    meanSize: 1,
    branchingRatio: 0,
  })
})

test('activity that doubles from bin to bin branches with 2', () => {
  const pairs = [1, 2, 4, 8, 16].flatMap((n, bin) =>
    Array.from({ length: n }, (_, k): SpikePair => [k, 4.1 * bin]),
  )

  const { branchingRatio } = new AvalancheAnalysis({ duration }).decode(runOf(pairs))

  expect(branchingRatio).toBeCloseTo(2, 12)
})

test('the wider the bins, the larger the avalanches, until all is one', () => {
  const sizes = [1, 4, 16, 64].map(
    (binWidth) => new AvalancheAnalysis({ duration, binWidth }).decode(goldenRun).meanSize,
  )

  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
  expect(sizes.at(-1)).toBe(260)
})
