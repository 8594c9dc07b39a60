import { portsOf } from '../model/ports.ts'
import type { PortSet } from '../model/types.ts'
import type { Pack, PackListener, PackRow } from './types.ts'

/** What is looked up in a pack again and again. Every name that comes from a file is looked up in a `Map` or among own keys. */
export interface PackIndex {
  readonly pack: Pack
  readonly rows: ReadonlyMap<string, PackRow>
  /** Ids and aliases to ids. */
  readonly features: ReadonlyMap<string, string>
  readonly roleNames: readonly string[]
  /** Keys under `site.ports`. */
  readonly settings: ReadonlySet<string>
  /** The known listeners, each with its ports as a set; undefined for any port. */
  readonly listeners: readonly { readonly entry: PackListener; readonly ports: PortSet | undefined }[]
  /** The product's range of dynamic RPC ports. */
  readonly dynamicRange: string
  /** A role with all that such a machine is as well; undefined for an unknown role. */
  rolesOf(role: string): ReadonlySet<string> | undefined
  /** Whether a feature has nothing but old rows. */
  isOldFeature(feature: string): boolean
  /** The name of the pack that a row is from. */
  packOf(row: string): string
}

const indexes = new WeakMap<Pack, PackIndex>()

/** The index of a pack, made once. `origin` tells which pack each row of a joined pack is from. */
export function packIndex(pack: Pack, origin?: ReadonlyMap<string, string>): PackIndex {
  let index = indexes.get(pack)
  if (!index) indexes.set(pack, (index = makeIndex(pack, origin)))
  return index
}

/** The id of a feature by its id or one of its aliases, in any case; undefined when there is none. */
export const canonicalFeature = (index: PackIndex, name: string): string | undefined => index.features.get(name.trim().toLowerCase())

function makeIndex(pack: Pack, origin: ReadonlyMap<string, string> | undefined): PackIndex {
  const features = new Map<string, string>()
  for (const [id, { aliases }] of Object.entries(pack.features)) for (const name of [id, ...(aliases ?? [])]) features.set(name, id)
  const current = new Set(pack.requirements.filter(row => row.default !== false).map(row => row.feature))
  const settings = Object.values(pack.settings)
  return {
    pack, features,
    rows: new Map(pack.requirements.map(row => [row.id, row])),
    roleNames: Object.keys(pack.roles),
    settings: new Set(settings.map(s => s.key).filter(key => key !== undefined)),
    listeners: pack.listeners.map(entry => ({ entry, ports: entry.ports && portsOf(entry.ports) })),
    dynamicRange: String(settings.find(s => s.key === 'rpc-dynamic')?.default ?? '49152-65535'),
    rolesOf: role => rolesOf(pack, role),
    isOldFeature: feature => !current.has(feature),
    packOf: row => origin?.get(row) ?? pack.pack,
  }
}

function rolesOf(pack: Pack, role: string): ReadonlySet<string> | undefined {
  if (!Object.hasOwn(pack.roles, role)) return undefined
  const roles = new Set<string>()
  const add = (name: string): void => {
    if (roles.has(name) || !Object.hasOwn(pack.roles, name)) return
    roles.add(name)
    for (const other of pack.roles[name]?.is ?? []) add(other)
  }
  add(role)
  // `site-system` as a target is any of the roles that count as one; a client is everybody's peer.
  if (role === 'site-system') for (const [name, { is }] of Object.entries(pack.roles)) if (is?.includes('site-system')) add(name)
  if (roles.has('client')) add('peer-client')
  if (pack.roles[role]?.kind !== 'cloud' && !['mac-client', 'mobile-device'].includes(role)) add('windows-host')
  return roles
}
