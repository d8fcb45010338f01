/** livn run on systems: cultures by name, their models, stimulation and settings. */
import { expect, test } from 'vitest'
import { fakeShell } from './fake-shell.ts'
import { lif } from './texts.ts'

const run = (...words: readonly string[]) => fakeShell({}).livn('run', ...words)

test('a culture runs by its name, with the usual model', async () => {
  const { code, output } = await run('EI1', '--duration', '50', '--json')

  expect(code).toBe(0)
  expect(JSON.parse(output)).toMatchObject({ cells: 10, duration: 50 })
})

test('a pulse at an electrode makes cells fire that did not', async () => {
  const call = ['EI1', '--model', 'reduced-calcium-culture', '--duration', '60', '--json']
  const silent = [...call, '--set', 'noise-g_e0=0,noise-std_e=0,noise-g_i0=0,noise-std_i=0']
  const quiet = JSON.parse((await run(...silent)).output)

  const pulse = 'channel=0,amplitude=300uA,width=10ms,at=20,shape=monophasic'
  const stimulated = JSON.parse((await run(...silent, '--stimulate', pulse)).output)

  expect(quiet.spikes).toBe(0)
  expect(stimulated.spikes).toBeGreaterThan(0)
})

test.each([
  [['EI7'], 'did you mean EI1?'],
  [['EI1', '--model', 'izhikevich-cultur'], 'did you mean izhikevich-culture?'],
  [['EI1', '--stimulate', 'chanel=3'], 'did you mean channel=…?'],
  [['EI1', '--stimulate', 'amplitude=20mV'], 'amplitude is 20mV; it must be a number of uA'],
  [['EI1', '--stimulate', 'channel=9'], '9'],
  [['EI1', '--set', 'noise-levl=0'], 'There is no noise levl'],
  [
    ['EI1', '--set', 'weight-EXC_EXC-dend-AMPAR-weight=0'],
    'There is no weight EXC_EXC-dend-AMPAR-weight',
  ],
  [['EI1', '--selection', 'e1'], 'e1'],
])('%j is a wrong call, and says so', async (words, message) => {
  const { code, errors } = await run(...words, '--duration', '10')

  expect(errors).toContain(message)
  expect(code).toBe(2)
})

test.each([
  [
    ['net.livn', '--model', 'lif-culture'],
    '--model is for systems, such as EI2; net.livn is a model',
  ],
  [
    ['net.livn', '--selection', 'e1'],
    '--selection is for systems, such as EI2; net.livn is a model',
  ],
  [
    ['EI1', '--count', '5'],
    '--count is for models that do not count their cells; how many EI1 has is its own.',
  ],
  [['EI1', '--record', ','], '--record is ","; it takes names with commas between, such as v,u.'],
  [
    ['net.livn', '--stimulate', 'at=2'],
    '--stimulate needs electrodes, and there are none; run on a system',
  ],
])('livn run %j is a wrong call', async (words, message) => {
  const shell = fakeShell({ 'net.livn': `${lif}model M { population A of 2 is LIF }\n` })

  const { code, output, errors } = await shell.livn('run', ...words)

  expect(errors).toContain(`livn: ${message}`)
  expect([code, output]).toEqual([2, ''])
})
