/** What was reserved for a network is used up: whoever knows how opens it again with more. */
import { UsageError } from '../../compiler/usage-error.ts'

export class MemoryUsedUp extends UsageError {}
