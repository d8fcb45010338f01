/** Workers that fail end the run with an error that says so, and keep nobody waiting. */
import { expect, test } from 'vitest'
import { Crew } from '../../../runtime/device/wasm-steps/crew.ts'

const memory = (): WebAssembly.Memory =>
  new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })

/** (func (export "steps") (param i32 i32) (result i32) …), over the shared memory. */
const steps = (...body: readonly number[]): Uint8Array =>
  Uint8Array.of(
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, 7, 1, 0x60, 2, 0x7f, 0x7f, 1, 0x7f],
    ...[2, 17, 1, 4, ...letters('livn'), 6, ...letters('memory'), 2, 3, 1, 1],
    ...[3, 2, 1, 0],
    ...[7, 9, 1, 5, ...letters('steps'), 0, 0],
    ...[10, 4 + body.length, 1, 2 + body.length, 0, ...body, 0x0b],
  )

const letters = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0))

const unreachable = steps(0x00)
const answersLast = steps(0x20, 1)

const abandoned = ({ buffer }: WebAssembly.Memory): Int32Array => new Int32Array(buffer, 128, 1)

test('all workers do their steps, and the next one to do is the last', async () => {
  const shared = memory()
  const crew = new Crew(2, shared)

  const repeated = crew.ready([], [answersLast, answersLast], abandoned(shared))

  expect(await repeated.run(0, 5)).toBe(5)
  crew.dismiss()
})

test('a worker that traps ends the run, tells the others, and is not asked again', async () => {
  const shared = memory()
  const crew = new Crew(2, shared)
  const repeated = crew.ready([], [answersLast, unreachable], abandoned(shared))

  await expect(repeated.run(0, 5)).rejects.toThrow('RuntimeError: unreachable')

  expect(abandoned(shared)[0]).toBe(1)
  await expect(repeated.run(5, 9)).rejects.toThrow('RuntimeError: unreachable')
  crew.dismiss()
})

test('a worker that cannot load its steps says why', async () => {
  const shared = memory()
  const crew = new Crew(1, shared)

  const repeated = crew.ready([], [Uint8Array.of(1, 2, 3)], abandoned(shared))

  await expect(repeated.run(0, 1)).rejects.toThrow('WebAssembly.Module()')
  crew.dismiss()
})
