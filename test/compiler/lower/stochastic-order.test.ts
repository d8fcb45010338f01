/** Stochastic schemes follow one Brownian path the better the finer it is cut: their strong order. */
import { expect, test } from 'vitest'
import { examine } from '../../../compiler/index.ts'
import { evaluate } from '../../../compiler/ir/evaluate.ts'
import { type Expr, read, rewrite } from '../../../compiler/ir/expr.ts'
import { normalAt } from '../../../compiler/ir/random.ts'
import { integrate } from '../../../compiler/lower/integrate.ts'
import { FreshNames } from '../../../compiler/ir/fresh-names.ts'
import { lone, placePopulation } from '../../../compiler/pipeline.ts'

const finest = 256
const paths = 200
const duration = 1

/** Brownian increments in units of sqrt(duration / finest). */
const increments = Array.from({ length: paths }, (_, path) =>
  Array.from({ length: finest }, (_, step) => normalAt(7, 1, path, step)),
)

/** The new value of x as an expression of x, dt and a standard normal number Z. */
function updateOf(text: string): Expr {
  const { declarations } = examine({ path: 'x.livn', text })
  const dynamics = declarations.get('X')
  if (!dynamics) throw new Error(text)
  const { system, choices } = placePopulation(lone(dynamics), new Set(), (_, value) => value)
  const { updates } = integrate(system, { choices, fresh: new FreshNames([]), owner: 'X' })
  const update = updates.get('x') ?? read('x')
  return rewrite(update, (e) => (e.kind === 'apply' && e.op === 'normal' ? read('Z') : e))
}

/** Root of the mean squared error at the end against the closed form of each path. */
function strongError(update: Expr, steps: number, exact: (w: number) => number): number {
  const dt = duration / steps
  const stride = finest / steps
  let sum = 0
  for (const path of increments) {
    let x = 1
    let w = 0
    for (let step = 0; step < steps; step++) {
      const piece = path.slice(step * stride, (step + 1) * stride)
      const z = piece.reduce((a, b) => a + b, 0) / Math.sqrt(stride)
      const values = new Map([
        ['x', x],
        ['dt', dt],
        ['Z', z],
        ['t', step * dt],
      ])
      x = evaluate(update, (name) => values.get(name) ?? 0)
      w += z * Math.sqrt(dt)
    }
    sum += (x - exact(w)) ** 2
  }
  return Math.sqrt(sum / paths)
}

/** dx = -x dt + 0.5 x ∘ dW (Stratonovich), in ms: x = exp(-t + 0.5 W). */
const multiplicative = (method: string): string =>
  `neuron X {\n  dx/dt = -x / ms + 0.5 * x * xi / sqrt(ms) : 1\n  x(0) = 1\n  method ${method}\n}`

test.each(['heun', 'milstein'])(
  '%s follows multiplicative noise with strong order one',
  (method) => {
    const update = updateOf(multiplicative(method))
    const exact = (w: number): number => Math.exp(-duration + 0.5 * w)
    const ratio = strongError(update, 32, exact) / strongError(update, 128, exact)
    expect(Math.log2(ratio) / 2).toBeGreaterThan(0.75)
    expect(Math.log2(ratio) / 2).toBeLessThan(1.3)
  },
)

test('euler follows additive noise with strong order one', () => {
  const text =
    'neuron X {\n  dx/dt = cos(t / ms) / ms + 0.5 * xi / sqrt(ms) : 1\n  x(0) = 1\n  method euler\n}'
  const exact = (w: number): number => 1 + Math.sin(duration) + 0.5 * w
  const update = updateOf(text)
  const ratio = strongError(update, 32, exact) / strongError(update, 128, exact)
  expect(Math.log2(ratio) / 2).toBeCloseTo(1, 0.7)
})
