/** White noise enters an equation linearly: f + g xi, where f and g do not contain it. */
import type { Report } from '../../../grammar/diagnostics.ts'
import { readsOf } from '../../ir/expr.ts'
import type { Examined } from '../build-dynamics.ts'
import { degreeIn } from '../is-linear.ts'
import { complain } from '../expressions/scope.ts'

export function noiseIsLinear(
  { dynamics: { variables }, exam, outline }: Examined,
  report: Report,
): void {
  if (exam.noise.size === 0) return
  for (const variable of variables.values()) {
    if (variable.kind !== 'state' || !variable.drift) continue
    const noises = [...readsOf(variable.drift)].filter((name) => exam.noise.has(name))
    const isNoise = new Set(noises)
    if (noises.length === 0) continue
    if (degreeIn(variable.drift, (name) => (isNoise.has(name) ? 1 : 0)) < 2) continue
    const tree = outline.entries.get(variable.name)?.statement
    complain(report, 'noise-used-twice', {
      span: tree && 'value' in tree && tree.value ? tree.value.span : variable.span,
      message:
        'White noise must enter linearly, as in f + g * xi: its square or function has no meaning.',
    })
  }
}
