/** The languages we emit. */
import { gpujs } from './gpujs/emit.ts'
import { js } from './js/emit.ts'
import type { Target } from './target.ts'
import { wasm } from './wasm/emit.ts'
import { wgsl } from './wgsl/emit.ts'

export const targets: readonly Target[] = [wasm, js, wgsl, gpujs]
