/** Random model files, comments included, for the laws of printing. */
import fc from 'fast-check'
import type {
  Action,
  Actions,
  Body,
  Comments,
  Declaration,
  Flag,
  ModelFile,
  Name,
  Override,
  Statement,
  Unit,
} from '../../grammar/ast.ts'
import type { Cast } from '../../grammar/cast.ts'
import { expressions as value } from './random-expression.ts'

const source = { path: '', text: '' }
const span = { source, start: 0, end: 0 }

/** Words that open a declaration are ordinary names inside it. */
const words = ['v', 'g_L', 'tau', 'Ca', 'x1', 'pre', 'model', 'noise', 'channel', 'step', 'target']
const name = fc.constantFrom(...words).map((text): Name => ({ text, span }))
const names = fc.array(name, { minLength: 1, maxLength: 3 })

const factor = fc.record({
  name: fc.constantFrom('mV', 'nS', 'cm', 'second', 'amp', '1'),
  power: fc.constantFrom(1, 2, -1, 0.5, -0.5, 1 / 3),
})
const unit = fc
  .array(fc.tuple(factor, fc.boolean()), { minLength: 1, maxLength: 3 })
  .map((list): Unit => {
    const factors = list.map(([each, divided], k) => ({ ...each, divided: divided && k > 0, span }))
    return { factors, span }
  })

const remark = fc.constantFrom('what it is', '#5 of 6', ' set in', ' ', 'a = { b ; c }', 'if so')

/** Comments above; one empty line may stand between two of them or below the last. */
const above = fc
  .array(fc.tuple(remark, fc.boolean()), { maxLength: 2 })
  .map((list) => list.flatMap(([text, gap]) => (gap ? [text, ''] : [text])))

const comments = fc
  .record({ above, behind: fc.option(remark), blankBefore: fc.boolean() })
  .map(({ behind, ...rest }): Comments => ({ ...rest, ...(behind === null ? {} : { behind }) }))

const silent: Comments = { above: [], blankBefore: false }

type Commented = { readonly comments: Comments }

/** Nothing is blank before the first of a block. */
function inBlock<T extends Commented>(list: readonly T[]): readonly T[] {
  return list.map((each, k) =>
    k > 0 ? each : { ...each, comments: { ...each.comments, blankBefore: false } },
  )
}

const tailBehind = <T>(list: readonly T[]) =>
  fc
    .tuple(fc.array(remark, { maxLength: 2 }), fc.boolean())
    .map(([texts, gap]) => (gap && texts.length > 0 && list.length > 0 ? ['', ...texts] : texts))

const plainFlags = [
  'unless refractory',
  'constant',
  'shared',
  'constant over dt',
  'per target',
  'per connection',
  'event-driven',
  'clock-driven',
  'summed',
] as const
const flag: fc.Arbitrary<Flag> = fc.oneof(
  fc.constantFrom(...plainFlags).map((text) => ({ name: text, span })),
  value.map((period) => ({ name: 'every' as const, period, span })),
)
const flags = fc.array(flag, { maxLength: 2 })

/** With or without a key. */
const maybe = <K extends string, T>(key: K, arbitrary: fc.Arbitrary<T>) =>
  fc
    .option(arbitrary)
    .map((found) => (found === null ? {} : { [key]: found }) as { readonly [P in K]?: T })

const assignment = fc
  .tuple(
    fc.record({
      name,
      op: fc.constantFrom('=', '+=', '-=', '*=', '/='),
      value,
      comments,
    }),
    maybe('owner', name),
    maybe('unit', unit),
  )
  .map((parts): Action => Object.assign({ kind: 'assign' as const, span }, ...parts))
const delivery = fc
  .record({ value, comments })
  .map((parts): Action => ({ kind: 'deliver', span, ...parts }))

const actions: fc.Arbitrary<Actions> = fc
  .array(fc.oneof(assignment, delivery), { maxLength: 3 })
  .chain((list) => tailBehind(list).map((tail) => ({ actions: inBlock(list), tail, span })))

const overridesWith = (commented: fc.Arbitrary<Comments>) =>
  fc
    .array(
      fc
        .record({ name, op: fc.constantFrom('=', '~'), value, comments: commented })
        .map((parts): Override => ({ ...parts, span })),
      { maxLength: 3 },
    )
    .map(inBlock)
const overrides = overridesWith(comments)

const put = <K extends string>(kind: K, ...parts: readonly fc.Arbitrary<object>[]) =>
  fc
    .tuple(comments, ...parts)
    .map(([own, ...rest]) => Object.assign({ kind, span, comments: own }, ...rest))

const given = fc.oneof(fc.record({ op: fc.constantFrom('=', '~'), value }), fc.constant({}))

const simple: fc.Arbitrary<Statement> = fc.oneof(
  put('param', fc.record({ name, flags, bare: fc.constant(false) }), given, maybe('unit', unit)),
  put('param', fc.record({ name, unit, flags, bare: fc.constant(true) })),
  put('state', fc.record({ name, value }), maybe('unit', unit)),
  put('input', fc.record({ name, unit, sources: names })),
  put('needs', fc.record({ name, unit })),
  put('channel', fc.record({ name, overrides }), maybe('is', name)),
  put('axial', fc.record({ a: name, b: name, value }), maybe('unit', unit)),
  put('equation', fc.record({ name, value, unit, flags })),
  put('initial', fc.record({ name, op: fc.constantFrom('=', '~'), value })),
  put('definition', fc.record({ name, value, unit, flags })),
  put('threshold', fc.record({ condition: value })),
  put('reset', fc.record({ actions })),
  put('refractory', fc.record({ value })),
  put(
    'pathway',
    fc.record({ side: fc.constantFrom('pre', 'post'), actions }),
    maybe('event', name),
    maybe('pathway', name),
  ),
  put('on-event', fc.record({ event: fc.constant({ text: 'spike', span }), actions })),
  put('on-step', fc.record({ actions })),
  put('event', fc.record({ name, condition: value })),
  put('every', fc.record({ period: value, actions })),
  put('record', fc.record({ name, value }), maybe('unit', unit)),
  put('method', fc.record({ name })),
)

const bodyOf = (statement: fc.Arbitrary<Statement>): fc.Arbitrary<Body> =>
  fc
    .array(statement, { maxLength: 5 })
    .chain((list) => tailBehind(list).map((tail) => ({ statements: inBlock(list), tail, span })))

const compartment: fc.Arbitrary<Statement> = put(
  'compartment',
  fc.record({ name, body: bodyOf(simple) }),
  maybe('at', fc.tuple(value, value, value)),
)

const body = bodyOf(
  fc.oneof({ weight: 8, arbitrary: simple }, { weight: 1, arbitrary: compartment }),
)

const cells = fc
  .tuple(name, fc.option(fc.tuple(maybe('from', value), maybe('to', value))))
  .map(([population, slice]) => ({
    population,
    ...(slice ? { slice: { ...slice[0], ...slice[1] } } : {}),
    span,
  }))
const range = fc
  .record({
    name,
    kind: fc.constantFrom('range', 'sample', 'choose'),
    args: fc.array(value, { minLength: 1, maxLength: 3 }),
  })
  .map((parts) => ({ ...parts, span }))
const partner = fc.record({ name, overrides: overridesWith(fc.constant(silent)) })

const cast: fc.Arbitrary<Cast> = fc.oneof(
  put('population', fc.record({ name, is: name, overrides }), maybe('count', fc.nat(10_000))),
  put('synapse', fc.record({ name, is: name, overrides, with: fc.constant([]) })),
  put(
    'synapse',
    fc.record({ name, is: name, with: fc.array(partner, { minLength: 1, maxLength: 2 }) }),
    fc.record({ overrides: overridesWith(fc.constant(silent)) }),
  ),
  put('noise', fc.record({ population: name, is: name, overrides }), maybe('at', name)),
  put('section', fc.record({ name, is: name })),
  put(
    'connect',
    fc.record({ from: cells, to: cells, by: name, overrides }),
    maybe('at', name),
    maybe('each', range),
    maybe('where', value),
    maybe('probability', value),
    maybe('times', value),
  ),
)

const model = fc
  .array(cast, { maxLength: 4 })
  .chain((list) =>
    tailBehind(list).chain((tail) =>
      put('model', fc.record({ name }), fc.constant({ casts: inBlock(list), tail })),
    ),
  )

const parameter = fc
  .tuple(fc.record({ name }), maybe('unit', unit))
  .map(([first, second]) => ({ ...first, ...second }))

const declaration: fc.Arbitrary<Declaration> = fc.oneof(
  put(
    'import',
    fc.record({
      names,
      from: fc.constantFrom('lif.livn', 'a with b', '').map((text) => ({ text, span })),
    }),
  ),
  put(
    'function',
    fc.record({ name, params: fc.array(parameter, { maxLength: 3 }), value }),
    maybe('unit', unit),
  ),
  fc
    .constantFrom('neuron', 'synapse', 'plasticity', 'noise', 'channel')
    .chain((kind) => put(kind, fc.record({ name, body }), maybe('extends', name))),
  model,
)

export const modelFiles: fc.Arbitrary<ModelFile> = fc
  .array(declaration, { maxLength: 4 })
  .chain((list) => tailBehind(list).map((tail) => ({ source, declarations: inBlock(list), tail })))
