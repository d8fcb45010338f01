/** What a plasticity does: how a pair of spikes changes a weight, and what of a train is delivered. */
import { Bench } from './bench.ts'
import { around, type Subject } from './subject.ts'

export interface PlasticityResponse {
  /** What a spike delivers after one pair, relative to the weight before; lag is post minus pre, in ms. */
  readonly pairs: readonly { readonly lag: number; readonly delivered: number }[]
  /** What each spike of a train delivers, relative to the weight. */
  readonly trains: readonly { readonly rate: number; readonly delivered: readonly number[] }[]
}

const startWeight = 0.5
/** Every 2 ms from 80 ms before to 80 ms after. */
const lags = { step: 2, each: 40 } as const
const rates = [5, 10, 20, 50] as const
const trainLength = 12

export async function plasticityResponse(subject: Subject): Promise<PlasticityResponse> {
  const [pairs, trains] = [await pairsOf(subject), await trainsOf(subject)]
  return { pairs, trains }
}

/**
 * Both cells spike once; the voltage of the target looks like a spike and comes back to rest. What was learned is what
 * a spike delivers half a second after the first: some rules change the weight only then.
 */
async function pairsOf(subject: Subject): Promise<PlasticityResponse['pairs']> {
  const lag = `(i - ${lags.each}) * ${lags.step} ms`
  const delivered = await deliveredBy(subject, {
    count: 2 * lags.each + 1,
    duration: 1000,
    source: `threshold t >= 200 ms + max(0 ms, -(${lag})) + n * 500 ms and n < 2`,
    target: `threshold t >= 200 ms + max(0 ms, ${lag}) and n < 1`,
  })
  return delivered.map((jumps, k) => {
    return { lag: (k - lags.each) * lags.step, delivered: jumps.at(-1) ?? Number.NaN }
  })
}

/** A train for each rate, onto a target that does not spike. */
async function trainsOf(subject: Subject): Promise<PlasticityResponse['trains']> {
  const interval = rates.map((rate, k) => `if i == ${k} then ${1000 / rate} ms else `).join('')
  const delivered = await deliveredBy(subject, {
    count: rates.length,
    duration: (trainLength * 1000) / Math.min(...rates),
    source: `interval = ${interval} 1000 ms : ms
  threshold t >= 20 ms + n * interval and n < ${trainLength}`,
    target: 'threshold n < 0',
  })
  return rates.map((rate, k) => ({ rate, delivered: delivered[k] ?? [] }))
}

/** Pairs of cells with one connection each, and when their cells spike. */
interface Pairs {
  readonly count: number
  readonly duration: number
  readonly source: string
  readonly target: string
}

/** What each spike delivered, in weights, by pair. */
async function deliveredBy(
  subject: Subject,
  pairs: Pairs,
): Promise<readonly (readonly number[])[]> {
  const { name } = subject.dynamics
  const { source, surroundings } = around(subject, [name], castOf(name, pairs))
  const bench = new Bench(source, { ...surroundings, dt: 0.1 })
  try {
    const { signals } = await bench.run(pairs.duration, { names: ['total'] })
    return (signals.get('total')?.rows ?? []).map(jumpsOf)
  } finally {
    bench.close()
  }
}

const castOf = (name: string, { count, source, target }: Pairs): string => `neuron ResponseSource {
  state n = 0
  ${source}
  reset { n += 1 }
}
neuron ResponseTarget {
  state n = 0
  state total = 0
  dv/dt = (-70 mV - v) / 5 ms : mV
  v(0) = -70 mV
  ${target}
  reset { n += 1; v = 20 mV }
}
synapse ResponseSum {
  on pre { total_post += weight }
}
model Response {
  population PRE of ${count} is ResponseSource
  population POST of ${count} is ResponseTarget
  synapse S is ResponseSum with ${name}
  connect PRE to POST by S where i == j { weight = ${startWeight} }
}
`

/** Each growth of a sum, in weights. */
function jumpsOf(sum: Float64Array): readonly number[] {
  const jumps: number[] = []
  for (let k = 1; k < sum.length; k++) {
    const jump = (sum[k] ?? 0) - (sum[k - 1] ?? 0)
    if (jump !== 0) jumps.push(jump / startWeight)
  }
  return jumps
}
