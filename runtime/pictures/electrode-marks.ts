/** Electrodes on a map: rings with numbers where they fit, those that stimulate filled. */
import type { Frame } from './panel.ts'
import { tag, words } from './svg.ts'

/** In pixels; smaller ones have no room for a number. */
const smallestWithNumber = 7

export function electrodeMarks(
  electrodes: readonly (readonly number[])[],
  stimulated: ReadonlySet<number>,
  { x, y, width, height }: Frame,
): string {
  const pitch = Math.sqrt((width * height) / Math.max(1, electrodes.length))
  const radius = Math.max(1.5, Math.min(11, pitch * 0.2))
  const corners = new Set([electrodes.at(0)?.[0], electrodes.at(-1)?.[0]])
  const marks = electrodes.map(([id = 0, left = 0, up = 0]): Mark => {
    const place = { cx: x.at(left), cy: y.at(up) }
    return { id, place, radius, isOn: stimulated.has(id), text: String(id) }
  })
  const numbers =
    radius >= smallestWithNumber
      ? marks.map(inside)
      : marks.filter(({ id, isOn }) => isOn || corners.has(id)).map(above)
  return [...marks.map(ring), ...numbers].join('')
}

interface Mark {
  readonly id: number
  readonly place: { readonly cx: number; readonly cy: number }
  readonly radius: number
  readonly isOn: boolean
  readonly text: string
}

function ring({ place, radius, isOn }: Mark): string {
  return tag('circle', {
    ...place,
    r: radius,
    class: isOn ? 'mark ring' : 'paper edge',
    'fill-opacity': isOn ? 1 : 0.75,
    'stroke-width': isOn ? 3 : Math.min(1.4, radius / 3),
  })
}

function inside({ place: { cx, cy }, radius, isOn, text }: Mark): string {
  const size = Math.min(radius, (2.6 * radius) / text.length)
  return words(text, {
    class: isOn ? 'paper' : 'ink',
    x: cx,
    y: cy + size * 0.36,
    'font-size': size,
    'font-weight': isOn ? '600' : undefined,
    'text-anchor': 'middle',
  })
}

function above({ place: { cx, cy }, radius, isOn, text }: Mark): string {
  return words(text, {
    class: isOn ? 'mark halo' : 'dim halo',
    x: cx,
    y: cy - radius - 3,
    'font-size': 10,
    'font-weight': '600',
    'stroke-width': 3,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
    'text-anchor': 'middle',
  })
}
