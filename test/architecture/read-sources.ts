/** Reads every file of the repository once: its imports, its exported names, its first comment. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Project, type SourceFile, SyntaxKind } from 'ts-morph'
import { neverCommitted } from './rooms.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Import {
  /** A path from the root, or the name of a package. */
  readonly target: string
  readonly outside: boolean
  readonly typesOnly: boolean
}

export interface CodeFile {
  readonly path: string
  readonly lines: number
  readonly firstComment: string
  readonly imports: readonly Import[]
  readonly exportedNames: readonly string[]
}

/** Every file that would be committed, as a path from the root; golden files are no code of ours. */
export function listFiles(folder = ''): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (neverCommitted.includes(entry.name) || path === 'test/golden') return []
    return entry.isDirectory() ? listFiles(path) : [path]
  })
}

export function readSources(paths: readonly string[]): readonly CodeFile[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: { allowJs: true, noLib: true, noResolve: true },
  })
  return paths
    .filter((path) => ['.ts', '.mjs'].includes(extname(path)))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return readFile(path, text, project.createSourceFile(path, text))
    })
}

function readFile(path: string, text: string, source: SourceFile): CodeFile {
  return {
    path,
    lines: text.trimEnd().split('\n').length,
    firstComment: firstComment(text),
    imports: readImports(path, source),
    exportedNames: source.getStatements().flatMap((statement) => exportedBy(statement)),
  }
}

/** The sentence of the comment that opens a file, or nothing if it opens with something else. */
function firstComment(text: string): string {
  const comment = /^(?:#!.*\n)?\/\*\*([\s\S]*?)\*\//.exec(text)?.[1] ?? ''
  return comment.replace(/^\s*\*/gm, '').trim()
}

function readImports(path: string, source: SourceFile): readonly Import[] {
  const statements = source.getImportDeclarations().map((statement) => ({
    specifier: statement.getModuleSpecifierValue(),
    typesOnly:
      statement.isTypeOnly() ||
      (statement.getNamedImports().length > 0 &&
        !statement.getDefaultImport() &&
        statement.getNamedImports().every((name) => name.isTypeOnly())),
  }))
  const reexports = source.getExportDeclarations().map((statement) => ({
    specifier: statement.getModuleSpecifierValue(),
    typesOnly: statement.isTypeOnly(),
  }))
  const lazy = source
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .filter((call) => call.getExpression().getKind() === SyntaxKind.ImportKeyword)
    .map((call) => ({
      specifier: call.getArguments()[0]?.asKind(SyntaxKind.StringLiteral)?.getLiteralValue(),
      typesOnly: false,
    }))
  return [...statements, ...reexports, ...lazy].flatMap(({ specifier, typesOnly }) =>
    specifier === undefined ? [] : [{ ...locate(path, specifier), typesOnly }],
  )
}

function locate(path: string, specifier: string): { target: string; outside: boolean } {
  if (specifier.startsWith('.')) {
    return { target: normalize(join(dirname(path), specifier)), outside: false }
  }
  if (specifier.startsWith('node:')) return { target: 'node', outside: true }
  const parts = specifier.split('/')
  const target = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
  return { target, outside: true }
}

function exportedBy(statement: ReturnType<SourceFile['getStatements']>[number]): readonly string[] {
  const variables = statement.asKind(SyntaxKind.VariableStatement)
  if (variables?.isExported()) {
    return variables.getDeclarations().map((declaration) => declaration.getName())
  }
  const named =
    statement.asKind(SyntaxKind.FunctionDeclaration) ??
    statement.asKind(SyntaxKind.ClassDeclaration) ??
    statement.asKind(SyntaxKind.InterfaceDeclaration) ??
    statement.asKind(SyntaxKind.TypeAliasDeclaration)
  const name = named?.isExported() ? named.getName() : undefined
  return name === undefined ? [] : [name]
}
