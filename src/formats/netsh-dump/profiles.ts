import { profileBit, PROFILES } from '../../model/rules.ts'
import type { SourceFile } from '../../model/stages.ts'
import type { ProfileSet, Span } from '../../model/types.ts'
import { GROUP_POLICY, LOCAL, type ScriptState } from '../shared/script-state.ts'
import { PROFILE_STEMS } from './labels.ts'
import { cutAtBlanks, type Line, type Pair } from './lines.ts'
import { keyOf, type Words } from './words.ts'

/** One section of `show allprofiles`: its heading names the profile, or its place among the three does. */
export function readProfile(block: readonly Line[], words: Words, state: ScriptState, file: SourceFile): void {
  const [head, , ...rest] = block as [Line, Line, ...Line[]]
  const lines = rest.map(line => ({ line, pair: cutAtBlanks(line.text) })).filter(({ pair }) => pair !== undefined)
  const policy = lines.find(({ pair }) => /^[^\s,]+,[^\s,]+$/.test(pair?.value ?? ''))
  if (!policy && !lines.some(({ pair }) => words.is(pair?.label ?? '', 'state'))) return
  const profile = profileOf(head.text, words)
  const source = (at: { line: Line; pair: Pair | undefined }): Span => file.span(at.line.start, at.line.start + at.line.text.trimEnd().length)
  if (profile === undefined) {
    state.problem({
      code: 'requirement-unverifiable', message: `"${head.text.trim()}" names no profile that a language table has.`,
      source: file.span(head.start, head.start + head.text.length),
    })
    return
  }
  // The state comes first, the policy second, in every language.
  const [first] = lines
  if (first && first !== policy) {
    const value = words.oneOf(first.pair?.value ?? '', ['on', 'off'] as const)
    if (value) state.configure(profile, 'enabled', { value: value === 'on', source: source(first) }, LOCAL)
    else state.problem({ code: 'requirement-unverifiable', message: `The state "${first.pair?.value ?? ''}" is not known in any language table.`, source: source(first) })
  }
  if (policy) {
    const [inbound = '', outbound = ''] = (policy.pair?.value ?? '').split(',')
    const into = words.oneOf(inbound, ['blockInbound', 'blockInboundAlways', 'allowInbound'] as const)
    const out = words.oneOf(outbound, ['allowOutbound', 'blockOutbound'] as const)
    const at = source(policy)
    if (into) {
      state.configure(profile, 'defaultInbound', { value: into === 'allowInbound' ? 'allow' : 'block', source: at }, LOCAL)
      state.configure(profile, 'blockAllInbound', { value: into === 'blockInboundAlways', source: at }, LOCAL)
    }
    if (out) state.configure(profile, 'defaultOutbound', { value: out === 'allowOutbound' ? 'allow' : 'block', source: at }, LOCAL)
    if (!into || !out) state.problem({ code: 'requirement-unverifiable', message: `The policy "${policy.pair?.value ?? ''}" is not known in any language table.`, source: at })
  }
  // In the local store the merge switch reads "N/A (GPO-store only)": not configured here.
  const merge = lines.find(({ pair }) => words.is(pair?.label ?? '', 'localFirewallRules'))
  const value = merge && words.oneOf(merge.pair?.value ?? '', ['enable', 'disable'] as const)
  if (merge && value) state.configure(profile, 'allowLocalRules', { value: value === 'enable', source: source(merge) }, GROUP_POLICY)
}
function profileOf(heading: string, words: Words): ProfileSet | undefined {
  const texts = heading.replace(/[:：]/g, ' ').trim().split(/[\s\u3000]+/)
  for (const text of texts) {
    const profile = words.oneOf(text, PROFILES)
    if (profile) return profileBit(profile)
  }
  const key = keyOf(heading)
  return PROFILE_STEMS.find(([stem]) => key.includes(stem))?.[1]
}
