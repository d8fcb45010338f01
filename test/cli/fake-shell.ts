/** A shell that remembers what it was told, in a folder of its own with the files a test wants. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runCommandLine } from '../../runtime/cli/run-command-line.ts'

export interface FakeShell {
  readonly folder: string
  readonly read: (path: string) => string
  readonly livn: (...words: readonly string[]) => Promise<Outcome>
}

export interface Outcome {
  readonly code: number
  readonly output: string
  readonly errors: string
}

/** File texts by path. */
export function fakeShell(files: Readonly<Record<string, string>> = {}): FakeShell {
  const folder = mkdtempSync(join(tmpdir(), 'livn-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return {
    folder,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    livn: (...words) => livn(words, folder),
  }
}

async function livn(words: readonly string[], folder: string): Promise<Outcome> {
  const told = { output: '', errors: '' }
  const code = await runCommandLine(words, {
    folder,
    write: (text) => {
      told.output += typeof text === 'string' ? text : Buffer.from(text).toString('latin1')
    },
    complain: (text) => {
      told.errors += text
    },
    onInterrupt: () => () => {},
    colors: { output: false, errors: false },
  })
  return { code, ...told }
}
