/** Pass tests as pairs of texts: what a kernel prints as before and after. */
import { printKernel } from '../../../compiler/ir/print-kernel.ts'
import type { Kernel } from '../../../compiler/ir/kernel.ts'
import { verify } from '../../../compiler/ir/verify.ts'
import { readKernel } from '../read-kernel.ts'

/** The kernel as text after a pass, without its heading. */
export function after(pass: (kernel: Kernel) => Kernel, text: string): string {
  const before = verify(readKernel(text), 'the test')
  const printed = printKernel(verify(pass(before), pass.name))
  return plain(printed.slice(printed.indexOf('\n')))
}

/** Without blank lines and common indentation. */
export function plain(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const margin = Math.min(...lines.map((line) => line.search(/\S/)))
  return lines.map((line) => line.slice(margin)).join('\n')
}
