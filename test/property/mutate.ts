/** Random damage to model texts: what a stranger, a cat or a broken editor might send. */
import { uniformAt } from '../../compiler/ir/random.ts'

/** A stream of random choices that a seed fixes. */
export class Chance {
  private step = 0
  private readonly seed: number

  constructor(seed: number) {
    this.seed = seed
  }

  below(n: number): number {
    this.step += 1
    return Math.floor(uniformAt(this.seed, 77, 0, this.step) * n)
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.below(list.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
}

const words = [
  'neuron',
  'synapse',
  'model',
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
  'pre',
  'post',
  'event',
  'every',
  'record',
  'method',
  'deliver',
  'if',
  'then',
  'else',
  'and',
  'or',
  'not',
  'xi',
  'dv/dt',
  'v(0)',
  'v',
  'I',
  'g',
  'x_pre',
  'lastspike',
  'not_refractory',
  '__proto__',
  'constructor',
  'await',
  'toString',
  'exp(',
  'randn()',
  'poisson(',
  'clip(',
  '(',
  ')',
  '{',
  '}',
  ':',
  ';',
  '=',
  '+=',
  '~',
  '^',
  '**',
  '//',
  '%',
  '--',
  '-',
  '*',
  '/',
  '<',
  '==',
  '"../../etc/passwd"',
  'import',
  'from',
  '1e999',
  '0',
  '3.5',
  '-1',
  '1e-320',
  'mV',
  'ms',
  'second^(-1/2)',
  '(unless refractory)',
  '(event-driven)',
  '(every 1 ms)',
  '\n',
  '# */ process.exit() `${1}`',
  '\u0000',
  'é',
  '🧠',
  '"',
  '\\',
  '[',
  ']',
  'extends',
  'inf',
  'true',
] as const

const tokensOf = (text: string): string[] => text.match(/[A-Za-z_]\w*|[\d.]+|\s+|./gsu) ?? []

/** A text with a few changes: tokens dropped, doubled, swapped, replaced, or spliced in from another. */
export function mutate(texts: readonly string[], chance: Chance): string {
  const tokens = tokensOf(chance.pick(texts))
  const changes = 1 + chance.below(chance.below(2) === 0 ? 1 : 6)
  for (let k = 0; k < changes && tokens.length > 0; k++) damage(tokens, texts, chance)
  return tokens.join('')
}

function damage(tokens: string[], texts: readonly string[], chance: Chance): void {
  const at = chance.below(tokens.length)
  switch (chance.below(7)) {
    case 0:
      tokens.splice(at, 1 + chance.below(4))
      break
    case 1:
      tokens.splice(at, 0, tokens[at] ?? '')
      break
    case 2:
      tokens.splice(at, 1, chance.pick(words))
      break
    case 3:
      tokens.splice(at, 0, ` ${chance.pick(words)} `)
      break
    case 4: {
      const other = chance.below(tokens.length)
      const kept = tokens[at] ?? ''
      tokens[at] = tokens[other] ?? ''
      tokens[other] = kept
      break
    }
    case 5: {
      const donor = tokensOf(chance.pick(texts))
      const from = chance.below(donor.length)
      tokens.splice(at, 0, ...donor.slice(from, from + chance.below(40)))
      break
    }
    default:
      tokens.splice(at, 1, tokens[chance.below(tokens.length)] ?? '')
  }
}

/** Words of the language and others in no order at all. */
export const babble = (chance: Chance): string =>
  Array.from({ length: 1 + chance.below(80) }, () => chance.pick(words)).join(
    chance.pick([' ', '', '\n']),
  )
