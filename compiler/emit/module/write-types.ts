/** Writes the types of a compiled module: its parameters, arrays and kernels with units and meaning. */
import type {
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  OptionalKind,
  SourceFile,
} from 'ts-morph'
import type { Kernel } from '../../ir/kernel.ts'
import type { Program, Slot } from '../../program.ts'
import { safeComment } from '../code-writer.ts'
import { propertyName, stringLiteral } from '../js/literals.ts'
import { parameters } from '../js/scope.ts'
import type { NamedPopulation } from './write-definition.ts'
import { namePopulations } from './write-module.ts'

/** The text of a .d.ts file. ts-morph carries a whole TypeScript compiler, so it is loaded only here and now. */
export async function writeTypes(program: Program, title: string): Promise<string> {
  const { IndentationText, Project, QuoteKind } = await import('ts-morph')
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      quoteKind: QuoteKind.Single,
    },
  })
  const file = project.createSourceFile(
    'module.d.ts',
    `// ${safeComment(title)}\n\n${generalTypes}`,
  )
  const populations = namePopulations(program)
  for (const named of populations) addPopulation(named, file)
  addDefault(populations, file)
  for (const { name, functions, records } of populations) {
    const recording = new Set(records.values())
    for (const [kernel, called] of functions) {
      if (!recording.has(kernel)) file.addFunction(functionOf(kernel, called, `${name}Arrays`))
    }
  }
  return file.getFullText().replace(/;$/gm, '')
}

/** What every module's populations have in common. */
const generalTypes = `\
/** Something with a name, a unit and a meaning. */
export interface Described {
  readonly name: string
  readonly unit: string
  readonly doc?: string
}

/** A kind of cells. */
export interface Population<Parameters, Arrays, Recordable extends string> {
  readonly name: string
  readonly doc: string
  readonly parameters: readonly Described[]
  readonly states: readonly Described[]
  readonly recordables: readonly Described[]
  create(options?: {
    /** How many; 1 unless said. */
    readonly cells?: number
    /** Length of a step in ms; 0.1 unless said. */
    readonly dt?: number
    readonly seed?: number
    /** In the units of the model: one number for all cells, or, where they may differ, one each. */
    readonly parameters?: { readonly [Name in keyof Parameters]?: number | ArrayLike<number> }
  }): Cells<Parameters, Arrays, Recordable>
}

/** Some cells of one kind, advancing together. */
export interface Cells<Parameters, Arrays, Recordable extends string> {
  readonly cells: number
  readonly dt: number
  /** Time at the beginning of the next step, in ms. */
  readonly t: number
  /** The cells that spiked in the last step; valid until the next. */
  readonly spikes: Int32Array
  /** The cells of every event of the last step. */
  readonly events: ReadonlyMap<string, Int32Array>
  /** Parameters in the units of the model; may be set at any time. */
  readonly parameters: Parameters
  /** The arrays themselves, in kernel units (ms, mV, pA, um, amol, K). */
  readonly arrays: Arrays
  /** Advances by n steps; gives the spikes of the last. */
  step(n?: number): Int32Array
  /** Advances by so many ms; gives the time and cell of every spike. */
  run(duration: number): { readonly times: Float64Array; readonly cells: Int32Array }
  /** In the unit of the model: a number where all cells share one, otherwise one for each cell. */
  get<Name extends keyof Parameters>(name: Name): Parameters[Name]
  get(name: keyof Arrays | Recordable): Float64Array
  set(name: keyof Parameters | keyof Arrays, value: number | ArrayLike<number>): void
}
`

function addPopulation({ population, name }: NamedPopulation, file: SourceFile): void {
  const { slots, recordables, dynamics } = population
  const own = recordables.map((recordable) => stringLiteral(recordable.name))
  file.addInterface({
    ...properties(
      `${name}Parameters`,
      slots.filter(({ role }) => role === 'param'),
      typeOfParameter,
    ),
    docs: [`What can be chosen of ${safeComment(population.name)}.`],
  })
  file.addInterface({
    ...properties(
      `${name}Arrays`,
      slots.filter(({ extent }) => extent === 'element'),
      typeOfArray,
    ),
    docs: [`One value for each cell of ${safeComment(population.name)}.`],
  })
  file.addTypeAlias({
    name: `${name}Recordable`,
    isExported: true,
    type: own.join(' | ') || 'never',
  })
  const type = `Population<${name}Parameters, ${name}Arrays, ${name}Recordable>`
  file.addStatements(`${docComment(dynamics.doc)}export declare const ${name}: ${type}`)
}

const docComment = (text: string): string => (text === '' ? '' : `/** ${safeComment(text)} */\n`)

type TypeOf = (slot: Slot) => string

const typeOfParameter: TypeOf = ({ extent }) => (extent === 'shared' ? 'number' : 'Float64Array')
const typeOfArray: TypeOf = ({ type }) => (type === 'real' ? 'Float64Array' : 'Int32Array')

const properties = (
  name: string,
  slots: readonly Slot[],
  typeOf: TypeOf,
): OptionalKind<InterfaceDeclarationStructure> => ({
  name,
  isExported: true,
  properties: slots.map((slot) => ({
    name: propertyName(slot.name),
    type: typeOf(slot),
    docs: docsOf(slot),
  })),
})

function docsOf({ doc, unit }: Slot): string[] {
  const parts = [doc, unit].filter((part) => part !== '' && part !== '1')
  return parts.length === 0 ? [] : [safeComment(parts.join(', in '))]
}

function addDefault(populations: readonly NamedPopulation[], file: SourceFile): void {
  const names = populations.map(({ name }) => name)
  if (names.length === 1) {
    file.addStatements(`export default ${names.join()}`)
    return
  }
  const members = names.map((name) => `readonly ${name}: typeof ${name}`).join('; ')
  file.addStatements([`declare const populations: { ${members} }`, 'export default populations'])
}

const parameterTypes: Readonly<Record<string, string>> = {
  shared: 'Readonly<Record<string, number>>',
  first: 'number',
  last: 'number',
  list: 'Int32Array',
}

function functionOf(
  kernel: Kernel,
  name: string,
  arrays: string,
): OptionalKind<FunctionDeclarationStructure> {
  const own = parameters[kernel.domain].map((parameter) => ({
    name: parameter,
    type: parameterTypes[parameter] ?? arrays,
  }))
  const lists = kernel.events.map((_, k) => ({ name: `list_${k + 1}`, type: 'Int32Array' }))
  const counts = ['void', 'number'][kernel.events.length] ?? 'readonly number[]'
  return {
    name,
    isExported: true,
    hasDeclareKeyword: true,
    parameters: [...own, ...lists],
    returnType: counts,
    docs: kernel.title === '' ? [] : [safeComment(kernel.title)],
  }
}
