import type { World } from '../io/world.ts'
import { isAnyPort, portTexts } from '../model/ports.ts'
import type { Requirement, TrafficBox } from '../model/requirements.ts'
import { protocolName } from '../model/rules.ts'
import { codeSpan, plainText } from '../reporters/shared/markdown.ts'
import { printable } from '../text/printable.ts'
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

const HEADS = ['Requirement', 'Feature', 'Traffic', 'Peer', 'Severity'] as const
/** The rows of one target's table. */
export function rowsOf({ requirements: list }: TargetPlan, packs: Plan['packs'], all: boolean): string[][] {
  return list.filter(r => all || (r.status === 'applies' && r.severity !== 'informational')).map(r => [
    r.id, r.feature, r.status === 'applies' ? trafficText(r.boxes) : `not needed: ${r.why ?? ''}`, packs.roleTitle(r.peer).replace(/ \(.*\)$/, ''), r.severity,
  ])
}
/** `inbound TCP 445, 135` and the like. */
export function trafficText(boxes: readonly TrafficBox[]): string {
  return boxes.map(box => {
    if (box.icmp) return `${box.direction} ICMP echo request`
    if (box.program !== undefined) return `${box.direction} program ${box.program}`
    const ports = isAnyPort(box.ports) ? 'any port' : portTexts(box.ports).join(', ')
    return `${box.direction} ${protocolName(box.protocol).toUpperCase()} ${box.dynamicRpc ? `dynamic RPC (${ports})` : ports}`
  }).join('; ')
}

function textOf({ packs, targets, assumed }: Plan, all: boolean): string {
  const parts = targets.map(target => {
    const rows = [[...HEADS], ...rowsOf(target, packs, all)].map(row => row.map(printable))
    const widths = HEADS.map((_, column) => Math.max(...rows.map(row => (row[column] as string).length)))
    const lines = rows.map(row => row.map((cell, column) => cell.padEnd(widths[column] as number)).join('  ').trimEnd())
    return `${printable(target.name)} (${packs.roleTitle(target.role).replace(/ \(.*\)$/, '')})\n\n${lines.join('\n')}\n`
  })
  return `${assumed ? 'Features are assumed; name yours in the config or with --features.\n\n' : ''}${parts.join('\n')}`
}

function markdownOf({ packs, targets }: Plan, all: boolean): string {
  return targets.map(target => {
    const rows = rowsOf(target, packs, all).map(([id = '', ...rest]) => `| ${codeSpan(id)} | ${rest.map(plainText).join(' | ')} |`)
    return `## ${plainText(target.name)} (${plainText(packs.roleTitle(target.role))})\n\n| ${HEADS.join(' | ')} |\n|${' --- |'.repeat(HEADS.length)}\n${rows.join('\n')}\n`
  }).join('\n')
}
