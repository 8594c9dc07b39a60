import type { Locale } from '../model/facts.ts'
import type { Requirement, Site } from '../model/requirements.ts'
import type { SourceFile } from '../model/stages.ts'
import type { Place, Rule, RuleSelector, Span } from '../model/types.ts'
import { UsageError } from '../model/usage-error.ts'
import { didYouMean } from '../text/suggest.ts'
import { configmgrPack } from './configmgr.ts'
import { findGroup, selectPredefined } from './groups.ts'
import { canonicalFeature, packIndex } from './pack-index.ts'
import { resolvePath, resolveRequirements } from './resolve.ts'
import type { Pack, PackFeature, PackRole, Reasoned } from './types.ts'

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
  /** In the language that the packs were loaded for; English where there is no such title. */
  featureTitle(id: string): string
  roleTitle(id: string): string
  /** Why a rule is unneeded or obsolete. */
  reason(entry: Reasoned): string
  /** The role within a sentence of the language. */
  rolePhrase(id: string): string
}

/** What a config says in words that a pack must know. */
export interface PackWishes {
  readonly packs: readonly { readonly value: string; readonly place: Place }[]
  readonly names: readonly { readonly kind: 'feature' | 'role' | 'condition' | 'setting'; readonly value: string; readonly place: Place }[]
}

/** Reads the packs that a config names out of its files. A missing or wrong one is a `UsageError`. */
export async function loadPacks(config: PackWishes, files: readonly SourceFile[], locale: Locale = 'en'): Promise<Packs> {
  const main = configmgrPack()
  const korean = locale === 'ko' ? JSON.parse((await import('../generated/titles-ko.ts')).TITLES_KO) as Titles : undefined
  if (config.packs.length === 0) return packsOf(main, korean)
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
  return packsOf(pack, korean)
}

/** Names that the built-in pack does not know must be in the user's. */
function checkNames(pack: Pack, names: PackWishes['names']): void {
  const index = packIndex(pack)
  for (const { kind, value, place } of names) {
    const known = [...(kind === 'feature' ? index.features.keys() : kind === 'role' ? index.roleNames : kind === 'condition' ? Object.keys(pack.conditions) : index.settings)]
    if (!known.includes(value)) throw new UsageError(`There is no ${kind} "${value}"${didYouMean(value, known)}`, place)
  }
}

/** Titles of the built-in pack in one language. */
interface Titles { readonly features: Readonly<Record<string, string>>; readonly roles: Readonly<Record<string, string>>; readonly reasons: Readonly<Record<string, string>> }

function packsOf(pack: Pack, korean: Titles | undefined): Packs {
  const index = packIndex(pack)
  const titleOf = (kind: 'features' | 'roles', id: string): string => {
    const table: Readonly<Record<string, PackFeature | PackRole>> = pack[kind]
    const entry = Object.hasOwn(table, id) ? table[id] : undefined
    if (!entry) return id
    const translated = korean && (entry.titles?.ko ?? (Object.hasOwn(korean[kind], id) ? korean[kind][id] : undefined))
    return translated ?? ('title' in entry ? entry.title : entry.name)
  }
  return {
    main: pack,
    model: { pack: pack.pack, date: pack.date },
    predefined: { groupOf: text => findGroup(text)?.id, select: selectPredefined },
    requirements: (site, features, role) => resolveRequirements(pack, site, features, role),
    path: (site, features, path) => resolvePath(pack, site, features, path),
    featureTitle: id => titleOf('features', canonicalFeature(index, id) ?? id),
    roleTitle: id => titleOf('roles', id),
    reason: ({ why, instead, reasons }) => (korean && (reasons?.ko ?? (Object.hasOwn(korean.reasons, why) ? korean.reasons[why] : undefined))) ?? (instead === undefined ? why : `${why}; use ${instead}`),
    rolePhrase: id => {
      const short = titleOf('roles', id).replace(/ \(.*\)$/, '')
      return korean ? short : ((Object.hasOwn(pack.roles, id) ? pack.roles[id]?.phrase : undefined) ?? `the ${short}`)
    },
  }
}
