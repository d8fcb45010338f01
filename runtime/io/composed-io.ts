/** Two devices as one: the first stimulates, the second records. */
import type { Stimulus } from '../stimulus/stimulus.ts'
import type { Warning } from '../stimulus/stimulus-warnings.ts'
import type { CoordinatesLike } from './coordinates.ts'
import type { Distances } from './distances.ts'
import type { Box, Command, CommandOptions, IdColumn, IO, PerChannel } from './io.ts'
import { nestedParams } from './nested-params.ts'

export class ComposedIO implements IO {
  readonly kind = 'ComposedIO'
  readonly inputs: IO
  readonly outputs: IO

  constructor(inputs: IO, outputs: IO) {
    this.inputs = inputs
    this.outputs = outputs
  }

  /** Of what records; commands are for the channels of `inputs`. */
  get numChannels(): number {
    return this.outputs.numChannels
  }

  get channelIds(): Int32Array {
    return this.outputs.channelIds
  }

  get inputUnits(): string {
    return this.inputs.inputUnits
  }

  get inputSpace(): Box {
    return this.inputs.inputSpace
  }

  reach(coordinates: CoordinatesLike): readonly Float64Array[] {
    return this.inputs.reach(coordinates)
  }

  cellStimulus(coordinates: CoordinatesLike, command: Command, options?: CommandOptions): Stimulus {
    return this.inputs.cellStimulus(coordinates, command, options)
  }

  warnings(command: Command, options?: CommandOptions): readonly Warning[] {
    return this.inputs.warnings(command, options)
  }

  distances(coordinates: CoordinatesLike): Distances {
    return this.outputs.distances(coordinates)
  }

  channelRecording<Columns extends readonly IdColumn[]>(
    coordinates: CoordinatesLike,
    ids: ArrayLike<number> | null,
    ...columns: Columns
  ): PerChannel<Columns> {
    return this.outputs.channelRecording(coordinates, ids, ...columns)
  }

  sourceGain(distances: Distances): Float64Array {
    return this.outputs.sourceGain(distances)
  }

  potentialRecording(
    distances: Distances,
    currents: readonly ArrayLike<number>[],
    unit?: string,
  ): readonly Float64Array[] {
    return this.outputs.potentialRecording(distances, currents, unit)
  }

  /** Such as `{ 'inputs-fiber_radius_um': 50 }`. */
  setParams(params: Readonly<Record<string, unknown>>): this {
    const known = { own: [], parts: ['inputs', 'outputs'] }
    const { inputs, outputs } = nestedParams('ComposedIO', params, known).parts
    if (inputs) this.inputs.setParams(inputs)
    if (outputs) this.outputs.setParams(outputs)
    return this
  }

  clone(): ComposedIO {
    return new ComposedIO(this.inputs.clone(), this.outputs.clone())
  }

  toJSON(): unknown {
    return { inputs: this.inputs.toJSON(), outputs: this.outputs.toJSON() }
  }
}
