// What every command is: words from the command line, checked with all complaints at once, then work that reports.
import { parseArgs } from 'node:util'
import type { Deps } from '../deps.ts'

export type CommandDeps = Pick<Deps, 'db' | 'env' | 'log' | 'clock'>

/** Who did it, as the audit tells: whoever may run commands on this machine. */
export const ACTOR = 'ylläpidon komento'

/** `say` prints a line for the person who typed the command; throw BadSettings with every complaint. */
export type Command = (
  deps: CommandDeps,
  words: readonly string[],
  how: { cwd: string; say: (line: string) => void },
) => Promise<void>

/** Flags with a value, and what stands alone; each flag that is unknown or has no value is a complaint. */
export function readWords<const F extends string>(
  words: readonly string[],
  flags: readonly F[],
): { values: Partial<Record<F, string>>; alone: string[]; complaints: string[] } {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(flags.map((flag) => [flag, { type: 'string' as const }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const values: Partial<Record<F, string>> = {}
  const alone: string[] = []
  const complaints: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') alone.push(token.value)
    if (token.kind !== 'option') continue
    const flag = flags.find((one) => one === token.name)
    if (!flag) complaints.push(`${token.rawName} is not a flag of this command.`)
    else if (!token.value || token.value.startsWith('--'))
      complaints.push(`${token.rawName} needs a value after it.`)
    else values[flag] = token.value
  }
  return { values, alone, complaints }
}
