/** Every WebAssembly operation we can write, scalar and vector: the table the encoder and the listing read. */
import { atomicOperations } from './atomic-operations.ts'
import type { Operation } from './operation.ts'
import { scalarOperations } from './scalar-operations.ts'
import { vectorOperations } from './vector-operations.ts'

const operations = { ...scalarOperations, ...vectorOperations, ...atomicOperations }

export type OperationName = keyof typeof operations

export const operationOf = (name: OperationName): Operation => operations[name]
