/** Networks that cannot be: refused before anything is made, with what would be right. */
import { expect, test } from 'vitest'
import { Env } from '../../../runtime/env.ts'
import { System } from '../../../systems/system.ts'

const cast = `neuron N { state x = 0\n input I : 1 from synapses }
synapse S { on pre { x_post += weight } }
synapse Odd { on pre { w_post += 1 } }
model M {
  population A is N
  population B is N
  synapse AMPA is S
}`

const systemWith = (projection: object) =>
  System.fromArrays({
    populations: { A: { count: 2 }, B: { count: 3 } },
    projections: [{ pre: 'A', post: 'B', synapse: 'AMPA', i: [0, 1], j: [2, 0], ...projection }],
  })

const open = (text: string, options: object) => new Env({ path: 'cast.livn', text }, options)

test('a cast runs on the cells and connections of a system', async () => {
  const text = cast.replace('state x = 0', 'state x = 0\n threshold t < 0.05 ms')
  const env = open(text, { system: systemWith({ weight: [0.25, 4] }) })

  await env.run(1)

  expect(env.get('B', 'x')).toEqual(Float64Array.of(4, 0, 0.25))
  expect(env.populations).toEqual([
    { name: 'A', count: 2, offset: 0 },
    { name: 'B', count: 3, offset: 2 },
  ])
})

test('without a system or a number nobody knows how many cells there are', () => {
  expect(() => open(cast, {})).toThrow(
    'Nobody says how many cells A has. Write population A of 100 is …',
  )
})

test('a label that the cast does not have is named with those it has', () => {
  expect(() => open(cast, { system: systemWith({ synapse: 'GABA' }) })).toThrow(
    'A reaches B through GABA, but M has no synapse of that label; it has AMPA.',
  )
})

test('a synapse that wants what its target does not have is refused', () => {
  const text = cast
    .replace('population A is N', 'population A is Rich')
    .replace('synapse AMPA is S', 'synapse AMPA is Odd')
  const rich = 'neuron Rich { state w = 0 }'

  expect(() => open(`${rich}\n${text}`, { system: systemWith({}) })).toThrow(
    'AMPA from A to B wants w of B, which has x.',
  )
})

test('a network beyond 4 GiB is refused with what it needs and what would fit', () => {
  const text = cast
    .replace('population A is N', 'population A of 1000000 is N')
    .replace('population B is N', 'population B of 100000 is N')
    .replace('synapse AMPA is S', 'connect A to B by S with probability 0.01 { weight = rand() }')

  expect(() => open(text, {})).toThrow(
    /^M needs about \d+\.\d GiB, \d+\.\d GiB of them for connections; one memory holds 4 GiB\. It would fit with fewer/,
  )
})

test('an override in the wrong unit is the model’s mistake', () => {
  const text = cast.replace('synapse AMPA is S', 'connect A to A by S { delay = 2 mV }')

  expect(() => open(text, { count: 2 })).toThrow('unit-mismatch')
})

test('steps of one population must be a whole number of those of another', () => {
  expect(() => open(cast, { count: 2, dt: { A: 0.1, B: 0.25 } })).toThrow(
    'dt of B is 0.25 ms; it must be a whole multiple of the shortest, 0.1 ms.',
  )
})
