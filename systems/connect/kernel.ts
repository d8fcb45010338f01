/** How chances of connections fall with distance in the plane. */
import { decay, logarithm } from '../exact-functions.ts'

export interface Kernel {
  /** e^(-d/sigma), or e^(-d²/2 sigma²). */
  readonly kernel: 'exponential' | 'gaussian'
  /** um */
  readonly sigma: number
}

/** Lower kernels count as none: all of them together are a hundred-thousandth of the sum. */
export const leastKernel = 1e-6

/** The kernel at a distance, given as its square in um². */
export const kernelAt = ({ kernel, sigma }: Kernel, square: number): number =>
  kernel === 'gaussian' ? decay(square / (2 * sigma * sigma)) : decay(Math.sqrt(square) / sigma)

/** Where the kernel has fallen to a level, in um. */
export function reachOf({ kernel, sigma }: Kernel, level: number): number {
  const s = logarithm(1 / Math.min(1, Math.max(level, leastKernel)))
  return kernel === 'gaussian' ? sigma * Math.sqrt(2 * s) : sigma * s
}
