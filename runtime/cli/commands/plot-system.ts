/** `livn systems plot`: cells, electrodes and connections of a system as a picture. */
import type { Command } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { pictureWriter, themeOption } from '../write-picture.ts'

export const plotSystem: Command = {
  name: 'plot',
  summary: 'draw its cells, electrodes and connections',
  argument: '<system>',
  argumentMeaning: 'a name that `livn systems list` lists, or a folder',
  options: [
    { flags: '--out <file>', meaning: 'a .svg or .png; NAME.svg if not said' },
    themeOption,
  ],
  run: async ([name = ''], { out, theme }, shell) => {
    const asked = typeof out === 'string' ? out : undefined
    const writerFor = (path: string) => pictureWriter({ path, option: '--out', theme }, shell)
    const early = asked === undefined ? undefined : writerFor(asked)
    const { findSystem } = await import('../../../systems/find-system.ts')
    const { systemFigure, systemSentence } = await import('../../pictures/system-figure.ts')
    const system = await findSystem(name, shell.folder)
    const path = asked ?? `${system.name}.svg`
    const write = early ?? writerFor(path)
    await write(systemFigure(system), { title: system.name, subtitle: systemSentence(system) })
    shell.complain(`${system.name} is drawn in ${path}\n`)
    return exitCodes.ok
  },
}
