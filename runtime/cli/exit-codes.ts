/** What a shell script learns from a command: all well, a wrong model, a wrong call, our own mistake. */
export const exitCodes = { ok: 0, modelError: 1, usageError: 2, internalError: 70 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
