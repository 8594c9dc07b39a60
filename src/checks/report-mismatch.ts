import { ANY_ADDRESSES } from '../model/addresses.ts'
import type { Backup, Check, Locale } from '../model/facts.ts'
import { portTexts } from '../model/ports.ts'
import { PROFILES, ruleTitle } from '../model/rules.ts'
import type { PolicyFile, ProfileSettings, Rule, Span } from '../model/types.ts'

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

interface Difference { readonly kind: 'onlyPolicy' | 'onlyReport' | 'value'; readonly what: string; readonly span: Span }

function compare({ policy, report }: Backup): Difference[] {
  const differences: Difference[] = []
  const counts = new Map<string, Rule[]>()
  for (const rule of rulesOf(report)) {
    const list = counts.get(keyOf(rule))
    if (list) list.push(rule)
    else counts.set(keyOf(rule), [rule])
  }
  for (const rule of rulesOf(policy)) {
    if (!counts.get(keyOf(rule))?.pop()) differences.push({ kind: 'onlyPolicy', what: ruleTitle(rule), span: rule.source })
  }
  for (const rules of counts.values()) for (const rule of rules) differences.push({ kind: 'onlyReport', what: ruleTitle(rule), span: rule.source })
  for (const profile of PROFILES) {
    const [ours, theirs] = [settingsOf(policy, profile), settingsOf(report, profile)]
    for (const name of ['enabled', 'defaultInbound', 'defaultOutbound', 'allowLocalRules', 'blockAllInbound'] as const) {
      const [a, b] = [ours[name], theirs[name]]
      if (a && b && a.value !== b.value) differences.push({ kind: 'value', what: a.source.key ?? name, span: a.source })
    }
  }
  return differences
}
const rulesOf = (file: PolicyFile): readonly Rule[] => file.parts.flatMap(part => part.rules)
const settingsOf = (file: PolicyFile, profile: (typeof PROFILES)[number]): ProfileSettings => Object.assign({}, ...file.parts.map(part => part.profiles[profile] ?? {})) as ProfileSettings
/** Name, direction, action, state, protocol, ports, profiles and numeric addresses: what a report shows of a rule. */
function keyOf(rule: Rule): string {
  const addresses = rule.remoteAddresses === ANY_ADDRESSES || rule.remoteAddresses.keywords.length > 0 ? '' : JSON.stringify([rule.remoteAddresses.v4, rule.remoteAddresses.v6.map(r => r.map(String))])
  return [
    rule.name, rule.direction, rule.action, rule.enabled, rule.protocol, [...portTexts(rule.localPorts)].sort(), [...portTexts(rule.remotePorts)].sort(), rule.profiles, addresses,
  ].join('|')
}

const WORDS = {
  en: {
    differs: (count: number, first: string) => `registry.pol and gpreport.xml of this backup differ in ${count} ${count === 1 ? 'place' : 'places'}. ${first} registry.pol is what clients apply.`,
    onlyPolicy: (name: string) => `The rule "${name}" stands like this only in registry.pol.`,
    onlyReport: (name: string) => `The rule "${name}" stands like this only in gpreport.xml.`,
    value: (name: string) => `${name} has another value in the report.`,
    again: 'Back the GPO up again so that both files come from the same state.',
  },
  ko: {
    differs: (count: number, first: string) => `이 백업의 registry.pol과 gpreport.xml이 ${count}곳에서 다릅니다. ${first} 클라이언트에는 registry.pol이 적용됩니다.`,
    onlyPolicy: (name: string) => `"${name}" 규칙은 registry.pol에만 이렇게 있습니다.`,
    onlyReport: (name: string) => `"${name}" 규칙은 gpreport.xml에만 이렇게 있습니다.`,
    value: (name: string) => `${name} 값이 보고서에서 다릅니다.`,
    again: '두 파일이 같은 상태에서 나오도록 GPO를 다시 백업하십시오.',
  },
} satisfies Record<Locale, unknown>
