/** What a command is: a word after `livn`, its arguments and options, and what it does. */
import type { ExitCode } from './exit-codes.ts'
import type { Shell } from './shell.ts'

export interface Option {
  /** As help shows them: `--target <name>`. */
  readonly flags: string
  readonly meaning: string
  readonly choices?: readonly string[]
  readonly fallback?: string
}

/** By the option's name; a flag without a value is true. */
export type Options = Readonly<Record<string, string | boolean | undefined>>

export interface Command {
  readonly name: string
  readonly summary: string
  /** As help shows them: `<models...>`, `<system> <folder>`; nothing where the command needs no argument. */
  readonly argument?: string
  readonly argumentMeaning?: string
  readonly options: readonly Option[]
  /** Whatever is heavy is imported in here, so that help stays fast. */
  readonly run: (given: readonly string[], options: Options, shell: Shell) => Promise<ExitCode>
}

/** Commands about one thing, such as `livn models list` and `livn models plot`. */
export interface CommandGroup {
  readonly name: string
  readonly summary: string
  readonly commands: readonly Command[]
}

export const models = {
  argument: '<models...>',
  argumentMeaning: '.livn files, folders, or patterns such as "models/**/*.livn"',
} as const
