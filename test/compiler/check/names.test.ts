/** Every name means something, and a name that does not is told with the one that was probably meant. */
import { expect, test } from 'vitest'
import { complaints, dynamicsOf, explanations, valueOf } from './check-text.ts'

test('a misspelt name is answered with the right one', () => {
  expect(explanations('neuron N { param E_L = -70 mV\n x = 2 * E_l + E_L : mV }')).toEqual([
    'Nothing here is called E_l. Write E_L.',
  ])
})

test('time, index and position of the cell need no declaration', () => {
  const dynamics = dynamicsOf(
    'neuron N { x1 = t/ms + dt/ms + i + N + gid + (x + y + z)/um + lastspike/ms : 1 }',
    'N',
  )

  expect(valueOf(dynamics, 'x1')).toContain('lastspike')
})

test('not_refractory is true or false', () => {
  expect(complaints('neuron N { b = not_refractory and t > 1 ms : boolean }')).toEqual([])
})

test('the time step is not a name for a parameter', () => {
  expect(complaints('neuron N { param dt = 1 ms }')).toContain(
    'reserved-name: dt is the time step; choose another name.',
  )
})

test('a position may be hidden by a state of the same name', () => {
  expect(complaints('neuron N { dx/dt = -x/ms : 1 }')).toEqual([])
})

test('a name is declared once', () => {
  expect(explanations('neuron N { param v = -70 mV\n dv/dt = -v/ms : mV }')).toEqual([
    'v is already declared in line 1. An initial value is written `v(0) = …`.',
  ])
})

test('states may be called constructor and __proto__', () => {
  const text = `neuron __proto__ {
    param constructor = 1 mV
    dtoString/dt = (constructor - toString) / ms : mV
    hasOwnProperty = 2 * constructor : mV
  }
  model constructor { population __proto__ is __proto__ { constructor = 3 mV } }`

  expect(complaints(text)).toEqual([])
})

test('definitions that need each other are told as a circle', () => {
  expect(complaints('neuron N { a = 2*b : 1\n b = c + 1 : 1\n c = a : 1 }')).toEqual([
    'definition-cycle: These need each other: a → b → c → a.',
  ])
})

test('two circles are two errors', () => {
  expect(complaints('neuron N { a = b : 1\n b = a : 1\n c = d : 1\n d = c : 1 }')).toHaveLength(2)
})

test('an initial value may use definitions of states, but not itself', () => {
  expect(complaints('neuron N { dv/dt = -v/ms : 1\n m = v + 1 : 1\n v(0) = m }')).toEqual([
    'definition-cycle: These need each other: v(0) → m → v(0).',
  ])
})

test('a parameter keeps its value, so it cannot follow the voltage', () => {
  expect(complaints('neuron N { param p = 2*v\n dv/dt = -p/ms : 1 }')).toEqual([
    'constant-needed: p keeps its value during a run, but v changes.',
  ])
})

test('a parameter may be computed from others and from the index of the cell', () => {
  expect(
    complaints('neuron N { param a = 2\n param p = a * i / N\n dv/dt = -p*v/ms : 1 }'),
  ).toEqual([])
})

test('a parameter that nothing uses is mentioned', () => {
  expect(complaints('neuron N { param a = 2\n dv/dt = -v/ms : 1 }')).toEqual([
    'name-unused: Nothing uses a.',
  ])
})

test('only what evolves has an initial value', () => {
  expect(explanations('neuron N { param a = 2\n x = 2*a : 1\n x(0) = 3 }')).toEqual([
    'x has no differential equation, so it has no initial value.',
  ])
})

test('white noise stands only in differential equations', () => {
  expect(complaints('neuron N { x = xi * ms**.5 : 1 }')).toEqual([
    'noise-misplaced: xi is white noise and has a meaning only in a differential equation.',
  ])
})

test('the square of white noise has no meaning', () => {
  expect(complaints('neuron N { dx/dt = xi^2 : 1 }')).toEqual([
    'noise-used-twice: White noise must enter linearly, as in f + g * xi: its square or function has no meaning.',
  ])
})

test('what a block cannot hold is told with the reason', () => {
  expect(explanations('neuron N { needs v : mV }')).toEqual([
    'A neuron cannot hold needs. A neuron is attached to nothing. What comes from outside is an input or a param.',
  ])
})

test('a port names known sources; a slip is answered', () => {
  expect(complaints('neuron N { input I : pA from synapse\n x = I/pA : 1 }')).toEqual([
    'unknown-source: There is no source synapse.',
  ])
})

test('a port may be addressed by a name of its own', () => {
  expect(complaints('neuron N { input I : pA from pipette\n x = I/pA : 1 }')).toEqual([])
})

test('a reset needs a threshold', () => {
  expect(explanations('neuron N { dv/dt = -v/ms : 1\n reset { v = 0 } }')).toEqual([
    'reset follows a spike, but N never spikes. Say when it does: `threshold v > …`.',
  ])
})

test('a method is one of those that exist', () => {
  expect(explanations('neuron N { dv/dt = -v/ms : 1\n method rk5 }')[0]).toContain('Write rk2.')
})
