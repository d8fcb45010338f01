/** A drawing as pixels, with a font of our own: the same picture on a machine without any. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Pixels for each unit of the drawing. */
const density = 2

const font = '@expo-google-fonts/ibm-plex-sans'
const faces = ['400Regular', '600SemiBold']

/** The bytes of a PNG file. The drawing must be of one theme: `light` or `dark`. */
export async function toPNG(drawing: string, scale = density): Promise<Uint8Array> {
  const { Resvg } = await ready()
  const resvg = new Resvg(drawing, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontBuffers: fonts(),
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

let rasteriser: Promise<typeof import('@resvg/resvg-wasm')> | undefined

/** Its module can be started once in a program. */
function ready(): Promise<typeof import('@resvg/resvg-wasm')> {
  rasteriser ??= import('@resvg/resvg-wasm').then(async (resvg) => {
    await resvg.initWasm(readFileSync(fileOf('@resvg/resvg-wasm/index_bg.wasm')))
    return resvg
  })
  return rasteriser
}

let buffers: Uint8Array[] | undefined

function fonts(): Uint8Array[] {
  buffers ??= faces.map((face) => readFileSync(fileOf(`${font}/${face}/IBMPlexSans_${face}.ttf`)))
  return buffers
}

const fileOf = (path: string): string => createRequire(import.meta.url).resolve(path)
