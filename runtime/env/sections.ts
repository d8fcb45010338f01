/** What the sections of a system are called in a model: its compartments. */
import type { Model } from '../../compiler/index.ts'
import type { Session } from './session.ts'

/** Two spellings of one section, as graphs and weight keys have them. */
const spellings = ['dend', 'hillock']

export const sectionsAgree = (a: string, b: string): boolean =>
  a === b || (spellings.includes(a) && spellings.includes(b))

/** The compartment that a label of a section means. */
export function compartmentIn(model: Model | undefined, label: string): string {
  const labels = [...(model?.sections ?? [])]
  const named =
    labels.find(([each]) => each === label) ?? labels.find(([each]) => sectionsAgree(each, label))
  return named?.[1] ?? label
}

export const compartmentFor = ({ linked }: Session, label: string): string =>
  compartmentIn(linked.model, label)
