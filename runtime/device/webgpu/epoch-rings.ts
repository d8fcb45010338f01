/** What is on its way to cells while steps are done several at a time: rings of sums that are longer by an epoch. */
import type { DeviceArray } from '../device.ts'
import type { Act, Aim } from '../schedule.ts'
import type { Memory } from './memory.ts'
import { entryPoint, type Lines } from './shape.ts'
import { ours } from './write-kernel-act.ts'

export interface EpochRing {
  /** Whose place it takes; the host knows of that one. */
  readonly ring: DeviceArray
  readonly stride: number
  /** Of the host's ring. */
  readonly slots: number
  /** By how many steps delays differ at most: so many slots stand behind the end of the ring. */
  readonly reach: number
  /** Slots from end to end. */
  readonly length: number
  /** In pairs of words. */
  readonly start: number
}

/** Kernels that use an inbox of one slot, as if they were pointed there: each step has a slot of its own here. */
export function withAims(acts: readonly Act[]): readonly Act[] {
  const aimed = new Set(acts.flatMap((act) => (act.kind === 'aim' ? [act.kernel] : [])))
  return acts.flatMap((act): readonly Act[] => {
    if ((act.kind !== 'dense' && act.kind !== 'deliver') || aimed.has(act.kernel)) return [act]
    const aims = ours(act.kernel).inboxes.map(([buffer, ring]): Aim => {
      const { kernel, clock } = act
      return { kind: 'aim', kernel, buffer, ring, stride: ring.length, slots: 1, clock }
    })
    return [...aims, act]
  })
}

/** Words of all rings with epochs of so many steps. */
export const wordsOfRings = (acts: readonly Act[], steps: number): number =>
  [...aimsByRing(acts).values()].reduce(
    (sum, { stride, slots }) => sum + 2 * (2 * (slots - 1) + steps) * stride,
    0,
  )

const aimsByRing = (acts: readonly Act[]): ReadonlyMap<DeviceArray, Aim> =>
  new Map(withAims(acts).flatMap((act) => (act.kind === 'aim' ? [[act.ring, act] as const] : [])))

export function ringsFor(
  acts: readonly Act[],
  memory: Memory,
  steps: number,
): ReadonlyMap<DeviceArray, EpochRing> {
  return new Map(
    [...aimsByRing(acts)].map(([ring, { stride, slots }]) => {
      const reach = slots - 1
      const length = reach + steps
      const start = memory.beside(ring, 2 * (length + reach) * stride) / 2
      return [ring, { ring, stride, slots, reach, length, start }]
    }),
  )
}

/** Functions that move what is on its way at the border of a submission, and around the end of a ring. */
export const ringFunctions = `\
/// Adds a sum to another one that nobody else adds to meanwhile.
fn move_sum(old: u32, new_place: u32) {
  let low = atomicExchange(&tallies[2u * old], 0u);
  let high = atomicExchange(&tallies[2u * old + 1u], 0u);
  if (low == 0u && high == 0u) {
    return;
  }
  let before = atomicAdd(&tallies[2u * new_place], low);
  atomicAdd(&tallies[2u * new_place + 1u], high + select(0u, 1u, before + low < low));
}
`

/** Entry points: from the host's rings and back. */
export function ringEntries(
  rings: readonly EpochRing[],
  memory: Memory,
  { step, lanes }: { readonly step: string; readonly lanes: number },
): string {
  const moving = rings.filter(({ reach }) => reach > 0)
  const load = moving.flatMap((ring, k) => inCase(k, loadLines(ring, memory)))
  const store = moving.flatMap((ring, k) => inCase(k, storeLines(ring, memory)))
  const entry = (name: string, first: string, cases: Lines): string =>
    entryPoint(name, lanes, [
      `let k = (group.x + group.y * groups.x) * ${lanes}u + lane;`,
      'let row = 0u;',
      `let first = ${first};`,
      'switch (group.z) {',
      ...cases,
      '  default: {}',
      '}',
    ])
  return [
    entry('load_rings', step, load),
    entry('store_rings', `${step} + i32(ticks.count)`, store),
  ].join('\n')
}

const inCase = (k: number, lines: Lines): Lines => [
  `  case ${k}u: {`,
  ...lines.map((line) => `    ${line}`),
  '  }',
]

/** Of a ring, the cell and the step that `k` is about; those before `first` have arrived. */
function dueLines(
  { stride, reach, slots, length, start }: EpochRing,
  memory: Memory,
  ring: DeviceArray,
): Lines {
  return [
    `if (k >= ${reach * stride}u) {`,
    '  return;',
    '}',
    `let due = first + i32(k / ${stride}u);`,
    `let cell = k % ${stride}u;`,
    // The host's ring begins anew in the step after its last slot.
    `let begun = ((first + ${slots - 1}) / ${slots} - 1) * ${slots};`,
    `let there = ${memory.placeOf(ring).start}u + u32(due - begun) * ${stride}u + cell;`,
    `let slot = u32(due % ${length});`,
    `let here = ${start}u + slot * ${stride}u + cell;`,
  ]
}

const loadLines = (ring: EpochRing, memory: Memory): Lines => [
  ...dueLines(ring, memory, ring.ring),
  'move_sum(there, here);',
]

const storeLines = (ring: EpochRing, memory: Memory): Lines => [
  ...dueLines(ring, memory, ring.ring),
  `if (slot < ${ring.reach}u) {`,
  `  move_sum(here + ${ring.length * ring.stride}u, here);`,
  '}',
  'move_sum(here, there);',
]
