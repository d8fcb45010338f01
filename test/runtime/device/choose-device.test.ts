/** Which device runs when nobody or somebody says. */
import { expect, test } from 'vitest'
import { chooseDevice } from '../../../runtime/device/devices.ts'

test('chooses the best device that works here, or the one that is named', () => {
  expect(chooseDevice().name).toBe('wasm')
  expect(chooseDevice('js').name).toBe('js')
  expect(() => chooseDevice('neuron')).toThrow(
    'There is no device neuron. There are wasm, js, interpreter, webgpu, gpujs.',
  )
})
