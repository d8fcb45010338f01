/** Deliveries of the same events become one: a workgroup that has them to itself looks for them once. */
import { areIndependent, functionOf, type PartOfDispatch, touching } from './part-of-dispatch.ts'
import { indented, type Lines, type Shape } from './shape.ts'

export function mergeDeliveries(
  parts: readonly PartOfDispatch[],
  shape: Shape,
): readonly PartOfDispatch[] {
  const merged: PartOfDispatch[] = []
  for (const part of parts) {
    const place = merged.findLastIndex(({ visit }) => visit && visit.key === part.visit?.key)
    const first = merged[place]
    const isFree = merged.slice(place).every(({ touched }) => areIndependent(touched, part.touched))
    if (first && isFree) merged[place] = both(first, part, shape)
    else merged.push(part)
  }
  return merged
}

const block = (lines: Lines): Lines => ['{', ...indented(lines), '}']

function both(a: PartOfDispatch, b: PartOfDispatch, shape: Shape): PartOfDispatch {
  if (!a.visit || !b.visit) return a
  const along = [...block(a.visit.along), ...block(b.visit.along)]
  const code = functionOf(shape.head(a.name, false), a.visit.around(along))
  const union = (name: 'reads' | 'writes' | 'adds') =>
    new Set([...a.touched[name], ...b.touched[name]])
  const touched = touching({ reads: union('reads'), writes: union('writes'), adds: union('adds') })
  return { ...a, code, touched, visit: { ...a.visit, along } }
}
