/** `livn models`: what there is, what it offers, what it does. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fakeShell } from './fake-shell.ts'
import { lif } from './texts.ts'

test('models are listed by kind, name and what they are, in columns', async () => {
  const { code, output } = await fakeShell().livn('models', 'list', '--kind', 'noise')

  const lines = output.trimEnd().split('\n')
  expect(code).toBe(0)
  expect(lines).toContain(
    'noise  OrnsteinUhlenbeck       Coloured current noise with mean mu and stationary deviation sigma.',
  )
  expect(lines.every((line) => line.startsWith('noise  '))).toBe(true)
})

test('files of one’s own are listed instead, as JSON for scripts', async () => {
  const shell = fakeShell({ 'mine.livn': lif })

  const { output } = await shell.livn('models', 'list', 'mine.livn', '--json')

  expect(JSON.parse(output)).toEqual([
    {
      kind: 'neuron',
      name: 'LIF',
      sentence: 'Leaky integrate-and-fire neuron.',
      path: 'mine.livn',
    },
  ])
})

test('a model is described by its name', async () => {
  const { code, output } = await fakeShell().livn('models', 'describe', 'NMDA')

  expect(code).toBe(0)
  expect(output).toMatch(/^synapse NMDA .*# models\/synapses\/nmda\.livn/)
  expect(output).toMatch(/tau_decay +100 ms/)
})

test('a file of the library goes by its name without ending', async () => {
  const { output } = await fakeShell().livn('models', 'describe', 'izhikevich-culture')

  expect(output).toMatch(/^model IzhikevichCulture/)
})

test('which declaration of a file is meant may be said', async () => {
  const { output } = await fakeShell().livn(
    'models',
    'describe',
    'networks/cuba.livn',
    '--name',
    'Excite',
    '--json',
  )

  expect(JSON.parse(output)).toMatchObject([{ kind: 'synapse', name: 'Excite' }])
})

test('a slip of the pen gets the name that was meant', async () => {
  const { code, errors } = await fakeShell().livn('models', 'describe', 'Izhikevitch')

  expect(code).toBe(2)
  expect(errors).toMatch(/There is no model Izhikevitch in the library; did you mean Izhikevich\?/)
})

test('a name that several networks use is asked about', async () => {
  const { code, errors } = await fakeShell().livn('models', 'plot', 'Excite')

  expect(code).toBe(2)
  expect(errors).toMatch(/networks\/cuba\.livn.*say which by its file and --name Excite/)
})

test('a plot is written beside, and standard output stays free', async () => {
  const shell = fakeShell({ 'mine.livn': lif })

  const { code, output, errors } = await shell.livn('models', 'plot', 'mine.livn')

  expect([code, output]).toEqual([0, ''])
  expect(errors).toBe('LIF is drawn in LIF.svg\n')
  expect(shell.read('LIF.svg')).toMatch(/^<svg [\s\S]*It spikes from 20\d pA on\.[\s\S]*<\/svg>\n$/)
})

test('an ending that is no picture is refused before anything is tried', async () => {
  const shell = fakeShell()

  const { code, errors } = await shell.livn('models', 'plot', 'Absent', '--out', 'lif.gif')

  expect(code).toBe(2)
  expect(errors).toBe('livn: --out lif.gif: the ending must be .svg or .png.\n')
})

test('a network of one’s own is run for its picture', async () => {
  const shell = fakeShell({ 'net.livn': `${lif}model Two { population A of 2 is LIF }\n` })

  const { code } = await shell.livn(
    'models',
    'plot',
    'net.livn',
    '--out',
    'net.svg',
    '--theme',
    'dark',
  )

  expect(code).toBe(0)
  expect(shell.read('net.svg')).toContain('0 spikes of 2 cells')
  expect(existsSync(join(shell.folder, 'Two.svg'))).toBe(false)
})

test('a group without a command is helped', async () => {
  const { code, errors } = await fakeShell().livn('models')

  expect(code).toBe(2)
  expect(errors).toMatch(/Commands:[\s\S]*list[\s\S]*describe[\s\S]*plot/)
})
