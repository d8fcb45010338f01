/** The systems that come with livn, by name; each is made from its recipe when it is asked for. */
import { UsageError } from '../compiler/usage-error.ts'
import { generate } from './generate.ts'
import type { Recipe } from './recipe.ts'
import { recipeFrom } from './recipe-from.ts'
import E from './recipes/E.json' with { type: 'json' }
import E3I from './recipes/E3I.json' with { type: 'json' }
import E3I_b from './recipes/E3I_b.json' with { type: 'json' }
import E5I from './recipes/E5I.json' with { type: 'json' }
import E5I_b from './recipes/E5I_b.json' with { type: 'json' }
import EI from './recipes/EI.json' with { type: 'json' }
import EI_b from './recipes/EI_b.json' with { type: 'json' }
import EI1 from './recipes/EI1.json' with { type: 'json' }
import EI2 from './recipes/EI2.json' with { type: 'json' }
import EI3 from './recipes/EI3.json' with { type: 'json' }
import EI4 from './recipes/EI4.json' with { type: 'json' }
import E_b from './recipes/E_b.json' with { type: 'json' }
import S1 from './recipes/S1.json' with { type: 'json' }
import S2 from './recipes/S2.json' with { type: 'json' }
import S3 from './recipes/S3.json' with { type: 'json' }
import S4 from './recipes/S4.json' with { type: 'json' }
import type { System } from './system.ts'
import { unknownName } from './validate.ts'

const recipes: Readonly<Record<string, unknown>> = {
  ...{ EI1, EI2, EI3, EI4 },
  ...{ E, E_b, E5I, E5I_b, E3I, E3I_b, EI, EI_b },
  ...{ S1, S2, S3, S4 },
}

export const predefinedNames: readonly string[] = Object.keys(recipes)

/** `predefined('EI2')`: 80 excitatory and 20 inhibitory cells above 16 electrodes. */
export function predefined(name: string): System {
  return generate(recipeOf(name))
}

/** A recipe to read, or to change and `generate`. */
export function recipeOf(name: string): Recipe {
  if (Object.hasOwn(recipes, name)) return recipeFrom(recipes[name])
  throw new UsageError(`Asked for ${unknownName(name, 'predefined system', predefinedNames)}`)
}
