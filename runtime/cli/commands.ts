/** The list of commands, in the order help shows them. */
import type { Command, CommandGroup } from './command.ts'
import { check } from './commands/check.ts'
import { compile } from './commands/compile.ts'
import { demo } from './commands/demo.ts'
import { describe } from './commands/describe.ts'
import { devices } from './commands/devices.ts'
import { explain } from './commands/explain.ts'
import { format } from './commands/format.ts'
import { models } from './commands/models.ts'
import { run } from './commands/run.ts'
import { systems } from './commands/systems.ts'
import { tune } from './commands/tune.ts'

export const commands: readonly (Command | CommandGroup)[] = [
  check,
  format,
  describe,
  explain,
  compile,
  run,
  models,
  systems,
  demo,
  tune,
  devices,
]
