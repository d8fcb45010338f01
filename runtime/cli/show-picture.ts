/** Opens a file where somebody sits at a desktop; anywhere else nothing happens. */
import { spawn } from 'node:child_process'

const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
}

export function showPicture(file: string): void {
  const [command, ...words] = openers[process.platform] ?? []
  if (command === undefined || !hasDesktop()) return
  const viewer = spawn(command, [...words, file], { detached: true, stdio: 'ignore' })
  viewer.on('error', () => {})
  viewer.unref()
}

function hasDesktop(): boolean {
  const { CI, DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION } = process.env
  if (process.stdout.isTTY !== true || CI || SSH_CONNECTION) return false
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY)
}
