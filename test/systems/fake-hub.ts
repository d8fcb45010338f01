/** The Hugging Face hub as far as downloads go: lists files and hands them out, from memory. */

export interface FakeHub {
  readonly fetch: typeof fetch
  /** What was asked for. */
  readonly asked: string[]
}

const tree = 'https://huggingface.co/api/datasets/livn-org/livn/tree/main/'
const resolve = 'https://huggingface.co/datasets/livn-org/livn/resolve/main/'

/** Contents by path in the data set; the lengths that the listing states may be others. */
export function fakeHub(
  files: ReadonlyMap<string, Uint8Array>,
  lengths: Readonly<Record<string, number>> = {},
): FakeHub {
  const asked: string[] = []
  return {
    asked,
    fetch: async (input, init) => {
      const url = String(input instanceof Request ? input.url : input)
      asked.push(url)
      init?.signal?.throwIfAborted()
      if (url.startsWith(tree)) {
        const folder = `${url.slice(tree.length).split('?')[0]}/`
        const found = [...files].filter(([path]) => path.startsWith(folder))
        if (found.length === 0) return new Response('{"error":"not found"}', { status: 404 })
        const entries = found.map(([path, bytes]) => {
          return { type: 'file', oid: path, path, size: lengths[path] ?? bytes.length }
        })
        return Response.json(entries)
      }
      const bytes = files.get(decodeURIComponent(url.slice(resolve.length)))
      if (!bytes)
        return new Response('', { status: 404, headers: { 'X-Error-Code': 'EntryNotFound' } })
      return handOut(bytes, new Headers(init?.headers).get('Range'))
    },
  }
}

function handOut(bytes: Uint8Array, range: string | null): Response {
  const body = Uint8Array.from(bytes)
  if (range === null) return new Response(body, { headers: { ETag: '"x"' } })
  const headers = { 'Content-Range': `bytes 0-0/${bytes.length}`, ETag: '"x"' }
  return new Response(body.slice(0, 1), { status: 206, headers })
}
