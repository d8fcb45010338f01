/** Every draw is a pure function of seed, place, cell and step, so no two places share their numbers. */
import { expect, test } from 'vitest'
import { type Expr, visit } from '../../../compiler/ir/expr.ts'
import { printExpr } from '../../../compiler/ir/print-expr.ts'
import { complaints, dynamicsOf, variableOf } from './check-text.ts'

function definitionOf(text: string, name: string): Expr {
  return variableOf(dynamicsOf(text, 'N'), name, 'definition').value
}

/** The sites of all draws in an expression. */
function sitesOf(...exprs: readonly Expr[]): ReadonlySet<number> {
  const sites = new Set<number>()
  for (const expr of exprs) {
    visit(expr, (e) => {
      const site = e.kind === 'apply' && e.args.length >= 4 ? e.args.at(-3) : undefined
      if (site?.kind === 'number') sites.add(site.value)
    })
  }
  return sites
}

test('rand() has a key of seed, site, cell and step', () => {
  const draw = definitionOf('neuron N { y = rand() : 1 }', 'y')

  expect(draw).toMatchObject({
    op: 'uniform',
    args: [{ name: 'seed' }, { kind: 'number' }, { name: 'i' }, { name: 'step' }],
  })
})

test('two draws in one equation are independent', () => {
  expect(sitesOf(definitionOf('neuron N { y = randn() + randn() : 1 }', 'y')).size).toBe(2)
})

test('the same equation of another variable draws other numbers', () => {
  const text = 'neuron N { y = randn() : 1\n z = randn() : 1 }'

  expect(sitesOf(definitionOf(text, 'y'), definitionOf(text, 'z')).size).toBe(2)
})

test('a function that draws does so anew at every call', () => {
  const text = 'function jitter(x) = x + randn()\nneuron N { y = jitter(1) + jitter(1) : 1 }'

  expect(sitesOf(definitionOf(text, 'y')).size).toBe(2)
})

test('two instances of a channel draw different numbers', () => {
  const text = `channel Flicker { I = randn() * uA/cm^2 : uA/cm^2 }
  neuron N { channel A is Flicker
  channel B is Flicker
  y = (A.I + B.I) * cm^2/uA : 1 }`
  const dynamics = dynamicsOf(text, 'N')
  const [a, b] = [
    variableOf(dynamics, 'A.I', 'definition'),
    variableOf(dynamics, 'B.I', 'definition'),
  ]

  expect(sitesOf(a.value, b.value).size).toBe(2)
})

test('a parameter drawn from a normal distribution has the unit of its mean', () => {
  const { value, unit } = variableOf(
    dynamicsOf('neuron N { param E ~ normal(-70 mV, 2 mV)\n x = E/E : 1 }', 'N'),
    'E',
    'param',
  )

  expect(unit).toBe('mV')
  expect(value && printExpr(value)).toMatch(/^-70 mV \+ 2 mV \* normal\(seed, \d+, i, step\)$/)
})

test('uniform, exponential, gamma, bernoulli and choice are made of draws', () => {
  const text = `neuron N {
    param a ~ uniform(1 mV, 2 mV)
    param b ~ exponential(3 ms)
    param c ~ gamma(2, 3 ms)
    param d ~ bernoulli(0.2)
    param f ~ choice(1 nS, 2 nS, 4 nS)
    param g ~ lognormal(0, 1)
    param h ~ poisson(3)
    x = a / 1 mV + (b + c) / 1 ms + d + f / 1 nS + g + h : 1
  }`

  expect(complaints(text)).toEqual([])
})

test('arguments of a distribution agree', () => {
  expect(complaints('neuron N { param a ~ normal(-70 mV, 2)\n x = a/a : 1 }')).toEqual([
    'unit-mismatch: normal takes mV here; 2 is a pure number.',
  ])
})

test('a distribution stands behind ~', () => {
  expect(complaints('neuron N { x = uniform(0, 1) : 1 }')).toEqual([
    'distribution-misplaced: uniform is a distribution and stands behind ~, as in `param x ~ uniform(…)`.',
  ])
})

test('poisson counts may be drawn every step', () => {
  expect(
    complaints('neuron N { dv/dt = -v/ms : 1\n on step { v += 0.1 * poisson(3 kHz * dt) } }'),
  ).toEqual([])
})
