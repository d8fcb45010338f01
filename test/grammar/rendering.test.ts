/** A diagnostic shows the place, the line, a caret under the wrong part, and says what to do. */
import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../grammar/diagnostics.ts'
import { renderDiagnostic } from '../../grammar/render.ts'

/** A complaint about the marked part of a text: `a «b» c`. */
function about(marked: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const text = marked.replace(/[«»]/g, '')
  const start = marked.indexOf('«')
  const end = marked.indexOf('»') - 1
  return {
    code: 'unit-mismatch',
    severity: 'error',
    span: { source: { path: 'lif.livn', text }, start, end },
    message: 'This is wrong.',
    notes: [],
    ...more,
  }
}

const lines = (...all: readonly string[]): string => all.join('\n')

test('place, code, line, caret, message, notes and repair follow each other', () => {
  const diagnostic = about('neuron LIF {\n  dv/dt = «I / E_L» : mV\n}\n', {
    message: 'dv/dt of a voltage in mV must be in mV/ms; this is nS.',
    notes: ['I is a current in pA.'],
  })
  const fix = { span: diagnostic.span, replacement: 'I / C', sentence: 'Write I / C.' }

  expect(renderDiagnostic({ ...diagnostic, fix })).toBe(
    lines(
      'lif.livn:2:11  unit-mismatch',
      '  2 |   dv/dt = I / E_L : mV',
      '    |           ^^^^^^^',
      '  dv/dt of a voltage in mV must be in mV/ms; this is nS.',
      '  I is a current in pA.',
      '  Fix: Write I / C.',
    ),
  )
})

test('the gutter grows with the number of the line', () => {
  expect(renderDiagnostic(about(`${'\n'.repeat(99)}a «b»`))).toBe(
    lines('lif.livn:100:3  unit-mismatch', '  100 | a b', '      |   ^', '  This is wrong.'),
  )
})

test('carets stay under their part behind tabs', () => {
  expect(renderDiagnostic(about('\t\tv = «w»'))).toBe(
    lines('lif.livn:1:7  unit-mismatch', '  1 |   v = w', '    |       ^', '  This is wrong.'),
  )
})

test('what goes on in the next line is underlined to the end of the first', () => {
  expect(renderDiagnostic(about('v = «a +\n    b»'))).toContain(
    lines('  1 | v = a +', '    |     ^^^\n'),
  )
})

test('line ends of other systems are not shown', () => {
  expect(renderDiagnostic(about('a\r\nb = «c»\r\n'))).toContain(
    lines('lif.livn:2:5  unit-mismatch', '  2 | b = c', '    |     ^\n'),
  )
})

test('something missing at the end of the text has a caret behind the last letter', () => {
  expect(renderDiagnostic(about('v = «»'))).toContain(lines('  1 | v =', '    |     ^\n'))
})

test('an empty text can be complained about', () => {
  expect(renderDiagnostic(about('«»'))).toContain(lines('lif.livn:1:1', '').trimEnd())
})

test('a very long line is cut around the wrong part', () => {
  const [, line = '', caret = ''] = renderDiagnostic(
    about(`x = ${'a + '.repeat(200)}«wrong»${' + b'.repeat(200)}`),
  ).split('\n')

  expect(line.length).toBeLessThan(120)
  expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('wrong')
})

test('color changes nothing but the color', () => {
  const diagnostic = about('v = «w»', { severity: 'warning' })

  const painted = renderDiagnostic(diagnostic, { color: true })

  expect(painted).toContain('\u001b[33m^\u001b[0m')
  expect(stripVTControlCharacters(painted)).toBe(renderDiagnostic(diagnostic))
})

test('a text cannot give orders to the terminal or turn a line around', () => {
  const shown = renderDiagnostic(about('«\u001b[2J\u202e»', { message: 'No \u001b[31m here.' }))

  expect(shown).not.toContain('\u001b')
  expect(shown).not.toContain('\u202e')
})

test('a text that begins with an empty line is shown from its beginning', () => {
  const span = { source: { path: 'x.livn', text: '\nneuron' }, start: 0, end: 0 }

  const [place, line, carets] = renderDiagnostic({ ...about('«»'), span }).split('\n')

  expect(place).toContain('x.livn:1:1')
  expect(line).toBe('  1 |')
  expect(carets).toBe('    | ^')
})

test('any span of any text can be shown, its carets below its line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
      const start = a % (text.length + 1)
      const end = Math.min(text.length, start + (b % 20))
      const span = { source: { path: 'x.livn', text }, start, end }

      const [, line = '', carets = ''] = renderDiagnostic({ ...about('«»'), span }).split('\n')

      expect(line).toMatch(/^ {2}\d+ \|/)
      expect(carets).toMatch(/^ +\| +\^+$/)
    }),
  )
})
