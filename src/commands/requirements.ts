import type { World } from '../io/world.ts'
import type { Locale } from '../model/facts.ts'
import { isAnyPort, portTexts } from '../model/ports.ts'
import type { Requirement, RequirementSeverity, TrafficBox } from '../model/requirements.ts'
import { protocolName } from '../model/rules.ts'
import { codeSpan, plainText } from '../reporters/shared/markdown.ts'
import { displayWidth, printable } from '../text/printable.ts'
import { type Plan, planOf, type TargetPlan } from './plan.ts'
import type { Call } from './syntax.ts'

/** Prints the resolved table of what Configuration Manager needs for this site, these features and roles. */
export async function requirements(call: Call, world: World): Promise<number> {
  const plan = await planOf(call, world)
  const format = call.options.get('format')?.at(-1) ?? 'text'
  const verbose = call.options.has('verbose')
  const text = format === 'json' ? jsonOf(plan) : format === 'markdown' ? markdownOf(plan, verbose) : textOf(plan, verbose)
  const output = call.options.get('output')?.at(-1)
  if (output === undefined) world.out(text)
  else world.write(output, text)
  return 0
}

function jsonOf({ packs, targets }: Plan): string {
  return `${JSON.stringify({
    model: packs.model,
    targets: targets.map(({ name, role, requirements: list }) => ({ name, role, requirements: list.map(neutral) })),
  }, null, 2)}\n`
}
function neutral(r: Requirement): Record<string, unknown> {
  return {
    id: r.id, need: r.need, feature: r.feature, from: r.from, to: r.to, peer: r.peer, severity: r.severity, status: r.status, why: r.why,
    traffic: r.boxes.map(traffic), alternatives: r.alternatives?.map(list => list.map(traffic)), satisfiedBy: r.satisfiedBy, sources: r.sources, note: r.note,
  }
}
function traffic(box: TrafficBox): Record<string, unknown> {
  return {
    direction: box.direction, protocol: box.icmp ? 'icmp' : protocolName(box.protocol), ports: isAnyPort(box.ports) ? undefined : portTexts(box.ports),
    dynamicRpc: box.dynamicRpc || undefined, icmp: box.icmp, program: box.program, setting: box.setting,
  }
}

interface Words {
  readonly heads: readonly [requirement: string, feature: string, traffic: string, peer: string, severity: string]
  readonly severity: Record<RequirementSeverity, string>
  readonly inbound: string
  readonly outbound: string
  readonly echo: string
  readonly program: string
  readonly anyPort: string
  readonly dynamicRpc: (ports: string) => string
  readonly notNeeded: (why: string) => string
  readonly assumed: string
}
const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    heads: ['Requirement', 'Feature', 'Traffic', 'Peer', 'Severity'],
    severity: { required: 'required', recommended: 'recommended', 'degraded-if-missing': 'degraded-if-missing', informational: 'informational' },
    inbound: 'inbound', outbound: 'outbound', echo: 'ICMP echo request', program: 'program', anyPort: 'any port', dynamicRpc: ports => `dynamic RPC (${ports})`,
    notNeeded: why => `not needed: ${why}`, assumed: 'Features are assumed; name yours in the config or with --features.',
  },
  ko: {
    heads: ['요구 사항', '기능', '트래픽', '상대', '심각도'],
    severity: { required: '필수', recommended: '권장', 'degraded-if-missing': '없으면 기능 저하', informational: '참고' },
    inbound: '인바운드', outbound: '아웃바운드', echo: 'ICMP 에코 요청', program: '프로그램', anyPort: '모든 포트', dynamicRpc: ports => `RPC 동적 포트(${ports})`,
    notNeeded: why => `필요하지 않음: ${why}`, assumed: '기능은 가정한 것입니다. 사용하는 기능을 구성 파일이나 --features로 지정하십시오.',
  },
}

/** The rows of one target's table. Features go by their ids, which a config names; in other languages the title stands before it. */
function rowsOf({ requirements: list }: TargetPlan, { packs, locale }: Plan, all: boolean): string[][] {
  const say = WORDS[locale]
  return list.filter(r => all || (r.status === 'applies' && r.severity !== 'informational')).map(r => [
    r.id, locale === 'en' ? r.feature : `${packs.featureTitle(r.feature)} (${r.feature})`, r.status === 'applies' ? trafficText(r.boxes, say) : say.notNeeded(r.why ?? ''),
    packs.roleTitle(r.peer).replace(/ \(.*\)$/, ''), say.severity[r.severity],
  ])
}
/** `inbound TCP 445, 135` and the like. */
function trafficText(boxes: readonly TrafficBox[], say: Words): string {
  return boxes.map(box => {
    const direction = say[box.direction]
    if (box.icmp) return `${direction} ${say.echo}`
    if (box.program !== undefined) return `${direction} ${say.program} ${box.program}`
    const ports = isAnyPort(box.ports) ? say.anyPort : portTexts(box.ports).join(', ')
    return `${direction} ${protocolName(box.protocol).toUpperCase()} ${box.dynamicRpc ? say.dynamicRpc(ports) : ports}`
  }).join('; ')
}

function textOf(plan: Plan, all: boolean): string {
  const { packs, targets, assumed, locale } = plan
  const { heads, assumed: areAssumed } = WORDS[locale]
  const parts = targets.map(target => {
    const rows = [[...heads], ...rowsOf(target, plan, all)].map(row => row.map(printable))
    const widths = heads.map((_, column) => Math.max(...rows.map(row => displayWidth(row[column] as string))))
    const lines = rows.map(row => row.map((cell, column) => cell + ' '.repeat((widths[column] as number) - displayWidth(cell))).join('  ').trimEnd())
    return `${printable(target.name)} (${packs.roleTitle(target.role).replace(/ \(.*\)$/, '')})\n\n${lines.join('\n')}\n`
  })
  return `${assumed ? `${areAssumed}\n\n` : ''}${parts.join('\n')}`
}

function markdownOf(plan: Plan, all: boolean): string {
  const { packs, targets, locale } = plan
  const { heads } = WORDS[locale]
  return targets.map(target => {
    const rows = rowsOf(target, plan, all).map(([id = '', ...rest]) => `| ${codeSpan(id)} | ${rest.map(plainText).join(' | ')} |`)
    return `## ${plainText(target.name)} (${plainText(packs.roleTitle(target.role))})\n\n| ${heads.join(' | ')} |\n|${' --- |'.repeat(heads.length)}\n${rows.join('\n')}\n`
  }).join('\n')
}
