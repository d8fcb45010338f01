/** A thread that loads modules and runs steps: the same few lines in Node and in a browser. */
import type { Answer, Order } from './crew.ts'

export interface OpenWorker {
  readonly tell: (order: Order) => void
  readonly ask: (order: Order) => Promise<Answer>
  readonly end: () => void
}

/** What the thread executes; `port` is where orders come from and answers go. */
const program = `
let steps
const obey = (order) => {
  if (order.kind === 'load') {
    const { memory } = order
    const kernels = {}
    for (const module of order.kernels) {
      Object.assign(kernels, new WebAssembly.Instance(module, { livn: { memory } }).exports)
    }
    const module = new WebAssembly.Module(order.steps)
    steps = new WebAssembly.Instance(module, { livn: { memory }, kernels }).exports.steps
    return
  }
  return { kind: 'done', next: steps(order.first, order.last) }
}
const answer = (order) => {
  try {
    const done = obey(order)
    if (done) port.postMessage(done)
  } catch (error) {
    port.postMessage({ kind: 'failed', message: String(error) })
  }
}
`
const inNode = `const { parentPort: port } = require('node:worker_threads')${program}
port.on('message', answer)`
const inBrowser = `const port = self${program}
self.onmessage = ({ data }) => answer(data)`

interface Thread {
  postMessage(message: unknown): void
  terminate(): unknown
  ref?(): void
  unref?(): void
}

/** `lost` is told why a thread ended that was not asked to. */
export function openWorker(lost: (reason: string) => void): OpenWorker {
  const waiting: ((answer: Answer) => void)[] = []
  const hear = (answer: Answer): void => waiting.shift()?.(answer)
  const opening = typeof process === 'object' && process.versions?.node ? openInNode : openInBrowser
  const thread = opening(hear, lost)
  const tell = (order: Order): void => {
    thread.then((open) => open.postMessage(order)).catch((error) => lost(String(error)))
  }
  return {
    tell,
    ask: async (order) => {
      const open = await thread
      // A thread at work keeps the program alive; an idle one does not.
      open.ref?.()
      const answer = await new Promise<Answer>((resolve) => {
        waiting.push(resolve)
        open.postMessage(order)
      })
      open.unref?.()
      return answer
    },
    end: () => {
      thread.then((open) => open.terminate()).catch(() => {})
    },
  }
}

async function openInNode(
  hear: (answer: Answer) => void,
  lost: (reason: string) => void,
): Promise<Thread> {
  const { Worker } = await import('node:worker_threads')
  const worker = new Worker(inNode, { eval: true })
  worker.on('message', hear)
  worker.on('error', (error) => lost(error.message))
  worker.on('exit', (code) => lost(`exit code ${code}`))
  worker.unref()
  return worker
}

async function openInBrowser(
  hear: (answer: Answer) => void,
  lost: (reason: string) => void,
): Promise<Thread> {
  const url = URL.createObjectURL(new Blob([inBrowser], { type: 'text/javascript' }))
  const worker = new Worker(url)
  worker.onmessage = ({ data: answer }) => hear(answer)
  worker.onerror = ({ message }) => lost(message)
  return worker
}
