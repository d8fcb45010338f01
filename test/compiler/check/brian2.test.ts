/** A Brian2 equation is already right: equations of published papers mean something here unchanged. */
import { expect, test } from 'vitest'
import { brian2Blocks } from '../../grammar/brian2-blocks.ts'
import { complaints } from './check-text.ts'

test.each(brian2Blocks)('the equations of $paper have no mistake', ({ kind, block }) => {
  expect(complaints(`${kind} Paper {\n${block}\n}`)).toEqual([])
})
