import type { RequirementSeverity } from './requirements.ts'
import type { Finding, Profile } from './types.ts'

/** What one requirement of one target came to. */
export type RequirementStatus = 'satisfied' | 'partial' | 'missing' | 'blocked' | 'unverifiable' | 'not-applicable'

/** One file that was looked at. `skipped`: not ours, or left out on purpose; `failed`: a finding says why. */
export interface FileReport {
  readonly path: string
  /** Id of the format; empty where none was recognised. */
  readonly format: string
  readonly rules: number
  readonly disabled: number
  readonly malformed: number
  readonly status: 'parsed' | 'skipped' | 'failed'
  readonly reason?: string
}

export interface RequirementReport {
  readonly id: string
  readonly feature: string
  readonly status: RequirementStatus
  /** How much depends on it; `informational` rows are knowledge and never a finding. */
  readonly severity: RequirementSeverity
  /** The rules that let it through. */
  readonly by: readonly { readonly path: string; readonly line: number; readonly name: string }[]
  /** What decides it where no rule does: `default-outbound-allow`, `firewall-off` … */
  readonly because?: string
  /** The role at the other end, and which way the traffic starts, seen from the target. */
  readonly peer?: string
  readonly direction?: 'inbound' | 'outbound'
}

export interface TargetReport {
  readonly name: string
  readonly role: string
  readonly layers: readonly string[]
  readonly requirements: readonly RequirementReport[]
}

/** A finding that an ignore entry of the config or of a file holds back. */
export type SuppressedFinding = Finding & { readonly suppressedBy: { readonly kind: 'config' | 'inline' | 'baseline'; readonly reason: string; readonly expires?: string } }

export interface Summary {
  readonly error: number
  readonly warning: number
  readonly notice: number
  readonly satisfied: number
  readonly required: number
  readonly suppressed: number
}

/** One need of one target. */
export interface ChangedNeed { readonly target: string; readonly requirement: string; readonly feature: string }
/** Inbound traffic that passes now and did not before. */
export interface OpenedTraffic {
  readonly target: string
  /** What lets it in: a rule, or a setting that lets in more than any rule. */
  readonly because: 'rule' | 'firewall-off' | 'default-allow'
  /** Name of the rule; empty for a setting. */
  readonly rule: string
  readonly protocol: string
  readonly ports: readonly string[]
  readonly addresses: readonly string[]
  readonly profiles: readonly Profile[]
  readonly location: { readonly path: string; readonly line: number }
}
/** A finding of the older tree that is gone, for another reason than that nobody asks any more. */
export type MendedFinding = Pick<Finding, 'fingerprint' | 'code' | 'target' | 'requirements' | 'message'>

/** What the change since `base` did. */
export interface Changes {
  /** The commit that the files are compared with. */
  readonly base: string
  /** Needs that were met and are not met any more. */
  readonly cut: readonly (ChangedNeed & { readonly status: RequirementStatus })[]
  readonly opened: readonly OpenedTraffic[]
  readonly mended: readonly MendedFinding[]
  /** Needs that the config does not ask for any more. */
  readonly dropped: readonly ChangedNeed[]
}

/** The one result of a run: `schema/report.schema.json`, version 1. */
export interface Report {
  readonly schemaVersion: 1
  readonly tool: { readonly name: 'configmgr-firewall-lint'; readonly version: string }
  readonly model: { readonly pack: string; readonly date: string }
  readonly assumptions: readonly string[]
  readonly files: readonly FileReport[]
  readonly targets: readonly TargetReport[]
  /** Sorted by path, line, column, code. */
  readonly findings: readonly Finding[]
  readonly suppressed: readonly SuppressedFinding[]
  readonly summary: Summary
  /** Present when an older tree was compared; findings then say whether they are new. */
  readonly changes?: Changes
}

/** The source lines around a finding, for people: line numbers count from 1. */
export interface Excerpt {
  readonly firstLine: number
  readonly lines: readonly string[]
}

/** What people call features and roles: for texts, never for what a program reads. */
export interface Titles {
  readonly feature: (id: string) => string
  readonly role: (id: string) => string
}

/** What a reporter may know besides the report. It asks nothing else: no disk, no clock, no environment. */
export interface RenderContext {
  readonly locale: 'en' | 'ko'
  readonly color: boolean
  readonly quiet: boolean
  readonly verbose: boolean
  /** Columns of the terminal; 0 where there is none. */
  readonly width: number
  /** Lines of the file that a place is in; undefined for files without lines. */
  readonly excerpt: (finding: Finding) => Excerpt | undefined
  /** Absent where ids are shown as they are. */
  readonly titles?: Titles | undefined
  /** Where the whole report is kept, in words, for outputs that must leave something out. */
  readonly reportPath?: string
}

/** One output format: a pure function from the report to text. One file in `reporters/`, one line in its list. */
export interface Reporter {
  readonly id: string
  readonly title: string
  render(report: Report, context: RenderContext): string
}
