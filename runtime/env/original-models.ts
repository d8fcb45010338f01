/** What models of the Python original are called in this library: in model.json, and in documents of parameters. */
import { UsageError } from '../../compiler/index.ts'
import type { Document, System } from '../../systems/system.ts'

/** Name of a class there → name of a model here. */
const counterparts: ReadonlyMap<string, string> = new Map([
  ['ReducedCalciumSomaDendrite', 'reduced-calcium-culture'],
  ['Izhikevich', 'izhikevich-culture'],
  ['GLIF', 'glif-culture'],
  ['LIF', 'lif-culture'],
])

/** The model a system was made for: `{ "cls": "livn.models.izhikevich.Izhikevich" }`, or `{ "model": "lif-culture" }`. */
export function modelOf(document: Document): string {
  const { cls, model } = document
  if (typeof model === 'string') return model
  const name = String(cls).split('.').at(-1) ?? ''
  const counterpart = counterparts.get(name)
  if (counterpart) return counterpart
  throw new UsageError(
    `The system was made for ${name || 'a model without a name'}, which is not in the library; ` +
      `say which to use with the model option. There are ${[...counterparts.values()].join(', ')}.`,
  )
}

/** The numbers of one group that a system has for a model; undefined where it has none for it. */
export function paramsOf(
  { params, name }: Pick<System, 'params' | 'name'>,
  { model, selection, group }: { model: string; selection: string; group: string },
): Readonly<Record<string, number>> | undefined {
  const document = params.get(selection)
  const names = [model, ...[...counterparts].filter(([, m]) => m === model).map(([cls]) => cls)]
  const own = names.map((each) => document?.[each]).find((each) => each !== undefined)
  if (own === undefined || own === null || typeof own !== 'object') return undefined
  const found = (own as Record<string, { params?: Record<string, number> }>)[group]
  if (found) return found.params ?? {}
  throw new UsageError(
    `${name} has no group ${group} of parameters for ${model}; it has ${Object.keys(own).join(', ')}.`,
  )
}
