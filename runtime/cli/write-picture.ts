/** Pictures as files: the ending of the name says whether as SVG or as PNG. */
import { writeFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { UsageError } from '../../compiler/usage-error.ts'
import { fileTrouble } from '../file-trouble.ts'
import type { Block } from '../pictures/block.ts'
import type { PageOptions } from '../pictures/page.ts'
import type { Option, Options } from './command.ts'
import { mustBeWritable } from './must-be-writable.ts'
import type { Shell } from './shell.ts'

export type PictureWriter = (picture: Block, about: Omit<PageOptions, 'theme'>) => Promise<void>

export const themeOption: Option = {
  flags: '--theme <theme>',
  meaning: "of the picture; auto follows the reader's system, and is light in a .png",
  choices: ['auto', 'light', 'dark'],
  fallback: 'auto',
}

const endings = ['.svg', '.png']

export interface PictureFile {
  readonly path: string
  /** What it was given with: `--plot`. */
  readonly option: string
  readonly theme?: Options[string]
}

/** Refuses an ending nobody knows before anything is computed. */
export function pictureWriter({ path, option, theme }: PictureFile, shell: Shell): PictureWriter {
  const ending = extname(path)
  if (!endings.includes(ending)) {
    throw new UsageError(`${option} ${path}: the ending must be ${endings.join(' or ')}.`)
  }
  mustBeWritable(option, path, shell)
  const chosen =
    theme === 'dark' || theme === 'light' ? theme : ending === '.png' ? 'light' : 'auto'
  return async (picture, about) => {
    const { page } = await import('../pictures/page.ts')
    const drawing = page(picture, { ...about, theme: chosen })
    const file = resolve(shell.folder, path)
    const content =
      ending === '.svg' ? drawing : await (await import('../pictures/to-png.ts')).toPNG(drawing)
    try {
      writeFileSync(file, content)
    } catch (error) {
      throw fileTrouble(error, file) ?? error
    }
  }
}
