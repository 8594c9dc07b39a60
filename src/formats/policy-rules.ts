import type { Format, SourceFile } from '../model/stages.ts'
import type { PolicyFile, PolicyPart, Problem, Span } from '../model/types.ts'
import { walkXml, xmlProblem, xmlRoot } from '../text/xml.ts'
import { type RegistryData, RegistryPolicy } from './shared/registry-policy.ts'

/**
 * `.PolicyRules` of Policy Analyzer (Security Compliance Toolkit): registry values as XML elements, of one GPO or of several. Device
 * control policies have the same root and other children; they hold nothing for us.
 */
export const policyRules: Format = {
  id: 'policy-rules',
  title: 'Policy Analyzer rules',
  store: 'group-policy',
  exported: true,
  names: [/\.policyrules$/],
  recognises: file => xmlRoot(file)?.name === 'PolicyRules' && /<(?:\w+:)?(?:ComputerConfig|UserConfig|SecurityTemplate|AuditSubcategory|CSE-)/.test(file.text),
  parse: parsePolicyRules,
}

interface Field { readonly text: string; readonly span: Span }

function parsePolicyRules(file: SourceFile): PolicyFile {
  const problems: Problem[] = []
  /** One for each PolicyName: the file does not say in which order its GPOs apply. */
  const policies = new Map<string, RegistryPolicy>()
  let fields = new Map<string, Field>()
  const error = walkXml(file.text, {
    open({ name, depth }) {
      if (depth !== 2) return true
      fields = new Map()
      return name === 'ComputerConfig' // user settings hold no firewall
    },
    close({ name, depth, text, textStart, textEnd, start, end }) {
      if (depth === 3) fields.set(name, { text, span: file.span(textStart, textEnd) })
      else if (depth === 2) apply(policies, fields, file.span(start, end), problems)
    },
  })
  if (error) problems.push(xmlProblem(file, error))
  const parts = [...policies].flatMap(([gpo, policy]) => policy.parts().map((part): PolicyPart => (gpo === '' ? part : { ...part, gpo })))
  return { path: file.path, format: policyRules.id, parts, problems }
}

function apply(policies: Map<string, RegistryPolicy>, fields: ReadonlyMap<string, Field>, element: Span, problems: Problem[]): void {
  const path = fields.get('Key')?.text.trim() ?? ''
  const name = fields.get('Value')?.text ?? ''
  const data = fields.get('RegData')
  const gpo = fields.get('PolicyName')?.text ?? ''
  let policy = policies.get(gpo)
  if (!policy) policies.set(gpo, policy = new RegistryPolicy(problems))
  const key = policy.key(path)
  if (!key) return
  const source: Span = { ...(data?.span ?? element), key: `${path}\\${name}` }
  const type = fields.get('RegType')?.text.trim().toUpperCase() ?? ''
  if (name === '' && (data === undefined || data.text === '')) policy.create(key)
  else policy.set(key, name, dataOf(type, data, source))
}

function dataOf(type: string, field: Field | undefined, source: Span): RegistryData {
  const text = field?.text ?? ''
  if (type === 'REG_SZ' || type === 'REG_EXPAND_SZ') {
    // The text is as long as its place where it holds no reference and no CDATA; else the element is the place.
    const plain = field !== undefined && field.span.end - field.span.start === text.length
    return { text, source, at: plain ? index => ({ ...source, start: source.start + index, end: source.start + index }) : undefined }
  }
  const number = /^\s*(?:\d{1,10}|0x[0-9a-f]{1,8})\s*$/i.test(text) ? Number(text) : Number.NaN
  return type === 'REG_DWORD' && !Number.isNaN(number) ? { number: number >>> 0, source } : { source }
}
