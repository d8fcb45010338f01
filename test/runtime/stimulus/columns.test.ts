/** Whose values a stimulus holds, and how it is brought into the order of a network. */
import { expect, test } from 'vitest'
import { Stimulus } from '../../../runtime/stimulus/stimulus.ts'

const first = (stimulus: Stimulus): readonly number[] => [...(stimulus.window()[0] ?? [])]

test('cells without a column get nothing', () => {
  const stimulus = new Stimulus([[5, 7]], { gids: [3, 1] })

  const aligned = stimulus.alignGids([0, 1, 2, 3])

  expect(first(aligned)).toEqual([0, 7, 0, 5])
  expect([...(aligned.gids ?? [])]).toEqual([0, 1, 2, 3])
})

test('several columns of one cell add up', () => {
  const stimulus = new Stimulus([[5, 7]], { gids: [1, 1] })

  expect(first(stimulus.alignGids([0, 1]))).toEqual([0, 12])
})

test('potentials of sections do not add up', () => {
  const stimulus = new Stimulus([[100, 200]], { gids: [1, 1], sections: ['soma', 'dend'] })

  expect(() => stimulus.alignGids([0, 1])).toThrow(/section\('soma'\)/)
  expect(first(stimulus.section('dend').alignGids([0, 1]))).toEqual([0, 200])
})

test('a column for a cell that is not there is a wrong call', () => {
  const stimulus = new Stimulus([[5]], { gids: [9] })

  expect(() => stimulus.alignGids([0, 1])).toThrow(/cell 9, which is none of the 2 cells/)
})

test('columns without cells are the cells in their order', () => {
  const stimulus = new Stimulus([[5, 7]])

  expect(first(stimulus.alignGids([8, 9]))).toEqual([5, 7])
  expect(() => stimulus.alignGids([8, 9, 10])).toThrow(/2 columns and no gids; there are 3 cells/)
})

test('one column can be given to many cells', () => {
  const stimulus = new Stimulus([1, 2, 3]).spread([4, 5])

  expect(stimulus.window().map((row) => [...row])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ])
})

test('a full ordering of cells and sections takes the columns it knows', () => {
  const stimulus = new Stimulus([[1, 2, 3]], {
    gids: [7, 7, 9],
    sections: ['soma', 'dend', 'soma'],
  })

  const expanded = stimulus.expand([6, 6, 7, 7], ['soma', 'dend', 'soma', 'dend'])

  expect(first(expanded)).toEqual([0, 0, 1, 2])
})

test('an ordering with sections needs a stimulus with sections', () => {
  const stimulus = new Stimulus([[1]], { gids: [7] })

  expect(() => stimulus.expand([7], ['soma'])).toThrow(
    /ordering tells sections apart and the stimulus does not/,
  )
})

test('a section that there is not is named with those there are', () => {
  const stimulus = new Stimulus([[1]], { gids: [7], sections: ['soma'] })

  expect(() => stimulus.section('axon')).toThrow(/its sections are soma/)
})
