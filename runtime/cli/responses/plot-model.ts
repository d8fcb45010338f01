/** Any declaration or model → its picture: what it does when it is tried out. */

import type { Block } from '../../pictures/block.ts'
import { channelFigure } from './channel-figure.ts'
import { channelResponse } from './channel-response.ts'
import { neuronFigure, neuronSentence } from './neuron-figure.ts'
import { neuronResponse } from './neuron-response.ts'
import { type NetworkSubject, networkResponse } from './network-response.ts'
import { noiseFigure } from './noise-figure.ts'
import { noiseResponse } from './noise-response.ts'
import { plasticityFigure } from './plasticity-figure.ts'
import { plasticityResponse } from './plasticity-response.ts'
import { runFigure } from '../../pictures/run-figure.ts'
import type { Progress } from '../../env.ts'
import type { Subject } from './subject.ts'
import { synapseFigure } from './synapse-figure.ts'
import { synapseResponse } from './synapse-response.ts'

export interface ModelPicture {
  readonly block: Block
  /** What was found, in a few words. */
  readonly sentence: string
}

export async function plotDeclaration(subject: Subject): Promise<ModelPicture> {
  const { kind } = subject.dynamics
  switch (kind) {
    case 'neuron':
    case 'population': {
      const response = await neuronResponse(subject)
      return { block: neuronFigure(response), sentence: neuronSentence(response) }
    }
    case 'synapse':
      return { block: synapseFigure(await synapseResponse(subject)), sentence: '' }
    case 'plasticity':
      return { block: plasticityFigure(await plasticityResponse(subject)), sentence: '' }
    case 'noise':
      return { block: noiseFigure(await noiseResponse(subject)), sentence: '' }
    case 'channel':
      return { block: channelFigure(await channelResponse(subject)), sentence: '' }
    default:
      return kind satisfies never
  }
}

export async function plotNetwork(
  subject: NetworkSubject,
  onProgress?: (progress: Progress) => void,
): Promise<ModelPicture> {
  const { run, where } = await networkResponse(subject, onProgress)
  return { block: runFigure(run), sentence: where }
}
