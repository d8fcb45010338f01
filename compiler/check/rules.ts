/** Every truth about a declaration that can be told once all its names and units are known. */
import type { Report } from '../../grammar/diagnostics.ts'
import type { Examined } from './build-dynamics.ts'
import { attachmentsOfferACurrent } from './rules/attachments-offer-a-current.ts'
import { definitionsHaveNoCycle } from './rules/definitions-have-no-cycle.ts'
import { eventsAreDeclared } from './rules/events-are-declared.ts'
import { initialValuesHaveAnEquation } from './rules/initial-values-have-an-equation.ts'
import { inputsNameASource } from './rules/inputs-name-a-source.ts'
import { methodsExist } from './rules/methods-exist.ts'
import { needsAreMet } from './rules/needs-are-met.ts'
import { noiseIsLinear } from './rules/noise-is-linear.ts'
import { plasticityCanWait } from './rules/plasticity-can-wait.ts'
import { spikesHaveAThreshold } from './rules/spikes-have-a-threshold.ts'
import { valuesStayConstant } from './rules/values-stay-constant.ts'

export type Rule = (examined: Examined, report: Report) => void

const rules: readonly Rule[] = [
  definitionsHaveNoCycle,
  valuesStayConstant,
  initialValuesHaveAnEquation,
  noiseIsLinear,
  plasticityCanWait,
  needsAreMet,
  inputsNameASource,
  attachmentsOfferACurrent,
  eventsAreDeclared,
  spikesHaveAThreshold,
  methodsExist,
]

export function followRules(examined: Examined, report: Report): void {
  for (const rule of rules) rule(examined, report)
}
