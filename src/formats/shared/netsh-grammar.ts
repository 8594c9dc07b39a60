import { ANY_ADDRESSES, addressSet, isAnyAddress, parseAddresses } from '../../model/addresses.ts'
import { ANY_PORTS, isAnyPort, parsePort, parsePorts, portSet } from '../../model/ports.ts'
import { ALL_PROFILES, DOMAIN, makeRule, parseIcmp, parseProtocol, PRIVATE, PUBLIC } from '../../model/rules.ts'
import {
  type AddressKeyword, type AddressSet, type InterfaceType, PART_NAMES, type PartName, type PortKeyword, type PortSet, type Problem, type ProfileSet,
  type Protocol, type Rule, type RuleSelector, type RuleValues, type Span,
} from '../../model/types.ts'
import { LateWord, type Word } from '../../text/word.ts'
import { PlacesPool, PooledRule } from './late-rule.ts'
import { LOCAL, type ScriptSink, type Target } from './script-state.ts'

/** One netsh command, split into words by whichever shell runs it. */
export interface NetshCommand {
  /** Without `netsh` itself. */
  readonly words: readonly Word[]
  /** From `netsh` to the last word. */
  readonly start: number
  readonly end: number
  /** Why it may not run; undefined when it always does. */
  readonly condition: string | undefined
}

/** `key=value` as netsh takes it. */
interface Argument {
  readonly key: string
  readonly value: string
  readonly word: Word
  readonly start: number
  readonly end: number
}

const PART = Object.fromEntries(PART_NAMES.map((name, index) => [name, index])) as { readonly [P in PartName]: number }

const PORTS: ReadonlyMap<string, PortKeyword> = new Map([
  ['rpc', 'rpc'], ['rpc-epmap', 'rpc-epmap'], ['teredo', 'teredo'], ['iphttps', 'iphttps'], ['ply2disc', 'ply2disc'], ['mdns', 'mdns'],
])
const ADDRESSES: ReadonlyMap<string, AddressKeyword> = new Map([
  ['localsubnet', 'local-subnet'], ['dns', 'dns'], ['dhcp', 'dhcp'], ['wins', 'wins'], ['defaultgateway', 'default-gateway'],
])
const NO_ADDRESS_WORDS: ReadonlyMap<string, AddressKeyword> = new Map()
const INTERFACES: ReadonlyMap<string, InterfaceType> = new Map([['lan', 'lan'], ['wireless', 'wireless'], ['ras', 'remote-access']])
const SECURITY = /^(?:authenticate|authenc|authdynenc|authnoencap)$/
const PROFILE_BITS: ReadonlyMap<string, ProfileSet> = new Map([['domain', DOMAIN], ['private', PRIVATE], ['public', PUBLIC], ['any', ALL_PROFILES]])

/**
 * Understands netsh commands of one file. A session is one run of netsh: a script for `netsh -f`, or all single calls of a batch file,
 * each of which begins anew (`begin`).
 */
export class NetshSession {
  readonly #sink: ScriptSink
  readonly #span: (start: number, end: number) => Span
  readonly #pool = new PlacesPool()
  readonly #context: string[] = []
  readonly #pushed: string[][] = []
  #target: Target = LOCAL

  constructor(sink: ScriptSink, span: (start: number, end: number) => Span) {
    this.#sink = sink
    this.#span = span
    this.#reader = new RuleReader(span, sink)
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
    if (name === undefined || names.length > 1 || words[3]?.text.toLowerCase() !== 'rule' || isOpen(name) || names[0]?.word.unresolved || /^(?:all)?$|[*?]/i.test(name)) return undefined
    const isThere = this.#sink.made({ names: [name] }, LOCAL)
    return isThere === true ? 0 : isThere === undefined || OF_WINDOWS.test(name) ? undefined : 1
  }
  #run(command: NetshCommand): void {
    this.#context.length = 0
    this.#target = LOCAL
    let { words } = command
    // `-c CONTEXT` enters a context first; `-r`, `-u`, `-p` mean another machine; `-f` is a file of its own.
    for (let option = optionOf(words[0]); option !== undefined; option = optionOf(words[0])) {
      const value = words[1]?.text ?? ''
      if (option === '-c') this.#context.push(...contextOf(value.split(/\s+/)))
      else if (option === '-r') {
        this.#unverifiable(command, `This command changes the firewall of ${value}, which is another machine than this one.`)
        return
      } else if (option === '-f') return
      words = words.slice(2)
    }
    if (words.length === 0) return
    this.#interpret(words === command.words ? command : { ...command, words })
    if (this.#target !== LOCAL) {
      this.#unverifiable(command, 'netsh forgets the store when this command ends: the commands after it write to the local store.')
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
    if (words.length > 4 && words[0]?.text === 'advfirewall' && words[1]?.text === 'firewall' && words[2]?.text === 'add' && words[3]?.text === 'rule') {
      this.#add(command, 4)
      return
    }
    let at = 0
    const path = [...this.#context]
    const top = words[0]?.text.toLowerCase() ?? ''
    // A command that names its context in full begins at the top, wherever the script stands.
    if (top === 'a' || isWord(top, 'advfirewall', 3)) { path.length = 0; path.push('advfirewall'); at = 1 }
    else if (path.length === 0 && isWord(top, 'firewall', 1)) { path.push('firewall'); at = 1 }
    if (path[0] === 'firewall') { this.#legacy(command, at); return }
    if (path[0] !== 'advfirewall') return
    if (path.length === 1 && isWord(words[at]?.text.toLowerCase() ?? '', 'firewall', 1)) { path.push('firewall'); at++ }
    const verb = words[at]?.text.toLowerCase() ?? ''
    if (path[1] === 'firewall') {
      if (!isWord(words[at + 1]?.text.toLowerCase() ?? '', 'rule', 1)) {
        if (isWord(verb, 'add', 1) || isWord(verb, 'delete', 1) || isWord(verb, 'set', 1)) {
          this.#refuse(command, words[at + 1] ?? words[at], `netsh advfirewall firewall ${verb} is followed by "rule".`)
        }
        return
      }
      if (isWord(verb, 'add', 1)) { this.#add(command, at + 2); return }
      const rest = argumentsOf(words, at + 2)
      if (isWord(verb, 'delete', 1)) this.#delete(command, rest)
      else if (isWord(verb, 'set', 1)) this.#set(command, rest)
      return
    }
    if (path.length > 1) return // consec, mainmode, monitor: connection security, no opening
    if (isWord(verb, 'import', 1)) this.#import(command, words[at + 1])
    else if (isWord(verb, 'reset', 1)) this.#reset(command)
    else if (isWord(verb, 'set', 1)) this.#setSettings(command, at + 1)
  }

  // ---- rules ---------------------------------------------------------------------------------------------------------------------

  readonly #reader: RuleReader
  #add(command: NetshCommand, from: number): void {
    const reader = this.#reader
    reader.begin()
    const words = joined(command.words, from)
    let name: string | undefined
    for (let i = words === command.words ? from : 0; i < words.length; i++) {
      const word = words[i] as Word
      const key = keyOf(word)
      if (key === 'name') {
        if (name !== undefined) reader.refuse(word, 'name= stands twice.')
        name = valueOf(word)
        reader.mark(PART.name, word)
        // "all" is netsh's word for every rule, and refused as a name of one ([NETSH]).
        if (name.length < 4 && (name === '' || name.toLowerCase() === 'all')) reader.refuseValue(word, `A rule cannot be named "${name}".`)
      } else reader.read(key, word)
    }
    const { direction, action } = reader
    if (name === undefined || direction === undefined || action === undefined) {
      for (const [key, value] of [['name', name], ['dir', direction], ['action', action]] as const) {
        if (value === undefined) reader.refuse(command, `netsh needs ${key}= to add a rule.`)
      }
    }
    reader.together(command)
    const { condition } = command
    if (condition !== undefined) reader.unmodelled.push(`condition=${condition}`)
    this.#sink.rule(new PooledRule({
      id: null,
      name: name ?? '',
      group: undefined,
      direction: direction ?? 'unknown',
      action: action ?? 'unknown',
      enabled: reader.enabled ?? true,
      protocol: reader.protocol ?? 'any',
      localPorts: reader.localPorts ?? ANY_PORTS,
      remotePorts: reader.remotePorts ?? ANY_PORTS,
      icmp: reader.icmp ?? NONE,
      profiles: reader.profiles ?? ALL_PROFILES,
      localAddresses: reader.localAddresses ?? ANY_ADDRESSES,
      remoteAddresses: reader.remoteAddresses ?? ANY_ADDRESSES,
      program: reader.program,
      service: reader.service,
      interfaceTypes: reader.interfaceTypes ?? NONE,
      platforms: NONE,
      unmodelled: reader.unmodelled.length === 0 ? NONE : reader.unmodelled.slice(),
      ipsec: reader.ipsec,
      malformed: reader.malformed,
    }, this.#span(command.start, command.end), this.#pool, reader.parts, reader.partCount), this.#target)
  }

  #delete(command: NetshCommand, list: readonly Argument[]): void {
    const select = this.#selector(list, false)
    if (!select) return
    if (select.open !== undefined) this.#unverifiable(command, `Which rules this deletes depends on "${select.open}".`)
    const everything = Object.keys(select.select).length === 0
    this.#change(command, everything ? 'reset' : 'remove', select.select, {}, select.why)
  }

  #set(command: NetshCommand, list: readonly Argument[]): void {
    const cut = list.findIndex(argument => argument.key === 'new' && argument.value === '')
    if (cut < 0) { this.#refuse(command, list[0]?.word, '"set rule" needs "new" between the rules it means and the values it sets.'); return }
    const select = this.#selector(list.slice(0, cut), true)
    if (!select) return
    const reader = this.#reader
    reader.begin()
    const values: { -readonly [K in keyof RuleValues]: RuleValues[K] } = {}
    for (const argument of list.slice(cut + 1)) {
      if (argument.key === 'name') {
        if (argument.value === '' || argument.value.toLowerCase() === 'all') reader.refuse(argument, `A rule cannot be named "${argument.value}".`)
        else values.name = argument.value
      } else if (select.select.groups && argument.key !== 'enable' && argument.key !== 'profile') reader.refuse(argument, 'Of a group netsh can only set "enable", for all profiles or one.')
      else reader.read(argument.key, argument.word)
    }
    if (list.length === cut + 1) reader.refuse(command, '"set rule … new" is followed by no value.')
    if (reader.malformed !== undefined) return
    Object.assign(values, reader.values())
    if (reader.unmodelled.length > 0) values.unmodelled = reader.unmodelled.slice()
    if (reader.ipsec) values.ipsec = true
    if (select.open !== undefined) this.#unverifiable(command, `Which rules this sets depends on "${select.open}".`)
    // `group=… new enable=yes profile=domain` turns the group on for that profile (Microsoft's article 947709); it changes no rule's profiles.
    const { profiles } = values
    const ofGroup = select.select.groups !== undefined && profiles !== undefined
    if (ofGroup) delete values.profiles
    if (Object.keys(values).length > 0) this.#change(command, 'set', ofGroup ? { ...select.select, profiles } : select.select, values, select.why)
  }

  #change(command: NetshCommand, kind: 'set' | 'remove' | 'reset', select: RuleSelector, values: RuleValues, why: string | undefined): void {
    // netsh takes names as they are; elsewhere `*` and `?` are wildcards, so such a name is not certain to mean its rule only.
    const odd = select.names?.find(name => /[*?]/.test(name))
    const reasons = [command.condition, why, odd === undefined ? undefined : `"${odd}" means one rule`]
    const condition = reasons.filter(reason => reason !== undefined).join(' and ')
    this.#sink.change({ kind, select, values, condition: condition || undefined, source: this.#span(command.start, command.end) }, this.#target)
  }

  /** What stands left of `new`, or behind `delete rule`. Undefined, with a problem, when netsh would refuse it. */
  #selector(list: readonly Argument[], groups: boolean): { select: RuleSelector; open: string | undefined; why: string | undefined } | undefined {
    const reader = this.#reader
    reader.begin()
    let names: string[] | undefined
    let wanted: string[] | undefined
    let every = false
    let isUnnamed = false
    for (const argument of list) {
      if (argument === list[0] && argument.key === 'all' && argument.word.value === undefined) {
        // Many scripts leave name= out. Whether netsh takes the word for the first argument of its list is nowhere said.
        every = isUnnamed = true
        const { start, end } = argument.word
        this.#unverifiable({ start, end }, 'Whether netsh takes "all" without name= is not known, so this may mean every rule or none.')
      } else if (argument.key === 'name') {
        if (argument.value.toLowerCase() === 'all') every = true
        else if (argument.value === '') reader.refuse(argument, 'The name of the rule is missing.')
        else names = [argument.value]
      } else if (argument.key === 'group' && groups) {
        if (argument.value === '') reader.refuse(argument, 'The name of the group is missing.')
        else wanted = [argument.value]
      } else if (SELECTING.has(argument.key)) reader.read(argument.key, argument.word)
      else reader.refuse(argument, `netsh does not select rules by "${argument.word.text}".`)
    }
    const at = list[0]?.word
    if (reader.malformed === undefined && !names && !wanted && !every) reader.refuse(at ?? undefined, 'netsh needs name= to know which rule is meant.')
    if (reader.malformed !== undefined) return undefined
    const { direction, protocol, profiles, localPorts, remotePorts, localAddresses, remoteAddresses, program, service } = reader
    const open = [names?.[0], wanted?.[0]].find(text => text !== undefined && isOpen(text)) ?? reader.open[0]
    const select = defined({
      names, groups: wanted, direction: known(direction), protocol: known(protocol), profiles, localPorts, remotePorts, localAddresses, remoteAddresses,
      program, service,
    })
    return { select, open, why: isUnnamed ? 'netsh takes "all" without name=' : open === undefined ? undefined : `${open} is known` }
  }

  // ---- settings ------------------------------------------------------------------------------------------------------------------

  #import(command: NetshCommand, file: Word | undefined): void {
    this.#reset(command)
    this.#unverifiable(command, `This replaces the whole local policy by ${file ? `"${file.text}"` : 'a file'}, whose contents this script does not show.`)
  }
  #reset(command: NetshCommand): void {
    this.#sink.clearSettings(this.#target, command.condition)
    this.#change(command, 'reset', {}, {}, undefined)
  }

  #setSettings(command: NetshCommand, at: number): void {
    const { words, condition } = command
    const object = writtenOut(words[at]?.text.toLowerCase() ?? '', SET_OBJECTS)
    if (object === 'store') { this.#setStore(command, words.slice(at + 1)); return }
    if (object === 'global') return // IPsec defaults and stateful FTP: no opening
    const profiles = PROFILE_OBJECTS.get(object)
    if (profiles === undefined) {
      this.#refuse(command, words[at], `netsh advfirewall does not set "${words[at]?.text ?? ''}".`)
      return
    }
    const current = object === 'currentprofile'
    const source = this.#span(command.start, command.end)
    const why = current ? 'only in the profile that is current when the script runs' : undefined
    const all = [condition, why].filter(reason => reason !== undefined).join(' and ')
    const put = <T>(value: T): { value: T; source: Span; condition?: string } => (all === '' ? { value, source } : { value, source, condition: all })
    const parameter = writtenOut(words[at + 1]?.text.toLowerCase() ?? '', PROFILE_PARAMETERS)
    const value = words.slice(at + 2).map(word => word.text).join('').toLowerCase()
    const target = this.#target
    const sink = this.#sink
    const open = isOpen(value) || words.slice(at + 2).some(word => word.unresolved)
    if (open && /^(?:state|firewallpolicy)$/.test(parameter)) {
      this.#unverifiable(command, `What this sets depends on "${words[at + 2]?.text ?? ''}".`)
      return
    }
    if (parameter === 'state') {
      if (value === 'on' || value === 'off') sink.configure(profiles, 'enabled', put(value === 'on'), target)
      else if (value === 'notconfigured') sink.configure(profiles, 'enabled', undefined, target)
      else this.#refuse(command, words[at + 2], `The state is on, off or notconfigured, not "${value}".`)
    } else if (parameter === 'firewallpolicy') {
      const [inbound = '', outbound = '', more] = value.split(',')
      if (!/^(?:blockinbound(?:always)?|allowinbound|notconfigured)$/.test(inbound) || !/^(?:(?:allow|block)outbound|notconfigured)$/.test(outbound) || more !== undefined) {
        this.#refuse(command, words[at + 2], `"${value}" is not a firewall policy such as blockinbound,allowoutbound.`)
        return
      }
      const unset = inbound === 'notconfigured'
      sink.configure(profiles, 'defaultInbound', unset ? undefined : put(inbound === 'allowinbound' ? 'allow' as const : 'block' as const), target)
      sink.configure(profiles, 'blockAllInbound', unset ? undefined : put(inbound === 'blockinboundalways'), target)
      const out = outbound === 'notconfigured' ? undefined : put(outbound === 'allowoutbound' ? 'allow' as const : 'block' as const)
      sink.configure(profiles, 'defaultOutbound', out, target)
    } else if (parameter === 'settings') this.#setMerge(command, at + 2, profiles, put)
    else if (parameter !== 'logging') this.#refuse(command, words[at + 1], `A profile has no parameter "${words[at + 1]?.text ?? ''}".`)
  }
  #setMerge(command: NetshCommand, at: number, profiles: ProfileSet, put: (value: boolean) => { value: boolean; source: Span }): void {
    const { words } = command
    const name = words[at]?.text.toLowerCase() ?? ''
    const value = words[at + 1]?.text.toLowerCase() ?? ''
    if (/^(?:localconsecrules|inboundusernotification|remotemanagement|unicastresponsetomulticast)$/.test(name)) return // no opening
    if (name !== 'localfirewallrules') this.#refuse(command, words[at], `A profile has no setting "${words[at]?.text ?? ''}".`)
    else if (!/^(?:enable|disable|notconfigured)$/.test(value)) {
      this.#refuse(command, words[at + 1], `The setting is enable, disable or notconfigured, not "${value}".`)
    } else if (this.#target.store === 'local') this.#refuse(command, words[at], 'localfirewallrules can only be set in a Group Policy store.')
    else this.#sink.configure(profiles, 'allowLocalRules', value === 'notconfigured' ? undefined : put(value === 'enable'), this.#target)
  }
  #setStore(command: NetshCommand, words: readonly Word[]): void {
    const text = words.map(word => word.text).join(' ').replace(/\s*=\s*/, '=')
    const gpo = /^gpo=(.+)$/i.exec(text)
    if (/^local$/i.test(text)) this.#target = LOCAL
    else if (gpo) this.#target = { store: 'group-policy', gpo: gpo[1] as string }
    else this.#refuse(command, words[0], `"${text}" is not a store.`)
  }

  // ---- the context before Windows Vista ------------------------------------------------------------------------------------------

  #legacy(command: NetshCommand, at: number): void {
    const { words } = command
    const verb = words[at]?.text.toLowerCase() ?? ''
    const object = writtenOut(words[at + 1]?.text.toLowerCase() ?? '', LEGACY_OBJECTS)
    const action = isWord(verb, 'add', 1) ? 'add' : isWord(verb, 'delete', 1) ? 'delete' : isWord(verb, 'set', 1) ? 'set' : isWord(verb, 'reset', 1) ? 'reset' : undefined
    if (action === undefined) return
    if (action === 'reset') { this.#reset(command); return }
    const layout = LEGACY.get(object)
    const names = layout && (action === 'delete' ? layout.forDelete : action === 'add' ? layout.forAdd : layout.forSet)
    if (!names) {
      if (!/^(?:logging|notifications|multicastbroadcastresponse)$/.test(object)) this.#refuse(command, words[at + 1] ?? words[at], `netsh firewall does not ${action} "${object}".`)
      return
    }
    const values = this.#legacyValues(command, words.slice(at + 2), names)
    if (!values) return
    const legacy = new LegacyReader(values, (word, message) => this.#refuse(command, word, message))
    switch (object) {
      case 'portopening': this.#portOpening(command, action, legacy); break
      case 'allowedprogram': this.#allowedProgram(command, action, legacy); break
      case 'service': this.#legacyService(command, legacy); break
      case 'icmpsetting': this.#icmpSetting(command, legacy); break
      case 'opmode': this.#opMode(command, legacy); break
    }
  }
  /** By name, or by position in the order of the table. */
  #legacyValues(command: NetshCommand, words: readonly Word[], names: readonly string[]): Map<string, Argument> | undefined {
    const values = new Map<string, Argument>()
    let position = 0
    for (const word of joined(words, 0)) {
      const argument = argumentOf(word)
      const named = argument.value !== '' || word.value !== undefined ? names.find(name => isWord(writtenKeyOf(word), name, 1)) : undefined
      if (named) { values.set(named, argument); continue }
      const name = names[position++]
      if (name === undefined) { this.#refuse(command, word, `netsh takes no further value "${word.text}" here.`); return undefined }
      values.set(name, { key: name, value: word.text, word, start: word.start, end: word.end })
    }
    return values
  }

  #legacyRule(command: NetshCommand, legacy: LegacyReader, said: Partial<Rule> & Pick<Rule, 'name'>): void {
    const { condition } = command
    const unmodelled = [...legacy.unmodelled, ...(condition === undefined ? [] : [`condition=${condition}`])]
    this.#sink.rule(makeRule({ ...said, unmodelled, source: this.#span(command.start, command.end), parts: legacy.parts.length > 0 ? legacy.parts : undefined }), this.#target)
  }
  #portOpening(command: NetshCommand, action: string, legacy: LegacyReader): void {
    const protocols = legacy.protocols()
    const localPorts = legacy.port()
    const shared = legacy.shared()
    if (!protocols || !localPorts || !shared) return
    const name = legacy.text('name', 'name')
    if (action === 'add' && name === undefined) { legacy.missing('name', command); return }
    for (const protocol of protocols) {
      const select: RuleSelector = { direction: 'inbound', protocol, localPorts, ...(shared.current ? {} : { profiles: shared.profiles }) }
      if (action === 'delete') this.#change(command, 'remove', select, {}, shared.current ? 'the current profile is known' : undefined)
      else this.#legacyRule(command, legacy, {
        name: name ?? `${protocol === 6 ? 'TCP' : 'UDP'} ${localPorts.text?.join() ?? ''}`, protocol, localPorts,
        enabled: shared.enabled, profiles: shared.profiles, remoteAddresses: shared.addresses,
      })
    }
  }
  #allowedProgram(command: NetshCommand, action: string, legacy: LegacyReader): void {
    const program = legacy.text('program', 'program')
    const name = legacy.text('name', 'name')
    const shared = legacy.shared()
    if (!shared) return
    if (program === undefined) { legacy.missing('program', command); return }
    if (action === 'add' && name === undefined) { legacy.missing('name', command); return }
    const select: RuleSelector = { direction: 'inbound', program, ...(shared.current ? {} : { profiles: shared.profiles }) }
    if (action === 'delete') this.#change(command, 'remove', select, {}, shared.current ? 'the current profile is known' : undefined)
    else this.#legacyRule(command, legacy, {
      name: name ?? program, program, enabled: shared.enabled, profiles: shared.profiles, remoteAddresses: shared.addresses,
    })
  }
  #legacyService(command: NetshCommand, legacy: LegacyReader): void {
    const type = legacy.text('type', 'type')?.toLowerCase()
    const shared = legacy.shared()
    if (!shared) return
    const types = type === 'all' ? [...SERVICE_GROUPS.keys()] : type !== undefined && SERVICE_GROUPS.has(type) ? [type] : undefined
    if (!types) { legacy.wrong('type', command, 'FILEANDPRINT, REMOTEADMIN, REMOTEDESKTOP, UPNP or ALL'); return }
    const open = shared.current ? 'the current profile is known' : undefined
    const scoped = !isAnyAddress(shared.addresses)
    for (const service of types) {
      if (service === 'remoteadmin') {
        // Since Vista: TCP 135 and 445, nothing dynamic (ADMX help of the same setting).
        this.#legacyRule(command, legacy, {
          name: 'Remote administration', protocol: 6, localPorts: portSet([[135, 135], [445, 445]], [], [], ['135', '445']),
          enabled: shared.enabled, profiles: shared.profiles, remoteAddresses: shared.addresses,
        })
        continue
      }
      const values: RuleValues = scoped ? { enabled: shared.enabled, remoteAddresses: shared.addresses } : { enabled: shared.enabled }
      this.#change(command, 'set', { groups: [SERVICE_GROUPS.get(service) as string], ...(shared.profiles === ALL_PROFILES ? {} : { profiles: shared.profiles }) }, values, open)
    }
  }
  #icmpSetting(command: NetshCommand, legacy: LegacyReader): void {
    const type = legacy.text('type', 'icmp')?.toLowerCase()
    const shared = legacy.shared()
    if (!shared) return
    const number = type !== undefined && /^\d{1,2}$/.test(type) ? Number(type) : undefined
    if (type !== 'all' && (number === undefined || number < 2 || number > 17)) { legacy.wrong('type', command, 'an ICMP type from 2 to 17, or ALL'); return }
    this.#legacyRule(command, legacy, {
      name: number === undefined ? 'ICMP' : `ICMP type ${number}`, protocol: 1, icmp: number === undefined ? [] : [`${number}:*`],
      enabled: shared.enabled, profiles: shared.profiles,
    })
  }
  #opMode(command: NetshCommand, legacy: LegacyReader): void {
    const shared = legacy.shared()
    const exceptions = legacy.onOff('exceptions')
    if (!shared || exceptions === null) return
    const why = [command.condition, shared.current ? 'only in the profile that is current when the script runs' : undefined].filter(w => w !== undefined).join(' and ')
    const source = this.#span(command.start, command.end)
    const put = (value: boolean) => (why === '' ? { value, source } : { value, source, condition: why })
    if (typeof shared.enabled === 'boolean' && legacy.has('mode')) this.#sink.configure(shared.profiles, 'enabled', put(shared.enabled), this.#target)
    if (exceptions !== undefined) this.#sink.configure(shared.profiles, 'blockAllInbound', put(!exceptions), this.#target)
  }

  #refuse(command: NetshCommand, at: { start: number; end: number } | undefined, message: string): void {
    this.#sink.problem({ code: 'rule-malformed', message, source: this.#span(at?.start ?? command.start, at?.end ?? command.end) })
  }
  #unverifiable({ start, end }: { readonly start: number; readonly end: number }, message: string): void {
    this.#sink.problem({ code: 'requirement-unverifiable', message, source: this.#span(start, end) })
  }
}

const NONE: readonly never[] = Object.freeze([])
const known = <T>(value: T | 'unknown' | undefined): T | undefined => (value === 'unknown' ? undefined : value)
/** Without the fields that are not said. */
const defined = (select: { [K in keyof RuleSelector]: RuleSelector[K] | undefined }): RuleSelector =>
  Object.fromEntries(Object.entries(select).filter(([, value]) => value !== undefined))

/** How the rules that Windows brings are named: "File and Printer Sharing (SMB-In)", and in other languages with some bracket at the end. */
const OF_WINDOWS = /\([^()]*\b(?:in|out)\)$|[^\0-\x7F].*\)$/i
const SELECTING = new Set(['dir', 'profile', 'program', 'service', 'localip', 'remoteip', 'localport', 'remoteport', 'protocol'])
const PROFILE_OBJECTS: ReadonlyMap<string, ProfileSet> = new Map([
  ['allprofiles', ALL_PROFILES], ['domainprofile', DOMAIN], ['privateprofile', PRIVATE], ['publicprofile', PUBLIC], ['currentprofile', ALL_PROFILES],
])
const SET_OBJECTS = [...PROFILE_OBJECTS.keys(), 'store', 'global']
const PROFILE_PARAMETERS = ['state', 'firewallpolicy', 'settings', 'logging']
/** Positional order of the values ([NETSH], `netsh firewall`). */
const LEGACY: ReadonlyMap<string, { forAdd?: readonly string[]; forSet?: readonly string[]; forDelete?: readonly string[] }> = new Map([
  ['portopening', {
    forAdd: ['protocol', 'port', 'name', 'mode', 'scope', 'addresses', 'profile', 'interface'],
    forSet: ['protocol', 'port', 'name', 'mode', 'scope', 'addresses', 'profile', 'interface'],
    forDelete: ['protocol', 'port', 'profile', 'interface'],
  }],
  ['allowedprogram', {
    forAdd: ['program', 'name', 'mode', 'scope', 'addresses', 'profile'],
    forSet: ['program', 'name', 'mode', 'scope', 'addresses', 'profile'],
    forDelete: ['program', 'profile'],
  }],
  ['service', { forSet: ['type', 'mode', 'scope', 'addresses', 'profile'] }],
  ['icmpsetting', { forSet: ['type', 'mode', 'profile', 'interface'] }],
  ['opmode', { forSet: ['mode', 'exceptions', 'profile', 'interface'] }],
])
const LEGACY_OBJECTS = [...LEGACY.keys(), 'logging', 'notifications', 'multicastbroadcastresponse']
/** Groups that took the place of the services: file and printer sharing, remote desktop, network discovery. */
const SERVICE_GROUPS: ReadonlyMap<string, string> = new Map([
  ['fileandprint', '@FirewallAPI.dll,-28502'], ['remoteadmin', ''], ['remotedesktop', '@FirewallAPI.dll,-28752'], ['upnp', '@FirewallAPI.dll,-32752'],
])

/** The values that several commands of the old context share. */
class LegacyReader {
  readonly unmodelled: string[] = []
  readonly parts: number[] = []
  readonly #values: ReadonlyMap<string, Argument>
  readonly #refuse: (word: { start: number; end: number } | undefined, message: string) => void

  constructor(values: ReadonlyMap<string, Argument>, refuse: (word: { start: number; end: number } | undefined, message: string) => void) {
    this.#values = values
    this.#refuse = refuse
  }
  has(name: string): boolean { return this.#values.has(name) }
  missing(name: string, command: NetshCommand): void { this.#refuse(command, `netsh needs ${name}= here.`) }
  wrong(name: string, command: NetshCommand, wanted: string): void {
    const value = this.#values.get(name)
    this.#refuse(value ?? command, `${name} "${value?.value ?? ''}" is not ${wanted}.`)
  }
  text(name: string, part: PartName | 'type'): string | undefined {
    const value = this.#values.get(name)
    if (value && part !== 'type') this.parts.push(PART[part], value.start, value.end)
    return value?.value
  }
  protocols(): readonly (6 | 17)[] | undefined {
    const value = this.#values.get('protocol')
    const word = value?.value.toLowerCase()
    if (value) this.parts.push(PART.protocol, value.start, value.end)
    if (word === 'tcp') return [6]
    if (word === 'udp') return [17]
    if (word === 'all') return [6, 17]
    this.#refuse(value, `protocol "${value?.value ?? ''}" is not TCP, UDP or ALL.`)
    return undefined
  }
  port(): PortSet | undefined {
    const value = this.#values.get('port')
    const text = value?.value ?? ''
    if (value) this.parts.push(PART.localPorts, value.start, value.end)
    if (isOpen(text) || value?.word.unresolved) return portSet([], [], [text], [text])
    if (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535) return portSet([[Number(text), Number(text)]], [], [], [String(Number(text))])
    this.#refuse(value, `port "${text}" is not one port from 1 to 65535.`)
    return undefined
  }
  /** `ENABLE` or `DISABLE`; undefined when it is not said, null (with a problem) when it is neither. */
  onOff(name: string): boolean | undefined | null {
    const value = this.#values.get(name)
    if (!value) return undefined
    const word = value.value.toLowerCase()
    if (word === 'enable' || word === 'disable') return word === 'enable'
    this.#refuse(value, `${name} "${value.value}" is not ENABLE or DISABLE.`)
    return null
  }
  shared(): { enabled: boolean | 'unknown'; addresses: AddressSet; profiles: ProfileSet; current: boolean } | undefined {
    const mode = this.#values.get('mode')
    const enabled = mode && isOpen(mode.value) ? 'unknown' as const : this.onOff('mode')
    if (enabled === null) return undefined
    if (mode) this.parts.push(PART.enabled, mode.start, mode.end)
    const addresses = this.#addresses()
    if (!addresses) return undefined
    const word = this.#values.get('profile')
    const profile = word?.value.toLowerCase() ?? 'current'
    if (word) this.parts.push(PART.profiles, word.start, word.end)
    const adapter = this.#values.get('interface')
    if (adapter) this.unmodelled.push(`interface=${adapter.value}`)
    const current = profile === 'current' || isOpen(profile)
    // ALL is domain and standard, and standard is private: rules never reach the public profile ([NETSH] help).
    const profiles = current ? ALL_PROFILES : profile === 'domain' ? DOMAIN : profile === 'standard' ? PRIVATE : profile === 'all' ? DOMAIN | PRIVATE : undefined
    if (profiles === undefined) { this.#refuse(word, `profile "${word?.value ?? ''}" is not CURRENT, DOMAIN, STANDARD or ALL.`); return undefined }
    if (current) this.unmodelled.push(`profile=${word?.value ?? 'CURRENT'}`)
    return { enabled: enabled ?? true, addresses, profiles, current }
  }
  #addresses(): AddressSet | undefined {
    const scope = this.#values.get('scope')
    const list = this.#values.get('addresses')
    const said = list ?? scope
    if (said) this.parts.push(PART.remoteAddresses, said.start, said.end)
    const word = scope?.value.toLowerCase() ?? (list ? 'custom' : 'all')
    if (word === 'all') return ANY_ADDRESSES
    if (word === 'subnet') return addressSet([], [], ['local-subnet'], [], ['local-subnet'])
    if (word !== 'custom') { this.#refuse(scope, `scope "${scope?.value ?? ''}" is not ALL, SUBNET or CUSTOM.`); return undefined }
    if (!list || list.value === '') { this.#refuse(scope, 'Scope CUSTOM needs addresses=.'); return undefined }
    const { set, bad } = addressesOf(list.value, ADDRESSES)
    const open = bad.filter(text => isOpen(text) || list.word.unresolved)
    const wrong = bad.find(text => !open.includes(text))
    if (wrong !== undefined) { this.#refuse(list, `"${wrong}" is not an address, a subnet or LocalSubnet.`); return undefined }
    return open.length === 0 ? set : withOpenAddresses(set, open)
  }
}

/** Reads the arguments that say something about packets. */
class RuleReader {
  direction: Rule['direction'] | undefined
  action: Rule['action'] | undefined
  enabled: Rule['enabled'] | undefined
  protocol: Rule['protocol'] | undefined
  localPorts: PortSet | undefined
  remotePorts: PortSet | undefined
  icmp: readonly string[] | undefined
  profiles: ProfileSet | undefined
  localAddresses: AddressSet | undefined
  remoteAddresses: AddressSet | undefined
  program: string | undefined
  service: string | undefined
  interfaceTypes: readonly InterfaceType[] | undefined
  readonly unmodelled: string[] = []
  /** Triples as in `Rule.parts`; `partCount` of them count. */
  readonly parts = new Int32Array(3 * 64)
  partCount = 0
  /** Words whose text the script does not show. */
  readonly open: string[] = []
  ipsec = false
  malformed: string | undefined
  readonly #span: (start: number, end: number) => Span
  readonly #sink: ScriptSink
  #seen = 0
  #edge: Word | undefined
  #groups: Word | undefined
  #security: Word | undefined
  #localPorts: Word | undefined
  #remotePorts: Word | undefined

  constructor(span: (start: number, end: number) => Span, sink: ScriptSink) {
    this.#span = span
    this.#sink = sink
  }

  /** Forgets the last command. */
  begin(): void {
    this.direction = this.action = this.enabled = this.protocol = this.localPorts = this.remotePorts = this.icmp = this.profiles = undefined
    this.localAddresses = this.remoteAddresses = this.program = this.service = this.interfaceTypes = this.malformed = undefined
    this.#edge = this.#groups = this.#security = this.#localPorts = this.#remotePorts = undefined
    this.unmodelled.length = this.open.length = this.partCount = this.#seen = 0
    this.ipsec = false
  }
  /** What was said, for a rule that stands elsewhere. `program=any` and `service` said as nothing lift the limit. */
  values(): RuleValues {
    const { direction, action, enabled, protocol, localPorts, remotePorts, icmp, profiles, localAddresses, remoteAddresses, program, service, interfaceTypes } = this
    const all = { direction, action, enabled, protocol, localPorts, remotePorts, icmp, profiles, localAddresses, remoteAddresses, program, service, interfaceTypes }
    const said = Object.entries(all).filter(([key, value]) => value !== undefined || (key === 'program' && this.said('program')))
    return Object.fromEntries(said)
  }
  said(key: string): boolean { return (this.#seen & (KEYS.get(key) ?? 0)) !== 0 }

  refuseValue({ start, end, value }: Word, message: string): void { this.refuse({ start: value ?? start, end }, message) }
  /** Notes where the value of a word stands. */
  mark(part: number, { start, end, value }: Word): void {
    const { parts, partCount: at } = this
    if (at + 3 > parts.length) return
    parts[at] = part
    parts[at + 1] = value ?? start
    parts[at + 2] = end
    this.partCount = at + 3
  }
  refuse(at: { start: number; end: number } | undefined, message: string): void {
    this.malformed ??= message
    this.#sink.problem({ code: 'rule-malformed', message, source: this.#span(at?.start ?? 0, at?.end ?? 0) } satisfies Problem)
  }

  read(key: string, word: Word): void {
    const bit = KEYS.get(key)
    if (bit === undefined) {
      // A variable that holds arguments (`%EXTRA%`) may narrow the rule in any way.
      if (word.value === undefined && (isOpen(word.text) || word.unresolved)) {
        this.unmodelled.push(word.text)
        this.open.push(word.text)
      } else this.refuse(word, `netsh knows no argument "${word.text}".`)
      return
    }
    if ((this.#seen & bit) !== 0) { this.refuse(word, `${key}= stands twice.`); return }
    this.#seen |= bit
    if (word.value === undefined && valueOf(word) === '') { this.refuse(word, `"${word.text}" is not an argument of the form ${key}=value.`); return }
    if (key === 'description') return // says nothing about packets
    const value = valueOf(word)
    switch (key) {
      case 'dir': this.direction = this.#oneOf(key, value, word, PART.direction, DIRECTIONS); break
      case 'action': this.action = this.#oneOf(key, value, word, PART.action, ACTIONS); break
      case 'enable': this.enabled = this.#oneOf(key, value, word, PART.enabled, YES_NO); break
      case 'protocol': this.#readProtocol(value, word); break
      case 'profile': this.profiles = this.#readProfiles(value, word); break
      case 'localport': this.#localPorts = word; this.localPorts = this.#readPorts(key, value, word, PART.localPorts, PORTS); break
      case 'remoteport': this.#remotePorts = word; this.remotePorts = this.#readPorts(key, value, word, PART.remotePorts, REMOTE_PORTS); break
      case 'localip': this.localAddresses = this.#readAddresses(key, value, word, PART.localAddresses, NO_ADDRESS_WORDS); break
      case 'remoteip': this.remoteAddresses = this.#readAddresses(key, value, word, PART.remoteAddresses, ADDRESSES); break
      case 'program':
        this.mark(PART.program, word)
        if (value === '') this.refuse(word, 'program= is empty.')
        else this.program = value.toLowerCase() === 'any' ? undefined : value
        break
      case 'service':
        this.mark(PART.service, word)
        if (value === '') this.refuse(word, 'service= is empty.')
        // "any" means every service, and only services ([NETSH]).
        else this.service = value.toLowerCase() === 'any' ? '*' : value
        break
      case 'interfacetype': this.#readInterfaces(value, word); break
      case 'edge':
        this.#edge = word
        if (!this.#isOpen(value, word) && !/^(?:yes|no|deferapp|deferuser)$/i.test(value)) this.refuseValue(word, `edge "${value}" is not yes, deferapp, deferuser or no.`)
        break
      case 'security':
        this.#security = word
        if (/^notrequired$/i.test(value)) this.#security = undefined
        else if (SECURITY.test(value.toLowerCase()) || this.#isOpen(value, word)) { this.unmodelled.push(`security=${value}`); this.ipsec = true }
        else this.refuseValue(word, `security "${value}" is not authenticate, authenc, authdynenc, authnoencap or notrequired.`)
        break
      case 'rmtcomputergrp': case 'rmtmachgrp': case 'rmtusrgrp':
        this.#groups = word
        this.unmodelled.push(`${key}=${value}`)
        this.ipsec = true
        break
    }
  }

  /** What netsh asks of several arguments together, for a rule that is complete. */
  together(command: NetshCommand): void {
    const { protocol, direction, action } = this
    if (!this.#localPorts && !this.#remotePorts && !this.#edge && !this.#security && !this.#groups && action !== 'bypass') return
    const portless = protocol !== 6 && protocol !== 17 && protocol !== 'unknown'
    if (portless) {
      for (const [word, set] of [[this.#localPorts, this.localPorts], [this.#remotePorts, this.remotePorts]] as const) {
        if (word && set && !isAnyPort(set)) this.refuseValue(word, `${keyOf(word)}= needs protocol=tcp or protocol=udp.`)
      }
    } else if (this.#localPorts) {
      for (const keyword of this.localPorts?.keywords ?? []) {
        const wanted = keyword === 'teredo' || keyword === 'ply2disc' || keyword === 'mdns' ? 17 : 6
        if (direction === 'outbound' || (protocol !== wanted && protocol !== 'unknown')) {
          this.refuseValue(this.#localPorts, `localport=${valueOf(this.#localPorts)} needs protocol=${wanted === 6 ? 'tcp' : 'udp'} and dir=in.`)
        }
      }
    }
    if (this.#edge && direction === 'outbound' && !/^no$/i.test(valueOf(this.#edge))) this.refuseValue(this.#edge, 'edge= is for inbound rules only.')
    if (action === 'block' && this.#security) this.refuseValue(this.#security, 'A block rule cannot ask for security.')
    if (this.#groups && !this.#security) this.refuseValue(this.#groups, `${keyOf(this.#groups)}= needs security=.`)
    if (action === 'bypass' && (!this.#security || (!this.#groups && direction === 'inbound'))) {
      this.refuse(command, 'action=bypass needs security= and rmtcomputergrp= or rmtusrgrp=.')
    }
  }

  #isOpen(value: string, word: Word): boolean { return isOpen(value) || word.unresolved === true }
  #oneOf<T>(key: string, value: string, word: Word, part: number, words: ReadonlyMap<string, T>): T | 'unknown' {
    this.mark(part, word)
    const said = words.get(value) ?? words.get(value.toLowerCase())
    if (said !== undefined) return said
    if (this.#isOpen(value, word)) this.open.push(value)
    else this.refuseValue(word, `${key} "${value}" is not ${[...words.keys()].join(' or ')}.`)
    return 'unknown'
  }
  #readProtocol(value: string, word: Word): void {
    this.mark(PART.protocol, word)
    const known = PROTOCOLS.get(value) ?? parseProtocol(value)
    if (known !== undefined && value !== '*') { this.protocol = known; return }
    const icmp = /^(icmpv[46]):(.*)$/is.exec(value)
    if (icmp) {
      this.protocol = (icmp[1] as string).toLowerCase() === 'icmpv4' ? 1 : 58
      const text = icmp[2] as string
      this.mark(PART.icmp, word.value === undefined ? word : { text: word.text, start: word.start, end: word.end, value: word.value + 7 })
      const type = /^any(?:,any)?$/i.test(text) ? '' : parseIcmp(text)
      if (type !== undefined) this.icmp = type === '' ? [] : [type]
      else if (this.#isOpen(value, word)) { this.unmodelled.push(`protocol=${value}`); this.open.push(value) }
      else this.refuseValue(word, `"${text}" is not an ICMP type and code.`)
      return
    }
    this.protocol = 'unknown'
    if (this.#isOpen(value, word)) this.open.push(value)
    else this.refuseValue(word, `protocol "${value}" is not a protocol.`)
  }
  #readProfiles(value: string, word: Word): ProfileSet {
    this.mark(PART.profiles, word)
    const cached = PROFILE_BITS.get(value)
    if (cached !== undefined) return cached
    let set = 0
    for (const text of value.split(',')) {
      const bits = PROFILE_BITS.get(text.trim().toLowerCase())
      if (bits !== undefined) set |= bits
      else if (isOpen(text) || word.unresolved) { this.unmodelled.push(`profile=${value}`); this.open.push(text); set = ALL_PROFILES }
      else this.refuseValue(word, `profile "${text}" is not domain, private, public or any.`)
    }
    return set === 0 ? ALL_PROFILES : set
  }
  #readPorts(key: string, value: string, word: Word, part: number, words: ReadonlyMap<string, PortKeyword>): PortSet {
    this.mark(part, word)
    const { set, bad } = portsOf(value, words)
    if (bad.length === 0) return set
    const open = bad.filter(text => isOpen(text) || word.unresolved)
    for (const text of bad) if (!open.includes(text)) this.refuseValue(word, `${key} "${text}" is not a port, a range or a keyword.`)
    this.open.push(...open)
    if (open.length === 0 || (isAnyPort(set) && /\bany\b/i.test(value))) return set
    return isAnyPort(set) ? portSet([], [], open, open) : portSet(set.ranges, set.keywords, open, [...(set.text ?? []), ...open])
  }
  #readAddresses(key: string, value: string, word: Word, part: number, words: ReadonlyMap<string, AddressKeyword>): AddressSet {
    this.mark(part, word)
    const { set, bad } = addressesOf(value, words)
    if (bad.length === 0) return set
    const open = bad.filter(text => isOpen(text) || word.unresolved)
    for (const text of bad) if (!open.includes(text)) this.refuseValue(word, `${key} "${text}" is not an address, a subnet, a range or a keyword.`)
    this.open.push(...open)
    return open.length === 0 ? set : withOpenAddresses(set, open)
  }
  #readInterfaces(value: string, word: Word): void {
    this.mark(PART.interfaceTypes, word)
    if (/^any$/i.test(value)) { this.interfaceTypes = []; return }
    const types: InterfaceType[] = []
    for (const text of value.split(',')) {
      const type = INTERFACES.get(text.trim().toLowerCase())
      if (type) types.push(type)
      else if (isOpen(text) || word.unresolved) { this.unmodelled.push(`interfacetype=${value}`); this.open.push(text) }
      else this.refuseValue(word, `interfacetype "${text}" is not lan, wireless, ras or any.`)
    }
    this.interfaceTypes = types
  }
}

const REMOTE_PORTS: ReadonlyMap<string, PortKeyword> = new Map([['iphttps', 'iphttps']])
const DIRECTIONS: ReadonlyMap<string, 'inbound' | 'outbound'> = new Map([['in', 'inbound'], ['out', 'outbound']])
const ACTIONS: ReadonlyMap<string, 'allow' | 'block' | 'bypass'> = new Map([['allow', 'allow'], ['block', 'block'], ['bypass', 'bypass']])
const YES_NO: ReadonlyMap<string, boolean> = new Map([['yes', true], ['no', false]])
const PROTOCOLS: ReadonlyMap<string, Protocol> = new Map<string, Protocol>([['TCP', 6], ['tcp', 6], ['UDP', 17], ['udp', 17], ['any', 'any'], ['icmpv4', 1], ['icmpv6', 58]])
/** Arguments of a rule; each may stand once. */
const KEYS: ReadonlyMap<string, number> = new Map([
  'dir', 'action', 'enable', 'protocol', 'profile', 'localport', 'remoteport', 'localip', 'remoteip', 'program', 'service', 'interfacetype', 'edge',
  'security', 'rmtcomputergrp', 'rmtmachgrp', 'rmtusrgrp', 'description',
].map((key, index): [string, number] => [key, 1 << index]))
/** Keys as they are mostly written. */
const PLAIN_KEYS: ReadonlySet<string> = new Set(['name', ...KEYS.keys()])
const LONG_KEYS: readonly string[] = [...PLAIN_KEYS, 'group']
/** What the words of a command are compared with. */
export const NETSH_VOCABULARY: readonly string[] = [
  'netsh', 'advfirewall', 'firewall', 'add', 'rule', ...PLAIN_KEYS, ...DIRECTIONS.keys(), ...ACTIONS.keys(), ...YES_NO.keys(), ...PROTOCOLS.keys(), ...PROFILE_BITS.keys(),
]

/** Text that the shell would have replaced by something that the script does not show. */
const isOpen = (text: string): boolean => text.includes('%') || /![^!]+!/.test(text)
/** Whether a word is a command or its beginning, of at least `least` characters: netsh takes verbs shortened. */
const isWord = (text: string, command: string, least: number): boolean => text.length >= least && command.startsWith(text)

/** The one command of a list that a word begins; the word itself where it begins none, or several. */
function writtenOut(text: string, commands: readonly string[]): string {
  const meant = text === '' ? [] : commands.filter(command => command.startsWith(text))
  return meant.length === 1 ? meant[0] as string : text
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
  if (words.length === 1 && /^(?:interface|ipsec|http|wlan|lan|winhttp|bridge|ras|rpc|dhcpclient|dnsclient|branchcache|namespace|netio|nap|p2p|trace|wfp|winsock)$/.test(first)) return [first]
  return []
}

function argumentsOf(words: readonly Word[], from: number): Argument[] {
  const list = joined(words, from)
  return (list === words && from > 0 ? list.slice(from) : list).map(argumentOf)
}
const argumentOf = (word: Word): Argument => ({ key: keyOf(word), value: valueOf(word), word, start: word.value ?? word.start, end: word.end })

/** Before the sign, in lower case; the whole word where there is none. */
function writtenKeyOf(word: Word): string {
  const key = word instanceof LateWord ? word.key : beforeSign(word.text)
  return (word.text.includes('=') ? key.trim() : key).toLowerCase()
}
/** The same, written out: netsh takes the names of arguments shortened, as it does verbs (`prot=`, `interface=`). */
function keyOf(word: Word): string {
  const key = word instanceof LateWord ? word.key : beforeSign(word.text)
  if (PLAIN_KEYS.has(key)) return key
  const written = writtenKeyOf(word)
  if (written === '' || PLAIN_KEYS.has(written) || !word.text.includes('=')) return written
  const meant = LONG_KEYS.filter(name => name.startsWith(written))
  return meant.length === 1 ? meant[0] as string : written
}
function beforeSign(text: string): string {
  const equals = text.indexOf('=')
  return equals < 0 ? text : text.slice(0, equals)
}
function valueOf(word: Word): string {
  if (word instanceof LateWord) return word.argument
  const equals = word.text.indexOf('=')
  return equals < 0 ? '' : word.text.slice(equals + 1)
}

const isJoining = (word: Word): boolean => (word instanceof LateWord ? word.isJoining : word.text.startsWith('=') || word.text.endsWith('='))

/** The documentation writes `name = "x"` too: blanks around the sign join what belongs together. */
function joined(words: readonly Word[], from: number): readonly Word[] {
  let apart = false
  for (let i = from; i < words.length; i++) {
    if (isJoining(words[i] as Word)) { apart = true; break }
  }
  if (!apart) return words
  const list: Word[] = []
  for (let i = from; i < words.length; i++) {
    const word = words[i] as Word
    const last = list.at(-1)
    const lastOpen = last !== undefined && last.text.endsWith('=') && last.text.indexOf('=') === last.text.length - 1
    const begins = word.text.startsWith('=') && last !== undefined && !last.text.includes('=')
    if (last && (begins || (lastOpen && word.value === undefined))) {
      const value = begins ? (word.value ?? word.end) : word.start
      list[list.length - 1] = { text: last.text + word.text, start: last.start, end: word.end, value, ...(last.unresolved || word.unresolved ? { unresolved: true } : {}) }
    } else list.push(word)
  }
  return list
}

// Real scripts say the same few port lists, scopes and subnets over and over.
const MOST_CACHED = 4096
type Ports = ReturnType<typeof parsePorts>
type Addresses = ReturnType<typeof parseAddresses>
const ANY_PORTS_READ: Ports = { set: ANY_PORTS, bad: NONE }
const portCaches = new Map<ReadonlyMap<string, PortKeyword>, Map<string, Ports>>()
function portsOf(text: string, words: ReadonlyMap<string, PortKeyword>): Ports {
  if (text === 'any') return ANY_PORTS_READ
  const one = parsePort(text)
  if (one) return { set: one, bad: NONE }
  let cache = portCaches.get(words)
  if (!cache) portCaches.set(words, cache = new Map())
  const cached = cache.get(text)
  if (cached) return cached
  const tokens = text.split(',')
  const read = parsePorts(tokens, words)
  const parsed = tokens.includes('*') ? { set: read.set, bad: [...read.bad, '*'] } : read
  if (cache.size < MOST_CACHED && text.length < 100) cache.set(text, parsed)
  return parsed
}
const ANY_ADDRESSES_READ: Addresses = { set: ANY_ADDRESSES, bad: NONE }
const addressCaches = new Map<ReadonlyMap<string, AddressKeyword>, Map<string, Addresses>>()
function addressesOf(text: string, words: ReadonlyMap<string, AddressKeyword>): Addresses {
  if (text === 'any') return ANY_ADDRESSES_READ
  let cache = addressCaches.get(words)
  if (!cache) addressCaches.set(words, cache = new Map())
  const cached = cache.get(text)
  if (cached) return cached
  const tokens = text.split(',')
  // A mask of 0.0.0.0 is an error, not "any" ([MS-FASP] 2.2.24); `*` is PowerShell's and the registry's word.
  const refused: readonly string[] = text.includes('/0') || text.includes('*') ? tokens.filter(token => /^(?:\*|.*\/(?:0+|0\.0\.0\.0))\s*$/.test(token)) : NONE
  const read = parseAddresses(refused.length === 0 ? tokens : tokens.filter(token => !refused.includes(token)), words)
  const parsed = refused.length === 0 ? read : { set: read.set, bad: [...read.bad, ...refused] }
  if (cache.size < MOST_CACHED && text.length < 100) cache.set(text, parsed)
  return parsed
}
function withOpenAddresses(set: AddressSet, open: readonly string[]): AddressSet {
  return isAnyAddress(set) ? addressSet([], [], [], open, open) : addressSet(set.v4, set.v6, set.keywords, open, [...(set.text ?? []), ...open])
}
