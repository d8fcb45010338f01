/** A page in a headless Chromium with livn in it, isolated from other origins so that its workers may share memory. */
import { accessSync, constants } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, delimiter, extname, join } from 'node:path'
import { type Browser, chromium as driver, type Page } from 'playwright-core'
import { bundlePage } from '../../runtime/page/bundle-page.mjs'

/** The browser that is here: `CHROMIUM`, or one on the path. */
export const chromium: string | undefined = findChromium()

/** Goes into the name of what is skipped without one. */
export const whereInChromium = chromium ? 'in Chromium' : 'in Chromium (skipped: no Chromium)'

function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const given = process.env.CHROMIUM
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...(given ? [given] : []), ...candidates].find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const quiet = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

export interface PageOptions {
  /** More switches of Chromium: `--enable-unsafe-webgpu` gives a software adapter. */
  readonly flags?: readonly string[]
  /** May workers share memory? */
  readonly isIsolated?: boolean
}

export interface OpenPage {
  /** `page.evaluate` runs functions there; in them, the public door is `globalThis.livn`. */
  readonly page: Page
  readonly close: () => Promise<void>
}

/** Opens a page on a server of this machine alone; whoever opens it closes it. */
export async function openPage({
  flags = [],
  isIsolated = true,
}: PageOptions = {}): Promise<OpenPage> {
  if (!chromium) throw new Error('there is no Chromium')
  const server = await serve(await filesOfPage(), isIsolated)
  let browser: Browser | undefined
  const close = async (): Promise<void> => {
    await browser?.close()
    server.close()
  }
  try {
    const args = [...quiet, ...flags]
    browser = await driver.launch({ executablePath: chromium, args, timeout: 60_000 })
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction(() => 'livn' in globalThis, undefined, { timeout: 30_000 })
    return { page, close }
  } catch (error) {
    await close()
    throw error
  }
}

const html = `<!doctype html><meta charset="utf-8"><title>livn</title>
<script type="module">import * as livn from './index.js'; globalThis.livn = livn</script>`

async function filesOfPage(): Promise<ReadonlyMap<string, Uint8Array | string>> {
  const { outputFiles = [] } = await bundlePage({ write: false })
  const files = outputFiles.map(({ path, contents }) => [`/${basename(path)}`, contents] as const)
  return new Map<string, Uint8Array | string>([['/', html], ...files])
}

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
}

function serve(files: ReadonlyMap<string, Uint8Array | string>, isIsolated: boolean) {
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const file = files.get(path)
    const type = extname(path) === '.js' ? 'text/javascript' : 'text/html'
    response.writeHead(file ? 200 : 404, {
      'Content-Type': type,
      ...(isIsolated ? isolation : {}),
    })
    response.end(file)
  })
  return new Promise<typeof server>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}
