/** What the names of cultures say: E3I has three excitatory cells for each inhibitory one. */
import { UsageError } from '../compiler/usage-error.ts'
import { shown } from './numbers-from.ts'

export interface Composition {
  readonly exc: number
  readonly inh: number
}

interface Named extends Composition {
  readonly series: string
}

/** E, EI or E3I, and perhaps the letter of a further draw as in E3I_b. */
function read(name: string): Named {
  const [, series, ratio, inh] = /^(E(\d+(?:\.\d+)?)?(I)?)(?:_[a-z])?$/.exec(name) ?? []
  const exc = ratio === undefined ? 1 : Number(ratio)
  const isMeant = ratio === undefined || (inh !== undefined && exc > 0)
  if (series !== undefined && isMeant) return { series, exc, inh: inh ? 1 : 0 }
  throw new UsageError(
    `${shown(name)} names no composition; E is all excitatory, EI half, E3I three to one, E3I_b a further draw of it.`,
  )
}

/** `compositionOf('E3I_b')` is `{ exc: 3, inh: 1 }`. */
export function compositionOf(name: string): Composition {
  const { exc, inh } = read(name)
  return { exc, inh }
}

/** The name without the letter of its draw: `seriesOf('E3I_b')` is `'E3I'`. */
export const seriesOf = (name: string): string => read(name).series

/** Shares of all cells: `fractionsOf('E3I')` is `{ EXC: 0.75, INH: 0.25 }`. */
export function fractionsOf(name: string): Readonly<Record<'EXC' | 'INH', number>> {
  const { exc, inh } = compositionOf(name)
  return { EXC: exc / (exc + inh), INH: inh / (exc + inh) }
}

/** `compositionName(3)` is `'E3I'`, `compositionName(1)` is `'EI'`, `compositionName(1, 0)` is `'E'`. */
export function compositionName(exc: number, inh = 1): string {
  if (!(exc > 0 && Number.isFinite(exc)) || !(inh >= 0 && Number.isFinite(inh))) {
    throw new UsageError(
      `A composition is so many excitatory cells, above 0, for so many inhibitory ones; not ${exc} for ${inh}.`,
    )
  }
  if (inh === 0) return 'E'
  return exc === inh ? 'EI' : `E${exc / inh}I`
}
