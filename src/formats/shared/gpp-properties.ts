import type { SourceText } from '../../model/stages.ts'
import type { PolicyPart, Problem, Setting, Span } from '../../model/types.ts'
import { changedRule } from '../../model/rules.ts'
import { attributeOf, type XmlElement } from '../../text/xml.ts'
import type { RegistryData } from './profile-keys.ts'
import { RegistryPolicy } from './registry-policy.ts'

/** Text that a file must hold before its registry preferences can concern us. */
export const FIREWALL_KEY = /FirewallPolicy|WindowsFirewall/i

/**
 * Registry items of Group Policy Preferences: `Registry` elements with `Properties` inside ([MS-GPPREF] 2.2.1.10), in Registry.xml or in
 * a report. Told one after the other by `close`, they are replayed on the registry.
 */
export class RegistryPreferences {
  readonly #file: SourceText
  readonly #policy: RegistryPolicy
  /** Places of what item-level targeting lets happen on some machines only. */
  readonly #targeted = new Set<number>()
  #pending: { start: number; end: number; attributes: XmlElement['attributes'] } | undefined
  #hasFilters = false

  constructor(file: SourceText, problems: Problem[]) {
    this.#file = file
    this.#policy = new RegistryPolicy(problems)
  }

  close(element: XmlElement): void {
    const { name, parent, start, end, attributes } = element
    if (name === 'Properties' && parent?.name === 'Registry') this.#pending = { start, end, attributes }
    else if (name.startsWith('Filter') && parent?.name === 'Filters') this.#hasFilters = true
    else if (name === 'Registry') {
      if (this.#pending && !isDisabled(element)) this.#take(this.#pending)
      this.#pending = undefined
      this.#hasFilters = false
    }
  }

  /** What it all amounts to, one part for each store. */
  parts(): PolicyPart[] {
    const condition = 'item-level targeting'
    const perhaps = <T>(setting: Setting<T>): Setting<T> => (this.#targeted.has(setting.source.start) ? { ...setting, condition } : setting)
    return this.#policy.parts().map(part => (this.#targeted.size === 0 ? part : {
      ...part,
      rules: part.rules.map(rule => (this.#targeted.has(rule.source.start) ? changedRule(rule, { unmodelled: [...rule.unmodelled, `condition=${condition}`] }) : rule)),
      profiles: Object.fromEntries(Object.entries(part.profiles).map(([profile, settings]) =>
        [profile, Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, perhaps<unknown>(setting)]))])),
      changes: part.changes.map(change => (this.#targeted.has(change.source.start) ? { ...change, condition } : change)),
    }))
  }

  #take({ start, end, attributes }: { start: number; end: number; attributes: XmlElement['attributes'] }): void {
    const said = (name: string): string => attributeOf({ attributes }, name) ?? ''
    if (!/^(?:HKEY_LOCAL_MACHINE|HKLM)?$/i.test(said('hive'))) return
    const key = said('key')
    const name = said('default') === '1' ? '' : said('name')
    const value = attributes.find(attribute => attribute.name === 'value')
    const policyKey = this.#policy.key(key)
    const source = value && value.end > value.start ? this.#span(value.start, value.end, `${key}\\${name}`) : this.#span(start, end, `${key}\\${name}`)
    if (this.#hasFilters) this.#targeted.add(source.start)
    // Create, Replace, Update or Delete; a missing action is Update.
    const action = said('action').toUpperCase()
    if (action === 'D') {
      if (name === '' && said('default') !== '1') this.#policy.deleteKey(key, source)
      else if (policyKey) this.#policy.deleteValue(policyKey, name, source)
    } else if (policyKey && said('type') === '') this.#policy.create(policyKey)
    else if (policyKey) {
      const data = dataOf(said('type'), value?.value ?? '', source, value && value.end - value.start === value.value.length)
      // Create leaves a value alone that is there already, as **soft. does.
      this.#policy.set(policyKey, action === 'C' ? `**soft.${name}` : name, data)
    }
  }
  #span(start: number, end: number, key: string): Span { return this.#file.span(start, end, key) }
}

/** `isExact`: offsets in the value are offsets in the file, no reference is between. */
function dataOf(type: string, value: string, source: Span, isExact: boolean | undefined): RegistryData {
  const kind = type.toUpperCase()
  if (kind === 'REG_DWORD' && /^[0-9a-f]{1,8}$/i.test(value)) return { number: Number.parseInt(value, 16), source } // always hexadecimal
  if (kind !== 'REG_SZ' && kind !== 'REG_EXPAND_SZ') return { source }
  return { text: value, source, at: isExact ? index => ({ ...source, start: source.start + index, end: source.start + index }) : undefined }
}

/** An item, or a collection around it, that somebody switched off. */
function isDisabled(element: XmlElement): boolean {
  for (let at: XmlElement | undefined = element; at; at = at.parent) if (attributeOf(at, 'disabled') === '1') return true
  return false
}
