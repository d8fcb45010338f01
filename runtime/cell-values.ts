/** Values of cells as users give and see them: by name, in the units they were declared with. */
import { type Slot, UsageError } from '../compiler/index.ts'
import type { Population } from './engine/population.ts'

const settable: ReadonlySet<Slot['role']> = new Set(['param', 'state', 'stimulus'])

export function setValue(cells: Population, name: string, value: number | ArrayLike<number>): void {
  const slot = slotOf(cells, name)
  const { compiled, count } = cells
  const numbers = typeof value === 'number' ? [value] : value
  for (let k = 0; k < numbers.length; k++) {
    if (Number.isFinite(numbers[k])) continue
    const place = typeof value === 'number' ? name : `${name}[${k}]`
    throw new UsageError(
      `${place} of ${compiled.name} is ${numbers[k]}; it must be a finite number.`,
    )
  }
  if (typeof value === 'number') {
    cells.set(name, value * slot.scale)
    return
  }
  if (slot.extent === 'shared') {
    throw new UsageError(
      `${name} is one number for all cells of ${compiled.name}, not ${value.length}. ` +
        `Open the model with perCell: { ${compiled.name}: ['${name}'] }, draw it with ~, or give one number.`,
    )
  }
  const { perReplica } = cells
  if (value.length !== count && value.length !== perReplica) {
    const each = count === perReplica ? '' : `, or ${count} for the cells of all replicas`
    throw new UsageError(
      `${name} of ${compiled.name} wants ${perReplica} values, one per cell${each}; there are ${value.length}.`,
    )
  }
  const { length } = value
  cells.set(
    name,
    Float64Array.from({ length: count }, (_, i) => (value[i % length] ?? 0) * slot.scale),
  )
}

export function valueOf(cells: Population, name: string): number | Float64Array {
  const { scale } = slotOf(cells, name)
  const array = cells.values(name)
  if (array) return Float64Array.from(array, (x) => x / scale)
  return (cells.state.shared.get(name) ?? Number.NaN) / scale
}

function slotOf({ compiled }: Population, name: string): Slot {
  const slot = compiled.slots.find((s) => s.name === name && settable.has(s.role))
  if (slot) return slot
  const known = compiled.slots.filter(({ role }) => settable.has(role)).map((s) => s.name)
  throw new UsageError(`${compiled.name} has no ${name}; it has ${known.join(', ')}.`)
}
