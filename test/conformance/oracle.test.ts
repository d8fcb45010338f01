/** Every device computes what the interpreter computes, for every kernel of the library. */
import { describe, expect, test } from 'vitest'
import { compileDeclaration, compileModel } from '../../compiler/compile.ts'
import type { Kernel } from '../../compiler/ir/kernel.ts'
import { normalAt, uniformAt } from '../../compiler/ir/random.ts'
import type { Program } from '../../compiler/index.ts'
import type { Device, DeviceArray } from '../../runtime/device/device.ts'
import { chooseDevice } from '../../runtime/device/devices.ts'
import { libraryMeanings } from '../library.ts'

const count = 40
const steps = 20
const dt = 0.05

type Precision = 'f64' | 'f32'

interface Outcome {
  readonly arrays: ReadonlyMap<string, readonly number[]>
  readonly events: readonly string[]
}

/** Values a buffer can sensibly start with, the same on every device. */
function startOf(name: string, unit: string, i: number): number {
  const z = normalAt(3, name.length, i, 0)
  const u = uniformAt(4, name.length * 7 + name.charCodeAt(0), i, 0)
  if (unit === 'mV') return -60 + 8 * z
  if (unit === 'pA') return 100 + 40 * z
  return 0.1 + 0.8 * u
}

function runKernel(
  kernel: Kernel,
  program: Program,
  where: { name: string; precision: Precision; steps?: number },
): Outcome {
  const device = chooseDevice(where.name).open(where.precision, { bytes: 2 ** 22 })
  const arrays = new Map<string, DeviceArray>()
  for (const { name, extent, type, unit } of kernel.buffers) {
    if (extent === 'shared') continue
    const array = device.allocate(type, count)
    for (let i = 0; i < count; i++) {
      array[i] =
        type === 'integer' ? -(i % 7) - 1 : type === 'boolean' ? i % 2 : startOf(name, unit, i)
    }
    arrays.set(name, array)
  }
  const shared = new Map<string, number>([
    ['dt', dt],
    ['seed', 5],
    ['N', count],
  ])
  for (const { name, extent, unit } of kernel.buffers) {
    if (extent === 'shared') shared.set(name, startOf(name, unit, 0))
  }
  const events = dispatch(kernel, { device, arrays, shared, program, steps: where.steps ?? steps })
  const copies = [...arrays].map(([name, array]) => [name, [...array]] as const)
  device.close()
  return { arrays: new Map(copies), events }
}

interface Running {
  readonly device: Device
  readonly arrays: ReadonlyMap<string, DeviceArray>
  readonly shared: ReadonlyMap<string, number>
  readonly program: Program
  readonly steps: number
}

function dispatch(kernel: Kernel, running: Running): readonly string[] {
  const { device, arrays, shared, program, steps } = running
  const source = device.allocate('integer', count) as Int32Array
  const target = device.allocate('integer', count) as Int32Array
  for (let i = 0; i < count; i++) {
    source[i] = (i * 7) % count
    target[i] = (i * 11) % count
  }
  const bound = device.bind(program.artifact, kernel.name, { arrays, shared, source, target })
  const list = Int32Array.from({ length: 17 }, (_, k) => 2 * k + 1)
  const isListed = kernel.domain === 'spikes'
  const seen: string[] = []
  for (let step = 0; step < steps; step++) {
    const range = { step, t: step * dt, first: 0, last: isListed ? list.length : count }
    const found = bound.run(isListed ? { ...range, list } : range)
    for (const [event, cells] of found) seen.push(`${step} ${event} ${[...cells].join()}`)
  }
  return seen
}

/** The largest difference, relative to the size of the value. */
function worst(a: Outcome, b: Outcome): number {
  let largest = 0
  for (const [name, values] of a.arrays) {
    values.forEach((x, i) => {
      const y = b.arrays.get(name)?.[i] ?? Number.NaN
      if (Object.is(x, y) || (Number.isNaN(x) && Number.isNaN(y))) return
      largest = Math.max(largest, Math.abs(x - y) / Math.max(1, Math.abs(x)))
    })
  }
  return largest
}

const programs = new Map<string, Program>()

function programOf(index: number, target: string, precision: Precision): Program {
  const key = `${index} ${target} ${precision}`
  const each = libraryMeanings[index]
  const known = programs.get(key)
  if (known) return known
  if (!each) throw new Error(`no library entry ${index}`)
  const { meaning } = each
  const options = { target, precision }
  const made =
    'populations' in meaning ? compileModel(meaning, options) : compileDeclaration(meaning, options)
  programs.set(key, made)
  return made
}

const cases = libraryMeanings.flatMap((each, index) =>
  programOf(index, 'js', 'f64').artifact.kernels.map((kernel) => ({
    title: `${each.name} ${kernel.name}`,
    index,
    kernel,
  })),
)

describe.each(cases)('$title', ({ index, kernel }) => {
  const oracle = runKernel(kernel, programOf(index, 'js', 'f64'), {
    name: 'interpreter',
    precision: 'f64',
  })

  test('js has the interpreter’s bits', () => {
    const js = runKernel(kernel, programOf(index, 'js', 'f64'), { name: 'js', precision: 'f64' })
    expect(js).toEqual(oracle)
  })

  test('wasm f64 is within 1e-12 for each step, with the same events', () => {
    const wasm = runKernel(kernel, programOf(index, 'wasm', 'f64'), {
      name: 'wasm',
      precision: 'f64',
    })
    expect(wasm.events).toEqual(oracle.events)
    expect(worst(oracle, wasm)).toBeLessThan(steps * 1e-12)
  })

  test('wasm f32 is near after one step: 1e-4 of what a value can be', () => {
    const once = { name: 'interpreter', precision: 'f32', steps: 1 } as const
    const expected = runKernel(kernel, programOf(index, 'js', 'f64'), once)

    const wasm = runKernel(kernel, programOf(index, 'wasm', 'f32'), { ...once, name: 'wasm' })

    expect(differentEvents(wasm.events, expected.events)).toBeLessThanOrEqual(1)
    expect(worstOfSize(expected, wasm)).toBeLessThan(1e-4)
  })
})

/** How many elements are in one list and not in the other: one may stand right at its threshold. */
function differentEvents(a: readonly string[], b: readonly string[]): number {
  const elements = (events: readonly string[]): readonly string[] =>
    events.flatMap((event) =>
      event
        .replace(/^(\d+ \S+) /, '')
        .split(',')
        .filter(Boolean),
    )
  const [first, second] = [new Set(elements(a)), new Set(elements(b))]
  return (
    [...first].filter((x) => !second.has(x)).length +
    [...second].filter((x) => !first.has(x)).length
  )
}

/** The largest difference, relative to the largest value of its buffer. */
function worstOfSize(a: Outcome, b: Outcome): number {
  const of = ([name, values]: readonly [string, readonly number[]]): number => {
    const size = values.reduce((most, x) => Math.max(most, Math.abs(x)), 1)
    return values.reduce((most, x, i) => {
      const y = b.arrays.get(name)?.[i] ?? Number.NaN
      return Object.is(x, y) ? most : Math.max(most, Math.abs(x - y) / size)
    }, 0)
  }
  return Math.max(0, ...[...a.arrays].map(of))
}
