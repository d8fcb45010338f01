/** Whether this machine has an adapter, asked once; tests that need one say that they are skipped. */
import { findAdapter } from '../../../../runtime/device/webgpu/adapter.ts'

async function ask(): Promise<{ readonly name?: string; readonly reason: string }> {
  try {
    const { name } = await findAdapter()
    return { name, reason: '' }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

const { name: found, reason } = await ask()

/** Undefined where there is none. */
export const adapterName = found

export const skipped = `(skipped: no adapter. ${reason.split(/[.:(]/)[0]})`
