/** Blocks of memory are moved in place where they are short, and by a call where they are long: nobody can tell. */
import { expect, test } from 'vitest'
import { Env, Stimulus } from '../../../runtime/index.ts'

const text = `neuron Driven {
  input u : 1 from host
  dx/dt = u / (1 second) : 1
}`

test.each([
  [1, 'f64'],
  [3, 'f64'],
  [64, 'f64'],
  [65, 'f64'],
  [1, 'f32'],
  [7, 'f32'],
  [128, 'f32'],
  [131, 'f32'],
] as const)(
  '%d cells in %s get what is played to them, and a step later it is recorded',
  async (count, precision) => {
    const source = {
      path: 'driven.livn',
      text: `${text}\nmodel Dish { population P of ${count} is Driven }`,
    }
    const env = new Env(source, { precision }).record('u')
    const rows = [0, 1, 2].map((row) =>
      Array.from({ length: count }, (_, k) => 1 + row * count + k),
    )

    const run = await env.run(0.4, {
      stimulus: Stimulus.toPort('host', rows),
    })

    expect(run.signal('u').map((row) => [...row])).toEqual(
      Array.from({ length: count }, (_, k) => [0, ...rows.map((row) => row[k])]),
    )
  },
)
