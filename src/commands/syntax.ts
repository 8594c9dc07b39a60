import { UsageError } from '../model/usage-error.ts'
import { didYouMean } from '../text/suggest.ts'

/** One option of a command. `value` names its argument in help; an option without it is a switch. */
export interface OptionSyntax {
  readonly name: string
  readonly value?: string
  /** What the argument must be; absent: anything. */
  readonly choices?: readonly string[]
  /** The argument may name a file behind `=`. */
  readonly toFile?: boolean
  readonly many?: boolean
  /** The value may be left out; it is only taken with `=`, and is empty without. */
  readonly optional?: boolean
  readonly says: string
}
export interface CommandSyntax {
  readonly name: string
  readonly operands: string
  readonly says: string
  readonly options: readonly OptionSyntax[]
  readonly examples: readonly string[]
}
/** A call that was understood. */
export interface Call {
  readonly command: string
  readonly operands: readonly string[]
  readonly options: ReadonlyMap<string, readonly string[]>
}

export const REPORT_FORMATS = ['text', 'json', 'sarif', 'github', 'azure', 'gitlab', 'junit', 'markdown', 'html'] as const
export const RULE_FORMATS = ['powershell', 'netsh', 'reg', 'registry-pol', 'lgpo', 'yaml', 'intune'] as const
export const FAIL_ON = ['error', 'warning', 'notice', 'never'] as const
export const LOCALES = ['en', 'ko'] as const

const config: OptionSyntax = { name: 'config', value: 'FILE', says: 'config file; default .configmgr-firewall.yml here or in .github/' }
const features: OptionSyntax = { name: 'features', value: 'a,b|all', many: true, says: 'features in use, instead of those of the config' }
const role: OptionSyntax = { name: 'role', value: 'ROLE', says: 'role of the machines, instead of those that the config names; default client' }
const output: OptionSyntax = { name: 'output', value: 'FILE', says: 'write there instead of to standard output' }
const locale: OptionSyntax = { name: 'locale', value: 'en|ko', choices: LOCALES, says: 'language of messages; default en' }
const verbose: OptionSyntax = { name: 'verbose', says: 'say more: every file, every need, traces of internal errors' }

export const COMMANDS: readonly CommandSyntax[] = [
  {
    name: 'check', operands: '[PATH…]', says: 'check the policy in files or folders (default: .)',
    options: [
      config, features, role,
      { name: 'format', value: 'FORMAT[=FILE]', choices: REPORT_FORMATS, toFile: true, many: true, says: `${REPORT_FORMATS.join(', ')}; repeatable, default text` },
      output,
      { name: 'base', value: 'REF', says: 'compare with the tree at a git revision: what is new, cut, opened, mended' },
      { name: 'only-new', says: 'with --base: what was found there already does not count for the exit status' },
      { name: 'shard', value: 'I/N', says: 'judge only part I of N of the targets, for runs side by side; join the JSON reports with merge' },
      { name: 'fail-on', value: 'error|warning|notice|never', choices: FAIL_ON, says: 'least severity that makes the exit status 1; default error' },
      locale,
      { name: 'no-color', says: 'no colours (NO_COLOR works too)' },
      { name: 'redact', says: 'mask addresses, host and domain names and SIDs in every output' },
      { name: 'write-baseline', value: 'FILE', optional: true, says: 'write what is found as the baseline, to FILE or where the config says' },
      { name: 'quiet', says: 'nothing but findings at or above --fail-on' },
      verbose,
    ],
    examples: ['check', 'check policies --features client-push,remote-control', 'check --format sarif=firewall.sarif --format text'],
  },
  { name: 'parse', operands: 'FILE…', says: 'print what files hold, in neutral form, as JSON', options: [output, verbose], examples: ['parse policies/clients.ps1'] },
  {
    name: 'requirements', operands: '', says: 'print what Configuration Manager needs here',
    options: [config, features, role, { name: 'format', value: 'FORMAT', choices: ['text', 'json', 'markdown'], says: 'text, json or markdown; default text' }, output, locale, verbose],
    examples: ['requirements --features client-push'],
  },
  {
    name: 'generate', operands: '', says: 'print rules that satisfy these needs',
    options: [config, features, role, { name: 'format', value: 'FORMAT', choices: RULE_FORMATS, says: `${RULE_FORMATS.join(', ')}; default powershell` }, output, verbose],
    examples: ['generate --format powershell --features client-push'],
  },
  { name: 'explain', operands: '[CODE or REQUIREMENT-ID]', says: 'tell what a finding code, a requirement, a feature or a reason means', options: [locale, verbose], examples: ['explain requirement-blocked', 'explain push-smb-in'] },
  { name: 'init', operands: '', says: 'write a starter config from what is found here', options: [{ name: 'force', says: 'replace a file that is there' }, { ...output, says: 'write there instead of to .configmgr-firewall.yml' }, verbose], examples: ['init'] },
  { name: 'merge', operands: 'REPORT.json…', says: 'join JSON reports into one', options: [output, verbose], examples: ['merge a.json b.json --output all.json'] },
]

/** Command, operands and options of an argument list; `check` where no command is named. */
export function parseCall(args: readonly string[]): Call {
  const named = COMMANDS.find(({ name }) => name === args[0])
  const command = named ?? COMMANDS[0] as CommandSyntax
  const options = new Map<string, string[]>()
  const operands: string[] = []
  for (let i = named ? 1 : 0; i < args.length; i++) {
    const arg = args[i] as string
    if (arg === '--') { operands.push(...args.slice(i + 1)); break }
    if (!arg.startsWith('-') || arg === '-') { operands.push(arg); continue }
    const equals = arg.indexOf('=')
    const flag = equals < 0 ? arg : arg.slice(0, equals)
    const option = optionNamed(command, flag)
    let value = equals < 0 ? undefined : arg.slice(equals + 1)
    if (option.value === undefined) {
      if (value !== undefined) throw new UsageError(`${flag} takes no value`)
      value = 'true'
    } else if (option.optional && equals < 0) {
      value = ''
    } else if (value === undefined) {
      value = args[++i]
      if (value === undefined || (value.startsWith('--') && value.length > 2)) throw new UsageError(`${flag} needs a value: ${option.value}`)
    }
    if (value === '' && !(option.optional && equals < 0)) throw new UsageError(`${flag} needs a value: ${option.value}`)
    const chosen = option.toFile ? value.split('=', 1)[0] as string : value
    if (option.choices && !option.choices.includes(chosen)) {
      throw new UsageError(`${flag} ${shown(chosen)} is not known: ${option.choices.join(', ')}${didYouMean(chosen, option.choices)}`)
    }
    const before = options.get(option.name)
    if (before && !option.many && option.value !== undefined) throw new UsageError(`${flag} is given twice`)
    options.set(option.name, before ? [...before, value] : [value])
  }
  if (command.operands === '' && operands[0] !== undefined) throw new UsageError(`${command.name} takes options only, not ${shown(operands[0])}`)
  return { command: command.name, operands, options }
}

function optionNamed(command: CommandSyntax, flag: string): OptionSyntax {
  const option = command.options.find(({ name }) => flag === `--${name}`)
  if (option) return option
  const elsewhere = COMMANDS.filter(c => c.options.some(({ name }) => flag === `--${name}`)).map(({ name }) => name)
  if (elsewhere.length > 0) throw new UsageError(`${command.name} has no option ${shown(flag)}; it belongs to ${elsewhere.join(', ')}`)
  throw new UsageError(`Unknown option ${shown(flag)}${didYouMean(flag, command.options.map(({ name }) => `--${name}`), `${command.name} --help lists the options`)}`)
}
const shown = (text: string): string => JSON.stringify(text)

/** What `--help` prints, for one command or for all. */
export function helpText(name?: string): string {
  const command = COMMANDS.find(c => c.name === name)
  if (!command) {
    return `Checks the firewall policy in a repository against what Configuration Manager needs.

Usage: configmgr-firewall-lint [COMMAND] [OPTION…] [PATH…]

Commands:
${table(COMMANDS.map(c => [`${c.name} ${c.operands}`.trim(), c.says]))}

\`check\` runs when no command is named. Its options:
${optionTable(COMMANDS[0] as CommandSyntax)}

  --help, --version      of the program; COMMAND --help of a command

Exit status: 0 all well; 1 findings at or above --fail-on; 2 the call or the config is wrong; 3 an internal error.
`
  }
  return `${`configmgr-firewall-lint ${command.name} ${command.operands}`.trimEnd()}
  ${command.says}

Options:
${optionTable(command)}

${command.examples.length > 1 ? 'Examples' : 'Example'}:
${command.examples.map(e => `  configmgr-firewall-lint ${e}`).join('\n')}
`
}
const optionTable = (command: CommandSyntax): string =>
  table(command.options.map(o => [`--${o.name}${o.value === undefined ? '' : o.optional ? `[=${o.value}]` : ` ${o.value}`}`, o.says]))
function table(rows: readonly (readonly string[])[]): string {
  return rows.map(([left = '', right = '']) => (left.length > 32 ? `  ${left}\n${' '.repeat(36)}${right}` : `  ${left.padEnd(34)}${right}`)).join('\n')
}
