/** The card itself: opened when it is first needed, with its failures put into words. */
import { InternalError } from '../../../compiler/ir/internal-error.ts'
import { UsageError } from '../../../compiler/usage-error.ts'
import { type Found, findAdapter, requestDevice, withPatience } from './adapter.ts'
import type { HeapName, Memory } from './memory.ts'
import type { StepsModule } from './steps-module.ts'

/** How long a submission may take. */
const patienceMs = 120_000

/** Words of one heap. */
export interface Part {
  readonly heap: HeapName
  readonly first: number
  readonly words: number
}

export class Card {
  private opened: Promise<GPUDevice> | undefined
  private device: GPUDevice | undefined
  private found: Found | undefined
  private lost: GPUDeviceLostInfo | undefined
  private isClosed = false
  private staging: GPUBuffer | undefined

  get name(): string {
    return this.found?.name ?? 'a graphics card'
  }

  /** Whether it is the processor that computes. */
  get isSoftware(): boolean {
    return this.found?.isSoftware ?? false
  }

  open(): Promise<GPUDevice> {
    this.opened ??= this.openNow()
    return this.opened
  }

  private async openNow(): Promise<GPUDevice> {
    if (this.isClosed) throw new UsageError('This network is closed.')
    this.found = await findAdapter()
    const device = await requestDevice(this.found)
    this.device = device
    device.lost.then((lost) => {
      this.lost = lost
    })
    return device
  }

  /** Makes the entry points of a module ready. */
  async compile(
    { code, entries }: StepsModule,
    group: GPUBindGroupLayout,
  ): Promise<ReadonlyMap<string, GPUComputePipeline>> {
    const device = await this.open()
    return this.guarded('compile the kernels', async () => {
      const module = device.createShaderModule({ code })
      const { messages } = await module.getCompilationInfo()
      const fault = messages.find(({ type }) => type === 'error')
      if (fault) {
        const line = code.split('\n')[fault.lineNum - 1] ?? ''
        throw new InternalError('emit wgsl', `${fault.message}: ${line.trim()}`, code)
      }
      const layout = device.createPipelineLayout({ bindGroupLayouts: [group] })
      const made = entries.map(async (entry) => {
        const compute = { module, entryPoint: entry }
        try {
          return [entry, await device.createComputePipelineAsync({ layout, compute })] as const
        } catch (error) {
          throw new UsageError(`${this.name} cannot run a kernel: ${String(error)} ${smaller}`)
        }
      })
      return new Map(await Promise.all(made))
    })
  }

  /** Copies parts of memory to the host, all in one go. */
  async read(memory: Memory, parts: readonly Part[]): Promise<readonly ArrayBuffer[]> {
    const device = await this.open()
    const size = parts.reduce((sum, { words }) => sum + 4 * words, 0)
    if (size === 0) return parts.map(() => new ArrayBuffer(0))
    const buffers = memory.buffersOn(device)
    const staging = this.stagingOf(device, size)
    const encoder = device.createCommandEncoder()
    let at = 0
    for (const { heap, first, words } of parts) {
      if (words > 0) encoder.copyBufferToBuffer(buffers[heap], 4 * first, staging, at, 4 * words)
      at += 4 * words
    }
    device.queue.submit([encoder.finish()])
    await staging.mapAsync(GPUMapMode.READ, 0, size)
    const all = staging.getMappedRange(0, size).slice(0)
    staging.unmap()
    let start = 0
    return parts.map(({ words }) => {
      start += 4 * words
      return all.slice(start - 4 * words, start)
    })
  }

  private stagingOf(device: GPUDevice, size: number): GPUBuffer {
    const known = this.staging
    if (known && known.size >= size) return known
    known?.destroy()
    const { MAP_READ, COPY_DST } = GPUBufferUsage
    const usage = MAP_READ | COPY_DST
    this.staging = device.createBuffer({ label: 'staging', size: Math.max(65536, size), usage })
    return this.staging
  }

  /** Does something, and says what went wrong in words that help. */
  async guarded<T>(what: string, work: () => Promise<T>): Promise<T> {
    const device = await this.open()
    device.pushErrorScope('out-of-memory')
    device.pushErrorScope('validation')
    let failure: unknown
    let result: T | undefined
    try {
      result = await withPatience(work(), what, patienceMs)
    } catch (error) {
      failure = error
    }
    const [invalid, full] = await this.faults(device)
    if (this.lost && !this.isClosed) throw this.explainLoss(what)
    if (failure instanceof InternalError) throw failure
    if (full) throw new UsageError(`${this.name} has no memory left to ${what}. ${smaller}`)
    if (invalid) throw new UsageError(`${this.name} cannot ${what}: ${invalid.message} ${smaller}`)
    if (failure !== undefined) throw failure
    return result as T
  }

  private async faults(device: GPUDevice): Promise<readonly (GPUError | null)[]> {
    if (this.lost) return [null, null]
    try {
      return await Promise.all([device.popErrorScope(), device.popErrorScope()])
    } catch {
      return [null, null]
    }
  }

  private explainLoss(what: string): UsageError {
    const { reason = 'unknown', message = '' } = this.lost ?? {}
    return new UsageError(
      `${this.name} was lost while it should ${what} (${reason}${message ? `: ${message}` : ''}). ` +
        `Open the network again; if it happens again, use backend wasm.`,
    )
  }

  close(): void {
    this.isClosed = true
    this.staging?.destroy()
    this.device?.destroy()
  }
}

const smaller = 'Use a smaller network, or backend wasm.'
