/** What a command sees of the terminal it runs in; tests give it one that only remembers. */
export interface Shell {
  readonly folder: string
  /** To standard output: what was asked for. */
  readonly write: (text: string | Uint8Array) => void
  /** To standard error: what went wrong, and remarks. */
  readonly complain: (text: string) => void
  /** Calls back when the user asks to stop; answers how to end that. */
  readonly onInterrupt: (stop: () => void) => () => void
  readonly colors: { readonly output: boolean; readonly errors: boolean }
}

/** The terminal of this process. Colours only where a person reads, and not against their wish. */
export function terminal(): Shell {
  const wanted = !process.env.NO_COLOR && process.env.TERM !== 'dumb'
  leaveQuietly(process.stdout)
  leaveQuietly(process.stderr)
  return {
    folder: process.cwd(),
    write: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    onInterrupt: (stop) => {
      process.once('SIGINT', stop)
      return () => process.off('SIGINT', stop)
    },
    colors: {
      output: wanted && process.stdout.isTTY === true,
      errors: wanted && process.stderr.isTTY === true,
    },
  }
}

/** A reader that closes early, as `head` does, is no mistake. */
function leaveQuietly(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
