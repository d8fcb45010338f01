/** The picture of a neuron: its voltage under steps of current, and how its rate grows with the current. */
import { beside, type Block, stack } from '../../pictures/block.ts'
import { type Curve, curvePanel } from '../../pictures/curve-panel.ts'
import { pageWidth } from '../../pictures/page.ts'
import { label, roomFor } from '../../pictures/scale.ts'
import { spikeRaster } from '../../pictures/spike-raster.ts'
import { stimulusStrip } from '../../pictures/stimulus-strip.ts'
import { traceStrip } from '../../pictures/trace-strip.ts'
import { cellTraces } from '../../pictures/cell-traces.ts'
import { withUnit, writtenUnit } from '../../pictures/with-unit.ts'
import { type NeuronResponse, type Step, stepWindow } from './neuron-response.ts'

const gap = 16

export function neuronFigure(response: NeuronResponse): Block {
  if (!response.port) return aloneFigure(response)
  const hasCurve = response.frequencies.some(({ rate }) => rate > 0)
  const left = Math.round(pageWidth * 0.58)
  const right = pageWidth - left - gap
  const curves = hasCurve ? [curveBlock(response, right)] : []
  return beside(
    [stepsBlock(response, left), stack([...curves, ...spikeBlock(response, right)], gap)],
    gap,
  )
}

/** A cell that no current reaches: when some of its kind spike, and their voltage where they have one. */
function aloneFigure({ steps, voltage }: NeuronResponse): Block {
  const ids = steps.flatMap(({ spikes }, cell) => Array.from(spikes, () => cell))
  const times = steps.flatMap(({ spikes }) => [...spikes])
  const populations = [{ name: 'cells', offset: 0, count: steps.length }]
  const window = { width: pageWidth, t0: 0, duration: stepWindow.duration, populations }
  const rows = steps.slice(0, 3).map((step) => step.voltage)
  const hasVoltage = voltage.name !== ''
  const spikes = { ids, times }
  const traces = { ids: [0, 1, 2], rows, dt: voltage.dt }
  return stack([
    spikeRaster({ ...window, spikes, silent: hasVoltage }),
    ...(hasVoltage ? [cellTraces({ ...window, spikes, traces })] : []),
  ])
}

function stepsBlock({ steps, voltage, port }: NeuronResponse, width: number): Block {
  const all = steps.flatMap((step) => [...step.voltage])
  const domain = roomFor(all, 4)
  const strips = steps.map((step, k) =>
    traceStrip({
      width,
      t0: 0,
      duration: stepWindow.duration,
      title: `${withUnit(voltage.name, voltage.unit)}${stepTitle(step, port)}`,
      note: spikesOf(step),
      values: step.voltage,
      step: voltage.dt,
      spikes: step.spikes,
      domain,
      series: k,
      silent: port !== undefined || k < steps.length - 1,
    }),
  )
  return stack(port ? [...strips, currentStrip(steps, port, width)] : strips)
}

type Port = NonNullable<NeuronResponse['port']>

function stepTitle({ amplitude }: Step, port: Port | undefined): string {
  return port ? ` at ${label(amplitude)} ${writtenUnit(port.unit)}`.trimEnd() : ''
}

const spikesOf = ({ spikes }: Step): string => {
  if (spikes.length === 0) return 'no spike'
  return spikes.length === 1 ? '1 spike' : `${spikes.length} spikes`
}

function currentStrip(steps: readonly Step[], port: Port, width: number): Block {
  const { from, to, duration } = stepWindow
  const columns = steps.map(({ amplitude }) => ({
    name: '',
    points: [
      [0, 0],
      [from, amplitude],
      [to, 0],
    ] as const,
  }))
  const stimulus = { title: port.name, unit: writtenUnit(port.unit), columns }
  return stimulusStrip({ width, t0: 0, duration, stimulus, firstSeries: 0, plain: true })
}

function curveBlock(response: NeuronResponse, width: number): Block {
  const { frequencies, port } = response
  const curves: Curve[] = [
    {
      name: 'settled',
      series: 0,
      points: frequencies.map(({ amplitude, rate }) => [amplitude, rate]),
    },
    {
      name: 'first interval',
      series: 1,
      dots: true,
      points: frequencies.map(({ amplitude, onset }) => [amplitude, onset]),
    },
  ]
  return curvePanel({
    width,
    height: 300,
    title: 'Rate (Hz)',
    x: { label: withUnit(port?.name ?? 'I', port?.unit ?? '1'), ticks: 5 },
    including: [0],
    curves,
  })
}

/** ms around the first spike */
const around = { before: 4, after: 16 } as const

/** What a single spike looks like. */
function spikeBlock({ steps, voltage }: NeuronResponse, width: number): readonly Block[] {
  const k = steps.findLastIndex(({ spikes }) => spikes.length > 0)
  const [step, at] = [steps[k], steps[k]?.spikes[0]]
  if (!step || at === undefined) return []
  const first = Math.max(0, Math.round((at - around.before) / voltage.dt))
  const last = Math.round((at + around.after) / voltage.dt)
  const points = Array.from(step.voltage.subarray(first, last), (value, n) => {
    return [(first + n) * voltage.dt - at, value] as const
  })
  return [
    curvePanel({
      width,
      height: 230,
      title: withUnit('First spike', voltage.unit),
      x: { label: 'time from the spike (ms)', ticks: 5 },
      curves: [{ series: k, points }],
    }),
  ]
}

/** What was found, in a line. */
export function neuronSentence({ port, rheobase, steps }: NeuronResponse): string {
  if (!port) return 'No current reaches it; it does this by itself.'
  if (rheobase)
    return `It spikes from ${label(Number(rheobase.first.toPrecision(3)))} ${writtenUnit(port.unit)} on.`
  const isActive = steps.some(({ amplitude, spikes }) => amplitude === 0 && spikes.length > 0)
  return isActive ? 'It spikes without a current.' : 'No current tried makes it spike.'
}
