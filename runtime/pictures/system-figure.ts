/** What a system looks like: its map, and how its cells are connected. */
import type { SystemParts } from '../../systems/system.ts'
import { beside, type Block } from './block.ts'
import { connectionView } from './connection-view.ts'
import { electrodeMap } from './electrode-map.ts'
import { pageWidth } from './page.ts'
import { countConnections } from './pathways.ts'
import { countLabel } from './scale.ts'

export interface SystemFigureOptions {
  readonly width?: number
}

/**
 * Cells and electrodes from above, and how many connections reach each cell.
 *
 * @example
 * const env = await make('EI2')
 * const pixels = await toPNG(page(systemFigure(env.system), { title: 'EI2', theme: 'dark' }))
 * String.fromCharCode(...pixels.slice(1, 4)) // → 'PNG'
 * await env.close()
 */
export function systemFigure(
  system: SystemParts,
  { width = pageWidth }: SystemFigureOptions = {},
): Block {
  const { populations, projections, mea } = system
  const mapWidth = Math.round(width * 0.58)
  const electrodes = mea?.electrodeCoordinates ?? []
  return beside(
    [
      electrodeMap({ width: mapWidth, populations, projections, electrodes }),
      connectionView({ width: width - mapWidth - 16, populations, projections }),
    ],
    16,
  )
}

/** `EXC 80, INH 20; 8899 connections; 16 electrodes` */
export function systemSentence({ populations, projections, mea }: SystemParts): string {
  const cells = populations.map(({ name, count }) => `${name} ${countLabel(count)}`).join(', ')
  const electrodes = mea?.electrodeCoordinates.length ?? 0
  return [
    cells,
    `${countLabel(countConnections({ projections }))} connections`,
    ...(electrodes > 0 ? [`${electrodes} electrode${electrodes === 1 ? '' : 's'}`] : []),
  ].join('; ')
}
