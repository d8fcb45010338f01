/** What Dawn says about WGSL, on a device that computes nothing and needs no driver. */
import { create, globals } from 'webgpu'

/** The errors of some code with their lines, none where it is valid. Close it at the end. */
export interface Judge {
  readonly faultsOf: (code: string) => Promise<readonly string[]>
  readonly close: () => void
}

export async function openJudge(): Promise<Judge> {
  Object.assign(globalThis, globals)
  // Kept as long as the device: if it were collected, Dawn would be torn down in use.
  const gpu = create(['backend=null'])
  const adapter = await gpu.requestAdapter()
  if (!adapter) throw new Error('the null backend has no adapter')
  const device = await adapter.requestDevice()
  return {
    faultsOf: async (code) => {
      device.pushErrorScope('validation')
      const { messages } = await device.createShaderModule({ code }).getCompilationInfo()
      await device.popErrorScope()
      const lines = code.split('\n')
      return messages
        .filter(({ type }) => type === 'error')
        .map(({ message, lineNum }) => `${message}: ${lines[lineNum - 1]?.trim()}`)
    },
    close: () => {
      device.destroy()
      void gpu
    },
  }
}
