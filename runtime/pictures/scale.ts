/** From values to places on the paper, and the round values between that deserve a tick. */

export type Interval = readonly [number, number]

export interface Scale {
  readonly domain: Interval
  readonly range: Interval
  readonly at: (value: number) => number
}

export function linearScale(domain: Interval, range: Interval): Scale {
  const [from, to] = domain
  const [start, end] = range
  const slope = to === from ? 0 : (end - start) / (to - from)
  const middle = (start + end) / 2
  return {
    domain,
    range,
    at: (value) => (slope === 0 ? middle : start + (value - from) * slope),
  }
}

const steps = [1, 2, 2.5, 5, 10] as const

/** The distance between ticks: 1, 2, 2.5 or 5 times a power of ten, at most `most` of them. */
export function tickStep([from, to]: Interval, most: number): number {
  const rough = (to - from) / Math.max(1, most)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = steps.find((each) => each * power >= rough * (1 - 1e-9)) ?? 10
  return step * power
}

export function ticksOf(domain: Interval, most = 5): readonly number[] {
  const [from, to] = domain
  if (!(to > from)) return [from]
  const step = tickStep(domain, most)
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, k) => tidy((first + k) * step))
}

/** Without the noise of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(12)) + 0

/** As short as it can be, with a minus sign that is one: −65, 0.05, 12 000, 2e−6. */
export function label(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size >= 1e6 || size < 1e-4)) {
    const [digits = '', power = ''] = value.toExponential().split('e')
    return `${minus(trimmed(digits))}e${minus(power.replace('+', ''))}`
  }
  const [whole = '', fraction] = minus(String(tidy(value))).split('.')
  return fraction === undefined ? grouped(whole) : `${grouped(whole)}.${fraction}`
}

/** How many there are: 950, 1000, 2 400 580. */
export const countLabel = (count: number): string => grouped(String(count))

/** From five digits on in threes. */
const grouped = (digits: string): string =>
  /\d{5}/.test(digits) ? digits.replace(/\B(?=(\d{3})+$)/g, '\u00a0') : digits

const trimmed = (digits: string): string => String(Number(Number(digits).toPrecision(3)))
const minus = (text: string): string => text.replace('-', '\u2212')

/** A little more than the values take, between round ends; wide enough to be looked at. */
export function roomFor(values: Iterable<number>, most = 5): Interval {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) return [0, 1]
  if (low === high) return low === 0 ? [-1, 1] : [low - Math.abs(low) / 2, low + Math.abs(low) / 2]
  const step = tickStep([low, high], most)
  const floor = Math.floor(low / step + 0.02) * step
  const ceiling = Math.ceil(high / step - 0.02) * step
  return [tidy(Math.min(low, floor)), tidy(Math.max(high, ceiling))]
}

/** A line on the edge of a panel would be cut in half. */
export const padded = ([low, high]: Interval): Interval => {
  const pad = (high - low) * 0.03
  return [low - pad, high + pad]
}
