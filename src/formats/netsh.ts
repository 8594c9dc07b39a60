import { addressTexts } from '../model/addresses.ts'
import { portTexts } from '../model/ports.ts'
import { ALL_PROFILES, profileNames, protocolName } from '../model/rules.ts'
import type { Format, SourceFile } from '../model/stages.ts'
import type { PolicyFile, Rule } from '../model/types.ts'
import type { Command } from '../text/batch/host.ts'
import { runBatch } from '../text/batch/runner.ts'
import { words } from '../text/batch/words.ts'
import { plain } from '../text/mapped.ts'
import { Interpreter } from '../text/powershell/interpreter.ts'
import type { Word } from '../text/word.ts'
import { FIREWALL_COMMANDS, policyOf } from './powershell.ts'
import { NETSH_VOCABULARY } from './shared/netsh-rule-reader.ts'
import type { NetshSession } from './shared/netsh-session.ts'
import { runProgram, ScriptHost } from './shared/powershell-native.ts'
import { undecided } from './shared/undecided.ts'

/** What may hold such commands: batch files by any content, other texts only when they begin like a script. */
const BATCH = /\.(?:cmd|bat|nt)$/
const SCRIPT = /\.(?:txt|nsh|netsh|scr|script|cfg|conf|dat|ini)$/
const COMMAND = /\bnetsh(?:\.exe)?"?[ \t]+(?:-[a-z][ \t]+\S+[ \t]+)*(?:a|adv[a-z]*|f[a-z]*)[ \t]+\S/i
/** The same, started by PowerShell: `Start-Process netsh -ArgumentList 'advfirewall …'`. */
const STARTED = /\bnetsh(?:\.exe)?['"]*,?[ \t]+(?:-arg[a-z]*[ \t]+)?[@('"]+adv/i
/** Rules and settings can also be written straight to the registry, or by a line of PowerShell. */
const REGISTRY = /\breg(?:\.exe)?"?[ \t]+(?:add|delete)[ \t]+"?HK[^\r\n]*(?:WindowsFirewall|FirewallPolicy)/i
const POWERSHELL = /\b(?:powershell|pwsh)(?:\.exe)?\b/i
const OURS = /-NetFirewall|\bnetsh\b|HNetCfg|FirewallPolicy|WindowsFirewall/i
const CMDLET = /\b(?:New|Set|Enable|Disable|Remove|Copy|Rename)-NetFirewall[a-z]+\b/i
const LINE = /^[ \t]*(?:pushd[ \t]+)?(?:netsh(?:\.exe)?[ \t]+)?(?:advfirewall|firewall)(?:[ \t]+(?:firewall|set|add|delete|import|reset|f|s|a|d)\b|[ \t]*$)/im
const OPENING = /^(?:\s|(?:@?rem\b|::|#)[^\r\n]*)*(?:@?echo[ \t]+off|@?setlocal|@?set[ \t]|pushd[ \t]|netsh(?:\.exe)?[ \t]|advfirewall\b|firewall\b|chcp[ \t])/i

/** `netsh advfirewall` and `netsh firewall` commands: batch files, and scripts for `netsh -f`. */
export const netsh: Format = {
  id: 'netsh',
  title: 'netsh script',
  store: 'local',
  names: [],
  recognises(file) {
    const { name } = file
    if (BATCH.test(name)) return COMMAND.test(file.text) || REGISTRY.test(file.text) || (POWERSHELL.test(file.text) && (CMDLET.test(file.text) || STARTED.test(file.text)))
    if (name.includes('.') && !SCRIPT.test(name)) return false
    return OPENING.test(file.head) && (COMMAND.test(file.text) || LINE.test(file.text))
  },
  parse,
  ruleWriter: beside => ({ rule: beside && !isBatch(beside.file) ? scriptLine : writeRule }),
  write: rules => ['@echo off', 'chcp 65001 >nul', ...rules.map(written), ''].join('\r\n'),
}

const SHELL = /(?:powershell|pwsh)(?:\.exe)?$/i
const PROGRAMS = new Set(['netsh', 'reg', 'powershell', 'pwsh'])

/** Whether cmd runs it, line by line; else it is a script for `netsh -f`. */
const isBatch = ({ name, text }: SourceFile): boolean => BATCH.test(name) || COMMAND.test(text)

function parse(file: SourceFile): PolicyFile {
  const { text, origin } = file
  // A PowerShell command inside a batch file has places of its own; all of them are the place of the whole command.
  let window: Command | undefined
  const host = new ScriptHost(FIREWALL_COMMANDS, (start, end) => ({ origin, start: window?.start ?? start, end: window?.end ?? end }))
  if (isBatch(file)) {
    runBatch(text, {
      programs: PROGRAMS,
      vocabulary: NETSH_VOCABULARY,
      command(command) {
        const { words: list, start, end, condition } = command
        const program = list[0]?.text ?? ''
        if (program === 'netsh' || /netsh(?:\.exe)?$/i.test(program)) return host.netsh.call({ words: list.slice(1), start, end, condition })
        if (!SHELL.test(program)) {
          runProgram(host, list, start, end, condition)
          return undefined
        }
        const script = scriptOf(command, text)
        if (!OURS.test(script)) return undefined
        window = command
        runInline(script, condition, host)
        window = undefined
        return undefined
      },
      problem: (code, message, start, end) => host.problem({ code, message, source: host.spanOf(start, end) }),
    })
  } else readScript(text, host.netsh)
  host.finish()
  return policyOf(file.path, netsh.id, host)
}

/** What `powershell -Command …` runs; nothing for `-File`, which is a file of its own. */
function scriptOf({ line, start: from, end: to }: Command, text: string): string {
  const said = line ?? text.slice(from, to).replaceAll('%%', '%')
  const list = words(plain(said, 0), 0)
  for (let i = list.findIndex(word => SHELL.test(word.text)) + 1; i < list.length; i++) {
    const { text: option, start } = list[i] as Word
    const next = list[i + 1]
    if (/^[-/]f/i.test(option)) return ''
    if (/^[-/]e(?:c|nc\w*)?$/i.test(option)) return Buffer.from(next?.text ?? '', 'base64').toString('utf16le')
    const isCommand = /^[-/]c(?:o(?:mm\w*)?)?$/i.test(option)
    // These take a value; the others are switches.
    if (!isCommand && /^[-/](?:e[xp]|v|w|o|in|config|custom|ps|settings)/i.test(option)) { i++; continue }
    if (!isCommand && /^[-/]/.test(option)) continue
    return unquoted(said.slice(isCommand ? next?.start ?? said.length : start)).trim().replace(/^&\s*\{([^]*)\}$/, '$1')
  }
  return ''
}
/** The arguments of a program joined by blanks, as it gets them: `\"`, and `""` inside of quotes, stand for a quote. */
function unquoted(text: string): string {
  let result = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const c = text[at] as string
    if (c === '\\' && text[at + 1] === '"') { result += '"'; at++ }
    else if (c !== '"') result += c
    else if (isQuoted && text[at + 1] === '"') { result += '"'; at++ }
    else isQuoted = !isQuoted
  }
  return result
}
function runInline(text: string, condition: string | undefined, host: ScriptHost): void {
  if (condition !== undefined) {
    host.notice(`This command runs only ${condition}, so what it does is not followed`, 0, 0)
    return
  }
  const script = new Interpreter(text, host)
  script.run()
  if (script.faults.length > 0) host.notice('Not all of this PowerShell command could be read', 0, 0)
}

/** A script for `netsh -f`: one command on a line, `#` and `rem` comments, contexts that last. */
function readScript(text: string, session: NetshSession): void {
  for (let at = 0; at < text.length;) {
    const feed = text.indexOf('\n', at)
    const end = feed < 0 ? text.length : feed
    const line = text.slice(at, end)
    if (!/^\s*(?:#|rem\b|::|$)/i.test(line)) {
      const list = words(plain(line, at), 0)
      const first = list[0]
      if (first) session.line({ words: list, start: first.start, end: list.at(-1)?.end ?? first.end, condition: undefined })
    }
    at = end + 1
  }
}

const PORT_WORDS: ReadonlyMap<string, string> = new Map([
  ['rpc', 'RPC'], ['rpc-epmap', 'RPC-EPMap'], ['iphttps', 'IPHTTPS'], ['teredo', 'Teredo'], ['ply2disc', 'Ply2Disc'], ['mdns', 'mDNS'],
])
const INTERFACE_WORDS: ReadonlyMap<string, string> = new Map([['remote-access', 'ras']])
/** The words of its help, each for both families. */
const ADDRESS_WORDS: ReadonlySet<string> = new Set(['local-subnet', 'dns', 'dhcp', 'wins', 'default-gateway'])

/** One complete command for a batch file; a rule with several ICMP types needs one for each. */
function writeRule(rule: Rule): string {
  const command = (icmp: string | undefined): string => {
    const list = [
      'netsh advfirewall firewall add rule', `name=${quoted(rule.name)}`, `dir=${rule.direction === 'outbound' ? 'out' : 'in'}`,
      `action=${rule.action === 'unknown' ? 'allow' : rule.action}`,
    ]
    if (rule.enabled === false) list.push('enable=no')
    list.push(`profile=${rule.profiles === ALL_PROFILES ? 'any' : profileNames(rule.profiles).join(',')}`)
    const protocol = rule.protocol === 'unknown' ? 'any' : protocolName(rule.protocol)
    list.push(`protocol=${protocol === 'tcp' || protocol === 'udp' ? protocol.toUpperCase() : protocol}${icmp === undefined ? '' : `:${icmp.replace(':', ',').replace('*', 'any')}`}`)
    const local = portTexts(rule.localPorts)
    const remote = portTexts(rule.remotePorts)
    if (local.length > 0) list.push(`localport=${local.map(word => PORT_WORDS.get(word) ?? plainWord(word)).join(',')}`)
    if (remote.length > 0) list.push(`remoteport=${remote.map(word => PORT_WORDS.get(word) ?? plainWord(word)).join(',')}`)
    const localIp = addressTexts(rule.localAddresses)
    const remoteIp = addressTexts(rule.remoteAddresses)
    if (localIp.length > 0) list.push(`localip=${localIp.map(addressWord).join(',')}`)
    if (remoteIp.length > 0) list.push(`remoteip=${[...new Set(remoteIp.map(addressWord))].join(',')}`)
    if (rule.program !== undefined) list.push(`program=${quoted(rule.program)}`)
    if (rule.service !== undefined) list.push(`service=${rule.service === '*' ? 'any' : quoted(rule.service)}`)
    if (rule.interfaceTypes.length > 0) list.push(`interfacetype=${rule.interfaceTypes.map(type => INTERFACE_WORDS.get(type) ?? type).join(',')}`)
    return list.join(' ')
  }
  return rule.icmp.length === 0 ? command(undefined) : rule.icmp.map(command).join('\r\n')
}
/** For `netsh -f`, which knows no program of its own name, and takes a percent sign as it is. */
const scriptLine = (rule: Rule): string => writeRule(rule).replace(/^netsh /gm, '').replaceAll('%%', '%')
/** What netsh cannot say is left out with a word: without it the rule would open more than it did. */
function written(rule: Rule): string {
  const lost = [
    ...rule.unmodelled, ...undecided(rule), ...rule.platforms.map(() => 'Platform'), ...rule.interfaceTypes.slice(1).map(() => 'interface types'),
    ...rule.interfaceTypes.filter(type => type === 'mobile-broadband'), ...rule.localPorts.keywords.filter(word => !PORT_WORDS.has(word)),
    ...rule.remotePorts.keywords.filter(word => word !== 'iphttps'),
    ...[...rule.localAddresses.keywords, ...rule.remoteAddresses.keywords].filter(word => !ADDRESS_WORDS.has(word)),
    ...(rule.action === 'bypass' ? ['action=bypass'] : []), // needs security=, which a rule of ours does not keep
  ]
  return lost.length === 0 ? writeRule(rule) : `rem not written, netsh cannot say all of it: ${plainText(rule.name)} (${lost.map(plainText).join(', ')})`
}
/** Quotes and line ends cannot stand in a quoted argument; a percent sign is doubled in a batch file. */
const quoted = (text: string): string => `"${text.replaceAll('"', "'").replace(/[\r\n]+/g, ' ').replaceAll('%', '%%')}"`
const plainText = (text: string): string => text.replace(/[\r\n]+/g, ' ').replaceAll('%', '%%')
const addressWord = (text: string): string => (/^[a-z]/.test(text) && /-|^(?:dns|dhcp|wins)/.test(text) && !text.includes(':') ? text.replaceAll('-', '').replace(/[46]$/, '') : plainWord(text))
/** Text of unresolved entries stands in quotes, so that no shell reads it. */
const plainWord = (text: string): string => (/^[\w.:/-]+$/.test(text) ? text : quoted(text))
