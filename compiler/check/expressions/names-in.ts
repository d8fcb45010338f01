/** Which plain names a written expression uses, before anything about them is known. */
import type { Expr as Tree } from '../../../grammar/ast.ts'

/** Visits every node without recursion: a chain of operators may be long. */
export function visitTree(tree: Tree, see: (tree: Tree) => void): void {
  const open: Tree[] = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    see(node)
    open.push(...partsOf(node))
  }
}

function partsOf(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'call':
      return tree.args
    case 'unary':
      return [tree.arg]
    case 'binary':
      return [tree.left, tree.right]
    case 'if':
      return [tree.condition, tree.then, tree.otherwise]
    default:
      return []
  }
}

/** The index of the last expression that uses each name. */
export function lastUses(trees: readonly Tree[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  trees.forEach((tree, k) => {
    visitTree(tree, (node) => {
      if (node.kind === 'name' && !node.owner) uses.set(node.name.text, k)
    })
  })
  return uses
}
