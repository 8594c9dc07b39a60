import { isAnyAddress } from '../../model/addresses.ts'
import { portSet } from '../../model/ports.ts'
import { ALL_PROFILES, makeRule } from '../../model/rules.ts'
import type { Rule, RuleSelector, RuleValues } from '../../model/types.ts'
import type { Word } from '../../text/word.ts'
import { type Argument, argumentOf, isWord, joined, type NetshCommand, writtenKeyOf, writtenOut } from './netsh-arguments.ts'
import { LegacyValues } from './netsh-legacy-values.ts'
import type { NetshStore } from './netsh-store.ts'

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
  ['fileandprint', '@FirewallAPI.dll,-28502'], ['remoteadmin', ''], ['remotedesktop', '@FirewallAPI.dll,-28752'],
  ['upnp', '@FirewallAPI.dll,-32752'],
])

/** `netsh firewall`, the context before Windows Vista. */
export class LegacyCommands {
  readonly #store: NetshStore

  constructor(store: NetshStore) {
    this.#store = store
  }

  /** A command whose verb stands at `at`. */
  run(command: NetshCommand, at: number): void {
    const { words } = command
    const verb = words[at]?.text.toLowerCase() ?? ''
    const object = writtenOut(words[at + 1]?.text.toLowerCase() ?? '', LEGACY_OBJECTS)
    const action = (['add', 'delete', 'set', 'reset'] as const).find(name => isWord(verb, name, 1))
    if (action === undefined) return
    if (action === 'reset') { this.#store.reset(command); return }
    const layout = LEGACY.get(object)
    const names = layout && (action === 'delete' ? layout.forDelete : action === 'add' ? layout.forAdd : layout.forSet)
    if (!names) {
      if (!/^(?:logging|notifications|multicastbroadcastresponse)$/.test(object)) {
        this.#store.refuse(command, words[at + 1] ?? words[at], `netsh firewall does not ${action} "${object}".`)
      }
      return
    }
    const values = this.#valuesOf(command, words.slice(at + 2), names)
    if (!values) return
    const legacy = new LegacyValues(values, (word, message) => this.#store.refuse(command, word, message))
    switch (object) {
      case 'portopening': this.#portOpening(command, action, legacy); break
      case 'allowedprogram': this.#allowedProgram(command, action, legacy); break
      case 'service': this.#service(command, legacy); break
      case 'icmpsetting': this.#icmpSetting(command, legacy); break
      case 'opmode': this.#opMode(command, legacy); break
    }
  }
  /** By name, or by position in the order of the table. */
  #valuesOf(command: NetshCommand, words: readonly Word[], names: readonly string[]): Map<string, Argument> | undefined {
    const values = new Map<string, Argument>()
    let position = 0
    for (const word of joined(words, 0)) {
      const argument = argumentOf(word)
      const named = argument.value !== '' || word.value !== undefined ? names.find(name => isWord(writtenKeyOf(word), name, 1)) : undefined
      if (named) { values.set(named, argument); continue }
      const name = names[position++]
      if (name === undefined) { this.#store.refuse(command, word, `netsh takes no further value "${word.text}" here.`); return undefined }
      values.set(name, { key: name, value: word.text, word, start: word.start, end: word.end })
    }
    return values
  }

  #rule(command: NetshCommand, legacy: LegacyValues, said: Partial<Rule> & Pick<Rule, 'name'>): void {
    const { condition } = command
    const unmodelled = [...legacy.unmodelled, ...(condition === undefined ? [] : [`condition=${condition}`])]
    const parts = legacy.parts.length > 0 ? legacy.parts : undefined
    this.#store.rule(makeRule({ ...said, unmodelled, source: this.#store.sourceOf(command), parts }))
  }
  #portOpening(command: NetshCommand, action: string, legacy: LegacyValues): void {
    const protocols = legacy.protocols()
    const localPorts = legacy.port()
    const shared = legacy.shared()
    if (!protocols || !localPorts || !shared) return
    const name = legacy.text('name', 'name')
    if (action === 'add' && name === undefined) { legacy.missing('name', command); return }
    const why = shared.current ? 'the current profile is known' : undefined
    for (const protocol of protocols) {
      const select: RuleSelector = { direction: 'inbound', protocol, localPorts, ...(shared.current ? {} : { profiles: shared.profiles }) }
      if (action === 'delete') this.#store.change(command, 'remove', select, {}, why)
      else this.#rule(command, legacy, {
        name: name ?? `${protocol === 6 ? 'TCP' : 'UDP'} ${localPorts.text?.join() ?? ''}`, protocol, localPorts,
        enabled: shared.enabled, profiles: shared.profiles, remoteAddresses: shared.addresses,
      })
    }
  }
  #allowedProgram(command: NetshCommand, action: string, legacy: LegacyValues): void {
    const program = legacy.text('program', 'program')
    const name = legacy.text('name', 'name')
    const shared = legacy.shared()
    if (!shared) return
    if (program === undefined) { legacy.missing('program', command); return }
    if (action === 'add' && name === undefined) { legacy.missing('name', command); return }
    const select: RuleSelector = { direction: 'inbound', program, ...(shared.current ? {} : { profiles: shared.profiles }) }
    const why = shared.current ? 'the current profile is known' : undefined
    if (action === 'delete') this.#store.change(command, 'remove', select, {}, why)
    else this.#rule(command, legacy, {
      name: name ?? program, program, enabled: shared.enabled, profiles: shared.profiles, remoteAddresses: shared.addresses,
    })
  }
  #service(command: NetshCommand, legacy: LegacyValues): void {
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
        this.#rule(command, legacy, {
          name: 'Remote administration', protocol: 6, localPorts: portSet([[135, 135], [445, 445]], [], [], ['135', '445']),
          enabled: shared.enabled, profiles: shared.profiles, remoteAddresses: shared.addresses,
        })
        continue
      }
      const values: RuleValues = scoped ? { enabled: shared.enabled, remoteAddresses: shared.addresses } : { enabled: shared.enabled }
      const profiles = shared.profiles === ALL_PROFILES ? {} : { profiles: shared.profiles }
      this.#store.change(command, 'set', { groups: [SERVICE_GROUPS.get(service) as string], ...profiles }, values, open)
    }
  }
  #icmpSetting(command: NetshCommand, legacy: LegacyValues): void {
    const type = legacy.text('type', 'icmp')?.toLowerCase()
    const shared = legacy.shared()
    if (!shared) return
    const number = type !== undefined && /^\d{1,2}$/.test(type) ? Number(type) : undefined
    if (type !== 'all' && (number === undefined || number < 2 || number > 17)) {
      legacy.wrong('type', command, 'an ICMP type from 2 to 17, or ALL')
      return
    }
    this.#rule(command, legacy, {
      name: number === undefined ? 'ICMP' : `ICMP type ${number}`, protocol: 1, icmp: number === undefined ? [] : [`${number}:*`],
      enabled: shared.enabled, profiles: shared.profiles,
    })
  }
  #opMode(command: NetshCommand, legacy: LegacyValues): void {
    const shared = legacy.shared()
    const exceptions = legacy.onOff('exceptions')
    if (!shared || exceptions === null) return
    const current = shared.current ? 'only in the profile that is current when the script runs' : undefined
    const why = [command.condition, current].filter(reason => reason !== undefined).join(' and ')
    const source = this.#store.sourceOf(command)
    const put = (value: boolean) => (why === '' ? { value, source } : { value, source, condition: why })
    if (typeof shared.enabled === 'boolean' && legacy.has('mode')) this.#store.configure(shared.profiles, 'enabled', put(shared.enabled))
    if (exceptions !== undefined) this.#store.configure(shared.profiles, 'blockAllInbound', put(!exceptions))
  }
}
