/** Usual mistakes are recognized: what is said, and that the proposed repair repairs. */
import { expect, test } from 'vitest'
import { parse } from '../../grammar/parse.ts'

const read = (text: string) => parse({ path: 'x.livn', text }).diagnostics

const inNeuron = (statement: string): string => `neuron X {\n  ${statement}\n}\n`

/** The text with the fix of its first mistake applied. */
function repaired(text: string): string {
  const fix = read(text)[0]?.fix
  if (!fix) return text
  return text.slice(0, fix.span.start) + fix.replacement + text.slice(fix.span.end)
}

test.each([
  ['param a = 10 mv', 'mv is no unit.'],
  ['x : mvolts', 'mvolts is no unit.'],
  ['treshold v > 3 mV', 'treshold starts no statement here.'],
  ['x := 3 : 1', 'A value is given with = alone.'],
  ['param x : 3 mV', 'Behind the colon stands a unit, not a value.'],
  ['reset { v == c }', '= gives a value, == compares.'],
  ['threshold v = 3 mV', '= defines, == compares.'],
  ['x = a <> b : 1', 'Different from is written !=.'],
  ['x = a => b : 1', 'At least is written >=.'],
  ['// a comment', 'A comment begins with #.'],
])('%s is recognized and repaired', (statement, message) => {
  const text = inNeuron(statement)

  expect(read(text)).toMatchObject([{ message }])
  expect(read(repaired(text))).toEqual([])
})

test.each([
  ['x = 3', 'The unit is missing at the end of this equation.'],
  ['dv/dt = -v / tau', 'The unit is missing at the end of this equation.'],
  ['param ms = 3', 'ms is a unit and cannot name anything else.'],
  ['ms = 3 : 1', 'ms is a unit and cannot name anything else.'],
  ['in = 3 : 1', 'in is a word of the language and cannot name anything else.'],
  ['x : mV = 3', 'The value comes before the unit.'],
  ['state x : mV = 3', 'The value comes before the unit.'],
  ['dv/dt : mV = 3', 'The value comes before the unit.'],
  ['x = a b : 1', 'Between a and b an operator is missing.'],
  ['x = 2 (a) : 1', 'Between 2 and “(” an operator is missing.'],
  ['x = if a then b : 1', 'A choice needs then and else.'],
  ['if v > 3 then reset', 'if chooses between two values; it starts no statement.'],
  ['v += 3 mV', '+= changes a value when something happens.'],
  ['d2v/dt2 = 3 : mV', 'A differential equation is one of time.'],
  ['threshold a < b < c', 'Comparisons do not follow each other.'],
  ['v(1) = 3 mV', 'Only the value at time 0 is given.'],
  ['compartment d at (1 um, 2 um) { }', 'A place has three coordinates.'],
  ['x = 1 : mV^40', 'No unit has such a power.'],
  ['x = 1 : mV^(1/0)', 'No unit has such a power.'],
])('%s is recognized', (statement, message) => {
  expect(read(inNeuron(statement))).toMatchObject([{ message }])
})

test.each([
  ['x = a && b : 1', 'Write and for both conditions.'],
  ['x = a || b : 1', 'Write or for either condition.'],
  ['x = !a : 1', 'Write not for the opposite of a condition.'],
  ["v' = 3 : mV", 'A derivative is written dx/dt; file names stand in double quotes.'],
])('%s is answered with our way of writing it', (statement, note) => {
  expect(read(inNeuron(statement))).toMatchObject([{ code: 'unknown-character', notes: [note] }])
})

test('a statement in the wrong place is told where it belongs', () => {
  expect(read('param x = 3')).toMatchObject([
    { message: 'param stands inside a neuron, synapse, plasticity, noise or channel.' },
  ])
  expect(read('model M {\n  param x = 3\n}')).toMatchObject([
    { message: 'param stands inside a neuron, synapse, plasticity, noise or channel.' },
  ])
})

test('a misspelt declaration is answered with the right one', () => {
  const text = 'nueron X {\n  param a = 3\n}\n'

  expect(read(text)).toMatchObject([{ code: 'unknown-statement' }])
  expect(read(repaired(text))).toEqual([])
})

test('a brace missing behind the head of a declaration is one error', () => {
  const text = 'neuron X\n  param a = 3\n}\n\nneuron Y { param a = 2 }\n'

  expect(read(text)).toMatchObject([{ message: 'The { behind neuron X is missing.' }])
  expect(read(repaired(text))).toEqual([])
})

test('a flag behind a name is no call', () => {
  expect(read(inNeuron('param a = E_L (shared)'))).toEqual([])
})
