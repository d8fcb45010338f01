/** Writes acts that move values between arrays: rings that turn, recordings, stimuli, looks for what is not finite. */
import type { Clear, Inspect, Lap, Play, Sample } from '../schedule.ts'
import { element, keyOf, type PartOfDispatch, perElement, touching } from './part-of-dispatch.ts'
import { indented } from './shape.ts'
import type { Writing } from './write-kernel-act.ts'

/** Once around, what was written beyond the end of a ring becomes what is due next. */
export function writeLap(act: Lap, { memory, ...writing }: Writing): PartOfDispatch {
  const { ring, stride, slots, first, last, clock } = act
  const { replicas } = writing.shape
  // The slots of one replica after those of another: k counts through them in this order.
  const width = (last - first) / replicas
  const start = memory.placeOf(ring).start
  const body = [
    `let slot = k / ${width}u % ${slots}u;`,
    `let cell = k / ${width * slots}u * ${width}u + k % ${width}u;`,
    `let near = 2u * (${start}u + slot * ${stride}u + ${first}u + cell);`,
    `let far = near + ${2 * slots * stride}u;`,
    ...[0, 1].flatMap((word) => [
      `atomicStore(&tallies[near + ${word}u], atomicLoad(&tallies[far + ${word}u]));`,
      `atomicStore(&tallies[far + ${word}u], 0u);`,
    ]),
  ]
  const touched = touching({ writes: new Set([keyOf(memory, ring)]) })
  const count = slots * width * replicas
  return perElement(writing, { count, every: clock * slots, touched, body })
}

export function writeClear(act: Clear, { memory, ...writing }: Writing): PartOfDispatch {
  const { array, first, last, clock } = act
  const { heap, start } = memory.placeOf(array)
  const zero = heap === 'reals' ? '0.0' : '0'
  const body = [`${element(heap, start + first, 'k')} = ${zero};`]
  const touched = touching({ writes: new Set([keyOf(memory, array)]) })
  const count = last - first
  return perElement(writing, { count, every: clock, touched, body, isAlone: true })
}

export function writeSample(act: Sample, { memory, now, ...writing }: Writing): PartOfDispatch {
  const { from, first, last, elements, into, width, offset, rows, every, clock } = act
  const source = memory.placeOf(from)
  const goal = memory.placeOf(into)
  const row = `u32((${now.step(clock)} / ${every / clock}) % ${rows}) * ${width}u + ${offset}u`
  const copied = (which: string, to: string): string => {
    const value = source.isSum
      ? `sum_at(${source.start}u + ${which})`
      : element(source.heap, source.start, which)
    return `${element(goal.heap, goal.start, `${row} + ${to}`)} = ${value};`
  }
  const touched = touching({
    reads: new Set([keyOf(memory, from)]),
    adds: new Set([keyOf(memory, into)]),
  })
  if (elements && writing.shape.areCellsKept) {
    const place = `wholes[${memory.inverseOf(elements, from.length)}u + k]`
    const body = [
      `let place = u32(${place});`,
      'if (place > 0u) {',
      `  ${copied('k', 'place - 1u')}`,
      '}',
    ]
    return perElement(writing, { count: from.length, every, touched, body, isAlone: true })
  }
  const count = elements ? elements.length : last - first
  const which = elements ? `u32(wholes[${memory.placeOf(elements).start}u + k])` : `(k + ${first}u)`
  const body = [copied(which, 'k')]
  return perElement(writing, { count, every, touched, body, isAlone: !elements })
}

export function writePlay(act: Play, { memory, now, ...writing }: Writing): PartOfDispatch {
  const { table, width, into, first, last } = act
  const source = memory.placeOf(table)
  const goal = memory.placeOf(into)
  const from = element(source.heap, source.start, `${now.rowOf(act)} * ${width}u + ${first}u + k`)
  const body = [`${element(goal.heap, goal.start + first, 'k')} = ${from};`]
  const touched = touching({
    reads: new Set([keyOf(memory, table)]),
    writes: new Set([keyOf(memory, into)]),
  })
  const count = last - first
  const part = perElement(writing, { count, every: 1, touched, body, isAlone: true })
  return { ...part, play: act }
}

/** An exponent of ones is what infinities and numbers that are none have; comparing them may be optimized away. */
export function writeInspect(
  inspected: readonly Inspect[],
  writing: Writing,
): readonly PartOfDispatch[] {
  const { memory, now, shape } = writing
  const [only] = inspected
  if (!only) return []
  const { first, last, every, flag } = only
  const bad = inspected.map(({ array }) => {
    const bits = `bitcast<u32>(${element('reals', memory.placeOf(array).start + first, 'k')})`
    return `(${bits} & 0x7f800000u) == 0x7f800000u`
  })
  const body = [`if (${bad.join(' ||\n      ')}) {`, ...indented(shape.note(flag, now.tick)), '}']
  const touched = touching({
    reads: new Set(inspected.map(({ array }) => keyOf(memory, array))),
    adds: new Set([keyOf(memory, flag)]),
  })
  const count = last - first
  return [perElement(writing, { count, every, touched, body, isAlone: true })]
}
