/** Every WebAssembly operation we can write, scalar and vector: the table the encoder and the listing read. */
import type { Operation } from './operation.ts'
import { scalarOperations } from './scalar-operations.ts'
import { vectorOperations } from './vector-operations.ts'

const operations = { ...scalarOperations, ...vectorOperations }

export type OperationName = keyof typeof operations

export const operationOf = (name: OperationName): Operation => operations[name]
