/** Finds a graphics card: through the browser, or in Node through the package `webgpu`. */
import { UsageError } from '../../../compiler/usage-error.ts'

export interface Found {
  readonly adapter: GPUAdapter
  /** What the user may know it by. */
  readonly name: string
  /** Computes on the processor: right, and no faster than wasm. */
  readonly isSoftware: boolean
}

/** The package's door to Dawn. Kept for good: if it were collected, Dawn would be torn down in use. */
let dawn: GPU | undefined

interface Package {
  readonly create: (options: readonly string[]) => GPU
  readonly globals: object
}

async function openGpu(): Promise<GPU> {
  if (typeof navigator !== 'undefined' && 'gpu' in navigator && navigator.gpu) return navigator.gpu
  if (dawn) return dawn
  const isNode = typeof process !== 'undefined' && process.versions?.node !== undefined
  if (!isNode) throw new UsageError(`This browser has no WebGPU. ${instead}`)
  let found: Package
  try {
    found = (await import('webgpu')) as unknown as Package
  } catch (error) {
    throw new UsageError(
      `In Node, WebGPU comes from the package webgpu, which could not be loaded (${firstLine(error)}). ` +
        `Install it with npm install webgpu, or use backend wasm.`,
    )
  }
  Object.assign(globalThis, found.globals)
  // Comma-separated options of Dawn, such as backend=vulkan or adapter=NAME.
  const options = process.env.LIVN_DAWN?.split(',') ?? []
  dawn = found.create(options)
  return dawn
}

const instead = 'Use backend wasm, or gpujs where there is WebGL2.'

const firstLine = (error: unknown): string => String(error).split('\n')[0] ?? ''

/** How long a driver may take to answer. */
const patienceMs = 20_000

export async function findAdapter(): Promise<Found> {
  const gpu = await openGpu()
  const options: GPURequestAdapterOptions = { powerPreference: 'high-performance' }
  const adapter = await withPatience(gpu.requestAdapter(options), 'find a graphics card')
  if (!adapter) {
    throw new UsageError(
      `WebGPU found no adapter: no graphics card with a driver for it. On Linux that is a Vulkan driver ` +
        `(mesa-vulkan-drivers has one that runs on the processor). ${instead}`,
    )
  }
  const { description, device, architecture, vendor } = adapter.info
  const name = description || device || [vendor, architecture].filter(Boolean).join(' ')
  const isSoftware =
    adapter.info.isFallbackAdapter || /llvmpipe|lavapipe|swiftshader|software/i.test(name)
  return { adapter, name: name || 'unnamed adapter', isSoftware }
}

/** A device with everything the adapter can: without asking, one gets the least that the standard allows. */
export function requestDevice({ adapter, name }: Found): Promise<GPUDevice> {
  const { limits } = adapter
  const wanted = {
    maxBufferSize: limits.maxBufferSize,
    maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
  }
  return withPatience(adapter.requestDevice({ requiredLimits: wanted }), `open ${name}`)
}

/** The result of something, or an error that says what took too long. */
export function withPatience<T>(
  pending: Promise<T>,
  what: string,
  milliseconds: number = patienceMs,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const seconds = milliseconds / 1000
      reject(new UsageError(`WebGPU took more than ${seconds} s to ${what}. Use backend wasm.`))
    }, milliseconds)
  })
  return Promise.race([pending, late]).finally(() => clearTimeout(timer))
}
