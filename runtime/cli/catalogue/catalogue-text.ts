/** The catalogue of models as a document: a table for each family, from the comments above declarations. */
import type { Found } from '../find-meanings.ts'
import { kindOf } from '../find-meanings.ts'
import { sentenceOf } from '../responses/subject.ts'
import { pictureName } from './neuron-picture.ts'

/** Folders of the library in the order of the document; others come last. */
const families: Readonly<Record<string, string>> = {
  neurons: 'Neurons, each under a current that makes it spike.',
  channels: 'Ion channels, to build neurons from.',
  synapses: 'What a spike does to its target.',
  plasticity: 'What spikes do to a connection.',
  noise: 'What reaches a cell from nowhere in particular.',
  cultures: 'Who plays whom on a system such as EI2: names for `--model`.',
  networks: 'Networks of the literature, which bring their own cells and connections.',
}

const opening = `# Models

<!-- Written by \`livn models catalogue\` from the comments of the files; change those. -->

## For

The library: neurons, channels, synapses, plasticity, noise, cultures and networks, as text. Every
declaration says in the comment above it what it is and where it comes from.

## In and out

A file in, its declarations out: \`import LIF from "../neurons/lif.livn"\`, or by name alone in a
model.

\`\`\`sh
livn models list --kind neuron      # what there is
livn models describe LIF            # parameters, units, meanings
livn models plot LIF --out lif.svg  # what it does when it is tried out
\`\`\`

Numbers of \`tuned/\` make a culture live on a system: \`tuned/<model>/<system>.json\`.

## Reading order
`

const ending = `
## How to add one

Write one file in the folder of its family. The comment above each declaration says what it is and
cites the source; a comment behind each parameter says what it means. Nothing is registered: the
tests find the file, check it, print its golden texts and run it on every device. \`npx livn models
catalogue\` writes it into this page, with the picture of a neuron.
`

/** `models/neurons/lif.livn` → `neurons/lif.livn` */
export const insideLibrary = (path: string): string =>
  path.replace(/^.*models[\\/]/, '').replaceAll('\\', '/')

const familyOf = ({ source }: Found): string => insideLibrary(source.path).split('/')[0] ?? ''

export function catalogueText(all: readonly Found[]): string {
  const found = new Set(all.map(familyOf))
  const ordered = [...new Set([...Object.keys(families), ...found])].filter((each) =>
    found.has(each),
  )
  const tables = ordered.map((family) => {
    const own = all.filter((each) => familyOf(each) === family)
    const title = `${family[0]?.toUpperCase() ?? ''}${family.slice(1)}`
    return `\n### ${title}\n\n${families[family] ?? ''}\n\n${tableOf(own)}\n`
  })
  return `${opening}${tables.join('')}${ending}`
}

/** Kinds are said only where there are several. */
function tableOf(all: readonly Found[]): string {
  const isMixed = new Set(all.map(({ meaning }) => kindOf(meaning))).size > 1
  const hasPictures = all.some(({ meaning }) => kindOf(meaning) === 'neuron')
  const titles = [
    ...(hasPictures ? [''] : []),
    'name',
    ...(isMixed ? ['kind'] : []),
    'what it is',
    'source',
  ]
  const rows = all.map((each) => {
    const { meaning, source } = each
    const kind = kindOf(meaning)
    const path = insideLibrary(source.path)
    const picture = kind === 'neuron' ? `![${meaning.name}](pictures/${pictureName(each)})` : ''
    return [
      ...(hasPictures ? [picture] : []),
      `[${meaning.name}](${path})`,
      ...(isMixed ? [kind] : []),
      cell(sentenceOf(meaning.doc)),
      cell(citationOf(meaning.doc)),
    ]
  })
  const lines = [titles, titles.map(() => '---'), ...rows]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}

/** The lines that name a year, without the first, which says what it is. */
export function citationOf(doc: string): string {
  const lines = doc.split('\n').map((line) => line.trim())
  return lines.filter((line, k) => k > 0 && /\(\d{4}\)/.test(line)).join(' ')
}

/** As text in a table: nothing in a comment is markup. */
const cell = (text: string): string =>
  text.replace(/[\\|`*_[\]<>]/g, (sign) =>
    sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : `\\${sign}`,
  )
