/** Steps of different lengths, counted in ticks of the shortest. */
import { UsageError } from '../../compiler/index.ts'
import { shown } from '../../systems/numbers-from.ts'

/** In ms: one for all populations, or one each. */
export type StepLength = number | Readonly<Record<string, number>>

const usual = 0.1

export function clocksOf(dt: StepLength, populations: readonly string[]) {
  if (typeof dt === 'number') return { tick: positive('dt', dt), clocks: new Map<string, number>() }
  if (typeof dt !== 'object' || dt === null) {
    throw new UsageError(`dt is ${shown(dt)}; it must be a time in ms, or one for each population.`)
  }
  const unknown = Object.keys(dt).find((name) => !populations.includes(name))
  if (unknown !== undefined) {
    throw new UsageError(
      `dt names ${unknown}, which is no population; there are ${populations.join(', ')}.`,
    )
  }
  const lengths = populations.map((name) => positive(`dt of ${name}`, dt[name] ?? usual))
  const tick = Math.min(...lengths)
  const clocks = populations.map((name, k): [string, number] => {
    const ticks = (lengths[k] ?? tick) / tick
    const whole = Math.round(ticks)
    if (Math.abs(ticks - whole) < 1e-6 * whole) return [name, whole]
    throw new UsageError(
      `dt of ${name} is ${lengths[k]} ms; it must be a whole multiple of the shortest, ${tick} ms.`,
    )
  })
  return { tick, clocks: new Map(clocks) }
}

function positive(name: string, ms: number): number {
  if (Number.isFinite(ms) && ms > 0) return ms
  throw new UsageError(`${name} is ${ms}; it must be a time in ms above 0.`)
}
