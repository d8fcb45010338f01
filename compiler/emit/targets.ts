/** The languages we emit. */
import { js } from './js/emit.ts'
import type { Target } from './target.ts'

export const targets: readonly Target[] = [js]
