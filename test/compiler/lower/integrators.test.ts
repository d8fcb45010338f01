/** Each integrator converges as fast as it declares, and `exact` is exact. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ModelError } from '../../../compiler/index.ts'
import { integrators } from '../../../compiler/lower/integrators.ts'
import { runDeclaration } from '../run-declaration.ts'

/** Global error at t = 8 ms for a step, against a closed form. */
type Problem = { readonly text: (method: string) => string; readonly exact: number }

/** dx/dt = -x^2 / tau, x(0) = 1: x = 1 / (1 + t / tau). */
const nonlinear: Problem = {
  text: (method) => `neuron X {\n  dx/dt = -x^2 / (4 ms) : 1\n  x(0) = 1\n  method ${method}\n}`,
  exact: 1 / 3,
}

/** x' = -x y / tau, y' = -y / tau: linear in each, x = exp(e^(-t/tau) - 1). */
const conditionallyLinear: Problem = {
  text: (method) =>
    `neuron X {\n  dx/dt = -x * y / (4 ms) : 1\n  dy/dt = -y / (4 ms) : 1\n  x(0) = 1\n  y(0) = 1\n  method ${method}\n}`,
  exact: Math.exp(Math.exp(-2) - 1),
}

/** x' = cos(t): the time inside a stage counts too. */
const driven: Problem = {
  text: (method) =>
    `neuron X {\n  dx/dt = cos(t / (1 ms)) / ms - x / (100 ms) : 1\n  x(0) = 0\n  method ${method}\n}`,
  exact: closedDriven(8),
}

function closedDriven(t: number): number {
  const a = 0.01
  return (a * Math.cos(t) + Math.sin(t) - a * Math.exp(-a * t)) / (1 + a * a)
}

function measuredOrder({ text, exact }: Problem, method: string): number {
  const error = (dt: number): number =>
    Math.abs(runDeclaration(text(method), { dt, duration: 8 }).value('x') - exact)
  return Math.log2(error(0.25) / error(0.125))
}

describe('deterministic order', () => {
  test.each(
    integrators
      .filter((row) => row.name !== 'exponential_euler')
      .map((row) => [row.name, row] as const),
  )('%s reaches its declared order on a nonlinear equation', (name, row) => {
    expect(measuredOrder(nonlinear, name)).toBeGreaterThan(row.order - 0.25)
    expect(measuredOrder(nonlinear, name)).toBeLessThan(row.order + 0.35)
  })

  test('exponential_euler reaches order one where equations are linear in themselves', () => {
    expect(measuredOrder(conditionallyLinear, 'exponential_euler')).toBeCloseTo(1, 0.7)
  })

  test.each([
    ['rk2', 2],
    ['rk4', 4],
  ] as const)('%s takes the time of each stage', (method, order) => {
    expect(measuredOrder(driven, method)).toBeGreaterThan(order - 0.3)
  })

  test('rk2 keeps its order where it reads a state that is solved exactly', () => {
    const text = `neuron X {
      dx/dt = -x^2 * y / (4 ms) : 1
      dy/dt = -y / (4 ms) : 1
      x(0) = 1
      y(0) = 1
    }`
    const exact = 1 / (1 + 1 - Math.exp(-2))
    expect(measuredOrder({ text: () => text, exact }, '')).toBeGreaterThan(1.75)
  })
})

describe('implicit', () => {
  const cable = (method: string): string => `neuron Cable {
    param C = 1 uF/cm^2
    compartment soma {
      dv/dt = 0.1 mS/cm^2 * (-60 mV - v) / C : mV
      v(0) = -60 mV
    }
    compartment dend {
      dv/dt = 0.1 mS/cm^2 * (-60 mV - v) / C : mV
      v(0) = 0 mV
    }
    axial soma -- dend = 42 mS/cm^2
    method ${method}
  }`

  /** The mean decays with the leak, the difference with leak and coupling. */
  const soma = (t: number): number => -60 + 30 * Math.exp(-0.1 * t) - 30 * Math.exp(-84.1 * t)

  const orderOf = (text: string, at: number, exact: number): number => {
    const error = (dt: number): number =>
      Math.abs(runDeclaration(text, { dt, duration: at }).value('v') - exact)
    return Math.log2(error(0.02) / error(0.01))
  }

  test('converges with order two', () => {
    const error = (dt: number): number =>
      Math.abs(
        runDeclaration(cable('implicit'), { dt, duration: 0.05 }).value('soma.v') - soma(0.05),
      )
    expect(Math.log2(error(0.0005) / error(0.00025))).toBeCloseTo(2, 1)
  })

  test('does not ring where a conductance is a hundred times faster than the step', () => {
    const text = 'neuron X {\n  dv/dt = -v / (1 us) : 1\n  v(0) = 1\n  method implicit\n}'
    const once = runDeclaration(text, { dt: 0.1, duration: 0.1 }).value('v')
    expect(Math.abs(once)).toBeLessThan(0.03)
  })

  test('keeps its order where the voltage is bent', () => {
    const text = 'neuron X {\n  dv/dt = -v^2 * v / (4 ms) : 1\n  v(0) = 1\n  method implicit\n}'
    expect(orderOf(text, 8, 1 / Math.sqrt(1 + 8 / 2))).toBeCloseTo(2, 1)
  })

  test('keeps its order where a definition holds still over the step: it takes the mean of both its ends', () => {
    const text = `neuron X {
      rate = v^2 / (4 ms) : kHz (constant over dt)
      dv/dt = -rate * v : 1
      v(0) = 1
      method implicit
    }`
    expect(orderOf(text, 8, 1 / Math.sqrt(1 + 8 / 2))).toBeCloseTo(2, 1)
  })

  test('keeps its order with a conductance that decays exactly', () => {
    const text = `neuron X {
      dg/dt = -g / (4 ms) : 1
      g(0) = 1
      compartment soma {
        dv/dt = -g * v / ms : 1
        v(0) = 1
        method implicit
      }
    }`
    const exact = Math.exp(-4 * (1 - Math.exp(-2)))
    const error = (dt: number): number =>
      runDeclaration(text, { dt, duration: 8 }).value('soma.v') - exact
    expect(Math.log2(error(0.02) / error(0.01))).toBeCloseTo(2, 1)
  })

  test('has order two on an axon that begins at rest, where exponential_euler has one', () => {
    const axon = readFileSync('models/neurons/hodgkin-huxley.livn', 'utf8')
    const voltage = (method: string, dt: number): number => {
      const text = axon.replace('method implicit', `method ${method}`)
      return runDeclaration(text, { dt, duration: 8, set: { I: 100 } }).value('v')
    }
    const exact = voltage('rk4', 0.002)
    const order = (method: string): number =>
      Math.log2((voltage(method, 0.02) - exact) / (voltage(method, 0.01) - exact))
    expect(order('implicit')).toBeCloseTo(2, 0)
    expect(order('exponential_euler')).toBeCloseTo(1, 0)
  })

  test('is stable at 0.025 ms where the coupling relaxes in 12 µs, and euler is not', () => {
    const stable = runDeclaration(cable('implicit'), { dt: 0.025, duration: 20 }).value('soma.v')
    const unstable = runDeclaration(cable('euler'), { dt: 0.025, duration: 20 }).value('soma.v')
    expect(stable).toBeCloseTo(soma(20), 1)
    expect(Math.abs(unstable)).toBeGreaterThan(1e3)
  })
})

describe('exact', () => {
  test('is exact for one equation at any step', () => {
    const text = 'neuron X {\n  dx/dt = (3 - x) / (7 ms) : 1\n  x(0) = 1\n  method exact\n}'
    const x = runDeclaration(text, { dt: 2.5, duration: 10 }).value('x')
    expect(Math.abs(x / (3 - 2 * Math.exp(-10 / 7)) - 1)).toBeLessThan(1e-12)
  })

  test('is exact for coupled equations, a singular matrix among them', () => {
    const text = `neuron X {
      dv/dt = w / ms : 1
      dw/dt = -v / ms : 1
      dx/dt = v / ms : 1
      v(0) = 1
      method exact
    }`
    const ran = runDeclaration(text, { dt: 0.5, duration: 10 })
    expect(Math.abs(ran.value('v') - Math.cos(10))).toBeLessThan(1e-12)
    expect(Math.abs(ran.value('x') - Math.sin(10))).toBeLessThan(1e-12)
  })

  test('is exact for a cell with two decaying conductances', () => {
    const text = `neuron X {
      dv/dt = (a + b - v) / (20 ms) : 1
      da/dt = -a / (5 ms) : 1
      db/dt = -b / (10 ms) : 1
      a(0) = 1
      b(0) = 2
    }`
    const t = 12
    const e = (tau: number): number => Math.exp(-t / tau)
    const exact = (e(20) - e(5)) / (20 / 5 - 1) + (2 * (e(20) - e(10))) / (20 / 10 - 1)
    const v = runDeclaration(text, { dt: 0.1, duration: t }).value('v')
    expect(Math.abs(v / exact - 1)).toBeLessThan(1e-12)
  })

  test('uses the parameters of each cell', () => {
    const text =
      'neuron X {\n  param tau = 1 ms\n  dx/dt = -x / tau : 1\n  dy/dt = (x - y) / tau : 1\n  x(0) = 1\n}'
    const ran = runDeclaration(text, {
      dt: 0.5,
      duration: 4,
      count: 2,
      perCell: ['tau'],
      set: { tau: [2, 4] },
    })
    expect(ran.value('y', 0)).toBeCloseTo(2 * Math.exp(-2), 12)
    expect(ran.value('y', 1)).toBeCloseTo(Math.exp(-1), 12)
  })
})

describe('refusals', () => {
  test('a method that cannot treat an equation names the equation and one that can', () => {
    const run = (): unknown => runDeclaration(nonlinear.text('exact'), { dt: 0.1, duration: 1 })
    expect(run).toThrow(ModelError)
    expect(run).toThrow(/dx\/dt.*not linear[\s\S]*rk2/)
  })
})
