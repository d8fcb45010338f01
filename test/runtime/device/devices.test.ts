/** What every device does with every domain and statement: one suite, run over all of them. */
import { describe, expect, test } from 'vitest'
import { targets } from '../../../compiler/emit/targets.ts'
import type { Precision } from '../../../compiler/emit/target.ts'
import type { Kernel } from '../../../compiler/ir/kernel.ts'
import type { Binding, Device, DeviceArray } from '../../../runtime/device/device.ts'
import { devices } from '../../../runtime/device/devices.ts'
import {
  addTo,
  call,
  keeps,
  kernel,
  letBe,
  reads,
  shared,
  spike,
  store,
  when,
} from '../../compiler/build-kernel.ts'

const present = devices.filter((kind) => kind.isAvailable() && !kind.isRemote)
const cases = present.flatMap((kind) =>
  kind.precisions.map((precision) => ({ ...kind, precision })),
)

describe.each(cases)('$name in $precision', ({ target, open, precision }) => {
  test('steps the cells of a range and leaves the others alone', () => {
    const device = open(precision)
    const v = filled(device, [1, 2, 3, 4, 5, 6, 7, 8, 9])
    const double = kernel({ buffers: [keeps('v')], each: [store('v', call('multiply', 'v', 2))] })

    bind(device, double, { v }).run({ ...atStart, first: 4, last: 8 })

    expect([...v]).toEqual([1, 2, 3, 4, 10, 12, 14, 16, 9])
  })

  test('takes one branch of a case distinction for each cell', () => {
    const device = open(precision)
    const v = filled(device, [1, -1, 2, -2, 3])
    const low = when(call('less', 'v', -1.5), [store('v', -10)], [store('v', 0)])
    const rectify = kernel({
      buffers: [keeps('v')],
      each: [when(call('less', 'v', 0), [low], [addTo('v', 0.5)])],
    })

    bind(device, rectify, { v }).run({ ...atStart, first: 0, last: 5 })

    expect([...v]).toEqual([1.5, 0, 2.5, -10, 3.5])
  })

  test('lists the cells of several events, each in the order of the cells', () => {
    const device = open(precision)
    const v = filled(device, [3, 1, 2, 0, 5, 4, 7])
    const each = [
      when(call('greater', 'v', 2), [spike()]),
      when(call('less', 'v', 3), [spike('quiet')]),
      spike('all'),
    ]
    const threshold = kernel({
      buffers: [reads('v')],
      each,
      events: ['spike', 'quiet', 'all', 'never'],
    })

    const events = bind(device, threshold, { v }).run({ ...atStart, first: 0, last: 7 })

    expect([...events].map(([event, cells]) => [event, ...cells])).toEqual([
      ['spike', 0, 4, 5, 6],
      ['quiet', 1, 2, 3],
      ['all', 0, 1, 2, 3, 4, 5, 6],
      ['never'],
    ])
  })

  test('starts every run with empty lists, and has room for a longer range', () => {
    const device = open(precision)
    const v = filled(
      device,
      Array.from({ length: 1000 }, () => 1),
    )
    const fire = bind(
      device,
      kernel({ buffers: [reads('v')], each: [spike()], events: ['spike'] }),
      { v },
    )

    const counts = [4, 1000, 8].map(
      (last) => fire.run({ ...atStart, first: 0, last }).get('spike')?.length,
    )

    expect(counts).toEqual([4, 1000, 8])
  })

  test('walks the cells of a list', () => {
    const device = open(precision)
    const v = filled(device, [0, 0, 0, 0])
    const reset = kernel({
      domain: 'spikes',
      buffers: [keeps('v')],
      each: [addTo('v', call('add', 'i', 10))],
    })
    const list = Int32Array.of(3, 1, 0, 2)

    bind(device, reset, { v }).run({ ...atStart, first: 0, last: 2, list })
    bind(device, reset, { v }).run({ ...atStart, first: 1, last: 2, list: inside(device, list) })

    expect([...v]).toEqual([0, 22, 0, 13])
  })

  test('scatters along a list of connections, in its order, from source to target', () => {
    const device = open(precision)
    const [w, v, g] = [filled(device, [1, 10, 100]), filled(device, [2, 3]), filled(device, [0, 0])]
    const ends = {
      source: inside(device, Int32Array.of(0, 1, 1)),
      target: inside(device, Int32Array.of(1, 1, 0)),
    }

    bind(device, deliver, { w, 'pre.v': v, 'post.g': g }, ends).run({
      ...atStart,
      first: 0,
      last: 3,
      list: Int32Array.of(2, 0, 1),
    })

    expect([...g]).toEqual([300, 32])
  })

  test('runs over every connection of a range', () => {
    const device = open(precision)
    const [w, v, g] = [filled(device, [1, 10, 100]), filled(device, [2, 3]), filled(device, [0, 0])]
    const ends = {
      source: inside(device, Int32Array.of(0, 1, 1)),
      target: inside(device, Int32Array.of(1, 1, 0)),
    }

    bind(device, deliver, { w, 'pre.v': v, 'post.g': g }, ends).run({
      ...atStart,
      first: 0,
      last: 2,
    })

    expect([...g]).toEqual([0, 32])
  })

  test('lets connections know their cells, and one store be seen by the next connection', () => {
    const device = open(precision)
    const [w, g] = [filled(device, [0, 0, 0]), filled(device, [1, 1])]
    const ends = {
      source: inside(device, Int32Array.of(5, 6, 7)),
      target: inside(device, Int32Array.of(1, 1, 0)),
    }
    const each = [
      store('post.g', call('add', call('multiply', 'post.g', 2), 'source')),
      store('w', call('add', 'post.g', 'target')),
    ]
    const count = kernel({
      domain: 'connections',
      buffers: [keeps('w'), keeps('post.g', 'target')],
      each,
    })

    bind(device, count, { w, 'post.g': g }, ends).run({ ...atStart, first: 0, last: 3 })

    expect([...w]).toEqual([8, 21, 9])
    expect([...g]).toEqual([9, 20])
  })

  test('computes link values anew when it is linked again, and once values in every step', () => {
    const device = open(precision)
    const v = filled(device, [1, 2])
    const parts = {
      link: [letBe('twice', call('multiply', 'a', 2))],
      once: [letBe('offset', call('add', 't', 'step'))],
    }
    const each = [store('v', call('add', call('multiply', 'v', 'twice'), 'offset'))]
    const bound = bind(
      device,
      kernel({ buffers: [shared('a'), keeps('v')], ...parts, each }),
      { v },
      { a: 3 },
    )

    bound.run({ step: 0, t: 0, first: 0, last: 2 })
    bound.link(values({ a: 0.5 }))
    bound.run({ step: 4, t: 4 * dt, first: 0, last: 2 })

    expect([...v]).toEqual([6 + 4 * dt + 4, 12 + 4 * dt + 4])
  })

  test('keeps whole numbers and booleans in 32 bits', () => {
    const device = open(precision)
    const [last, on] = [device.allocate('integer', 2), device.allocate('boolean', 2)]
    const buffers = [
      keeps('last', 'element', { type: 'integer' }),
      keeps('on', 'element', { type: 'boolean' }),
    ]
    const isLate = call('greater', call('elapsed', 'step', 'last'), 100)
    const each = [
      when(call('not', 'on'), [store('last', 'step')]),
      store('on', call('or', isLate, call('equal', 'i', 1))),
    ]
    const bound = bind(device, kernel({ buffers, each }), { last, on })

    bound.run({ step: 2_000_000_011, t: 0, first: 0, last: 2 })
    bound.run({ step: 2_000_000_099, t: 0, first: 0, last: 2 })

    expect([...last]).toEqual([2_000_000_099, 2_000_000_011])
    expect([...on]).toEqual([0, 1])
  })

  test('draws the numbers that the table of operators gives for the same key', () => {
    const device = open(precision)
    const u = filled(device, [0, 0, 0, 0])
    const draw = call('uniform', 'seed', 0x9e3779b9, 'i', 'step')
    const coins = kernel({
      buffers: [keeps('u')],
      each: [store('u', call('floor', call('multiply', draw, 1000)))],
    })

    bind(device, coins, { u }, { seed: 0xfedcba98 }).run({ step: 1234567, t: 0, first: 0, last: 4 })

    expect([...u]).toEqual([945, 25, 984, 395])
  })

  test('hands out zeros that stay where they are however much is allocated later', () => {
    const device = open(precision)
    const early = device.allocate('real', 3)
    early.set([1, 2, 3])

    const late = Array.from({ length: 100 }, () => device.allocate('real', 10_000))

    expect([...early]).toEqual([1, 2, 3])
    expect(late.every((array) => array.length === 10_000 && array.every((x) => x === 0))).toBe(true)
  })

  test('says which array or kernel is missing', () => {
    const device = open(precision)
    const decay = kernel({ buffers: [keeps('v')], each: [store('v', 0)] })

    expect(() => bind(device, decay, {}).run({ ...atStart, first: 0, last: 1 })).toThrow(/v/)
    expect(() =>
      device.bind(artifactOf(decay, precision), 'absent', { arrays: new Map(), shared: new Map() }),
    ).toThrow(/absent/)
  })

  const artifactOf = (one: Kernel, wanted: Precision) => {
    const emitter = targets.find(({ name }) => name === target)
    if (!emitter) throw new Error(`no target ${target}`)
    return emitter.emit([one], { precision: wanted, title: 'device suite' })
  }

  /** Numbers are shared values, Int32Arrays called source and target the ends of connections. */
  function bind(
    device: Device,
    one: Kernel,
    arrays: Readonly<Record<string, DeviceArray>>,
    { source, target: ends, ...numbers }: Readonly<Record<string, number | Int32Array>> = {},
  ) {
    const binding: Binding = {
      arrays: new Map(Object.entries(arrays)),
      shared: values(numbers as Readonly<Record<string, number>>),
      ...(source instanceof Int32Array ? { source } : {}),
      ...(ends instanceof Int32Array ? { target: ends } : {}),
    }
    return device.bind(artifactOf(one, precision), one.name, binding)
  }
})

const dt = 0.125
const atStart = { step: 0, t: 0 }

const values = (numbers: Readonly<Record<string, number>>) =>
  new Map(Object.entries({ dt, seed: 1, ...numbers }))

const deliver = kernel({
  name: 'pre',
  domain: 'connections',
  buffers: [reads('w'), reads('pre.v', 'source'), keeps('post.g', 'target')],
  each: [addTo('post.g', call('multiply', 'w', 'pre.v'))],
})

function filled(device: Device, numbers: readonly number[]): DeviceArray {
  const array = device.allocate('real', numbers.length)
  array.set(numbers)
  return array
}

/** The same list in the memory of the device. */
function inside(device: Device, list: Int32Array): Int32Array {
  const copy = device.allocate('integer', list.length)
  copy.set(list)
  return copy instanceof Int32Array ? copy : list
}
