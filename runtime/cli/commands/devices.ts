/** `livn devices`: what can run a network here, and why the others cannot. */
import type { Command } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'

export const devices: Command = {
  name: 'devices',
  summary: 'list the backends: what is available here, and why the others are not',
  options: [{ flags: '--json', meaning: 'as JSON, for programs' }],
  run: async (_, { json }, shell) => {
    const { availableDevices } = await import('../../device/availability.ts')
    const { columns } = await import('../../../compiler/ir/columns.ts')
    const all = await availableDevices()
    if (json) {
      shell.write(`${JSON.stringify(all, null, 2)}\n`)
      return exitCodes.ok
    }
    const rows = all.map(({ name, available, adapter, reason }) => {
      const what = [adapter, reason].filter(Boolean).join(': ')
      return [name, available ? 'available' : 'not here', what]
    })
    shell.write(`${columns(rows).join('\n')}\n`)
    return exitCodes.ok
  },
}
