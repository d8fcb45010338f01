/** Legal kernels at random, and what they compute from given buffers. */
import fc from 'fast-check'
import { always, apply, type Expr, number, read } from '../../compiler/ir/expr.ts'
import { interpret } from '../../compiler/ir/interpret.ts'
import type { Buffer, Kernel, Let, Statement } from '../../compiler/ir/kernel.ts'
import type { Op } from '../../compiler/ir/ops.ts'
import { rowOf } from '../../compiler/ir/ops.ts'
import { keeps, reads, shared } from './build-kernel.ts'

/**
 * `any`: every operator and number, infinities and zeros of both signs included.
 * `tame`: positive numbers and operators that keep relative errors small.
 */
export type Style = 'any' | 'tame'

/** A list of choices makes a kernel; a shorter list makes a simpler one, so failures shrink. */
export function anyKernel(style: Style): fc.Arbitrary<Kernel> {
  return fc.array(fc.nat({ max: 999 }), { maxLength: 160, size: 'max' }).map((choices) => {
    return new KernelWriter(choices, style).write()
  })
}

const boolean = { type: 'boolean' } as const

const buffers: readonly Buffer[] = [
  shared('a'),
  shared('b'),
  shared('c', { changes: 'step' }),
  reads('x'),
  reads('p', 'element', { changes: 'link' }),
  reads('flag', 'element', boolean),
  keeps('u'),
  keeps('w'),
  keeps('lit', 'element', boolean),
]

const ends: readonly Buffer[] = [
  reads('pre.v', 'source'),
  keeps('pre.u', 'source'),
  keeps('post.v', 'target'),
  keeps('post.g', 'target'),
]

const operators: Record<Style, readonly Op[]> = {
  any: [
    'add',
    'subtract',
    'multiply',
    'divide',
    'negate',
    'power',
    'exp',
    'expm1',
    'exprel',
    'log',
    'sqrt',
    'sin',
    'tanh',
    'abs',
    'sign',
    'floor',
    'truncate',
    'min',
    'max',
    'clip',
    'floorDivide',
    'modulo',
  ],
  tame: ['add', 'multiply', 'divide', 'sqrt', 'min', 'max', 'abs', 'power'],
}

const numbers: Record<Style, readonly number[]> = {
  any: [0, 1, -1, 2, 0.5, -0, 3, -2, 10, Infinity],
  tame: [1, 2, 0.5, 3, 0.25, 1.5],
}

const exponents: Record<Style, readonly number[]> = {
  any: [2, 3, 1, 0, -1, 4, 0.5, 7, -2, 17],
  tame: [2, 3, 1, -1, 0.5],
}

type Scope = Readonly<Record<'real' | 'boolean', readonly string[]>>

class KernelWriter {
  private readonly choices: readonly number[]
  private readonly style: Style
  private readonly isConnected: boolean
  private next = 0
  private lets = 0

  constructor(choices: readonly number[], style: Style) {
    this.choices = choices
    this.style = style
    this.isConnected = this.below(3) === 2
  }

  write(): Kernel {
    const link: Let[] = []
    const once: Let[] = []
    const early = this.addLets(link, { real: ['a', 'b', 'dt'], boolean: [] })
    const late = this.addLets(once, { real: [...early.real, 'c', 't', 'step'], boolean: [] })
    const mine = ['x', 'p', 'u', 'w', 'i']
    const others = this.isConnected
      ? ['pre.v', 'pre.u', 'post.v', 'post.g', 'source', 'target']
      : []
    const scope = { real: [...late.real, ...mine, ...others], boolean: ['flag', 'lit'] }
    const each = this.block(scope, 2)
    return {
      name: 'random',
      title: '',
      domain: this.isConnected ? 'connections' : 'cells',
      buffers: this.isConnected ? [...buffers, ...ends] : buffers,
      link,
      once,
      each,
      events: ['spike', 'other'],
    }
  }

  /** A number below n: the next choice, or 0 when there are no more. */
  private below(n: number): number {
    return (this.choices[this.next++] ?? 0) % n
  }

  private pick<T>(options: readonly [T, ...T[]] | readonly T[], otherwise: T): T {
    return options[this.below(options.length)] ?? otherwise
  }

  private addLets(lets: Let[], scope: Scope): Scope {
    let grown = scope
    for (let k = this.below(3); k > 0; k--) {
      const name = `k${++this.lets}`
      lets.push({ kind: 'let', name, value: this.real(grown, 3) })
      grown = { ...grown, real: [...grown.real, name] }
    }
    return grown
  }

  private block(outer: Scope, depth: number): readonly Statement[] {
    let scope = outer
    const statements: Statement[] = []
    for (let k = this.below(5); k >= 0; k--) {
      const statement = this.statement(scope, depth)
      statements.push(statement)
      if (statement.kind !== 'let') continue
      const isBoolean = statement.name.startsWith('is')
      scope = isBoolean
        ? { ...scope, boolean: [...scope.boolean, statement.name] }
        : { ...scope, real: [...scope.real, statement.name] }
    }
    return statements
  }

  private statement(scope: Scope, depth: number): Statement {
    const stored = this.isConnected ? ['u', 'w', 'pre.u', 'post.v', 'post.g'] : ['u', 'w']
    switch (this.below(depth > 0 ? 8 : 6)) {
      case 0:
        return { kind: 'store', buffer: this.pick(stored, 'u'), value: this.real(scope, 4) }
      case 1:
        return { kind: 'add', buffer: this.pick(stored, 'u'), value: this.real(scope, 3) }
      case 2:
        return { kind: 'spike', event: this.pick(['spike', 'other'], 'spike') }
      case 3:
        return { kind: 'store', buffer: 'lit', value: this.condition(scope, 2) }
      case 4:
        return { kind: 'let', name: this.letName('is', depth), value: this.condition(scope, 2) }
      case 5:
        return { kind: 'let', name: this.letName('k', depth), value: this.real(scope, 4) }
      default: {
        const condition = this.condition(scope, 2)
        const then = this.block(scope, depth - 1)
        return {
          kind: 'when',
          condition,
          then,
          otherwise: this.below(2) ? this.block(scope, depth - 1) : [],
        }
      }
    }
  }

  /** Inner blocks often use the same names again. */
  private letName(stem: string, depth: number): string {
    this.lets += 1
    return depth < 2
      ? `${stem}_inner_${depth}_${this.lets % 4}_${this.next}`
      : `${stem}${this.lets}`
  }

  private real(scope: Scope, depth: number): Expr {
    const form = depth > 0 ? this.below(6) : this.below(2)
    if (form === 0) return read(this.pick(scope.real, 'u'))
    if (form === 1) return number(this.pick(numbers[this.style], 1))
    if (form === 5) return this.special(scope, depth)
    const op = this.pick(operators[this.style], 'add')
    if (op === 'power')
      return apply(op, this.real(scope, depth - 1), number(this.pick(exponents[this.style], 2)))
    const args = Array.from({ length: rowOf(op).arity }, () => this.real(scope, depth - 1))
    return apply(op, ...args)
  }

  private special(scope: Scope, depth: number): Expr {
    switch (this.below(scope.real.includes('i') ? 4 : 3)) {
      case 0: {
        const zeroOrOne = apply('int', this.condition(scope, depth - 1))
        return this.style === 'any' ? zeroOrOne : apply('add', zeroOrOne, number(1))
      }
      case 1: {
        const repeated = this.real(scope, depth - 1)
        const op = this.style === 'any' ? 'subtract' : 'add'
        return apply(op, repeated, apply('multiply', repeated, repeated))
      }
      case 2: {
        const condition = this.condition(scope, depth - 1)
        return apply('select', condition, this.real(scope, depth - 1), this.real(scope, depth - 1))
      }
      default: {
        const draw = apply('uniform', read('seed'), number(7), read('i'), read('step'))
        return this.style === 'any' ? draw : apply('add', draw, number(0.5))
      }
    }
  }

  private condition(scope: Scope, depth: number): Expr {
    switch (this.below(depth > 0 ? 6 : 3)) {
      case 0:
        return this.comparison(scope)
      case 1:
        return apply('less', read(scope.real.includes('i') ? 'i' : 'dt'), number(this.below(4)))
      case 2:
        return scope.boolean.length > 0 ? read(this.pick(scope.boolean, 'flag')) : always
      case 3:
        return apply('not', this.condition(scope, depth - 1))
      case 4:
        return apply('and', this.condition(scope, depth - 1), this.condition(scope, depth - 1))
      default:
        return apply('or', this.condition(scope, depth - 1), this.condition(scope, depth - 1))
    }
  }

  /** Of values that no last bit can tip over, where the style is tame. */
  private comparison(scope: Scope): Expr {
    const op = this.pick<Op>(['less', 'greaterEqual', 'equal', 'notEqual'], 'less')
    if (this.style === 'any') return apply(op, this.real(scope, 1), this.real(scope, 1))
    return apply(op, number(this.below(3)), number(this.below(3)))
  }
}

/** Everything a kernel leaves behind after a run over five elements, as one list of numbers. */
export function outcome(kernel: Kernel): readonly number[] {
  const arrays = new Map<string, Float64Array>()
  const values = [0.7, 2, 1.3, 0.4, 3.1]
  kernel.buffers.forEach(({ name, type }) => {
    const shift = name.length + (name.codePointAt(name.length - 1) ?? 0) / 64
    const real = values.map((value) => ((value * shift) % 2) + 0.25)
    arrays.set(name, Float64Array.from(type === 'boolean' ? [1, 0, 0, 1, 1] : real))
  })
  const binding = {
    arrays,
    shared: new Map([
      ['a', 0.6],
      ['b', 1.75],
      ['c', 1.2],
      ['dt', 0.1],
      ['seed', 42],
    ]),
    source: Int32Array.of(0, 1, 2, 2, 4),
    target: Int32Array.of(1, 1, 0, 2, 4),
  }
  const events = interpret(kernel, binding, { step: 3, t: 0.3, first: 0, last: 5 })
  const written = kernel.buffers.filter(({ access }) => access === 'write')
  return [
    ...written.flatMap(({ name }) => [...(arrays.get(name) ?? [])]),
    ...[...events.values()].flatMap((list) => [list.length, ...list]),
  ]
}
