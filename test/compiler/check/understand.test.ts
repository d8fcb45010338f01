/** What was understood once is not examined again, and never taken for something that has changed. */
import { expect, test } from 'vitest'
import { type Checked, check } from '../../../compiler/check/check.ts'
import type { Source } from '../../../grammar/diagnostics.ts'
import { parse } from '../../../grammar/parse.ts'
import { valueOf } from './check-text.ts'

const leak = { path: 'leak.livn', text: 'function half(x) = x / 2\nfunction third(x) = x / 3' }
const cell: Source = {
  path: 'cell.livn',
  text: 'import half from "leak.livn"\nneuron Cell {\n  param a = 6\n  b = half(a) : 1\n}',
}
const model = 'import Cell from "cell.livn"\nmodel M {\n  population A is Cell\n}'

interface Around {
  readonly files?: readonly Source[]
  readonly library?: ReadonlyMap<string, Source>
}

function checked(text: string, { files = [], library = new Map() }: Around): Checked {
  const load = (path: string) => files.find((each) => each.path === path)
  return check(parse({ path: 'model.livn', text }).file, { loader: { load }, library })
}

const cellOf = ({ declarations }: Checked, name = 'Cell') => {
  const dynamics = declarations.get(name)
  if (!dynamics) throw new Error(`There is no ${name}.`)
  return dynamics
}

test('two models that import one file share what it declares', () => {
  const files = [cell, leak]

  const first = checked(model, { files })
  const second = checked(`# another\n${model}`, { files })

  expect(cellOf(second)).toBe(cellOf(first))
})

test('a declaration is read again when its text changes', () => {
  const changed = { ...cell, text: cell.text.replace('half(a)', 'half(a) + 1') }

  const first = checked(model, { files: [cell, leak] })
  const second = checked(model, { files: [changed, leak] })

  expect(valueOf(cellOf(first), 'b')).toBe('a / 2')
  expect(valueOf(cellOf(second), 'b')).toBe('a / 2 + 1')
})

test('a declaration is read again when a file that it imports changes', () => {
  const changed = { ...leak, text: 'function half(x) = x / 4' }

  const first = checked(model, { files: [cell, leak] })
  const second = checked(model, { files: [cell, changed] })

  expect(valueOf(cellOf(first), 'b')).toBe('a / 2')
  expect(valueOf(cellOf(second), 'b')).toBe('a / 4')
})

test('a declaration is read again when what it extends in the library changes', () => {
  const child = { path: 'child.livn', text: 'neuron Child extends Cell {\n  param a = 9\n}' }
  const text = 'import Child from "child.livn"\nmodel M {\n  population A is Child\n}'
  const changed = { ...cell, text: cell.text.replace('half(a)', 'half(a) + 1') }

  const first = checked(text, { files: [child, leak], library: new Map([['Cell', cell]]) })
  const second = checked(text, { files: [child, leak], library: new Map([['Cell', changed]]) })

  expect(valueOf(cellOf(first, 'Child'), 'b')).toBe('a / 2')
  expect(valueOf(cellOf(second, 'Child'), 'b')).toBe('a / 2 + 1')
})

test('mistakes of an imported file are told to every model that imports it', () => {
  const wrong = { ...cell, text: cell.text.replace('half(a)', 'half(q)') }

  const first = checked(model, { files: [wrong, leak] })
  const second = checked(model, { files: [wrong, leak] })

  expect(first.diagnostics.map(({ code }) => code)).toContain('unknown-name')
  expect(second.diagnostics).toEqual(first.diagnostics)
})

test('draws of a model have the streams they have in a first check', () => {
  const noisy = model.replace('is Cell', 'is Cell { a ~ normal(6, 1) }')
  const again = { ...cell, text: `# the same\n${cell.text}` }

  checked(noisy, { files: [cell, leak] })
  const second = checked(noisy, { files: [cell, leak] })
  const alone = checked(noisy, { files: [again, leak] })

  expect(second.diagnostics).toEqual([])
  expect(second.models[0]?.populations[0]?.overrides[0]?.value).toBe(
    alone.models[0]?.populations[0]?.overrides[0]?.value,
  )
})

test('what has been understood before still counts as work', () => {
  const many = Array.from({ length: 60 }, (_, k) => `  a${k} = ${k} : 1`).join('\n')
  const wide = Array.from({ length: 60 }, (_, k) => `channel C${k} {\n${many}\n}`).join('\n')
  const huge = Array.from({ length: 20 }, (_, n) => {
    const channels = Array.from({ length: 60 }, (_, k) => `  channel C${k}`).join('\n')
    return `neuron N${n} {\n${channels}\n}`
  })
  const files = [{ path: 'huge.livn', text: [wide, ...huge].join('\n') }]
  const names = Array.from({ length: 20 }, (_, n) => `N${n}`)
  const some = `import ${names.slice(0, 10).join(', ')} from "huge.livn"`
  const all = `import ${names.join(', ')} from "huge.livn"`

  const before = checked(some, { files }).diagnostics.map(({ code }) => code)
  const after = checked(all, { files }).diagnostics.map(({ code }) => code)

  expect(before).not.toContain('too-many-statements')
  expect(after).toContain('too-many-statements')
})
