import type { Format, SourceFile, SourceText } from '../model/stages.ts'
import type { GpoInfo, PolicyFile, PolicyPart, Problem, Profile, Profiles, ProfileSettings, Rule } from '../model/types.ts'
import { unitsOf } from '../text/units.ts'
import { walkXml, type XmlElement, type XmlHandler, xmlProblem, xmlRoot } from '../text/xml.ts'
import { ReportDigest } from './gpreport-xml/report-digest.ts'
import { FirewallExtension } from './gpreport-xml/report-firewall.ts'
import { RuleReader } from './gpreport-xml/report-rule.ts'
import { findRule, shortReport, type ShortReport } from './gpreport-xml/report-rules.ts'
import { FIREWALL_KEY, RegistryPreferences } from './shared/gpp-properties.ts'
import { RegistryPolicy } from './shared/registry-policy.ts'
import { TemplateExtension } from './shared/report-templates.ts'

const SETTINGS = 'http://www.microsoft.com/GroupPolicy/Settings'
const RSOP = 'http://www.microsoft.com/GroupPolicy/Rsop'

/** Reports of Get-GPOReport and GPMC (one GPO or all), and resultant sets of gpresult /X. */
export const gpreportXml: Format = {
  id: 'gpreport-xml',
  title: 'Group Policy report (gpreport.xml, gpresult /X)',
  store: 'group-policy',
  exported: true,
  names: [/^gpreport\.xml$/],
  recognises(file) {
    const root = xmlRoot(file)
    // A report of all GPOs has a root of its own name around them.
    return root !== undefined && (isReport(root.name, root.namespace) || (/^(?:All)?(?:GPOs?|Report)/i.test(root.name) && OPENS_GPO.test(file.head)))
  },
  parse(file, { repeats }) {
    return (repeats === true && repeated(file)) || parse(file)
  },
}
function parse(file: SourceFile): PolicyFile {
  const { units } = file
  return (typeof units === 'string' ? undefined : around(file, shortReport(file, units, new RuleReader(file)))) ?? careful(file)
}
/** What stands around rules that are read already; undefined where some of them are not. */
function around(file: SourceFile, short: ShortReport | undefined): PolicyFile | undefined {
  if (!short) return undefined
  const { policy, isOdd } = read(file, short, short)
  return isOdd || !short.isClaimed ? undefined : policy
}
/** The whole report as XML. */
const careful = (file: SourceFile): PolicyFile => read(file, file).policy
function read(file: SourceFile, source: SourceText, short?: ShortReport): { policy: PolicyFile; isOdd: boolean } {
  const problems: Problem[] = []
  const report = new Report(source, problems, short)
  const error = walkXml(source.text, report)
  if (error) problems.push(xmlProblem(source, error))
  return { policy: { path: file.path, format: gpreportXml.id, ...report.finish(), problems }, isOdd: report.isOdd }
}
/** The report of one GPO, all but its rules; undefined where something in it is out of the ordinary. */
function repeated(file: SourceFile): PolicyFile | undefined {
  const units = typeof file.units === 'string' ? unitsOf(file.units) : file.units
  const seen = new ReportDigest(units)
  const policy = around(file, shortReport(file, units, seen))
  const [part] = policy?.parts ?? []
  if (!policy || policy.problems.length > 0 || !part || policy.parts.length > 1) return undefined
  const { digest, enabled } = seen
  let all: PolicyFile | undefined
  const rules = (): readonly Rule[] => (all ??= parse(file)).parts[0]?.rules ?? []
  return {
    ...policy, parts: [{ ...part, get rules() { return rules() } }],
    find: ({ name, direction }) => {
      const found = findRule(file.text, name, direction)
      return found && file.span(...found)
    },
    digest: () => digest, counts: { rules: digest.rules, disabled: digest.rules - enabled },
  }
}
/** Tools that rewrite reports drop the namespaces. */
const isReport = (name: string, namespace: string): boolean =>
  (name === 'GPO' && (namespace === SETTINGS || namespace === '')) || (name === 'Rsop' && (namespace === RSOP || namespace === ''))
const OPENS_GPO = /<GPO(?:\s[^<>]*)?>\s*<Identifier>/

/** Finds the GPOs of a report and what concerns them: identity, links, and the firewall extension of the computer half. */
class Report implements XmlHandler {
  readonly #file: SourceText
  readonly #problems: Problem[]
  readonly #short: ShortReport | undefined
  readonly #gpos: Gpo[] = []
  #gpo: Gpo | undefined
  /** Depths of the open GPO and of the open extension; 0 when none is. */
  #top = 0
  #extension = 0
  #kind: Kind = 'firewall'
  /** Registry preferences concern us in few reports, and are many in some. */
  get #hasPreferences(): boolean { return (this.#preferences ??= FIREWALL_KEY.test(this.#file.text)) }
  #preferences: boolean | undefined

  constructor(file: SourceText, problems: Problem[], short?: ShortReport) {
    this.#file = file
    this.#problems = problems
    this.#short = short
  }
  /** Whether a rule stood in it that is not read. */
  get isOdd(): boolean { return this.#gpos.some(gpo => gpo.firewall.isOdd) }

  open(element: XmlElement): boolean | number {
    const { name, namespace, depth } = element
    if (!this.#gpo) {
      if (isReport(name, namespace)) {
        this.#gpo = new Gpo(this.#file, this.#problems, this.#short)
        this.#gpos.push(this.#gpo)
        this.#top = depth
      }
      return true
    }
    if (this.#extension > 0) return this.#kind === 'preferences' || this.#gpo[this.#kind].open(element, depth - this.#extension)
    if (depth === this.#top + 1) return PARTS_OF_GPO.has(name)
    if (name !== 'Extension' || element.parent?.name !== 'ExtensionData') return true
    const kind = kindOf(element)
    if (kind === undefined || (kind === 'preferences' && !this.#hasPreferences)) return false
    this.#extension = depth
    this.#kind = kind
    return true
  }
  close(element: XmlElement): void {
    const { depth } = element
    if (!this.#gpo) return
    if (this.#extension > 0 && depth > this.#extension) this.#gpo[this.#kind].close(element, depth - this.#extension)
    else if (depth === this.#extension) this.#extension = 0
    else if (depth === this.#top) this.#gpo = undefined
    else this.#gpo.close(element, this.#file)
  }

  finish(): { parts: readonly PolicyPart[]; gpo?: GpoInfo } {
    const [first] = this.#gpos
    const info = this.#gpos.length === 1 ? first?.info : undefined
    const parts = this.#gpos.flatMap(gpo => gpo.parts().map(part => {
      const named = gpo.info.name === undefined ? part : { ...part, gpo: gpo.info.name }
      return info ? named : { ...named, gpoInfo: gpo.info }
    }))
    return info ? { parts, gpo: info } : { parts }
  }
}

/** The children of `GPO` and `Rsop` that say something; permissions and the user half do not. */
const PARTS_OF_GPO: ReadonlySet<string> = new Set(['Identifier', 'Name', 'FilterName', 'LinksTo', 'Computer', 'ComputerResults'])

type Kind = 'firewall' | 'templates' | 'preferences'
/** `q1:WindowsFirewallSettings`: the prefix differs from file to file, and tools that rewrite reports drop the type with the namespaces. */
function kindOf({ attributes }: XmlElement): Kind | undefined {
  const type = attributes.find(({ name }) => name === 'type')?.value
  if (type === undefined || type.endsWith(':WindowsFirewallSettings')) return 'firewall'
  if (!type.endsWith(':RegistrySettings')) return undefined
  // Administrative Templates and registry preferences have one type name in two namespaces.
  return attributes.some(({ value }) => value === `${SETTINGS}/Windows/Registry`) ? 'preferences' : 'templates'
}

type Writable = { -readonly [K in keyof GpoInfo]: GpoInfo[K] }
class Gpo {
  readonly firewall: FirewallExtension
  readonly templates: TemplateExtension
  readonly preferences: RegistryPreferences
  readonly #registry: RegistryPolicy
  readonly info: Writable = {}
  readonly #links: { path: string; enabled: boolean; enforced: boolean }[] = []
  #link = { path: '', enabled: true, enforced: false }

  constructor(file: SourceText, problems: Problem[], short: ShortReport | undefined) {
    this.#registry = new RegistryPolicy(problems)
    this.firewall = new FirewallExtension(file, problems, short)
    this.templates = new TemplateExtension(file, this.#registry, problems)
    this.preferences = new RegistryPreferences(file, problems)
  }

  /** Group policy first; what preferences write into other stores behind it. */
  parts(): readonly PolicyPart[] {
    const { rules, profiles } = this.firewall
    // Both extensions write the same keys: where the firewall's own has a profile, the old StandardProfile is off.
    for (const [profile, key] of [['private', 'PrivateProfile'], ['public', 'PublicProfile']] as const) {
      const path = this.#registry.key(`Software\\Policies\\Microsoft\\WindowsFirewall\\${key}`)
      if (this.firewall.has(profile) && path) this.#registry.create(path)
    }
    const templates = this.#registry.parts().find(({ store }) => store === 'group-policy')
    const part: PolicyPart = { store: 'group-policy', rules: templates?.rules.length ? [...rules, ...templates.rules] : rules, profiles: joined(templates?.profiles ?? {}, profiles), changes: templates?.changes ?? [], ...(templates?.profileKeys && { profileKeys: templates.profileKeys }) }
    return [templates?.openings ? { ...part, openings: templates.openings } : part, ...this.preferences.parts()]
  }

  close({ name, parent, text, start, end }: XmlElement, file: SourceText): void {
    const { info } = this
    const said = text.trim()
    switch (`${parent?.name ?? ''}/${name}`) {
      case 'GPO/Name': info.name = said; break
      case 'Identifier/Identifier': info.guid = said; break
      case 'Identifier/Domain': info.domain = said; break
      case 'GPO/FilterName':
        if (said === '') break
        info.wmiFilter = said
        if (info.computerEnabled !== false) info.source = file.span(start, end, name)
        break
      case 'Computer/Enabled':
        info.computerEnabled = !isFalse(said)
        if (isFalse(said)) info.source = file.span(start, end, 'Computer/Enabled')
        break
      case 'Computer/VersionDirectory': case 'Computer/VersionSysvol':
        if (/^\d{1,9}$/.test(said)) info.machineVersion = Math.max(info.machineVersion ?? 0, Number(said))
        break
      case 'LinksTo/SOMPath': this.#link.path = said; break
      case 'LinksTo/Enabled': this.#link.enabled = !isFalse(said); break
      case 'LinksTo/NoOverride': this.#link.enforced = /^(?:true|1)$/i.test(said); break
      case 'GPO/LinksTo':
        this.#links.push(this.#link)
        info.links = this.#links
        if (!this.#link.enabled) info.source ??= file.span(start, end, 'LinksTo')
        this.#link = { path: '', enabled: true, enforced: false }
        break
      default:
    }
  }
}
/** Value by value; the second wins. */
function joined(a: Profiles, b: Profiles): Profiles {
  const all: { [P in Profile]?: ProfileSettings } = { ...a }
  for (const profile of ['domain', 'private', 'public'] as const) if (b[profile]) all[profile] = { ...a[profile], ...b[profile] }
  return all
}
const isFalse = (text: string): boolean => /^(?:false|0)$/i.test(text)
