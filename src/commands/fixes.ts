import { applyFixes } from '../findings/fix.ts'
import { lint, type LintInput, type LintResult } from '../lint.ts'
import type { Finding, Fix } from '../model/types.ts'
import { sourceText } from '../text/source-file.ts'

/** A check whose findings carry the lines that mend them: only fixes that do what they promise, for with all of them carried out the finding is gone. */
export async function lintWithFixes(input: LintInput): Promise<LintResult> {
  const result = await lint({ ...input, options: { ...input.options, fixes: true } })
  const { report } = result
  const byPath = new Map<string, Fix[]>()
  for (const { fix, location } of report.findings) if (fix) byPath.set(location.path, [...(byPath.get(location.path) ?? []), fix])
  if (byPath.size === 0) return result
  const files = input.files.map(file => {
    const fixes = byPath.get(file.path)
    return fixes ? sourceText(file.path, applyFixes(file.text, fixes)) : file
  })
  // The need must be met: the next obstacle on its way would be a finding of another name.
  const left = new Set((await lint({ ...input, files })).report.findings.flatMap(needsOf))
  const findings = report.findings.map(finding => {
    if (!finding.fix || !needsOf(finding).some(need => left.has(need))) return finding
    const { fix: _, ...bare } = finding
    return bare
  })
  return { ...result, report: { ...report, findings } }
}

const needsOf = ({ target, requirements }: Finding): string[] => requirements.map(id => `${id} ${target ?? ''}`)
