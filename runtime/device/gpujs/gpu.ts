/** The parts of gpu.js that are used. */

export type Values = Float32Array | number

export interface GpuKernel {
  (...args: readonly Values[]): Float32Array
  readonly kernel?: { readonly constructor: { readonly name: string } }
}

/** Many kernels after one another: what is between them does not leave the card. */
export interface GpuPipeline {
  (...args: readonly Values[]): Promise<Readonly<Record<string, Float32Array>>>
  /** The mode in which it really runs. */
  readonly backend: string
  destroy(): unknown
}

export interface Gpu {
  readonly mode: string
  createKernel(source: string, settings: object): GpuKernel
  createPipeline(
    plan: (...handles: readonly Float32Array[]) => Readonly<Record<string, Float32Array>>,
  ): GpuPipeline
  addFunction(source: string): unknown
}
