#!/usr/bin/env node
/** The shell's door to livn. */
import { runCommandLine } from './run-command-line.ts'
import { terminal } from './shell.ts'

runCommandLine(process.argv.slice(2), terminal()).then((code) => {
  process.exitCode = code
})
