import { ANY_ADDRESSES, addressSet } from '../../model/addresses.ts'
import { portSet } from '../../model/ports.ts'
import { ALL_PROFILES, DOMAIN, PRIVATE } from '../../model/rules.ts'
import type { AddressSet, PartName, PortSet, ProfileSet } from '../../model/types.ts'
import { type Argument, isOpen, type NetshCommand, PART } from './netsh-arguments.ts'
import { ADDRESS_WORDS, addressesOf, withOpenAddresses } from './netsh-lists.ts'

/** ALL is domain and standard, and standard is private: rules never reach the public profile ([NETSH] help). */
const PROFILES: ReadonlyMap<string, ProfileSet> = new Map([['domain', DOMAIN], ['standard', PRIVATE], ['all', DOMAIN | PRIVATE]])

/** The values of one command of the old context, which several commands share. */
export class LegacyValues {
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
    const number = /^\d{1,5}$/.test(text) ? Number(text) : 0
    if (number >= 1 && number <= 65_535) return portSet([[number, number]], [], [], [String(number)])
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
    const profiles = current ? ALL_PROFILES : PROFILES.get(profile)
    if (profiles === undefined) {
      this.#refuse(word, `profile "${word?.value ?? ''}" is not CURRENT, DOMAIN, STANDARD or ALL.`)
      return undefined
    }
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
    const { set, bad } = addressesOf(list.value, ADDRESS_WORDS)
    const open = bad.filter(text => isOpen(text) || list.word.unresolved)
    const wrong = bad.find(text => !open.includes(text))
    if (wrong !== undefined) { this.#refuse(list, `"${wrong}" is not an address, a subnet or LocalSubnet.`); return undefined }
    return open.length === 0 ? set : withOpenAddresses(set, open)
  }
}
