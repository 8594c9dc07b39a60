import { expect, test } from '@jest/globals'
import type { RequirementReport, RequirementStatus, TargetReport } from '../../src/model/report.ts'
import { flowPicture } from '../../src/reporters/shared/mermaid.ts'
import { words, wordsOf } from '../../src/reporters/shared/words.ts'

const need = (status: RequirementStatus, feature = 'remote-control', peer = 'console', direction: 'inbound' | 'outbound' = 'inbound'): RequirementReport =>
  ({ id: 'x', feature, status, severity: 'required', by: [], peer, direction })
const target = (name: string, ...requirements: RequirementReport[]): TargetReport => ({ name, role: 'client', layers: [], requirements })
const draw = (...targets: TargetReport[]): string => flowPicture({ targets }, words.en) ?? ''

test('broken flows stand out, and arrows point where the traffic starts', () => {
  expect(draw(target('Workstations', need('missing'), need('satisfied', 'client-requests', 'management-point', 'outbound'), need('satisfied', 'content', 'management-point', 'outbound'), need('unverifiable', 'push', 'site-server')))).toBe(`\`\`\`mermaid
flowchart LR
  t0["Workstations (client)"]
  p0(["console"])
  p1(["site-server"])
  p2(["management-point"])
  p0 -.->|"❌ remote-control"| t0
  p1 -->|"❔ push"| t0
  t0 -->|"✅ 2 met"| p2
  linkStyle 0 stroke:#cf222e,stroke-width:3px
  linkStyle 1 stroke:#9a6700
\`\`\`

`)
})

test('titles stand for ids where there are any', () => {
  const say = wordsOf({ locale: 'ko', titles: { feature: id => `F ${id}`, role: id => `R ${id}` } })
  const picture = flowPicture({ targets: [target('Workstations', need('missing'))] }, say) ?? ''
  expect(picture.split('\n').slice(2, 5)).toEqual(['  t0["Workstations (R client)"]', '  p0(["R console"])', '  p0 -.->|"❌ F remote-control"| t0'])
})

test('nothing in a name is syntax, Markdown, HTML or a link', () => {
  const picture = draw(target('a"] --> x\n```\n<script>alert(1)</script> `%%{init}%%` https://evil.example click t0 call() 한국 end;', need('blocked')))
  const [line] = picture.split('\n').filter(l => l.startsWith('  t0['))
  expect(line).toMatch(/^ {2}t0\["[\p{L}\p{N}… ,()_#;-]+"\]$/u)
  expect(picture.match(/```/g)).toHaveLength(2)
})

test('a picture is bounded, and what is broken is in it', () => {
  const many = Array.from({ length: 500 }, (_, i) => target(`T${i}`, ...Array.from({ length: 30 }, (__, p) => need(i === 499 ? 'missing' : 'satisfied', `f${p}`, `role-${p}`))))
  const picture = draw(...many)
  expect(picture.length).toBeLessThan(20_000)
  expect(picture).toContain('"T499 (client)"')
  expect(picture.match(/-\.->/g)).toHaveLength(30)
})

test('no picture where there is nothing to draw', () => {
  expect(flowPicture({ targets: [target('T', need('not-applicable'), { ...need('missing'), severity: 'informational' })] }, words.en)).toBeUndefined()
})
