/** The step of populations as gpu.js gets it, and what stays on the processor. */
import { expect, test } from 'vitest'
import { compileDeclaration } from '../../../../compiler/compile.ts'
import { gpuFormOf } from '../../../../compiler/emit/gpujs/gpu-form.ts'
import { writeGpuFunctions } from '../../../../compiler/emit/gpujs/write-functions.ts'
import type { Dynamics } from '../../../../compiler/ir/dynamics.ts'
import { libraryMeanings } from '../../../library.ts'
import { call, keeps, kernel, letBe, reads, spike, store, when } from '../../build-kernel.ts'

const neurons = ['LIF', 'HodgkinHuxley', 'AdEx', 'OrnsteinUhlenbeck']

test.each(neurons)('%s as functions of one cell', async (name) => {
  const meaning = libraryMeanings.find((each) => each.name === name)?.meaning as Dynamics
  const { kernels } = compileDeclaration(meaning, { target: 'gpujs' }).artifact
  const step = kernels.find((each) => each.name === 'step')
  const form = step && gpuFormOf(step)

  const text = form
    ? writeGpuFunctions(form).map((each) => `// ${each.output}\n${each.text}\n`)
    : []

  await expect(text.join('\n')).toMatchFileSnapshot(`../../../golden/code/gpujs/${name}.js`)
})

const step = { events: ['spike'], buffers: [keeps('v'), reads('x')] }

test('random numbers are drawn beforehand where the host knows what they depend on', () => {
  const known = call('poisson', 'x', 'seed', 7, 'i', 'step')
  const unknown = call('poisson', 'v', 'seed', 7, 'i', 'step')

  expect(gpuFormOf(kernel({ ...step, each: [store('v', known)] }))?.draws).toHaveLength(1)
  expect(gpuFormOf(kernel({ ...step, each: [store('v', unknown)] }))).toBeUndefined()
})

test('steps are only compared with the present one; anything else stays on the processor', () => {
  const last = keeps('last', 'element', { type: 'integer' })
  const buffers = [...step.buffers, last]
  const isFree = call('greater', call('elapsed', 'step', 'last'), 20)
  const simple = [
    letBe('free', isFree),
    when(call('greater', 'v', 'x'), [spike(), store('last', 'step')]),
  ]
  const counted = [store('v', call('multiply', 'last', 2))]

  expect(gpuFormOf(kernel({ ...step, buffers, each: simple }))?.outputs).toEqual(['last', 'spike'])
  expect(gpuFormOf(kernel({ ...step, buffers, each: counted }))).toBeUndefined()
})

test('more arrays than WebGL2 promises stay on the processor', () => {
  const many = Array.from({ length: 17 }, (_, k) => reads(`x${k}`))
  const each = many.map(({ name }) => store('v', call('add', 'v', name)))

  expect(gpuFormOf(kernel({ ...step, buffers: [keeps('v'), ...many], each }))).toBeUndefined()
})
