/** Cultures of 100 cells against their own time: how many times faster than real they live, at the step they ship with. */
import { Env } from '../../runtime/env.ts'
import type { Print } from './bench.ts'
import { median } from './measure.ts'

const models = [
  'lif-culture',
  'glif-culture',
  'izhikevich-culture',
  'adex-culture',
  'hodgkin-huxley-culture',
  'reduced-calcium-culture',
]
const rounds = 5
/** ms of biological time in each round. */
const duration = 500

export async function benchCultures(print: Print, only: string): Promise<void> {
  for (const model of models) {
    if (!`cultures ${model}`.includes(only)) continue
    const [wide, narrow] = [await times(model, 'f64'), await times(model, 'f32')]
    print({
      culture: model,
      dt: wide.dt,
      'f64 × real': duration / wide.ms,
      'f32 × real': duration / narrow.ms,
      'f64 CPU × real': duration / wide.cpuMs,
    })
  }
}

async function times(model: string, precision: 'f64' | 'f32') {
  const env = new Env('EI2', { model, precision })
  env.applyModelDefaults().recordSpikes()
  await env.run(100)
  const clock: number[] = []
  const cpu: number[] = []
  for (let round = 0; round < rounds; round++) {
    const [began, used] = [performance.now(), process.cpuUsage()]
    await env.run(duration)
    clock.push(performance.now() - began)
    cpu.push(process.cpuUsage(used).user / 1000)
  }
  const { dt } = env
  await env.close()
  return { dt, ms: median(clock), cpuMs: median(cpu) }
}
