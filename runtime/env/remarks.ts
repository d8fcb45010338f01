/** What is probably not meant, said once: currents too large, pulses that leave charge behind, light below zero. */
import type { Command, IO } from '../io/io.ts'
import type { Stimulus } from '../stimulus/stimulus.ts'
import { type Warning, warningsOf } from '../stimulus/stimulus-warnings.ts'

export type Listener = (warning: Warning) => void

/** Looks at the first stimulus of each mode and at each command once, so that a loop of short runs pays nothing. */
export class Remarks {
  private readonly tell: Listener
  private readonly modes = new Set<string>()
  private readonly commands = new WeakSet<object>()
  private readonly told = new Set<string>()

  constructor(tell: Listener) {
    this.tell = tell
  }

  onStimulus(stimulus: Stimulus): void {
    if (this.modes.has(stimulus.mode)) return
    this.modes.add(stimulus.mode)
    this.say(warningsOf(stimulus))
  }

  onCommand(command: Command, io: IO): void {
    if (typeof command !== 'object' || this.commands.has(command)) return
    this.commands.add(command)
    this.say(io.warnings(command))
  }

  private say(warnings: readonly Warning[]): void {
    for (const warning of warnings) {
      if (this.told.has(warning.code)) continue
      this.told.add(warning.code)
      this.tell(warning)
    }
  }
}
