/** The device that runs kernels on a graphics card, through WebGPU. */
import type { Artifact, Precision } from '../../../compiler/emit/target.ts'
import { InternalError } from '../../../compiler/ir/internal-error.ts'
import { UsageError } from '../../../compiler/usage-error.ts'
import type { Binding, BoundKernel, Device, DeviceArray, Remote } from '../device.ts'
import { kernelIn } from '../kernel-parts.ts'
import type { Repeated, Schedule } from '../schedule.ts'
import { WebgpuKernel } from './bound-kernel.ts'
import { Card } from './card.ts'
import { Chunks } from './chunk.ts'
import { Memory } from './memory.ts'

export function openWebgpu(precision: Precision): Device {
  if (precision === 'f64') {
    throw new UsageError(
      'webgpu computes in f32; leave precision out, or use backend wasm for f64.',
    )
  }
  return new WebgpuDevice()
}

class WebgpuDevice implements Device {
  readonly name = 'webgpu'
  readonly precision = 'f32'
  private readonly memory = new Memory()
  private readonly card = new Card()
  private chunks: Chunks | undefined
  readonly remote: Remote = {
    ready: async () => {
      await this.card.open()
    },
    changed: (array) => this.memory.markChanged(array),
    fetch: async () => this.chunks?.fetch(),
    settle: async () => this.chunks?.settle(),
    isBehind: (array) => this.memory.isBehind(array),
    engine: () => this.chunks?.engineName,
  }

  get bytes(): number {
    return this.memory.bytes
  }

  allocate: Device['allocate'] = (type, length) => this.memory.allocate(type, length)

  holds(array: DeviceArray): boolean {
    return this.memory.holds(array)
  }

  bind(artifact: Artifact, name: string, binding: Binding): BoundKernel {
    const { kernel } = kernelIn(artifact, name)
    return new WebgpuKernel(kernel, { memory: this.memory, binding })
  }

  repeat([schedule, another]: readonly Schedule[]): Repeated {
    if (!schedule || another) throw new InternalError('repeat', 'a card repeats one schedule')
    void this.chunks?.dispose()
    this.chunks = new Chunks(schedule, this.card, this.memory)
    return this.chunks
  }

  close(): void {
    this.memory.close()
    this.card.close()
  }
}
