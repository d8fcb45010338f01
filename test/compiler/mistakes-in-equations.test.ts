/** Mistakes that show only when equations meet are found by a check, which writes no kernels. */
import { expect, test } from 'vitest'
import { check, compile, ModelError } from '../../compiler/index.ts'

function refusedBy(run: () => unknown): readonly string[] {
  try {
    run()
  } catch (error) {
    if (error instanceof ModelError) return error.diagnostics.map(({ code }) => code)
    throw error
  }
  return []
}

const checked = (text: string): readonly string[] =>
  check({ path: 'model.livn', text }).map(({ code }) => code)

test('a method that cannot solve the equations of a cell is refused', () => {
  const text = 'neuron N {\n  dv/dt = -v^2 / (1 ms * 1 mV) : mV\n  v(0) = 1 mV\n  method exact\n}'

  const refused = refusedBy(() => compile(text))

  expect(refused).toHaveLength(1)
  expect(checked(text)).toEqual(refused)
})

test('a method that cannot solve the equations of a connection is refused', () => {
  const text =
    'plasticity P {\n  dx/dt = -x^2 / 1 ms : 1 (clock-driven)\n  method exact\n' +
    '  on pre {\n    x += 1\n    deliver weight * x\n  }\n}'

  const refused = refusedBy(() => compile(text))

  expect(refused).toHaveLength(1)
  expect(checked(text)).toEqual(refused)
})

test('a circle that an attachment closes is refused', () => {
  const text =
    'neuron N {\n  input I : pA from noise\n  dv/dt = I / 1 pF : mV\n  g = I * 2 : pA\n}\n' +
    'noise B {\n  needs g : pA\n  I = g : pA\n}\n' +
    'model M {\n  population A is N\n  noise A is B\n}'

  const refused = refusedBy(() => compile(text))

  expect(refused).toEqual(['definition-cycle'])
  expect(checked(text)).toEqual(refused)
})
