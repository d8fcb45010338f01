/** Types of the script that bundles livn for pages. */
import type { BuildOptions, BuildResult } from 'esbuild'

export interface PageBundle {
  /** A file of this repository. */
  readonly entry?: string
  readonly outdir?: string
  /** Otherwise what esbuild made is handed back, and nothing is written. */
  readonly write?: boolean
}

export function bundlePage(options?: PageBundle): Promise<BuildResult<BuildOptions>>
