/** Prints a module as text to be read and reviewed: the text format's operations, one assignment per line. */
import type { Immediate, Instruction, Local, Plain } from './instruction.ts'
import type { ImportedFunction, WasmFunction, WasmModule } from './module.ts'
import { operationOf } from './operations.ts'

/** `names` shows an inlined function such as `exp` as one line, `bodies` shows what it consists of. */
export type Detail = 'names' | 'bodies'

const width = 100

export function printModule(module: WasmModule, detail: Detail = 'names'): string {
  const { name, minimum, sharedMaximum } = module.memory
  const size = sharedMaximum === undefined ? `${minimum}` : `${minimum} ${sharedMaximum} shared`
  const head = [
    `;; ${module.title}`,
    `import memory ${module.memory.module}.${name} ${size}`,
    ...module.imports.map(printImport),
  ]
  const functions = module.functions.map((f) => printFunction(f, detail))
  const aliases = (module.aliases ?? []).map(({ name, of }) => `export func ${name} = ${of}`)
  const tail = aliases.length > 0 ? [aliases.join('\n')] : []
  return `${[head.join('\n'), ...functions, ...tail].join('\n\n')}\n`
}

const printImport = ({ module, name, parameters, results }: ImportedFunction): string =>
  `import func ${module}.${name}(${parameters.join(', ')})${results.map((type) => ` ${type}`).join('')}`

export function printFunction(f: WasmFunction, detail: Detail = 'names'): string {
  const { locals, body } = f.written()
  const parameters = locals
    .slice(0, f.parameters.length)
    .map(({ name, type }) => `$${name} ${type}`)
  const results = f.results.map((type) => ` ${type}`).join('')
  return [
    `;; ${f.title}`,
    `${f.exported ? 'export ' : ''}func ${f.name}(${parameters.join(', ')})${results}`,
    ...printAll(body, '  ', detail),
  ].join('\n')
}

const printAll = (body: readonly Instruction[], indent: string, detail: Detail): string[] =>
  body.flatMap((instruction) => printStatement(instruction, indent, detail))

function printStatement(instruction: Instruction, indent: string, detail: Detail): string[] {
  const inner = `${indent}  `
  switch (instruction.kind) {
    case 'plain':
      return isConstantSet(instruction) ? [] : [indent + printPlain(instruction, indent)]
    case 'block':
    case 'loop':
      return [
        `${indent}${instruction.kind} ${nameLabel(instruction.label.name)}`,
        ...printAll(instruction.body, inner, detail),
      ]
    case 'if': {
      const otherwise = printAll(instruction.otherwise, inner, detail)
      return [
        `${indent}if ${printOperand(instruction.condition, inner, false)}`,
        ...printAll(instruction.body, inner, detail),
        ...(otherwise.length > 0 ? [`${indent}else`, ...otherwise] : []),
      ]
    }
    case 'passage': {
      const inputs = instruction.inputs.map(printLocal).join(' ')
      const line =
        `${indent}${printLocal(instruction.result)} = ${instruction.name} ${inputs}`.trimEnd()
      return detail === 'names'
        ? [line]
        : [`${line} :`, ...printAll(instruction.body, inner, detail)]
    }
    case 'remark':
      return [`${indent};; ${instruction.text}`]
    default:
      return instruction satisfies never
  }
}

/** Constants are shown where they are used. */
const isConstantSet = ({ op, immediates: [local] }: Plain): boolean =>
  op === 'local.set' &&
  typeof local === 'object' &&
  'index' in local &&
  local.constant !== undefined

function printPlain(instruction: Plain, indent: string): string {
  const [target] = instruction.immediates
  const [value] = instruction.operands
  if (instruction.op === 'local.set' && value && typeof target === 'object') {
    const name = `${printImmediate(target)} = `
    return name + printOperand(value, indent, false, name.length)
  }
  return printOperand(instruction, indent, false)
}

/** On one line where it fits beside what is `taken`, else with every operand on its own. */
function printOperand(
  instruction: Instruction,
  indent: string,
  nested: boolean,
  taken = 0,
): string {
  const line = printFlat(instruction, nested)
  if (line.length + indent.length + taken <= width || instruction.kind !== 'plain') return line
  if (instruction.operands.length === 0) return line
  const head = [instruction.op, ...printImmediates(instruction)].join(' ')
  const inner = `${indent}  `
  const long = instruction.operands.map((operand) => inner + printOperand(operand, inner, true))
  const text = [head, ...long].join('\n')
  return nested ? `(${text})` : text
}

function printFlat(instruction: Instruction, nested: boolean): string {
  if (instruction.kind !== 'plain') return instruction.kind
  const leaf = printLeaf(instruction)
  if (leaf !== undefined) return leaf
  const operands = instruction.operands.map((operand) => printFlat(operand, true))
  const text = [instruction.op, ...printImmediates(instruction), ...operands].join(' ')
  return nested ? `(${text})` : text
}

function printLeaf({ op, immediates: [first] }: Plain): string | undefined {
  if (first === undefined) return undefined
  if (op === 'local.get') return printImmediate(first)
  if (op.endsWith('.const')) return printImmediate(first)
  return undefined
}

function printImmediates({ op, immediates }: Plain): string[] {
  const [kind] = operationOf(op).immediates
  if (kind === 'memory') {
    const [offset, ...lanes] = immediates
    return [...(offset === 0 ? [] : [`+${offset}`]), ...lanes.map((lane) => `lane=${lane}`)]
  }
  return immediates.map(printImmediate)
}

const nameLabel = (name: string): string => `@${name.replaceAll(' ', '-')}`

const printLocal = ({ name, constant }: Local): string => constant ?? `$${name}`

function printImmediate(value: Immediate): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : `${value}`
  if (typeof value === 'bigint') return `${value}`
  if ('lanes' in value) return `${value.shape} ${value.lanes.join(' ')}`
  if ('index' in value) return printLocal(value)
  return 'kind' in value ? nameLabel(value.name) : value.name
}
