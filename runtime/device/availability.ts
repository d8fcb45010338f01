/** What can run a network here: every device, with what it can do, or why it cannot. */
import { devices, type DeviceKind } from './devices.ts'
import { gpuJsMode } from './gpujs.ts'
import { findAdapter } from './webgpu/adapter.ts'

export interface Availability {
  readonly name: string
  readonly available: boolean
  /** What computes: the name of a card; null where it is this very process. */
  readonly adapter: string | null
  readonly limits: Readonly<Record<string, number>>
  /** Why it is not available, or what to know about it. */
  readonly reason: string
}

type Findings = Omit<Availability, 'name' | 'available'>

const here = { adapter: null, limits: {} } as const

const questions: Readonly<Record<string, (kind: DeviceKind) => Findings | Promise<Findings>>> = {
  wasm: ({ mostWorkers }) => ({
    ...here,
    limits: { threads: mostWorkers(), memoryBytes: 2 ** 32 },
    reason: 'the default',
  }),
  js: () => ({ ...here, reason: 'the same bits as the interpreter, in f64' }),
  interpreter: () => ({ ...here, reason: 'the oracle: slow, and by definition right' }),
  webgpu: async () => {
    const { adapter, name, isSoftware } = await findAdapter()
    const { maxStorageBufferBindingSize, maxBufferSize, maxComputeWorkgroupsPerDimension } =
      adapter.limits
    return {
      adapter: name,
      limits: { maxStorageBufferBindingSize, maxBufferSize, maxComputeWorkgroupsPerDimension },
      reason: isSoftware
        ? 'in f32; this adapter is software: right, and no faster than wasm'
        : 'in f32',
    }
  },
  gpujs: () => ({ ...here, adapter: `mode ${gpuJsMode()}`, reason: 'in f32, populations alone' }),
}

const lackingSomething = 'This host lacks what it needs.'

const lacking: Readonly<Record<string, string>> = {
  wasm: 'This host has no WebAssembly with 128-bit vectors.',
  gpujs: 'gpu.js is not here: npm install gpu.js, or load it in the page before livn.',
}

export function availableDevices(): Promise<readonly Availability[]> {
  return Promise.all(devices.map(ask))
}

async function ask(kind: DeviceKind): Promise<Availability> {
  const { name } = kind
  const absent = (reason: string): Availability => ({ name, available: false, ...here, reason })
  if (!kind.isAvailable()) return absent(lacking[name] ?? lackingSomething)
  try {
    const findings = await questions[name]?.(kind)
    return { name, available: true, ...(findings ?? { ...here, reason: '' }) }
  } catch (error) {
    return absent(error instanceof Error ? error.message : String(error))
  }
}
