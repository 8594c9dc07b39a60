import { ANY_ADDRESSES } from '../../model/addresses.ts'
import { ANY_PORTS } from '../../model/ports.ts'
import { ALL_PROFILES } from '../../model/rules.ts'
import type { RuleSelector, RuleValues } from '../../model/types.ts'
import type { Word } from '../../text/word.ts'
import { PlacesPool, PooledRule } from './late-rule.ts'
import { type Argument, isOpen, joined, keyOf, type NetshCommand, PART, valueOf } from './netsh-arguments.ts'
import { RuleReader } from './netsh-rule-reader.ts'
import type { NetshStore } from './netsh-store.ts'

const NONE: readonly never[] = Object.freeze([])
/** Arguments that rules are selected by. */
const SELECTING = new Set(['dir', 'profile', 'program', 'service', 'localip', 'remoteip', 'localport', 'remoteport', 'protocol'])

/** Which rules a command means. */
interface Selection {
  readonly select: RuleSelector
  /** What this depends on that the script does not show, and under which condition it is what it seems. */
  readonly open: string | undefined
  readonly why: string | undefined
}

/** `netsh advfirewall firewall add`, `delete` and `set rule`. */
export class RuleCommands {
  readonly #store: NetshStore
  readonly #reader: RuleReader
  readonly #pool = new PlacesPool()

  constructor(store: NetshStore) {
    this.#store = store
    this.#reader = new RuleReader(store)
  }

  /** `add rule`, with arguments from a word on. */
  add(command: NetshCommand, from: number): void {
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
    this.#store.rule(new PooledRule({
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
    }, this.#store.sourceOf(command), this.#pool, reader.parts, reader.partCount))
  }

  /** `delete rule`. */
  delete(command: NetshCommand, list: readonly Argument[]): void {
    const select = this.#selector(list, false)
    if (!select) return
    if (select.open !== undefined) this.#store.unverifiable(command, `Which rules this deletes depends on "${select.open}".`)
    const everything = Object.keys(select.select).length === 0
    this.#store.change(command, everything ? 'reset' : 'remove', select.select, {}, select.why)
  }

  /** `set rule … new …`. */
  set(command: NetshCommand, list: readonly Argument[]): void {
    const cut = list.findIndex(argument => argument.key === 'new' && argument.value === '')
    if (cut < 0) {
      this.#store.refuse(command, list[0]?.word, '"set rule" needs "new" between the rules it means and the values it sets.')
      return
    }
    const select = this.#selector(list.slice(0, cut), true)
    if (!select) return
    const reader = this.#reader
    reader.begin()
    const values: { -readonly [K in keyof RuleValues]: RuleValues[K] } = {}
    for (const argument of list.slice(cut + 1)) {
      if (argument.key === 'name') {
        const { value } = argument
        if (value === '' || value.toLowerCase() === 'all') reader.refuse(argument, `A rule cannot be named "${value}".`)
        else values.name = value
      } else if (select.select.groups && argument.key !== 'enable' && argument.key !== 'profile') {
        reader.refuse(argument, 'Of a group netsh can only set "enable", for all profiles or one.')
      } else reader.read(argument.key, argument.word)
    }
    if (list.length === cut + 1) reader.refuse(command, '"set rule … new" is followed by no value.')
    if (reader.malformed !== undefined) return
    Object.assign(values, reader.values())
    if (reader.unmodelled.length > 0) values.unmodelled = reader.unmodelled.slice()
    if (reader.ipsec) values.ipsec = true
    if (select.open !== undefined) this.#store.unverifiable(command, `Which rules this sets depends on "${select.open}".`)
    // `group=… new enable=yes profile=domain` turns the group on for that profile (Microsoft's article 947709);
    // it changes no rule's profiles.
    const { profiles } = values
    const ofGroup = select.select.groups !== undefined && profiles !== undefined
    if (ofGroup) delete values.profiles
    const meant = ofGroup ? { ...select.select, profiles } : select.select
    if (Object.keys(values).length > 0) this.#store.change(command, 'set', meant, values, select.why)
  }

  /** What stands left of `new`, or behind `delete rule`. Undefined, with a problem, when netsh would refuse it. */
  #selector(list: readonly Argument[], groups: boolean): Selection | undefined {
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
        const message = 'Whether netsh takes "all" without name= is not known, so this may mean every rule or none.'
        this.#store.unverifiable({ start, end }, message)
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
    if (reader.malformed === undefined && !names && !wanted && !every) reader.refuse(at, 'netsh needs name= to know which rule is meant.')
    if (reader.malformed !== undefined) return undefined
    const { direction, protocol, profiles, localPorts, remotePorts, localAddresses, remoteAddresses, program, service } = reader
    const open = [names?.[0], wanted?.[0]].find(text => text !== undefined && isOpen(text)) ?? reader.open[0]
    const select = defined({
      names, groups: wanted, direction: known(direction), protocol: known(protocol), profiles, localPorts, remotePorts,
      localAddresses, remoteAddresses, program, service,
    })
    return { select, open, why: isUnnamed ? 'netsh takes "all" without name=' : open === undefined ? undefined : `${open} is known` }
  }
}

const known = <T>(value: T | 'unknown' | undefined): T | undefined => (value === 'unknown' ? undefined : value)
/** Without the fields that are not said. */
const defined = (select: { [K in keyof RuleSelector]: RuleSelector[K] | undefined }): RuleSelector =>
  Object.fromEntries(Object.entries(select).filter(([, value]) => value !== undefined))
