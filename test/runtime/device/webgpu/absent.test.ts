/** Without the package or a driver, the message says what is missing and what to use instead. */
import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.doUnmock('webgpu')
  vi.resetModules()
  vi.unstubAllEnvs()
})

test('without the package webgpu it says how to get it', async () => {
  vi.doMock('webgpu', () => {
    throw new Error('Cannot find package')
  })
  const { findAdapter } = await import('../../../../runtime/device/webgpu/adapter.ts')

  await expect(findAdapter()).rejects.toThrow(/npm install webgpu, or use backend wasm/)
})

test('without a driver it says so', async () => {
  vi.stubEnv('LIVN_DAWN', 'backend=d3d12')
  const { findAdapter } = await import('../../../../runtime/device/webgpu/adapter.ts')

  await expect(findAdapter()).rejects.toThrow(/found no adapter.*Use backend wasm/)
})
