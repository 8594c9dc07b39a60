import type { Config } from '../config/types.ts'
import { detect, parseFile } from '../formats/index.ts'
import { readBackupInfo } from '../formats/shared/gpo-backup.ts'
import type { FileReport } from '../model/report.ts'
import { spanAt } from '../model/rules.ts'
import type { BackupInfo, Format, SourceFile } from '../model/stages.ts'
import type { PolicyFile } from '../model/types.ts'
import { isBackupPolicy } from '../policy/arrange.ts'
import type { Share } from '../policy/share.ts'

/** What the files hold. */
export interface Parsed {
  readonly policies: PolicyFile[]
  /** Those that were met, by their ids. */
  readonly formats: Map<string, Format>
  readonly backups: Map<string, BackupInfo>
  readonly reports: FileReport[]
  /** Files whose name promises a format that their content is not. */
  readonly unrecognised: PolicyFile[]
}

const BACKUP_FILES = /^(?:backup|bkupinfo|manifest)\.xml$/

/** Parses the files of a share, each in the format whose mark it bears. `twinOf` names the registry.pol that a report only repeats. */
export async function parseAll(files: readonly SourceFile[], config: Config, verbose: boolean, share: Share, twinOf: (path: string) => string | undefined): Promise<Parsed> {
  const out: Parsed = { policies: [], formats: new Map(), backups: new Map(), reports: [], unrecognised: [] }
  for (const file of files) {
    if (file.path === config.path || file.path === config.baseline?.value || config.packs.some(p => p.value === file.path)) continue
    const info = BACKUP_FILES.test(file.name) ? readBackupInfo(file) : undefined
    if (info) {
      out.backups.set(file.path, info)
      if (info.problems.length > 0 && share.file(file.path)) out.unrecognised.push({ path: file.path, format: '', parts: [], problems: info.problems })
      continue
    }
    if (!share.file(file.path)) {
      // Of two backups of one GPO the newer counts, whichever part judges it.
      if (isBackupPolicy(file.path)) out.policies.push({ path: file.path, format: 'registry-pol', parts: [], problems: [] })
      continue
    }
    const { format, promised: named } = await detect(file)
    if (!format) {
      if (named) {
        const why = file.bytes.length === 0 ? 'the file is empty' : `by its name the file is of the format "${named.title}", but it holds no such thing`
        out.unrecognised.push(unreadableFile(file.path, why))
        out.reports.push({ path: file.path, format: named.id, rules: 0, disabled: 0, malformed: 0, status: 'failed', reason: why })
      } else if (config.targets.some(t => t.layers.some(l => l.path === file.path))) {
        const why = file.bytes.length === 0 ? 'the file is empty' : 'the config names this file as a layer, but it holds no firewall policy in a format that is known'
        out.unrecognised.push(unreadableFile(file.path, why))
        out.reports.push({ path: file.path, format: '', rules: 0, disabled: 0, malformed: 0, status: 'failed', reason: why })
      } else if (verbose) out.reports.push({ path: file.path, format: '', rules: 0, disabled: 0, malformed: 0, status: 'skipped', reason: 'no known firewall policy in it' })
      continue
    }
    out.formats.set(format.id, format)
    const repeats = twinOf(file.path) !== undefined
    const policy = parseFile(format, file, { labels: config.labels, repeats })
    // Where its rules were left for later, so is its text: a repository holds hundreds of reports of half a megabyte.
    if (repeats && policy.counts) file.release()
    out.policies.push(policy)
    out.reports.push(reportOf(policy))
  }
  return out
}

/** Counts for the report's `files`. */
function reportOf({ path, format, parts, problems, counts }: PolicyFile): FileReport {
  const count = { rules: 0, disabled: 0, malformed: 0, ...counts }
  for (const part of counts ? [] : parts) for (const rule of part.rules) {
    count.rules++
    if (rule.enabled === false) count.disabled++
    if (rule.malformed !== undefined) count.malformed++
  }
  const failed = problems.some(p => p.code === 'file-unreadable') && count.rules === 0
  return {
    path, format, ...count,
    status: failed ? 'failed' : 'parsed', ...(failed && { reason: problems.find(p => p.code === 'file-unreadable')?.message ?? '' }),
  }
}

/** A file that could not be read, as one with a problem. */
export function unreadableFile(path: string, why: string): PolicyFile {
  return { path, format: '', parts: [], problems: [{ code: 'file-unreadable', message: `${why.charAt(0).toUpperCase()}${why.slice(1)}.`, source: spanAt({ path, line: 1, column: 1, endLine: 1, endColumn: 1 }) }] }
}
