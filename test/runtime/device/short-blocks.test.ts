/** Blocks of memory are moved in place where they are short, and by a call where they are long: nobody can tell. */
import { expect, test } from 'vitest'
import { Env, Stimulus } from '../../../runtime/index.ts'

const text = `neuron Driven {
  input I : pA from current
  dv/dt = I * 1 Gohm / (1 second) : mV
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
    const env = new Env(source, { precision }).record('I')
    const rows = [0, 1, 2].map((row) =>
      Array.from({ length: count }, (_, k) => 1 + row * count + k),
    )

    const run = await env.run(0.4, {
      stimulus: Stimulus.fromCurrent(rows, { dt: 0.1, unit: 'pA' }),
    })

    expect(run.signal('I').map((row) => [...row])).toEqual(
      Array.from({ length: count }, (_, k) => [0, ...rows.map((row) => row[k])]),
    )
  },
)
