/** Synapses and plasticities: what belongs to the target cell, to the connection, to the cells at its ends. */
import { expect, test } from 'vitest'
import type { Action } from '../../../compiler/ir/dynamics.ts'
import { printExpr } from '../../../compiler/ir/print-expr.ts'
import { complaints, dynamicsOf, explanations, variableOf } from './check-text.ts'

const told = (actions: readonly Action[] = []): readonly string[] =>
  actions.map((action) => {
    const target =
      action.kind === 'deliver' ? '' : ` ${action.kind === 'local' ? action.name : action.target}`
    return `${action.kind}${target} ${printExpr(action.value)}`
  })

const onPre = (actions: string, body = ''): readonly string[] =>
  told(dynamicsOf(`synapse S { ${body}\n on pre { ${actions} } }`, 'S').pathways[0]?.actions)

test('equations of a synapse exist once per target cell, those of a plasticity per connection', () => {
  const synapse = dynamicsOf('synapse S { dI/dt = -I/ms : pA\n on pre { I += weight * pA } }', 'S')
  const plasticity = dynamicsOf('plasticity P { dx/dt = -x/ms : 1\n on pre { x += 1 } }', 'P')

  expect(variableOf(synapse, 'I', 'state').per).toBe('cell')
  expect(variableOf(plasticity, 'x', 'state').per).toBe('connection')
})

test('a flag moves a single equation to the other side', () => {
  const synapse = dynamicsOf(
    'synapse S { w : 1 (per connection)\n on pre { v_post += w * mV } }',
    'S',
  )
  const plasticity = dynamicsOf(
    'plasticity P { dx/dt = -x/ms : 1 (per target)\n on post { x += 1 } }',
    'P',
  )

  expect(variableOf(synapse, 'w', 'param').per).toBe('connection')
  expect(variableOf(plasticity, 'x', 'state').per).toBe('cell')
})

test('ge_post and post.ge are the same variable of the target cell', () => {
  expect(onPre('ge_post += 1 mV; post.ge += 2 mV')).toEqual([
    'add post.ge 1 mV',
    'add post.ge 2 mV',
  ])
})

test('a plain name nothing declares is the target cell’s', () => {
  expect(onPre('v += w * 1 mV', 'w : 1 (per connection)')).toEqual(['add post.v w * 1 mV'])
})

test('a new name that a later statement reads is a local', () => {
  expect(onPre('a = weight * 2; v_post += a * mV')).toEqual([
    'local a weight * 2',
    'add post.v a * 1 mV',
  ])
})

test('a new name that nothing reads is the target cell’s', () => {
  expect(onPre('v = v + 1 mV')).toEqual(['set post.v post.v + 1 mV'])
})

test('a local with a unit says so', () => {
  expect(onPre('a : mV = 2 mV; a += 1 mV; v_post += a')).toEqual([
    'local a 2 mV',
    'local a a + 1 mV',
    'add post.v a',
  ])
})

test('names of the two cells are remembered for the model', () => {
  const { foreign } = dynamicsOf('synapse S { on pre { v_post += u_pre } }', 'S')

  expect(foreign).toEqual(new Set(['post.v', 'pre.u']))
})

test('indices, weight, delay and distance belong to the connection', () => {
  expect(
    onPre('v_post += weight * (i + j + N_pre + N_post) * exp(-distance / 100 um) * mV'),
  ).toHaveLength(1)
})

test('what exists once per cell cannot read what belongs to one connection', () => {
  expect(complaints('synapse S { I = weight * v_pre * nS : pA }')).toEqual([
    'differs-between-connections: This exists once per target cell, but weight belongs to each of its connections.',
    'differs-between-connections: This exists once per target cell, but pre.v belongs to each of its connections.',
  ])
})

test('a summed definition is evaluated per connection, and its sum is the cell’s', () => {
  const text = `synapse Gap {
    param g = 1 nS
    S = g * (v_pre - v_post) : pA (per connection, summed)
    I = 2 * S : pA
  }`
  const dynamics = dynamicsOf(text, 'Gap')

  expect(variableOf(dynamics, 'S', 'definition')).toMatchObject({ summed: true, per: 'cell' })
  expect(variableOf(dynamics, 'I', 'definition').per).toBe('cell')
})

test('a cell equation reads its cell by a need', () => {
  expect(explanations('synapse S { I = 1 nS * v_post : pA }')).toEqual([
    'This exists once per target cell, which is read by a need, not by post.v. Declare `needs v : UNIT` and read v.',
  ])
})

test('a synapse or noise offers something', () => {
  expect(complaints('noise Quiet { x = randn() : 1 }')).toEqual([
    'no-current-offered: The noise Quiet offers nothing to the cell it is attached to.',
  ])
})

test('a conductance named G is an offer, too', () => {
  expect(complaints('synapse S { dG/dt = -G/ms : nS\n on pre { G += weight * nS } }')).toEqual([])
})

test('a noise may write what it needs', () => {
  expect(complaints('noise Kicks { needs v : mV\n on step { v += 1 mV * poisson(0.1) } }')).toEqual(
    [],
  )
})

test('only the on pre of a plasticity delivers', () => {
  expect(complaints('synapse S { on pre { deliver 2; v_post += 1 mV } }')).toEqual([
    'deliver-misplaced: Only the on pre of a plasticity delivers: it says what the synapse sees as weight.',
  ])
})

test('pathways are called pre, post, pre_2 unless they have a name', () => {
  const { pathways } = dynamicsOf(
    'synapse S { on pre { v_post += 1 mV }\n on post { v_pre += 1 mV }\n on pre as late { v_post -= 1 mV }\n on pre.burst { v_post = 0 mV } }',
    'S',
  )

  expect(pathways.map(({ name, side, event }) => `${name} ${side} ${event}`)).toEqual([
    'pre pre spike',
    'post post spike',
    'late pre spike',
    'pre_2 pre burst',
  ])
})

test('an event-driven equation is linear in itself', () => {
  expect(
    complaints('plasticity P { dx/dt = -x^2/ms : 1 (event-driven)\n on pre { x += 1 } }'),
  ).toEqual(['not-event-driven: x cannot wait for events: its equation is not linear in x.'])
})

test('an event-driven equation depends on nothing that changes between events', () => {
  const text = `plasticity P { dx/dt = -x/ms : 1
  dy/dt = (z - y)/ms : 1 (event-driven)
  z = 2 * x : 1
  on pre { x += 1; y += 1 } }`

  expect(complaints(text)).toEqual([
    'not-event-driven: y cannot wait for events: it depends on x, which changes between events.',
  ])
})

test('an event-driven equation of a synapse belongs to the connection', () => {
  const text = `synapse S {
    w : 1 (per connection)
    dApre/dt = -Apre / (20 ms) : 1 (event-driven)
    on pre { ge_post += w * nS; Apre += 0.01; w = clip(w + Apre, 0, 1) }
  }`

  expect(variableOf(dynamicsOf(text, 'S'), 'Apre', 'state')).toMatchObject({
    per: 'connection',
    advance: 'event-driven',
  })
})

test('the delay of a connection can be read but not written', () => {
  expect(complaints('synapse S { on pre { delay = 3 ms } }')).toContain(
    'reserved-name: delay can be read but not assigned.',
  )
})

test('a current of each connection must be added up to be offered', () => {
  expect(explanations('synapse S { I = 1 nS * (v_pre - v_post) : pA (per connection) }')).toEqual([
    'I belongs to each connection; a port adds up what exists once per cell. Mark it `(per connection, summed)` to add it up.',
  ])
})

test('a plain name of the target cell that looks like a slip is warned of', () => {
  const text = 'synapse S { tau_pre : 1 (per connection)\n on pre { v_post += tau_prre * mV } }'

  expect(explanations(text)).toEqual([
    'tau_prre is not declared here, so it is read from the target cell. Write tau_prre_post if that is what is meant. Write tau_pre.',
  ])
})
