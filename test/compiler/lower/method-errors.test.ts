/** A method that cannot treat the equations says which equation, why, and which method can. */
import { expect, test } from 'vitest'
import { check, render } from '../../../compiler/index.ts'
import { ModelFiles } from '../../../runtime/model-files.ts'

test('method-unsuited is told as its golden file says', async () => {
  const files = new ModelFiles('test/golden/errors')

  const found = check(files.read('method-unsuited.livn'), files.surroundings)

  const text = `${found.map((diagnostic) => render(diagnostic)).join('\n\n')}\n`
  expect(found.map((diagnostic) => diagnostic.code)).toEqual(['method-unsuited'])
  await expect(text).toMatchFileSnapshot('../../golden/errors/method-unsuited.txt')
})

test.each([
  ['exponential_euler', 'dx/dt = -x^2 / ms : 1', 'rk2'],
  ['exact', 'dx/dt = -x * y / ms : 1\n  dy/dt = -y / ms : 1', 'exponential_euler'],
  ['rk4', 'dx/dt = -x / ms + xi / sqrt(ms) : 1', 'euler'],
  ['euler', 'dx/dt = -x / ms + x * xi / sqrt(ms) : 1', 'heun'],
  ['milstein', 'dx/dt = -x / ms + x * xi_1 / sqrt(ms) + x * xi_2 / sqrt(ms) : 1', 'heun'],
])('%s refuses what it cannot treat and names a method that can', (method, equations, better) => {
  const text = `neuron X {\n  ${equations}\n  method ${method}\n}`

  const [first] = check({ path: 'x.livn', text })

  expect(first?.code).toBe('method-unsuited')
  expect(first?.notes.join(' ')).toContain(`method ${better} can`)
})
