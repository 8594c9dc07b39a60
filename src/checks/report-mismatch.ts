import { ANY_ADDRESSES } from '../model/addresses.ts'
import type { Backup, Check, Locale } from '../model/facts.ts'
import { portTexts } from '../model/ports.ts'
import { PROFILES, ruleTitle } from '../model/rules.ts'
import type { AddressSet, PolicyFile, PortSet, ProfileSettings, Rule, Span } from '../model/types.ts'

/**
 * `gpreport.xml` and `registry.pol` of one backup tell different stories: somebody edited one of them. A report has no rule ids and loses some
 * scope keywords, so rules are compared by what both can say.
 */
export const reportMismatch: Check = {
  code: 'report-mismatch',
  severity: 'warning',
  *run({ backups, locale }) {
    const say = WORDS[locale]
    for (const backup of backups) {
      const differences = compare(backup)
      if (differences.length === 0) continue
      const first = differences[0] as Difference
      yield {
        identity: backup.report.gpo?.guid ?? backup.report.gpo?.name ?? backup.policy.gpo?.guid ?? 'backup', span: first.span,
        related: differences.slice(1, 8).map(d => ({ span: d.span, message: say[d.kind](d.what) })),
        message: say.differs(differences.length, say[first.kind](first.what)), remedy: say.again,
      }
    }
  },
}

interface Difference { readonly kind: 'onlyPolicy' | 'onlyReport' | 'value' | 'valueInPolicy' | 'valueInReport'; readonly what: string; readonly span: Span }

function compare({ policy, report }: Backup): Difference[] {
  const [ours, theirs] = [policy.digest?.(), report.digest?.()]
  const differences = ours && theirs?.equals(ours) === true ? [] : differingRules(policy, report)
  for (const profile of PROFILES) {
    const [a, b] = [settingsOf(policy, profile), settingsOf(report, profile)]
    for (const name of ['enabled', 'defaultInbound', 'defaultOutbound', 'allowLocalRules', 'blockAllInbound'] as const) {
      const [said, other] = [a[name], b[name]]
      if (said && other && said.value !== other.value) differences.push({ kind: 'value', what: said.source.key ?? name, span: said.source })
      else if (said && !other && isAlwaysShown(name, report)) differences.push({ kind: 'valueInPolicy', what: said.source.key ?? name, span: said.source })
      else if (other && !said && isAlwaysShown(name, report)) differences.push({ kind: 'valueInReport', what: other.source.key ?? name, span: other.source })
    }
  }
  return differences
}
/** What only the firewall console writes stands in every report of it; what templates write too may stand there in the words of some language. */
const isAlwaysShown = (name: keyof ProfileSettings, report: PolicyFile): boolean =>
  (name === 'defaultInbound' || name === 'defaultOutbound' || name === 'allowLocalRules') && report.parts.some(({ rules, profiles }) => rules.length > 0 || PROFILES.some(p => profiles[p]))
function differingRules(policy: PolicyFile, report: PolicyFile): Difference[] {
  const differences: Difference[] = []
  const named = new Map<string, Namesakes>()
  for (const rule of rulesOf(report)) {
    const namesakes = named.get(rule.name)
    if (namesakes) namesakes.add(rule)
    else named.set(rule.name, new Namesakes(rule))
  }
  for (const rule of rulesOf(policy)) {
    if (!named.get(rule.name)?.take(rule)) differences.push({ kind: 'onlyPolicy', what: ruleTitle(rule), span: rule.source })
  }
  for (const namesakes of named.values()) for (const rule of namesakes.left()) differences.push({ kind: 'onlyReport', what: ruleTitle(rule), span: rule.source })
  return differences
}
const rulesOf = (file: PolicyFile): readonly Rule[] => file.parts.flatMap(part => part.rules)
const settingsOf = (file: PolicyFile, profile: (typeof PROFILES)[number]): ProfileSettings => Object.assign({}, ...file.parts.map(part => part.profiles[profile] ?? {})) as ProfileSettings
/** The rules of one name in a report: mostly one, compared field by field, without a text of it. */
class Namesakes {
  #only: Rule | undefined
  #many: Map<string, Rule[]> | undefined

  constructor(rule: Rule) { this.#only = rule }
  add(rule: Rule): void {
    this.#many ??= new Map()
    for (const one of this.#only ? [this.#only, rule] : [rule]) {
      const list = this.#many.get(textOf(one))
      if (list) list.push(one)
      else this.#many.set(textOf(one), [one])
    }
    this.#only = undefined
  }
  /** Takes away one that says the same; false when there is none. */
  take(rule: Rule): boolean {
    if (this.#many) return this.#many.get(textOf(rule))?.pop() !== undefined
    if (!this.#only || !isSame(this.#only, rule)) return false
    this.#only = undefined
    return true
  }
  left(): readonly Rule[] { return this.#many ? [...this.#many.values()].flat() : this.#only ? [this.#only] : [] }
}

/** Whether two rules of one name agree in what a report shows of a rule. */
function isSame(a: Rule, b: Rule): boolean {
  return a.direction === b.direction && a.action === b.action && a.enabled === b.enabled && a.protocol === b.protocol && a.profiles === b.profiles
    && sameRange(a.localPorts, b.localPorts, portsText) && sameRange(a.remotePorts, b.remotePorts, portsText) && sameRange(a.remoteAddresses, b.remoteAddresses, addressesText)
    && sameRange(a.localAddresses, b.localAddresses, addressesText) && boundText(a) === boundText(b)
}
const boundText = ({ program, service, icmp }: Rule): string => `${program?.toLowerCase() ?? ''}|${service?.toLowerCase() ?? ''}|${[...icmp].sort().join()}`
function sameRange<S extends { readonly from?: number; readonly to?: number }>(a: S, b: S, text: (set: S) => string): boolean {
  return a === b || (a.from !== undefined && a.from === b.from && a.to === b.to) || text(a) === text(b)
}
const textOf = (rule: Rule): string =>
  [rule.direction, rule.action, rule.enabled, rule.protocol, rule.profiles, portsText(rule.localPorts), portsText(rule.remotePorts), addressesText(rule.remoteAddresses), addressesText(rule.localAddresses), boundText(rule)].join('|')
const portsText = (set: PortSet): string => [...portTexts(set)].sort().join()
/** Numbers only: a report loses some keywords, and with them the rest of the list. */
const addressesText = (set: AddressSet): string => (set === ANY_ADDRESSES || set.keywords.length > 0 ? '' : [...set.v4, ...set.v6].join())

const WORDS = {
  en: {
    differs: (count: number, first: string) => `registry.pol and gpreport.xml of this backup differ in ${count} ${count === 1 ? 'place' : 'places'}. ${first} registry.pol is what clients apply.`,
    onlyPolicy: (name: string) => `The rule "${name}" stands like this only in registry.pol.`,
    onlyReport: (name: string) => `The rule "${name}" stands like this only in gpreport.xml.`,
    value: (name: string) => `${name} has another value in the report.`,
    valueInPolicy: (name: string) => `${name} is set only in registry.pol.`,
    valueInReport: (name: string) => `${name} is set only in gpreport.xml.`,
    again: 'Back the GPO up again so that both files come from the same state.',
  },
  ko: {
    differs: (count: number, first: string) => `이 백업의 registry.pol과 gpreport.xml이 ${count}곳에서 다릅니다. ${first} 클라이언트에는 registry.pol이 적용됩니다.`,
    onlyPolicy: (name: string) => `"${name}" 규칙은 registry.pol에만 이렇게 있습니다.`,
    onlyReport: (name: string) => `"${name}" 규칙은 gpreport.xml에만 이렇게 있습니다.`,
    value: (name: string) => `${name} 값이 보고서에서 다릅니다.`,
    valueInPolicy: (name: string) => `${name} 값은 registry.pol에만 있습니다.`,
    valueInReport: (name: string) => `${name} 값은 gpreport.xml에만 있습니다.`,
    again: '두 파일이 같은 상태에서 나오도록 GPO를 다시 백업하십시오.',
  },
} satisfies Record<Locale, unknown>
