/** `livn devices` tells what can run a network here. */
import { expect, test } from 'vitest'
import { adapterName } from '../runtime/device/webgpu/adapter-here.ts'
import { fakeShell } from './fake-shell.ts'

test('lists every backend as JSON, with what it is missing or can do', async () => {
  const { code, output } = await fakeShell().livn('devices', '--json')

  const all = JSON.parse(output) as readonly Record<string, unknown>[]
  expect(code).toBe(0)
  expect(all.map(({ name }) => name)).toEqual(['wasm', 'js', 'interpreter', 'webgpu', 'gpujs'])
  for (const each of all) {
    expect(Object.keys(each)).toEqual(['name', 'available', 'adapter', 'limits', 'reason'])
  }
  expect(all.find(({ name }) => name === 'wasm')).toMatchObject({ available: true, adapter: null })
})

test('says which adapter there is, or what is missing', async () => {
  const { output } = await fakeShell().livn('devices', '--json')

  const all = JSON.parse(output) as readonly Record<string, unknown>[]
  const card = all.find(({ name }) => name === 'webgpu')
  expect(card?.available).toBe(adapterName !== undefined)
  expect(card?.adapter).toBe(adapterName ?? null)
  expect(card?.reason).toMatch(
    adapterName === undefined ? /use backend wasm|Use backend wasm/ : /f32/,
  )
})

test('shows a line for each to people', async () => {
  const { output } = await fakeShell().livn('devices')

  expect(output).toMatch(/^wasm +available +the default$/m)
  expect(output.trimEnd().split('\n')).toHaveLength(5)
})
