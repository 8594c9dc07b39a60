import type { SourceText } from '../../model/stages.ts'
import type { Problem, Profile, Profiles, ProfileSettings, Rule, Setting, Span } from '../../model/types.ts'
import type { XmlElement } from '../../text/xml.ts'
import { RuleReader } from './report-rule.ts'
import type { RuleElementName, ShortReport } from './report-rules.ts'

/** Elements of the firewall extension in gpreport.xml and gpresult.xml. */
export const FIREWALL = 'http://www.microsoft.com/GroupPolicy/Settings/WindowsFirewall'

/** Reads the elements of one firewall extension as they come by. Depths count from the extension's children, which have 1. */
export class FirewallExtension {
  readonly rules: Rule[] = []
  isOdd = false
  readonly #short: ShortReport | undefined
  readonly #file: SourceText
  readonly #problems: Problem[]
  readonly #profiles: { [P in Section]?: Writable } = {}
  /** The reader hands out one string for a namespace: the same string is found equal without a look at its letters. */
  #namespace = ' '
  readonly #rule: RuleReader
  #isRule = false
  #section: Section | undefined
  #value: { text: string; start: number; end: number } | undefined
  /** gpresult tells every GPO's values; 1 is the one that wins. */
  #isWinner = true

  /** With `short`, rules are read already; where one stands that is not, `isOdd` is set. */
  constructor(file: SourceText, problems: Problem[], short?: ShortReport) {
    this.#file = file
    this.#short = short
    this.#rule = new RuleReader(file)
    this.#problems = problems
  }

  /** False: what is inside does not matter. A number: it has been read. */
  open({ name, namespace, tagEnd }: XmlElement, depth: number): boolean | number {
    if (depth === 1) {
      this.#isWinner = true
      if (!this.#isOurs(namespace)) return false
      this.#isRule = name === 'InboundFirewallRules' || name === 'OutboundFirewallRules'
      this.#section = this.#isRule ? undefined : SECTIONS.get(name)
      if (this.#isRule && this.#short) {
        const taken = this.#short.claim(tagEnd)
        if (taken) {
          for (const rule of taken.rules) this.rules.push(rule)
          for (const problem of taken.problems) this.#problems.push(problem)
          this.#isRule = false
          return tagEnd
        }
        this.isOdd = true
      }
      if (this.#isRule) this.#rule.begin(name as RuleElementName)
      else if (this.#section) this.#profiles[this.#section] ??= {}
      return this.#isRule || this.#section !== undefined // else connection security and global values
    }
    if (depth === 2 && this.#section) {
      this.#value = undefined
      this.#isWinner = true
    }
    return true
  }

  close(element: XmlElement, depth: number): void {
    const { name, namespace, textStart, textEnd } = element
    if (this.#isRule) {
      if (depth === 1) {
        if (this.#isWinner) this.rules.push(this.#rule.read(element.start, element.end, this.#problems))
        this.#isRule = false
      } else if (depth === 2) {
        if (this.#isOurs(namespace) && name !== 'Precedence') this.#rule.add(element)
        else this.#rank(element)
      }
    } else if (this.#section) {
      if (depth === 3 && name === 'Value') this.#value = { text: element.text.trim(), start: textStart, end: textEnd }
      else if (depth === 3) this.#rank(element)
      else if (depth === 2 && this.#isOurs(namespace) && this.#isWinner) this.#set(this.#section, name, element)
      else if (depth === 1) this.#section = undefined
    }
  }

  /** Whether a profile has an element of its own, with values or without. */
  has(profile: Profile): boolean { return this.#profiles[profile] !== undefined }
  /** StandardProfile stands for private and public where neither has an element of its own ([MS-GPFAS] 2.2.3). */
  get profiles(): Profiles {
    const { standard, ...profiles } = this.#profiles
    if (standard && !profiles.private && !profiles.public) return { ...profiles, private: standard, public: { ...standard } }
    return profiles
  }

  /** Tools that rewrite reports drop the namespaces. */
  #isOurs(namespace: string): boolean {
    if (namespace === this.#namespace) return true
    if (namespace !== FIREWALL && namespace !== '') return false
    this.#namespace = namespace
    return true
  }
  #rank({ name, text }: XmlElement): void {
    if (name === 'Precedence') this.#isWinner = text.trim() === '1'
  }
  #set(section: Section, name: string, { start, end, textStart, textEnd, text }: XmlElement): void {
    const put = SETTINGS.get(name)
    if (!put) return // logging, notifications, stealth: nothing about openings
    const said = this.#value ?? { text: text.trim(), start: textStart, end: textEnd }
    const value = SWITCHES.get(said.text.toLowerCase())
    const key = `${section[0]?.toUpperCase()}${section.slice(1)}Profile/${name}`
    if (value !== undefined) put((this.#profiles[section] ??= {}), value, this.#file.span(start, end, key))
    else this.#problems.push({ code: 'rule-malformed', message: `${name} "${said.text}" is neither true nor false.`, source: this.#file.span(said.start, said.end, key) })
  }
}

type Section = Profile | 'standard'
type Writable = { -readonly [K in keyof ProfileSettings]: ProfileSettings[K] }
const SECTIONS: ReadonlyMap<string, Section> = new Map([
  ['DomainProfile', 'domain'], ['PrivateProfile', 'private'], ['PublicProfile', 'public'], ['StandardProfile', 'standard'],
])
const SWITCHES: ReadonlyMap<string, boolean> = new Map([['true', true], ['false', false], ['1', true], ['0', false]])
type Put = (settings: Writable, value: boolean, source: Span) => void
const put = (key: 'enabled' | 'blockAllInbound' | 'allowLocalRules' | 'allowUserApps' | 'allowUserPorts'): Put =>
  (settings, value, source) => { settings[key] = { value, source } }
/** `true` is block ([MS-FASP] 2.2.38). */
const blockIf = (value: boolean, source: Span): Setting<'allow' | 'block'> => ({ value: value ? 'block' : 'allow', source })
const SETTINGS: ReadonlyMap<string, Put> = new Map([
  ['EnableFirewall', put('enabled')],
  ['DoNotAllowExceptions', put('blockAllInbound')],
  ['AllowLocalPolicyMerge', put('allowLocalRules')],
  ['AuthAppsAllowUserPrefMerge', put('allowUserApps')],
  ['GlobalPortsAllowUserPrefMerge', put('allowUserPorts')],
  ['DefaultInboundAction', (settings, value, source) => { settings.defaultInbound = blockIf(value, source) }],
  ['DefaultOutboundAction', (settings, value, source) => { settings.defaultOutbound = blockIf(value, source) }],
])
