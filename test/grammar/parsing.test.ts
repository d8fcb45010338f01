/** Texts become trees: how words and lines are read, and what remains of a text with mistakes. */
import { expect, test } from 'vitest'
import { lineAndColumn } from '../../grammar/diagnostics.ts'
import { parse, parseExpression } from '../../grammar/parse.ts'
import { print } from '../../grammar/print.ts'
import { withoutPlaces } from './without-places.ts'

const read = (text: string) => parse({ path: 'x.livn', text })
const codesOf = (text: string) => read(text).diagnostics.map(({ code }) => code)
const linesOf = (text: string) =>
  read(text).diagnostics.map(({ span }) => lineAndColumn(span.source, span.start).line)
const treeOf = (text: string) => withoutPlaces(parseExpression(text))
const repeat = (count: number, text: string) => text.repeat(count)

/** The names of the statements that survive. */
const survivors = (text: string) =>
  [...print(read(text).file).matchAll(/^ +(?:param |d)?(\w+)/gm)].map(([, name]) => name)

test('a power binds tighter than the sign before it and associates to the right', () => {
  expect(treeOf('-2^2')).toEqual(treeOf('-(2^2)'))
  expect(treeOf('2^3^2')).toEqual(treeOf('2^(3^2)'))
  expect(treeOf('2^-x')).toEqual(treeOf('2^(-x)'))
})

test('differences and quotients associate to the left', () => {
  expect(treeOf('a - b - c')).toEqual(treeOf('(a - b) - c'))
  expect(treeOf('a / b * c')).toEqual(treeOf('(a / b) * c'))
  expect(treeOf('a // b % c')).toEqual(treeOf('(a // b) % c'))
})

test('not binds weaker than a comparison, and tighter than and, and tighter than or', () => {
  expect(treeOf('not a < b and c or d')).toEqual(treeOf('((not (a < b)) and c) or d'))
})

test('two stars are a power', () => {
  expect(treeOf('x**2')).toEqual(treeOf('x^2'))
})

test('the power behind a quantity belongs to its unit', () => {
  expect(treeOf('3 cm^2')).toMatchObject({
    kind: 'quantity',
    unit: { factors: [{ name: 'cm', power: 2 }] },
  })
})

test('a factor of a bare unit is a product', () => {
  expect(treeOf('0.02/ms')).toMatchObject({ kind: 'binary', op: '/', right: { kind: 'unit' } })
})

test('numbers keep the way they were written', () => {
  expect(treeOf('1.50e-3')).toMatchObject({ value: 0.0015, text: '1.50e-3' })
})

test('an expression goes on in the next line while it is open', () => {
  const text = 'neuron X {\n  a = 1 +\n    2 : 1\n  b = (1\n    + 2) : 1\n  c = 1\n    + 2 : 1\n}'

  expect(read(text).diagnostics).toEqual([])
  expect(survivors(text)).toEqual(['a', 'b', 'c'])
})

test('line ends of other systems are line ends', () => {
  expect(codesOf('neuron X {\r\n  a = 1 : 1\r\n  b = 2 : 1\r\n}\r\n')).toEqual([])
})

test('a semicolon ends a statement like a line end', () => {
  expect(survivors('neuron X { a = 1 : 1; b = 2 : 1; }')).toEqual(['a', 'b'])
})

test('words that open a declaration are names inside one', () => {
  expect(codesOf('neuron X {\n  neuron : 1\n  noise = neuron + 1 : 1\n  model = 2 : 1\n}')).toEqual(
    [],
  )
})

test('other keywords name nothing', () => {
  expect(codesOf('neuron X {\n  if = 2 : 1\n}')).toEqual(['reserved-name'])
})

test('names of the host language are ordinary names', () => {
  const text =
    'neuron constructor {\n  param __proto__ = 1\n  param toString = 2\n  hasOwnProperty = __proto__ : 1\n}'

  expect(codesOf(text)).toEqual([])
  expect(survivors(text)).toEqual(['__proto__', 'toString', 'hasOwnProperty'])
})

test('a text of comments and blank lines is an empty file', () => {
  expect(codesOf('\n\n# nothing\n\n')).toEqual([])
  expect(codesOf('')).toEqual([])
})

const broken = `neuron X {
  param = 3
  param b = 1 mV
  dv/dt = (b - ) / ms : mV
  v(0) == 3
  threshold v > > 2
  reset { v = ; v = 2 mV }
  x = 3 : 1
}

synapse Y {
  on pre g += 1
  y = 2 : 1
}
`

test('each broken statement is one error, in its own line', () => {
  expect(linesOf(broken)).toEqual([2, 4, 5, 6, 7, 12])
})

test('what is not broken is read', () => {
  expect(survivors(broken)).toEqual(expect.arrayContaining(['b', 'x', 'y']))
})

test('a block left open is one error and ends before the next declaration', () => {
  const text = 'neuron X {\n  a = 1 : 1\n\nneuron Y {\n  b = 2 : 1\n}\n'

  expect(linesOf(text)).toEqual([1])
  expect(survivors(text)).toEqual(['a', 'b'])
})

test('a brace that closes nothing is one error', () => {
  expect(linesOf('neuron X {\n  a = 1 : 1\n}\n}\n')).toEqual([4])
})

test('an unknown character is one error', () => {
  expect(codesOf('neuron X {\n  a = 1 § 2 : 1\n}')).toEqual(['unknown-character'])
})

test('two statements in one line need something between them', () => {
  expect(linesOf('neuron X {\n  param a = 1 param b = 2\n}')).toEqual([2])
})

test('a text of more than one mebibyte is not read', () => {
  expect(codesOf(repeat(1024 * 1024 + 1, 'x'))).toEqual(['source-too-large'])
})

test('parentheses nest two hundred deep and no deeper', () => {
  const nested = (depth: number) =>
    `neuron X {\n  a = ${repeat(depth, '(')}1${repeat(depth, ')')} : 1\n}`

  expect(codesOf(nested(199))).toEqual([])
  expect(codesOf(nested(200))).toEqual(['nesting-too-deep'])
})

test('a statement has at most a thousand operators', () => {
  const sum = (operators: number) => `neuron X {\n  a = 1${repeat(operators, ' + 1')} : 1\n}`

  expect(codesOf(sum(1000))).toEqual([])
  expect(codesOf(sum(1001))).toEqual(['nesting-too-deep'])
})

test('a text has at most ten thousand statements', () => {
  expect(codesOf(`neuron X {\n${repeat(10_001, 'a : 1\n')}}`)).toEqual(['too-many-statements'])
})

test('a small text of ours with a mistake in it is refused', () => {
  expect(() => parseExpression('1 +')).toThrow()
  expect(() => parseExpression('a b')).toThrow()
})

test.each([
  ['input I pA from noise', 'Between I and its unit a : is missing.'],
  ['event burst v > 0 mV', 'Between burst and its condition a when is missing.'],
  ['param C 2 pF', 'Between C and its value an = is missing.'],
])('%s lacks what stands between its name and the rest', (statement, message) => {
  expect(read(`neuron X {\n  ${statement}\n}`).diagnostics).toMatchObject([{ message }])
})
