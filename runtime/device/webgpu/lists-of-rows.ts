/** Turns rows of bits into lists, step after step, as the host keeps them; and tells of values that are not finite. */
import type { DeviceArray } from '../device.ts'
import type { Memory } from './memory.ts'
import type { Window } from './card-logs.ts'
import { type Raster, type Rasters, stepAt } from './rasters.ts'

/** Threads of a workgroup that looks through a row, and words that each of them should have. */
const lanesOfRow = 64
const wordsPerLane = 8

interface ListDispatch {
  readonly entry: string
  readonly size: readonly [number, number, number]
}

/** What makes the lists of a submission. */
export function listDispatches({ all }: Rasters, { first, end }: Window): readonly ListDispatch[] {
  const steps = Math.max(0, ...all.map((each) => stepAt(end, each) - stepAt(first, each)))
  const words = Math.max(1, ...all.map(({ wordsPerRow }) => wordsPerRow))
  const across = Math.ceil(words / (lanesOfRow * wordsPerLane))
  const place: ListDispatch = { entry: 'place_lists', size: [1, 1, Math.max(1, all.length)] }
  if (steps === 0) return [place]
  const size = [Math.min(across, 4096), steps, all.length] as const
  return [{ entry: 'count_events', size }, place, { entry: 'fill_lists', size }]
}

/** Three entry points, since a list begins where the one before ended: count, place, fill. */
export function listsOfRows(
  rasters: Rasters,
  memory: Memory,
  flags: readonly Int32Array[],
): string {
  const cases = rasters.all.map((raster, k) => {
    return `    case ${k}u: {\n      return Raster(${fieldsOf(raster, memory).join(', ')});\n    }`
  })
  const tellings = flags.map((flag) => {
    return `  tell(${memory.beside(flag, 1)}u, ${memory.placeOf(flag).start}u);`
  })
  return [
    struct,
    'fn raster_of(k: u32) -> Raster {',
    '  switch (k) {',
    ...cases,
    '    default: {\n      return Raster();\n    }',
    '  }',
    '}\n',
    'fn tell_all() {',
    ...tellings,
    '}\n',
    entryPoints,
  ].join('\n')
}

function fieldsOf({ log, ...raster }: Raster, memory: Memory): readonly string[] {
  const { clock, start, rows, wordsPerRow, wordsPerReplica, cells, scratch } = raster
  const startOf = (array: DeviceArray): number => memory.placeOf(array).start
  const whole = [startOf(log.words), startOf(log.places), start, wordsPerRow]
  const sizes = [wordsPerReplica, cells, scratch]
  return [
    `${clock}`,
    `${log.places.length - 1}`,
    `${rows - 1}`,
    ...[...whole, ...sizes].map((word) => `${word}u`),
  ]
}

const struct = `\
struct Raster {
  clock: i32,
  mask: i32,
  turn: i32,
  words: u32,
  places: u32,
  start: u32,
  width: u32,
  part: u32,
  cells: u32,
  scratch: u32,
}

/// The first step of a clock in these ticks.
fn first_step(clock: i32) -> i32 {
  return (ticks.rows[0].tick + clock - 1) / clock;
}

fn steps_of(clock: i32) -> u32 {
  return u32((ticks.rows[0].tick + i32(ticks.count) + clock - 1) / clock - first_step(clock));
}

fn row_at(each: Raster, row: u32) -> u32 {
  return each.start + u32((first_step(each.clock) + i32(row)) & each.turn) * each.width;
}

/// Hands over the first tick after which something was not finite.
fn tell(note: u32, flag: u32) {
  let tick = atomicExchange(&tallies[note], 0u);
  if (tick != 0u) {
    wholes[flag] = i32(~tick);
  }
}
`

const entryPoints = `\
@compute @workgroup_size(${lanesOfRow})
fn count_events(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(num_workgroups) groups: vec3<u32>,
  @builtin(local_invocation_index) lane: u32,
) {
  let each = raster_of(group.z);
  if (each.clock == 0 || group.y >= steps_of(each.clock)) {
    return;
  }
  let words = row_at(each, group.y);
  var count = 0u;
  for (var w = group.x * ${lanesOfRow}u + lane; w < each.width; w += groups.x * ${lanesOfRow}u) {
    count += countOneBits(atomicLoad(&tallies[words + w]));
  }
  if (count > 0u) {
    atomicAdd(&tallies[each.scratch + group.y], count);
  }
}

@compute @workgroup_size(1)
fn place_lists(@builtin(workgroup_id) group: vec3<u32>) {
  if (group.z == 0u) {
    tell_all();
  }
  let each = raster_of(group.z);
  if (each.clock == 0) {
    return;
  }
  let first = first_step(each.clock);
  var list = list_after(each.words, each.places, each.mask, first - 1);
  for (var row = 0u; row < steps_of(each.clock); row++) {
    let count = atomicExchange(&tallies[each.scratch + row], list);
    atomicStore(&tallies[list], 0u);
    wholes[each.places + u32((first + i32(row)) & each.mask)] = i32(list - each.words);
    list += 1u + count;
  }
}

@compute @workgroup_size(${lanesOfRow})
fn fill_lists(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(num_workgroups) groups: vec3<u32>,
  @builtin(local_invocation_index) lane: u32,
) {
  let each = raster_of(group.z);
  if (each.clock == 0 || group.y >= steps_of(each.clock)) {
    return;
  }
  let words = row_at(each, group.y);
  let list = atomicLoad(&tallies[each.scratch + group.y]);
  for (var w = group.x * ${lanesOfRow}u + lane; w < each.width; w += groups.x * ${lanesOfRow}u) {
    var bits = atomicLoad(&tallies[words + w]);
    while (bits != 0u) {
      let cell = 32u * (w % each.part) + firstTrailingBit(bits);
      let k = atomicAdd(&tallies[list], 1u);
      atomicStore(&tallies[list + 1u + k], w / each.part * each.cells + cell);
      bits &= bits - 1u;
    }
  }
}
`
