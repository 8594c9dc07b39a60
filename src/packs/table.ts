import { portTexts } from '../model/ports.ts'
import type { Requirement, TrafficBox } from '../model/requirements.ts'
import { protocolName } from '../model/rules.ts'

/** One line of the requirement table, for `requirements` and the docs: words only. */
export interface TableLine {
  readonly id: string
  readonly need: string
  readonly feature: string
  readonly peer: string
  readonly direction: 'inbound' | 'outbound' | 'both'
  /** `tcp 445`, `icmp echo request`, `msra.exe`; the ways of alternatives with " or " between them. */
  readonly traffic: string
  readonly severity: Requirement['severity']
  readonly status: Requirement['status']
  /** Why it does not apply, or how it is decided. */
  readonly note: string
}

/** The resolved requirements as lines, in the order of the pack. */
export function requirementTable(requirements: readonly Requirement[]): readonly TableLine[] {
  return requirements.map(r => {
    const directions = new Set(r.boxes.map(box => box.direction))
    return {
      id: r.id, need: r.need, feature: r.feature, peer: r.peer,
      direction: directions.size === 1 ? (r.boxes[0]?.direction ?? 'inbound') : 'both',
      traffic: [...new Set((r.alternatives ?? [r.boxes]).map(way => [...new Set(way.map(boxText))].join(' and ')))].join(' or '),
      severity: r.severity, status: r.status, note: r.why ?? (r.eitherKey === undefined ? (r.note ?? '') : 'HTTP or HTTPS: either is enough'),
    }
  })
}

function boxText(box: TrafficBox): string {
  if (box.program !== undefined) return box.program
  if (box.icmp) return 'icmp echo request'
  const number = portTexts(box.ports).join(',')
  return `${protocolName(box.protocol)} ${number}${box.dynamicRpc ? ' (dynamic RPC)' : box.endpointMapper ? ' (RPC endpoint mapper)' : ''}`
}
