import type { RequirementReport, RequirementStatus } from '../../model/report.ts'

export type FlowState = 'broken' | 'open' | 'met'
/** The needs of one target that talk to one role, start at one end and stand alike: one arrow of a picture. */
export interface Flow {
  readonly peer: string
  readonly outbound: boolean
  readonly state: FlowState
  readonly features: Set<string>
  count: number
}

const STATE: Partial<Record<RequirementStatus, FlowState>> = { missing: 'broken', blocked: 'broken', partial: 'broken', unverifiable: 'open', satisfied: 'met' }
const ORDER: readonly FlowState[] = ['broken', 'open', 'met']
/** What is broken first. */
export const byState = (a: Flow, b: Flow): number => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)
export const isBroken = ({ status, severity }: RequirementReport): boolean => severity !== 'informational' && STATE[status] === 'broken'

/** The flows of one target, what is broken first. Knowledge and what does not apply are no flows. */
export function flowsOf(requirements: readonly RequirementReport[]): Flow[] {
  const flows = new Map<string, Flow>()
  for (const { status, severity, feature, peer, direction } of requirements) {
    const state = STATE[status]
    if (severity === 'informational' || state === undefined || peer === undefined || direction === undefined) continue
    const key = `${peer} ${direction} ${state}`
    const flow = flows.get(key) ?? { peer, outbound: direction === 'outbound', state, features: new Set<string>(), count: 0 }
    flow.features.add(feature)
    flow.count++
    flows.set(key, flow)
  }
  return [...flows.values()].sort(byState)
}
