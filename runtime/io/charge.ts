/** The charge that a command sends through each electrode, and what electrodes and cells do not bear. */
import type { Warning } from '../stimulus/stimulus-warnings.ts'
import { plateaus, type Waveform } from '../stimulus/waveform.ts'

export interface Charge {
  /** What is left when all is over, in nC, by channel. */
  readonly net: Float64Array
  /** The most that flows one way without a break, in nC, by channel. */
  readonly phase: Float64Array
  /** Whether all of it was looked at; endless commands cannot be. */
  readonly isWhole: boolean
}

/** Of a command in uA: uA × ms is nC. */
export function chargeOf(command: Waveform): Charge {
  const net = new Float64Array(command.width)
  const phase = new Float64Array(command.width)
  const flowing = new Float64Array(command.width)
  let seen = 0
  for (const { rows, values } of plateaus(command)) {
    seen += rows
    values.forEach((value, k) => {
      const charge = value * rows * command.dt
      const isSameWay = (flowing[k] ?? 0) * value > 0
      flowing[k] = charge + (isSameWay ? (flowing[k] ?? 0) : 0)
      net[k] = (net[k] ?? 0) + charge
      phase[k] = Math.max(phase[k] ?? 0, Math.abs(flowing[k] ?? 0))
    })
  }
  return { net, phase, isWhole: seen === command.rows }
}

/**
 * µC/cm² of platinum in a phase: 50 to 150 without reactions that cannot be undone (S. F. Cogan 2008,
 * Annu. Rev. Biomed. Eng. 10:275); oxides of iridium bear some thousands.
 */
const platinumBears = 150

/** Tissue: log D + log Q ≤ 1.85 in µC/cm² and µC of a phase (R. V. Shannon 1992, IEEE Trans. Biomed. Eng. 39:424). */
const shannon = 1.85

export function chargeWarnings(
  command: Waveform,
  {
    electrodeRadiusUm,
    channelIds,
  }: { readonly electrodeRadiusUm: number; readonly channelIds: Int32Array },
): readonly Warning[] {
  const { net, phase, isWhole } = chargeOf(command)
  const area = Math.PI * (electrodeRadiusUm * 1e-4) ** 2
  const left = largest(net.map((nC, k) => (Math.abs(nC) > 1e-9 * (phase[k] ?? 0) ? nC : 0)))
  const most = largest(phase)
  const density = (Math.abs(most.value) * 1e-3) / area
  const k = Math.log10(density * Math.abs(most.value) * 1e-3)
  const where = (place: number): string => `electrode ${channelIds[place] ?? place}`
  const warnings: Warning[] = []
  if (isWhole && left.value !== 0) {
    warnings.push({
      code: 'unbalanced-charge',
      message:
        `The command leaves ${shown(left.value)} nC at ${where(left.place)}${others(left.count)}. ` +
        'Electrodes polarize unless each pulse is followed by its opposite, as BiphasicPulsePolicy does.',
    })
  }
  if (density > platinumBears || k > shannon) {
    warnings.push({
      code: 'dense-charge',
      message:
        `A phase of ${shown(most.value)} nC at ${where(most.place)} is ${shown(density)} µC/cm² of an electrode ` +
        `${2 * electrodeRadiusUm} µm wide; platinum bears about ${platinumBears}, and tissue log D + log Q of ${shannon} (here ${shown(k)}).`,
    })
  }
  return warnings
}

interface Largest {
  readonly value: number
  readonly place: number
  /** How many are not 0. */
  readonly count: number
}

function largest(values: Float64Array): Largest {
  let place = 0
  values.forEach((value, k) => {
    if (Math.abs(value) > Math.abs(values[place] ?? 0)) place = k
  })
  return { value: values[place] ?? 0, place, count: values.filter((value) => value !== 0).length }
}

const others = (count: number): string => (count > 1 ? ` and some at ${count - 1} more` : '')

const shown = (x: number): string => String(Number(x.toPrecision(3)))
