import { processWorld, type World } from '../io/world.ts'
import { UsageError } from '../model/usage-error.ts'
import { printable } from '../text/printable.ts'
import { VERSION } from '../version.ts'
import { type Call, parseCall } from './syntax.ts'

export { processWorld }
export const checkForAction: typeof import('./action.ts').checkForAction = async (inputs, world) => (await import('./action.ts')).checkForAction(inputs, world)
export const troublePage = async (message: string): Promise<string> => (await import('./action.ts')).troublePage(message)

type Command = (call: Call, world: World) => Promise<number>
/** Each is read when it is called. */
const commands = new Map<string, () => Promise<Command>>(Object.entries({
  check: async () => (await import('./check.ts')).check,
  parse: async () => (await import('./parse.ts')).parse,
  requirements: async () => (await import('./requirements.ts')).requirements,
  generate: async () => (await import('./generate.ts')).generate,
  explain: async () => (await import('./explain.ts')).explain,
  init: async () => (await import('./init.ts')).init,
  merge: async () => (await import('./merge.ts')).merge,
}))

/** Runs one call and gives its exit status; nothing is thrown. */
export async function main(args: readonly string[], world: World): Promise<number> {
  try {
    const call = parseCall(args)
    const command = await commands.get(call.command)?.()
    if (!command) throw new Error(`no command ${call.command}`)
    return await command(call, world)
  } catch (error) {
    world.err(`${trouble(error, args.includes('--verbose'))}\n`)
    return error instanceof UsageError ? 2 : 3
  }
}

/** What went wrong, for people: one line for a wrong call; for our own mistakes also where to report them. */
export function trouble(error: unknown, verbose: boolean): string {
  if (error instanceof UsageError) {
    const { place } = error
    const where = place ? `${printable(place.path)}:${place.line}:${place.column}: ` : ''
    return `configmgr-firewall-lint: ${where}${printable(error.message)}`
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const lines = [
    `configmgr-firewall-lint ${VERSION}: internal error: ${printable(message)}`,
    'This is a mistake of the program, not of your files. Please report it under "Issues" of the project, with the command and, if you may, the file.',
    verbose && error instanceof Error ? error.stack ?? '' : 'Run again with --verbose for a trace.',
  ]
  return lines.join('\n')
}
