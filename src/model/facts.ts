import type { EffectivePolicy, RuleGroup } from './policy.ts'
import type { Requirement, Site } from './requirements.ts'
import type { ShadowSearch } from './shadows.ts'
import type { BackupInfo, RuleWriter } from './stages.ts'
import type { Finding, Fix, Packet, Place, PolicyFile, PortSet, Profile, Rule, RuleValues, Severity, Span } from './types.ts'
import type { NeedVerdict, Verdict } from './verdicts.ts'

export type Locale = 'en' | 'ko'

/** What a check may know: values only, and the skills of other stages handed over as functions. */
export interface Facts {
  readonly targets: readonly TargetFacts[]
  readonly files: readonly PolicyFile[]
  readonly backups: readonly Backup[]
  readonly site: Site
  readonly locale: Locale
  /** Requirements that an exception of the config names: what is told of one of them is told by itself, so that the exception hides nothing else. */
  readonly excepted: ReadonlySet<string>
  /** The rules of one policy that never decide a packet. */
  shadowedIn(groups: readonly RuleGroup[]): ShadowSearch
  /** How a missing rule is added to the file at `path`, for the store of the target's layer there. */
  additionTo(target: TargetFacts, path: string): Addition
  /** The end of the rules of the file that a missing rule belongs into. */
  endOf(target: TargetFacts): Span
  /** The line in the report beside a registry.pol where a person can read the same rule. */
  readable(rule: Rule): Place | undefined
  /** The title of a feature, and a role within a sentence ("the site server"), for people. */
  featureTitle(id: string): string
  rolePhrase(id: string): string
}
/** Writes rules in the grammar of the file that they belong into, or in another well-known one where that file's has no words for them. */
export interface Addition extends RuleWriter {
  /**
   * Where they go: `file`, as they are written; `file-in-its-words`, where the words are another grammar's; `origin`, where nobody mends
   * the file but what it was exported from.
   */
  readonly home: 'file' | 'file-in-its-words' | 'origin'
}
export interface TargetFacts {
  readonly policy: EffectivePolicy
  readonly requirements: readonly Requirement[]
  readonly verdicts: readonly Verdict[]
  readonly needs: readonly NeedVerdict[]
  /** Roles to addresses, for remedies as narrow as can be. */
  addressesOf(role: string, setting?: string): import('./types.ts').AddressSet | undefined
  /** What the requirements come to if one overridden setting had not been overridden: ids whose status differs. */
  changedBy(setting: EffectivePolicy['overridden'][number]): readonly string[]
  /** What nobody needs on this role, and what no current client has: data of the pack. */
  readonly unneeded: Advice
  readonly obsolete: Advice
}
/** What is told of some rules: those whose ports of our end all lie in `ports`, and those for one of `programs` (file names in lower case). */
export interface Advice {
  readonly ports: PortSet
  readonly programs: ReadonlySet<string>
  /** Why, for such a rule; undefined where it is in order after all. */
  of(rule: Rule): string | undefined
}
/** A registry.pol with the gpreport.xml of the same backup. */
export interface Backup {
  readonly policy: PolicyFile
  readonly report: PolicyFile
  readonly info: readonly BackupInfo[]
}

/** A finding before severities, suppressions and fingerprints. */
export interface Draft {
  readonly reason?: string
  /** Where the code's own default does not count: requirement findings bring the severity of the need. */
  readonly severity?: Severity
  readonly target?: string
  readonly requirements?: readonly string[]
  readonly features?: readonly string[]
  readonly message: string
  readonly remedy: string
  readonly span: Span
  readonly related?: readonly { readonly span: Span; readonly message: string }[]
  readonly witness?: Packet
  /** What makes this finding this finding, besides code, target and requirements: a rule's id or name, never a place. */
  readonly identity?: string
  /** What the rule at the place should say instead, where one changed field is the whole remedy. */
  readonly repair?: Repair
  /** The repair as lines of the file. `lint.ts` adds it when it is asked for. */
  readonly fix?: Fix
}
/** A rule, and what should stand in it instead. */
export interface Repair { readonly rule: Rule; readonly values: RuleValues }

/** One finding code. One file in `checks/`, one line in `checks/index.ts`. */
export interface Check {
  readonly code: string
  /** The contract's default. Requirement codes bring their own. */
  readonly severity: Severity
  run(facts: Facts): Iterable<Draft>
}
export type { Finding, Profile }
