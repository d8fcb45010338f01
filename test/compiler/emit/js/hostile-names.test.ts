/** Models whose names, units and titles try to become code: they compute the same as harmless ones. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeComment } from '../../../../compiler/emit/code-writer.ts'
import { js } from '../../../../compiler/emit/js/emit.ts'
import type { Kernel } from '../../../../compiler/ir/kernel.ts'
import { builtins } from '../../../../compiler/ir/kernel.ts'
import type { Device } from '../../../../runtime/device/device.ts'
import { openInterpreter } from '../../../../runtime/device/interpreter.ts'
import { openJs } from '../../../../runtime/device/js.ts'
import {
  addTo,
  call,
  keeps,
  kernel,
  letBe,
  reads,
  shared,
  spike,
  store,
  when,
} from '../../build-kernel.ts'

const nasty = [
  '__proto__',
  'constructor',
  'await',
  'eval',
  'arguments',
  'undefined',
  'NaN',
  'Infinity',
  'Math',
  'Number',
  'cells',
  'shared',
  'first',
  'last',
  'list',
  'spikes',
  'fired',
  'k',
  'from',
  'to',
  'exprel',
  'words',
  'step_',
  'hasOwnProperty',
  'toString',
  '',
  ' ',
  '0',
  '1e5',
  'a.b',
  'a_b',
  'a b',
  'pre.v',
  'post.v',
  '$out',
  'τ_m',
  'µ',
  '"',
  "'",
  '`',
  '\\',
  '\n',
  '\r\n',
  '\u2028',
  '*/',
  '//',
  '${globalThis.stolen = 1}',
  ');globalThis.stolen=1;(',
  "'];globalThis.stolen=1;//",
  '\u202e',
  '\ud800',
  '💥',
  'x'.repeat(10_000),
  `${'y'.repeat(9_999)}z`,
]

const anyName = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
)
const isFree = (name: string): boolean => !Object.hasOwn(builtins, name)

const nameCount = 9

test('computes the same whatever the names, units and titles are', () => {
  const names = fc.uniqueArray(anyName.filter(isFree), {
    minLength: nameCount,
    maxLength: nameCount,
  })

  fc.assert(
    fc.property(names, anyName, (given, text) => {
      const hostile = thermostat(given, text)

      const outcome = outcomeOf(hostile, openJs('f64'))

      expect(outcome).toEqual(outcomeOf(hostile, openInterpreter('f64')))
      expect(Object.hasOwn(globalThis, 'stolen')).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('keeps comments on one line, in one direction, and open', () => {
  fc.assert(
    fc.property(anyName, (text) => {
      const shown = safeComment(text)

      expect(shown).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)
      expect(shown).not.toContain('*/')
      expect(shown.length).toBeLessThan(350)
    }),
  )
})

test('keeps connections apart whose ends have the same names as they', () => {
  const kernelOverConnections = kernel({
    domain: 'connections',
    buffers: [
      keeps('v'),
      reads('pre.v', 'source'),
      keeps('post.v', 'target'),
      reads('from', 'source'),
      reads('pre.from', 'source'),
    ],
    each: [
      addTo('post.v', call('multiply', 'v', 'pre.v')),
      addTo('v', call('subtract', 'from', 'pre.from')),
    ],
  })

  const outcome = outcomeOf(kernelOverConnections, openJs('f64'))

  expect(outcome).toEqual(outcomeOf(kernelOverConnections, openInterpreter('f64')))
})

/** Uses every place where a name of a model can stand. */
function thermostat(names: readonly string[], text: string): Kernel {
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', j = ''] = names
  return kernel({
    name: h,
    title: text,
    buffers: [
      shared(a, { unit: text }),
      reads(b, 'element', { unit: text }),
      keeps(c),
      keeps(d, 'element', { unit: text }),
    ],
    link: [letBe(e, call('exprel', a))],
    once: [letBe(f, call('multiply', e, 't'))],
    each: [
      letBe(g, call('add', b, f)),
      when(
        call('less', g, 'i'),
        [letBe(j, call('modulo', g, 3)), store(c, j), spike(a)],
        [letBe(j, 2), addTo(d, j)],
      ),
      spike(b),
    ],
    events: [a, b],
  })
}

function outcomeOf(hostile: Kernel, device: Device): unknown {
  const { name, title, buffers } = hostile
  const artifact = js.emit([hostile], { precision: 'f64', title })
  const arrays = new Map(
    buffers.map((buffer, k) => {
      const array = device.allocate('real', 4)
      array.set([k, -k, 0.5 * k, 7 - k])
      return [buffer.name, array] as const
    }),
  )
  const own = buffers.filter(({ extent }) => extent === 'shared')
  const values = new Map([...own.map(({ name }) => [name, 1.5] as const), ['dt', 0.1], ['seed', 1]])
  const ends = { source: Int32Array.of(0, 3, 2, 1), target: Int32Array.of(1, 1, 0, 3) }
  const bound = device.bind(artifact, name, { arrays, shared: values, ...ends })
  const events = [...bound.run({ step: 5, t: 0.5, first: 0, last: 4 })].map(([event, list]) => [
    event,
    ...list,
  ])
  return { events, arrays: [...arrays].map(([buffer, array]) => [buffer, ...array]) }
}
