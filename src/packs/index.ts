import type { Requirement, Site } from '../model/requirements.ts'
import type { SourceFile } from '../model/stages.ts'
import type { Place, Rule, RuleSelector, Span } from '../model/types.ts'
import { UsageError } from '../model/usage-error.ts'
import { didYouMean } from '../text/suggest.ts'
import { configmgrPack } from './configmgr.ts'
import { findGroup, selectPredefined } from './groups.ts'
import { canonicalFeature, packIndex } from './pack-index.ts'
import { resolvePath, resolveRequirements } from './resolve.ts'
import type { Pack } from './types.ts'

/** The built-in pack joined with the user's own, and what other stages ask of it. */
export interface Packs {
  readonly main: Pack
  /** For the report. */
  readonly model: { readonly pack: string; readonly date: string }
  readonly predefined: {
    groupOf(text: string): string | undefined
    select(selector: RuleSelector, source: Span): readonly Rule[]
  }
  /** Throws a `UsageError` for a feature or role that no pack knows. */
  requirements(site: Site, features: readonly string[] | 'all', role: string): readonly Requirement[]
  /** The same for a network firewall on the way. */
  path(site: Site, features: readonly string[] | 'all', path: { readonly from: string; readonly to: string }): readonly Requirement[]
  featureTitle(id: string): string
  roleTitle(id: string): string
}

/** What a config says in words that a pack must know. */
export interface PackWishes {
  readonly packs: readonly { readonly value: string; readonly place: Place }[]
  readonly names: readonly { readonly kind: 'feature' | 'role' | 'condition' | 'setting'; readonly value: string; readonly place: Place }[]
}

/** Reads the packs that a config names out of its files. A missing or wrong one is a `UsageError`. */
export async function loadPacks(config: PackWishes, files: readonly SourceFile[]): Promise<Packs> {
  const main = configmgrPack()
  if (config.packs.length === 0) return packsOf(main)
  const byPath = new Map(files.map(file => [file.path, file]))
  const wanted = config.packs.map(({ value, place }) => {
    const file = byPath.get(value.replace(/^(\.\/)+/, ''))
    if (!file) throw new UsageError(`There is no pack file "${value}"`, place)
    return file
  })
  const { joinPacks } = await import('./user-packs.ts')
  const { pack, origin } = await joinPacks(main, wanted)
  packIndex(pack, origin)
  checkNames(pack, config.names)
  return packsOf(pack)
}

/** Names that the built-in pack does not know must be in the user's. */
function checkNames(pack: Pack, names: PackWishes['names']): void {
  const index = packIndex(pack)
  for (const { kind, value, place } of names) {
    const known = [...(kind === 'feature' ? index.features.keys() : kind === 'role' ? index.roleNames : kind === 'condition' ? Object.keys(pack.conditions) : index.settings)]
    if (!known.includes(value)) throw new UsageError(`There is no ${kind} "${value}"${didYouMean(value, known)}`, place)
  }
}

function packsOf(pack: Pack): Packs {
  const index = packIndex(pack)
  const titleOf = (table: Readonly<Record<string, { readonly title?: string; readonly name?: string }>>, id: string): string =>
    (Object.hasOwn(table, id) ? (table[id]?.title ?? table[id]?.name) : undefined) ?? id
  return {
    main: pack,
    model: { pack: pack.pack, date: pack.date },
    predefined: { groupOf: text => findGroup(text)?.id, select: selectPredefined },
    requirements: (site, features, role) => resolveRequirements(pack, site, features, role),
    path: (site, features, path) => resolvePath(pack, site, features, path),
    featureTitle: id => titleOf(pack.features, canonicalFeature(index, id) ?? id),
    roleTitle: id => titleOf(pack.roles, id),
  }
}
