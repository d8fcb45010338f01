/** Pixels from drawings. */
import { expect, test } from 'vitest'
import { page } from '../../../runtime/pictures/page.ts'
import { runFigure } from '../../../runtime/pictures/run-figure.ts'
import { toPNG } from '../../../runtime/pictures/to-png.ts'
import { smallRun } from './small-run.ts'

test('a drawing becomes a PNG of twice its size', async () => {
  const bytes = await toPNG('<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>')

  const view = new DataView(bytes.buffer, bytes.byteOffset)
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([60, 40])
})

test('text is there without any font of the machine', async () => {
  const text = (words: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text x="5" y="20" font-family="system-ui, sans-serif">${words}</text></svg>`

  const [written, empty] = [await toPNG(text('µA → Ω')), await toPNG(text(''))]

  expect(written.length).toBeGreaterThan(2 * empty.length)
})

test('light and dark are different pixels', async () => {
  const picture = runFigure(smallRun('EXC'))

  const light = await toPNG(page(picture, { title: 'A', theme: 'light' }), 0.5)
  const dark = await toPNG(page(picture, { title: 'A', theme: 'dark' }), 0.5)

  expect(Buffer.compare(light, dark)).not.toBe(0)
})

test('what is no drawing says so', async () => {
  await expect(toPNG('a cat')).rejects.toThrow(/^The drawing is no SVG: /)
})
