import type { Span } from '../../model/types.ts'
import type { Word } from '../../text/word.ts'
import { argumentsOf, isOpen, isWord, type NetshCommand } from './netsh-arguments.ts'
import { LegacyCommands } from './netsh-legacy.ts'
import { RuleCommands } from './netsh-rules.ts'
import { setSettings } from './netsh-settings.ts'
import { NetshStore } from './netsh-store.ts'
import { LOCAL, type ScriptSink } from './script-state.ts'

/** How the rules that Windows brings are named: "File and Printer Sharing (SMB-In)", in other languages with some bracket at the end. */
const OF_WINDOWS = /\([^()]*\b(?:in|out)\)$|[^\0-\x7F].*\)$/i
/** Contexts that are not the firewall's. */
const OTHER_CONTEXTS = new Set([
  'interface', 'ipsec', 'http', 'wlan', 'lan', 'winhttp', 'bridge', 'ras', 'rpc', 'dhcpclient', 'dnsclient', 'branchcache', 'namespace', 'netio',
  'nap', 'p2p', 'trace', 'wfp', 'winsock',
])

/**
 * Understands netsh commands of one file. A session is one run of netsh: a script for `netsh -f`, or all single calls of a batch file,
 * each of which begins anew (`call`).
 */
export class NetshSession {
  readonly #store: NetshStore
  readonly #rules: RuleCommands
  readonly #legacy: LegacyCommands
  readonly #context: string[] = []
  readonly #pushed: string[][] = []

  constructor(sink: ScriptSink, span: (start: number, end: number) => Span) {
    this.#store = new NetshStore(sink, span)
    this.#rules = new RuleCommands(this.#store)
    this.#legacy = new LegacyCommands(this.#store)
  }

  /**
   * A call of its own, as cmd.exe and PowerShell make it: store and context of earlier calls are forgotten. Its exit code where it asks for
   * a rule by name: scripts do so to add it once, and what they have not added is taken as not there, like in PowerShell.
   */
  call(command: NetshCommand): number | undefined {
    const { words } = command
    if (isWord(words[0]?.text.toLowerCase() ?? '', 'advfirewall', 1) && words[2]?.text.toLowerCase() === 'show') return this.#show(words)
    this.#run(command)
    return undefined
  }
  #show(words: readonly Word[]): number | undefined {
    const names = argumentsOf(words, 4).filter(argument => argument.key === 'name')
    const name = names[0]?.value
    if (name === undefined || names.length > 1 || words[3]?.text.toLowerCase() !== 'rule') return undefined
    if (isOpen(name) || names[0]?.word.unresolved || /^(?:all)?$|[*?]/i.test(name)) return undefined
    const isThere = this.#store.holds(name)
    return isThere === true ? 0 : isThere === undefined || OF_WINDOWS.test(name) ? undefined : 1
  }
  #run(command: NetshCommand): void {
    this.#context.length = 0
    this.#store.target = LOCAL
    let { words } = command
    // `-c CONTEXT` enters a context first; `-r`, `-u`, `-p` mean another machine; `-f` is a file of its own.
    for (let option = optionOf(words[0]); option !== undefined; option = optionOf(words[0])) {
      const value = words[1]?.text ?? ''
      if (option === '-c') this.#context.push(...contextOf(value.split(/\s+/)))
      else if (option === '-r') {
        this.#store.unverifiable(command, `This command changes the firewall of ${value}, which is another machine than this one.`)
        return
      } else if (option === '-f') return
      words = words.slice(2)
    }
    if (words.length === 0) return
    this.#interpret(words === command.words ? command : { ...command, words })
    if (this.#store.target !== LOCAL) {
      this.#store.unverifiable(command, 'netsh forgets the store when this command ends: the commands after it write to the local store.')
    }
  }

  /** The next line of a `netsh -f` script, which stands in the context and the store that earlier lines chose. */
  line(command: NetshCommand): void {
    const words = /^netsh(?:\.exe)?$/i.test(command.words[0]?.text ?? '') ? command.words.slice(1) : command.words
    const first = words[0]?.text.toLowerCase()
    if (first === undefined) return
    if (first === 'pushd') {
      if (this.#pushed.length < 1000) this.#pushed.push([...this.#context])
      if (words.length > 1) { this.#context.length = 0; this.#context.push(...contextOf(words.slice(1).map(w => w.text))) }
    } else if (first === 'popd') {
      this.#context.length = 0
      this.#context.push(...(this.#pushed.pop() ?? []))
    } else if (first === '..') this.#context.pop()
    else if (!/^(?:abort|alias|unalias|bye|commit|exit|offline|online|quit)$/.test(first)) {
      const context = contextOf(words.map(w => w.text))
      if (context.length === words.length && context.length > 0) { this.#context.length = 0; this.#context.push(...context) }
      else if (first === '/') this.#context.length = 0
      else this.#interpret(words === command.words ? command : { ...command, words })
    }
  }

  #interpret(command: NetshCommand): void {
    const { words } = command
    // By far the most commands are this one, written out.
    const isPlain = words.length > 4 && words[0]?.text === 'advfirewall' && words[1]?.text === 'firewall'
    if (isPlain && words[2]?.text === 'add' && words[3]?.text === 'rule') {
      this.#rules.add(command, 4)
      return
    }
    let at = 0
    const path = [...this.#context]
    const top = words[0]?.text.toLowerCase() ?? ''
    // A command that names its context in full begins at the top, wherever the script stands.
    if (top === 'a' || isWord(top, 'advfirewall', 3)) { path.length = 0; path.push('advfirewall'); at = 1 }
    else if (path.length === 0 && isWord(top, 'firewall', 1)) { path.push('firewall'); at = 1 }
    if (path[0] === 'firewall') { this.#legacy.run(command, at); return }
    if (path[0] !== 'advfirewall') return
    if (path.length === 1 && isWord(words[at]?.text.toLowerCase() ?? '', 'firewall', 1)) { path.push('firewall'); at++ }
    const verb = words[at]?.text.toLowerCase() ?? ''
    if (path[1] === 'firewall') {
      if (!isWord(words[at + 1]?.text.toLowerCase() ?? '', 'rule', 1)) {
        if (isWord(verb, 'add', 1) || isWord(verb, 'delete', 1) || isWord(verb, 'set', 1)) {
          this.#store.refuse(command, words[at + 1] ?? words[at], `netsh advfirewall firewall ${verb} is followed by "rule".`)
        }
        return
      }
      if (isWord(verb, 'add', 1)) { this.#rules.add(command, at + 2); return }
      const rest = argumentsOf(words, at + 2)
      if (isWord(verb, 'delete', 1)) this.#rules.delete(command, rest)
      else if (isWord(verb, 'set', 1)) this.#rules.set(command, rest)
      return
    }
    if (path.length > 1) return // consec, mainmode, monitor: connection security, no opening
    if (isWord(verb, 'import', 1)) this.#import(command, words[at + 1])
    else if (isWord(verb, 'reset', 1)) this.#store.reset(command)
    else if (isWord(verb, 'set', 1)) setSettings(this.#store, command, at + 1)
  }
  #import(command: NetshCommand, file: Word | undefined): void {
    this.#store.reset(command)
    const from = file ? `"${file.text}"` : 'a file'
    this.#store.unverifiable(command, `This replaces the whole local policy by ${from}, whose contents this script does not show.`)
  }
}

/** `-c`, `/r` and the like; undefined for any other word. */
function optionOf(word: Word | undefined): string | undefined {
  return word?.text.length === 2 && /^[-/][a-z]$/i.test(word.text) ? word.text.toLowerCase() : undefined
}

/** The contexts a line of a script enters, as far as they are the firewall's. */
function contextOf(words: readonly string[]): string[] {
  const [first = '', second] = words.map(word => word.toLowerCase())
  if (isWord(first, 'advfirewall', 3)) {
    if (second === undefined) return ['advfirewall']
    const inner = ['firewall', 'consec', 'mainmode', 'monitor'].find(name => isWord(second, name, 1))
    return words.length === 2 && inner ? ['advfirewall', inner] : ['advfirewall']
  }
  if (first === 'firewall' && second === undefined) return ['firewall']
  return words.length === 1 && OTHER_CONTEXTS.has(first) ? [first] : []
}
