import type { Requirement, TrafficBox } from '../model/requirements.ts'
import type { PortSet } from '../model/types.ts'

const keys = new WeakMap<TrafficBox, { readonly peer: string; readonly key: string }>()
/** Equal texts are the same packets to and from the same peer. */
export function pairKey(peer: string, box: TrafficBox): string {
  const held = keys.get(box)
  if (held?.peer === peer) return held.key
  const ports = (set: PortSet | undefined): string => set?.ranges.map(([a, b]) => `${a}-${b}`).join() ?? ''
  const { listener } = box
  const key = [
    peer, box.direction, box.protocol, ports(box.ports), ports(box.defaultPorts), box.dynamicRpc, box.endpointMapper, box.icmp !== undefined, box.program,
    listener && `${listener.programs.join()};${listener.services.join()};${listener.certain}`,
  ].join('|')
  keys.set(box, { peer, key })
  return key
}
export const unique = <T>(list: readonly T[]): T[] => [...new Set(list)]
export function groupBy<T, K>(list: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of list) {
    const k = key(item)
    const group = groups.get(k)
    if (group) group.push(item)
    else groups.set(k, [item])
  }
  return groups
}
/** Requirements of one need, and of needs of which either is enough, stand together. */
export function clusters(requirements: readonly Requirement[]): Requirement[][] {
  const parent = new Map<string, string>()
  const find = (key: string): string => {
    let at = key
    while (parent.has(at) && parent.get(at) !== at) at = parent.get(at) as string
    return at
  }
  const join = (a: string, b: string): void => { const [x, y] = [find(a), find(b)]; if (x !== y) parent.set(x, y) }
  for (const r of requirements) if (r.eitherKey !== undefined) join(`need ${r.need}`, `either ${r.eitherKey}`)
  return [...groupBy(requirements, r => find(`need ${r.need}`)).values()]
}
/** Each box once, with one requirement that asks for it. */
export function uniquePairs(requirements: readonly Requirement[], chosen: ReadonlyMap<Requirement, readonly TrafficBox[]>): [TrafficBox, Requirement][] {
  const seen = new Map<string, [TrafficBox, Requirement]>()
  for (const r of requirements) for (const box of chosen.get(r) ?? r.boxes) {
    const key = pairKey(r.peer, box)
    if (!seen.has(key)) seen.set(key, [box, r])
  }
  return [...seen.values()]
}
