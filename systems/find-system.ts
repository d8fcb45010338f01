/** A system by what people call it: the name of a predefined one, or its folder. */
import { UsageError } from '../compiler/usage-error.ts'
import { predefined, predefinedNames } from './predefined.ts'
import { System } from './system.ts'
import { unknownName } from './validate.ts'

/** `await findSystem('EI2')`, `await findSystem('./EI2')`; paths are meant from a folder, the present one as a rule. */
export async function findSystem(name: string, from = '.'): Promise<System> {
  if (predefinedNames.includes(name)) return predefined(name)
  const { isThere, pathFrom } = await import('./store/node-folder.ts')
  const path = pathFrom(from, name)
  if (await isThere(path)) return System.load(path)
  throw new UsageError(
    `Asked for ${unknownName(name, 'predefined system, nor a folder', predefinedNames)}`,
  )
}
