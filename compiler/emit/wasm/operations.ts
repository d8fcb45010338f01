/** Every WebAssembly operation we can write, scalar and vector: the table the encoder and the listing read. */
import { atomicOperations } from './atomic-operations.ts'
import type { Operation } from './operation.ts'
import { scalarOperations } from './scalar-operations.ts'
import { vectorOperations } from './vector-operations.ts'

const operations = { ...scalarOperations, ...vectorOperations, ...atomicOperations }

export type OperationName = keyof typeof operations

const byName = new Map<string, Operation>(Object.entries(operations))

/** The encoder asks for every instruction: an object of so many names is slower to look into than a map. */
export const operationOf = (name: OperationName): Operation => byName.get(name) ?? operations[name]
