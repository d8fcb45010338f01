/** What keeps random numbers apart, and how kernels that differ in nothing else are recognised. */
import { expect, test } from 'vitest'
import { number } from '../../../compiler/ir/expr.ts'
import { streamsIn, withStreams } from '../../../compiler/ir/streams.ts'
import { call, keeps, kernel, letBe, store } from '../build-kernel.ts'

const draw = (stream: number) => call('normal', 'seed', stream, 'i', 'step')

const drawing = (first: number, second: number) =>
  kernel({
    buffers: [keeps('v')],
    each: [
      letBe('sum', call('add', draw(first), call('uniform', 'seed', second, 'i', 'step'))),
      store('v', call('add', call('multiply', first, 'sum'), draw(first))),
    ],
  })

test('streams come in the order of their first draws, each once', () => {
  expect(streamsIn(drawing(7, 5))).toEqual([number(7), number(5)])
})

test('only what is drawn changes with its stream: equal numbers elsewhere stay, and streams may change places', () => {
  const others = new Map([
    [number(7), number(5)],
    [number(5), number(7)],
  ])

  const changed = withStreams(drawing(7, 5), others)

  expect(streamsIn(changed)).toEqual([number(5), number(7)])
  expect(changed.each[1]).toEqual(store('v', call('add', call('multiply', 7, 'sum'), draw(5))))
})
