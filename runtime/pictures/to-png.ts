/** A drawing as pixels, with a font of our own: the same picture on a machine without any. */
import type { ResvgRenderOptions } from '@resvg/resvg-wasm'
import { UsageError } from '../../compiler/usage-error.ts'

/** Pixels for each unit of the drawing. */
const density = 2

const font = '@expo-google-fonts/ibm-plex-sans'
const weights = ['400Regular', '600SemiBold']

/** The bytes of a PNG file. The drawing must be of one theme: `light` or `dark`. */
export async function toPNG(drawing: string, scale = density): Promise<Uint8Array> {
  const resvg = await read(drawing, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontBuffers: await fonts(),
      defaultFontFamily: 'IBM Plex Sans',
      sansSerifFamily: 'IBM Plex Sans',
      loadSystemFonts: false,
    },
  })
  const pixels = resvg.render()
  const bytes = pixels.asPng()
  pixels.free()
  resvg.free()
  return bytes
}

async function read(drawing: string, options: ResvgRenderOptions) {
  const { Resvg } = await ready()
  try {
    return new Resvg(drawing, options)
  } catch (cause) {
    throw new UsageError(
      `The drawing is no SVG: ${cause instanceof Error ? cause.message : cause}.`,
    )
  }
}

let rasteriser: Promise<typeof import('@resvg/resvg-wasm')> | undefined

/** Its module can be started once in a program. */
function ready(): Promise<typeof import('@resvg/resvg-wasm')> {
  rasteriser ??= import('@resvg/resvg-wasm').then(async (resvg) => {
    await resvg.initWasm(await bytesOf('@resvg/resvg-wasm/index_bg.wasm'))
    return resvg
  })
  return rasteriser
}

let faces: Promise<Uint8Array[]> | undefined

function fonts(): Promise<Uint8Array[]> {
  faces ??= Promise.all(weights.map((name) => bytesOf(`${font}/${name}/IBMPlexSans_${name}.ttf`)))
  return faces
}

/** A file of a package. */
async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const { createRequire } = await import('node:module')
  const { readFile } = await import('node:fs/promises')
  return new Uint8Array(await readFile(createRequire(import.meta.url).resolve(path)))
}
