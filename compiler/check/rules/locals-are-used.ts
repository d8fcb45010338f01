/** A name made up inside an action block is read by a later action of it. */
import type { Action } from '../../../grammar/ast.ts'
import { isConnected, namesToHint } from '../bind-names.ts'
import type { Examination, Site } from '../examination.ts'
import { visitTree } from '../expressions/names-in.ts'
import { reportUnknownName } from './names-are-known.ts'

interface Block {
  /** The index of this action. */
  readonly k: number
  /** The index of the last action that reads a name. */
  readonly uses: ReadonlyMap<string, number>
  readonly site: Site
  readonly exam: Examination
}

/** False: on a connection such a name is the target cell's; elsewhere it has been reported. */
export function localIsUsed(
  { name, value }: Extract<Action, { kind: 'assign' }>,
  { k, uses, site, exam }: Block,
): boolean {
  let readsItself = false
  visitTree(value, (node) => {
    if (node.kind === 'name' && !node.owner && node.name.text === name.text) readsItself = true
  })
  if ((uses.get(name.text) ?? -1) > k && !readsItself) return true
  if (isConnected(exam) && site.side === 'connection') return false
  const message = `Nothing here is called ${name.text}, and nothing reads it as a new name.`
  reportUnknownName(name, { visible: namesToHint(site, exam), message }, exam.inquiry)
  return false
}
