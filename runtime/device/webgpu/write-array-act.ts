/** Writes acts that move values between arrays: rings that turn, recordings, stimuli, looks for what is not finite. */
import type { Clear, Inspect, Lap, Play, Sample } from '../schedule.ts'
import { element, keyOf, type PartOfDispatch, perElement, touching } from './part-of-dispatch.ts'
import type { Writing } from './write-kernel-act.ts'

/** Once around, what was written beyond the end of a ring becomes what is due next. */
export function writeLap(act: Lap, { memory, name }: Writing): PartOfDispatch {
  const { ring, stride, slots, first, last, clock } = act
  const width = last - first
  const start = memory.placeOf(ring).start
  const body = [
    `let slot = k / ${width}u;`,
    `let near = 2u * (${start}u + slot * ${stride}u + ${first}u + k % ${width}u);`,
    `let far = near + ${2 * slots * stride}u;`,
    ...[0, 1].flatMap((word) => [
      `atomicStore(&tallies[near + ${word}u], atomicLoad(&tallies[far + ${word}u]));`,
      `atomicStore(&tallies[far + ${word}u], 0u);`,
    ]),
  ]
  const touched = touching({ writes: new Set([keyOf(memory, ring)]) })
  return perElement(name, { count: slots * width, every: clock * slots, touched, body })
}

export function writeClear(act: Clear, { memory, name }: Writing): PartOfDispatch {
  const { array, first, last, clock } = act
  const { heap, start } = memory.placeOf(array)
  const zero = heap === 'reals' ? '0.0' : '0'
  const body = [`${element(heap, start + first, 'k')} = ${zero};`]
  const touched = touching({ writes: new Set([keyOf(memory, array)]) })
  return perElement(name, { count: last - first, every: clock, touched, body })
}

export function writeSample(act: Sample, { memory, now, name }: Writing): PartOfDispatch {
  const { from, first, last, elements, into, width, offset, rows, every, clock } = act
  const source = memory.placeOf(from)
  const goal = memory.placeOf(into)
  const count = elements ? elements.length : last - first
  const which = elements ? `u32(wholes[${memory.placeOf(elements).start}u + k])` : `(k + ${first}u)`
  const row = `u32((${now.step(clock)} / ${every / clock}) % ${rows})`
  const value = source.isSum
    ? `sum_at(${source.start}u + ${which})`
    : element(source.heap, source.start, which)
  const into_ = element(goal.heap, goal.start, `${row} * ${width}u + ${offset}u + k`)
  const touched = touching({
    reads: new Set([keyOf(memory, from)]),
    adds: new Set([keyOf(memory, into)]),
  })
  return perElement(name, { count, every, touched, body: [`${into_} = ${value};`] })
}

export function writePlay(act: Play, { memory, now, name }: Writing): PartOfDispatch {
  const { table, width, into, first, last } = act
  const source = memory.placeOf(table)
  const goal = memory.placeOf(into)
  const from = element(source.heap, source.start, `${now.rowOf(act)} * ${width}u + ${first}u + k`)
  const body = [`${element(goal.heap, goal.start + first, 'k')} = ${from};`]
  const touched = touching({
    reads: new Set([keyOf(memory, table)]),
    writes: new Set([keyOf(memory, into)]),
  })
  return { ...perElement(name, { count: last - first, every: 1, touched, body }), play: act }
}

/** An exponent of ones is what infinities and numbers that are none have; comparing them may be optimized away. */
export function writeInspect(
  inspected: readonly Inspect[],
  writing: Writing,
): readonly PartOfDispatch[] {
  const { memory, name } = writing
  const [only] = inspected
  if (!only) return []
  const { first, last, every, flag } = only
  const bad = inspected.map(({ array }) => {
    const bits = `bitcast<u32>(${element('reals', memory.placeOf(array).start + first, 'k')})`
    return `(${bits} & 0x7f800000u) == 0x7f800000u`
  })
  const sign = element('wholes', memory.placeOf(flag).start, '0u')
  const body = [
    `if (${bad.join(' ||\n      ')}) {`,
    `  if (${sign} == 0) {`,
    `    ${sign} = now.tick + 1;`,
    '  }',
    '}',
  ]
  const touched = touching({
    reads: new Set(inspected.map(({ array }) => keyOf(memory, array))),
    adds: new Set([keyOf(memory, flag)]),
  })
  return [perElement(name, { count: last - first, every, touched, body })]
}
