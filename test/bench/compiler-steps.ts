/** The steps of a compile as the benchmark times them. */
import * as compiler from '../../compiler/index.ts'
import type { Source } from '../../compiler/index.ts'
import { parse } from '../../grammar/parse.ts'
import { openWasm } from '../../runtime/device/wasm.ts'
import { Population } from '../../runtime/engine/population.ts'
import { librarySurroundings } from './library-sources.ts'

export const parseOnly = (source: Source): unknown => parse(source)

export const examine = (source: Source): unknown => compiler.examine(source, librarySurroundings)

/** Every declaration and model of a file; with `step`, each is run for one step. */
export function compile(source: Source, target: string, step = false): void {
  const { own, models } = compiler.examine(source, librarySurroundings)
  const [first] = [...models.map((model) => model.name), ...own]
  if (first === undefined) return
  const program = compiler.compile(source, { name: first, target, ...librarySurroundings })
  if (!step) return
  const device = openWasm('f64')
  for (const compiled of program.populations) {
    const { artifact } = program
    const population = new Population(compiled, { device, artifact, count: 10, dt: 0.1, seed: 1 })
    population.initialize()
    population.link()
    population.advance(0)
  }
  device.close()
}
