/** The look of emitted JavaScript: what this repository's own formatter would make of it. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { js } from '../../../../compiler/emit/js/emit.ts'
import type { Kernel } from '../../../../compiler/ir/kernel.ts'
import { anyKernel } from '../../random-kernel.ts'

const biome = fileURLToPath(new URL('../../../../node_modules/.bin/biome', import.meta.url))

test('is laid out as the formatter would, except that trailing comments line up', () => {
  const kernels = fc.sample(anyKernel('any'), { numRuns: 200, seed: 3 }).map(named)
  const { text } = js.emit(kernels, { precision: 'f64', title: 'two hundred kernels' })

  const formatted = spawnSync(biome, ['format', '--stdin-file-path=kernels.js'], {
    input: text,
    encoding: 'utf8',
  })

  expect(text.replace(/ +\/\/ /g, ' // ')).toBe(formatted.stdout)
})

const named = (kernel: Kernel, k: number): Kernel => ({ ...kernel, name: `kernel_${k}` })
