/** Waveforms made of waveforms: scaled, with other columns, mixed, and later. */
import { mapRows, type Waveform } from './waveform.ts'

export function scaled(waveform: Waveform, factor: number): Waveform {
  if (factor === 1) return waveform
  return mapRows(waveform, waveform.width, (row, into) => {
    for (let k = 0; k < into.length; k++) into[k] = factor * (row[k] ?? 0)
  })
}

/** Column k is added to column `places[k]` of rows of `width`; below 0 it is left out. */
export function placed(waveform: Waveform, places: Int32Array, width: number): Waveform {
  return mapRows(waveform, width, (row, into) => {
    into.fill(0)
    for (let k = 0; k < row.length; k++) {
      const place = places[k] ?? -1
      if (place >= 0) into[place] = (into[place] ?? 0) + (row[k] ?? 0)
    }
  })
}

/** The first column in every column. */
export function spread(waveform: Waveform, width: number): Waveform {
  return mapRows(waveform, width, (row, into) => into.fill(row[0] ?? 0))
}

/**
 * What channels do to cells: the sum over channels of value × gain. Gains are asked for when a
 * channel first does something, so that silent electrodes cost nothing.
 */
export function mixed(
  waveform: Waveform,
  gainsOf: (channel: number) => Float64Array,
  width: number,
): Waveform {
  return mapRows(waveform, width, (row, into) => {
    into.fill(0)
    for (let channel = 0; channel < row.length; channel++) {
      const value = row[channel] ?? 0
      if (value === 0) continue
      const gains = gainsOf(channel)
      for (let k = 0; k < width; k++) into[k] = (into[k] ?? 0) + value * (gains[k] ?? 0)
    }
  })
}

/** Nothing for some rows, and then the waveform. */
export function later(waveform: Waveform, by: number): Waveform {
  const { dt, width } = waveform
  return {
    dt,
    width,
    rows: waveform.rows + by,
    render(first, count, into) {
      const silent = Math.min(count, Math.max(0, by - first))
      into.fill(0, 0, silent * width)
      if (silent === count) return
      waveform.render(first + silent - by, count - silent, into.subarray(silent * width))
    },
    changeAfter: (row) => (row < by ? by : by + waveform.changeAfter(row - by)),
  }
}
