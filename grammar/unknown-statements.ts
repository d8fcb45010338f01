/** Lines that start no statement of their block: what was probably meant, and where it belongs. */
import { didYouMean } from './did-you-mean.ts'
import { is, isName, last, type Recognize, shown } from './stop.ts'
import * as T from './tokens.ts'
import { keyword } from './tokens.ts'

export const strayAssignment: Recognize = (stop) => {
  const assigns = is(stop.next, T.AddTo, T.TakeFrom, T.TimesBy, T.DivideBy)
  if (!stop.opens || !assigns || last(stop) === 'actions') return undefined
  return {
    code: 'unknown-statement',
    message: `${stop.next?.image} changes a value when something happens.`,
    notes: ['Write it inside reset { … }, on pre { … } or on step { … }.'],
  }
}

export const conditionAsStatement: Recognize = ({ token, opens }) =>
  is(token, keyword('if')) && opens
    ? {
        code: 'unknown-statement',
        message: 'if chooses between two values; it starts no statement.',
        notes: ['Write NAME = if v > 0 mV then a else b : unit.'],
      }
    : undefined

/** Words that open a statement, by what holds it. */
const openers: Readonly<Record<string, readonly string[]>> = {
  file: ['import', 'function', 'neuron', 'synapse', 'plasticity', 'noise', 'channel', 'model'],
  body: [
    'param',
    'state',
    'input',
    'needs',
    'channel',
    'compartment',
    'axial',
    'threshold',
    'reset',
    'refractory',
    'on',
    'event',
    'every',
    'record',
    'method',
  ],
  model: ['population', 'synapse', 'noise', 'section', 'connect'],
}

const holders: Readonly<Record<string, readonly [holder: string, sentence: string]>> = {
  file: [
    'file',
    'A file holds import, function, neuron, synapse, plasticity, noise, channel and model.',
  ],
  body: [
    'body',
    'Statements are param, input, dx/dt = … : unit, NAME = … : unit, threshold, reset { … }, on pre { … } and so on.',
  ],
  statement: ['body', 'Statements are param, input, dx/dt = … : unit, NAME = … : unit and so on.'],
  modelDeclaration: ['model', 'A model holds population, synapse, noise, section and connect.'],
  cast: ['model', 'A model holds population, synapse, noise, section and connect.'],
}

export const unknownStatement: Recognize = (stop) => {
  const { token } = stop
  const [holder, sentence] = holders[last(stop)] ?? []
  if (holder === undefined || sentence === undefined || !stop.opens) return undefined
  const elsewhere = Object.entries(openers).find(([, words]) => words.includes(token.image))
  const place = {
    file: 'at the top of a file',
    body: 'inside a neuron, synapse, plasticity, noise or channel',
    model: 'inside a model',
  }
  const moved = elsewhere && place[elsewhere[0] as keyof typeof place]
  const near = isName(token) ? didYouMean(token.image, openers[holder] ?? []) : undefined
  const image = token.image === '' || is(token, T.NewLine) ? 'This' : shown(token)
  return {
    code: 'unknown-statement',
    message: moved ? `${token.image} stands ${moved}.` : `${image} starts no statement here.`,
    notes: [sentence],
    ...(near ? { fix: { replacement: near } } : {}),
  }
}
