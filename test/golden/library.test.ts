/** What the compiler makes of every library model, as files a reviewer can read. */
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { compileDeclaration, compileModel } from '../../compiler/compile.ts'
import { printDynamics } from '../../compiler/ir/print-dynamics.ts'
import { printKernels } from '../../compiler/ir/print-kernel.ts'
import { printModel } from '../../compiler/ir/print-model.ts'
import type { Program } from '../../compiler/index.ts'
import { libraryMeanings, type Meaning } from '../library.ts'

const compiled = ({ meaning }: Meaning, target: string): Program =>
  'populations' in meaning ? compileModel(meaning, { target }) : compileDeclaration(meaning, { target })

/** Two files may declare one name: the file tells them apart. */
const fileOf = ({ path, name }: Meaning): string => `${basename(path, '.livn')}.${name}`

const methodsOf = ({ populations }: Program): string => {
  const methods = populations.flatMap((p) => p.methods.map((choice) => choice.method))
  return [...new Set(methods)].join('+') || 'events'
}

test.each(libraryMeanings.map((each) => [each.name, each] as const))('%s means what it says', async (_, each) => {
  const { meaning } = each
  const text = 'populations' in meaning ? printModel(meaning) : printDynamics(meaning)
  await expect(`${text.trimEnd()}\n`).toMatchFileSnapshot(`meaning/${fileOf(each)}.txt`)
})

test.each(libraryMeanings.map((each) => [each.name, each] as const))('%s becomes kernels', async (_, each) => {
  const program = compiled(each, 'js')
  const text = printKernels(program.artifact.kernels)
  await expect(`${text.trimEnd()}\n`).toMatchFileSnapshot(`kernels/${fileOf(each)}.${methodsOf(program)}.txt`)
})

test.each(libraryMeanings.map((each) => [each.name, each] as const))('%s becomes JavaScript', async (_, each) => {
  await expect(compiled(each, 'js').artifact.text).toMatchFileSnapshot(`code/library/${fileOf(each)}.js`)
})

/** A model repeats the code of its neurons; its listing would say nothing new. */
const declarations = libraryMeanings.filter(({ meaning }) => !('populations' in meaning))

test.each(declarations.map((each) => [each.name, each] as const))('%s becomes WebAssembly', async (_, each) => {
  await expect(compiled(each, 'wasm').artifact.text).toMatchFileSnapshot(`code/library/${fileOf(each)}.wat`)
})

test.each(declarations.map((each) => [each.name, each] as const))('%s becomes WGSL', async (_, each) => {
  await expect(compiled(each, 'wgsl').artifact.text).toMatchFileSnapshot(`code/library/${fileOf(each)}.wgsl`)
})
