/** Opens the doors of dist/livn.cjs: as V8 compiled it ahead, where this very Node did so, and as text otherwise. */
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'

/** Each gives what is behind it, and runs it first if nobody came by yet. */
type Doors = Readonly<Record<string, () => Readonly<Record<string, unknown>>>>

type Bundle = (
  exports: object,
  require: NodeJS.Require,
  __filename: string,
  load: (name: string) => Promise<unknown>,
) => void

const file = join(__dirname, 'livn.cjs')
const require = createRequire(file)

let doors: Doors | undefined

export function open(door: string): Readonly<Record<string, unknown>> {
  doors ??= allDoors()
  const enter = doors[door]
  if (!enter) throw new Error(`livn has no door ${door}`)
  return enter()
}

function allDoors(): Doors {
  const compiled = mayBeCompiled() ? readCompiled() : undefined
  return compiled ? load(compiled).doors : require(file)
}

/** Source maps are Node's affair, and in a context of its own, as test runners make them, nothing is as it is here. */
function mayBeCompiled(): boolean {
  return !process.sourceMapsEnabled && new Script('Object').runInThisContext() === Object
}

/**
 * Code that V8 compiled is for the program that V8 is part of: it takes that of another build or
 * patch for its own, and crashes. Hence the name says which program compiled it.
 */
export function compiledFile(): string {
  const { size, mtimeMs } = statSync(process.execPath)
  const { version, platform, arch } = process
  return join(
    __dirname,
    `livn-${version}-${platform}-${arch}-${size}-${Math.round(mtimeMs)}.compiled`,
  )
}

/** Text that was changed later is read as it stands: V8 looks at its length only. */
function readCompiled(): Buffer | undefined {
  try {
    const path = compiledFile()
    const isOutdated = statSync(path).mtimeMs < statSync(file).mtimeMs
    return isOutdated ? undefined : readFileSync(path)
  } catch {
    return undefined
  }
}

/** The bundle is ASCII, so every byte is a character. */
export function load(compiled?: Buffer): { readonly script: Script; readonly doors: Doors } {
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(compiled && { cachedData: compiled }),
  })
  const doors = {}
  const run: Bundle = script.runInThisContext()
  run(doors, require, file, (name) => import(name))
  return { script, doors }
}
