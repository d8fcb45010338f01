/** Reads a command line, runs the command it names, and turns every outcome into an exit code. */
import { Argument, CommanderError, Command as Parser, Option as ParserOption } from 'commander'
import packageFile from '../../package.json' with { type: 'json' }
import { UsageError } from '../../compiler/usage-error.ts'
import { fileTrouble } from '../file-trouble.ts'
import type { Command, Options } from './command.ts'
import { commands } from './commands.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Shell } from './shell.ts'

export async function runCommandLine(words: readonly string[], shell: Shell): Promise<ExitCode> {
  const outcome: { code: ExitCode } = { code: exitCodes.ok }
  const parser = pointing(makeParser(shell), 'livn')
  const add = (to: Parser, command: Command): void => {
    addCommand(to, command).action(async (...told: readonly unknown[]) => {
      const count = argumentsOf(command).length
      const given = told.slice(0, count).flatMap((each) => each ?? [])
      outcome.code = await command.run(given as string[], told[count] as Options, shell)
    })
  }
  for (const each of commands) {
    if ('run' in each) add(parser, each)
    else {
      const group = parser.command(each.name).description(each.summary).helpCommand(false)
      pointing(group, `livn ${each.name}`)
      for (const command of each.commands) add(group, command)
    }
  }
  try {
    await parser.parseAsync(words, { from: 'user' })
    return outcome.code
  } catch (error) {
    return explainFailure(error, shell)
  }
}

function makeParser(shell: Shell): Parser {
  return new Parser('livn')
    .description('Write, check, compile and run models of neurons.')
    .version(packageFile.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.write(text),
      writeErr: (text) => shell.complain(text),
    })
}

const argumentsOf = ({ argument }: Command): readonly string[] => argument?.split(' ') ?? []

function addCommand(parser: Parser, command: Command): Parser {
  const added = parser.command(command.name).description(command.summary)
  pointing(added, [parser.parent ? `livn ${parser.name()}` : 'livn', command.name].join(' '))
  for (const argument of argumentsOf(command)) {
    added.addArgument(new Argument(argument, command.argumentMeaning))
  }
  for (const option of command.options) {
    const each = new ParserOption(option.flags, option.meaning)
    if (option.choices) each.choices(option.choices)
    if (option.fallback !== undefined) each.default(option.fallback)
    added.addOption(each)
  }
  return added
}

/** What is wrong with the words of a command is said in one line of ours, with where to read what is right. */
function pointing(command: Parser, name: string): Parser {
  return command.configureOutput({
    outputError: (text, write) => write(oneLine(text, `${name} --help`)),
  })
}

/** `error: unknown option '--jsno'\n(Did you mean --json?)` in one line. */
function oneLine(text: string, help: string): string {
  const sentence = text
    .replace(/^error: /, '')
    .trim()
    .replaceAll('\n', ' ')
  const isClear = sentence.includes('Did you mean') || sentence.includes('Allowed choices')
  return `livn: ${sentence}${isClear ? '' : `; see ${help}`}\n`
}

function explainFailure(error: unknown, shell: Shell): ExitCode {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usageError
  const usage = error instanceof UsageError ? error : fileTrouble(error)
  if (usage) {
    shell.complain(`livn: ${printable(usage.message)}\n`)
    return exitCodes.usageError
  }
  if (error instanceof Error && error.name === 'ModelError') {
    shell.complain(`${error.message}\n`)
    return exitCodes.modelError
  }
  shell.complain(`livn: ${describeError(error)}\n`)
  return exitCodes.internalError
}

/** Names of files come from anywhere, and a terminal obeys what it is told in their characters. */
const printable = (text: string): string => text.replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, '·')

/** The compiler's own errors say what it was working on; of all others the stack is all we have. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.name === 'InternalError' ? error.message : (error.stack ?? error.message)
}
