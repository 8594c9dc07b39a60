import { writeSync } from 'node:fs'
import { COMMANDS, helpText } from './commands/syntax.ts'
import { VERSION } from './version.ts'

// The command line. What needs no policy is answered before the rest of the program is even read. What is written is written at once, so the
// process may end without taking its heap apart, which takes a twentieth of a run.
const args = process.argv.slice(2)
const isHelp = (arg: string): boolean => arg === '--help' || arg === '-h'

if (args[0] === '--version' || args[0] === '-V') writeSync(1, `${VERSION}\n`)
else if (args[0] === 'help') writeSync(1, helpText(args[1]))
else if (args.some(isHelp)) writeSync(1, helpText(COMMANDS.find(({ name }) => name === args[0])?.name))
else void import('./commands/index.ts').then(({ main, processWorld }) => main(args, processWorld())).then(status => process.exit(status))
