import type { Backup } from '../model/facts.ts'
import type { Target } from '../model/policy.ts'
import type { BackupInfo } from '../model/stages.ts'
import type { GpoInfo, Layer, PolicyFile, PolicyPart, ProfileSet, Store } from '../model/types.ts'

/** What a target's configuration names, as this stage needs it. */
export interface TargetPlan {
  readonly name: string
  readonly role: string
  readonly profiles: ProfileSet
  /** Lowest precedence first; each chooses files by path. */
  readonly layers: readonly { readonly name: string; readonly matches: (path: string) => boolean; readonly store: Store | undefined }[]
}
/** The files of a repository with their places in GPO backups. */
export interface Arrangement {
  /** Policy files that count; a report beside a registry.pol does not. */
  readonly sources: readonly PolicyFile[]
  readonly backups: readonly Backup[]
  readonly gpoOf: (path: string) => GpoInfo | undefined
  /** Files that are left out, and why. */
  readonly skipped: ReadonlyMap<string, string>
}

const MACHINE_POL = /^(.*\/)?(?:DomainSysvol\/GPO\/)Machine\/registry\.pol$/i
/** The folder of the backup that a registry.pol lies in; undefined outside of a backup. */
const backupFolder = (path: string): string | undefined => {
  const match = MACHINE_POL.exec(path)
  return match ? (match[1] ?? '') : undefined
}
/** The folders that a path lies in, the outermost first. */
function foldersAbove(path: string): string[] {
  const out: string[] = []
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) out.push(path.slice(0, at + 1))
  return out
}
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** The registry.pol that the report of a backup repeats, where both are among these paths: such a report decides nothing. */
export function repeatsIn(paths: readonly string[]): (path: string) => string | undefined {
  const policies = new Map<string, string>()
  for (const path of paths) {
    const folder = backupFolder(path)
    if (folder !== undefined) policies.set(folder.toLowerCase(), path)
  }
  return path => (/(?:^|\/)gpreport\.xml$/i.test(path) ? policies.get(folderOf(path).toLowerCase()) : undefined)
}
/** Whether a path is that of the registry.pol of a GPO backup. */
export const isBackupPolicy = (path: string): boolean => MACHINE_POL.test(path)

/** Sorts out GPO backups: which files belong together, which report only repeats, which backup of one GPO is the newest. */
export function arrange(files: readonly PolicyFile[], infos: ReadonlyMap<string, BackupInfo>): Arrangement {
  const policies = new Map<string, PolicyFile>()
  for (const file of files) {
    const folder = backupFolder(file.path)
    if (folder !== undefined) policies.set(folder.toLowerCase(), file)
  }
  const reports = new Map(files.filter(f => f.format === 'gpreport-xml' && policies.has(folderOf(f.path).toLowerCase())).map(f => [folderOf(f.path).toLowerCase(), f]))
  const infoAt = new Map([...infos].map(([path, info]) => [path.toLowerCase(), info]))
  const gpos = new Map<string, GpoInfo>()
  const gpoAt = (folder: string): GpoInfo | undefined => {
    const key = folder.toLowerCase()
    let gpo = gpos.get(key)
    if (!gpo) {
      const parts = [manifestEntry(infoAt, key), infoAt.get(`${key}bkupinfo.xml`)?.gpos[0], reports.get(key)?.gpo, infoAt.get(`${key}backup.xml`)?.gpos[0]]
      gpo = Object.assign({}, ...parts) as GpoInfo
      gpos.set(key, gpo)
    }
    return Object.keys(gpo).length > 0 ? gpo : undefined
  }
  const fileAt = new Map(files.map(file => [file.path, file]))
  const skipped = new Map<string, string>()
  for (const report of reports.values()) skipped.set(report.path, 'the registry.pol of the same backup decides')
  const dropped = olderBackups([...policies.keys()], gpoAt)
  // Preferences and scripts of an older backup are as old as its registry.pol.
  if (dropped.size > 0) for (const { path } of files) {
    const newer = foldersAbove(path.toLowerCase()).map(folder => dropped.get(folder)).find(name => name !== undefined)
    if (newer !== undefined && !skipped.has(path)) skipped.set(path, `a newer backup of the same GPO (${newer}) counts`)
  }
  return {
    sources: files.filter(f => !skipped.has(f.path)),
    backups: [...reports].flatMap(([key, report]) => {
      const policy = policies.get(key)
      return policy ? [{ policy, report, info: [] }] : []
    }),
    gpoOf: path => {
      const folder = backupFolder(path)
      const within = folder ?? foldersAbove(path.toLowerCase()).find(key => policies.has(key)) ?? folderOf(path)
      return gpoAt(within) ?? fileAt.get(path)?.gpo
    },
    skipped,
  }
}

function manifestEntry(infoAt: ReadonlyMap<string, BackupInfo>, folder: string): GpoInfo | undefined {
  const name = folder.slice(0, -1)
  const manifest = infoAt.get(`${folderOf(name)}manifest.xml`)
  return manifest?.gpos.find(g => g.backupId?.toLowerCase() === name.slice(name.lastIndexOf('/') + 1))
}

/** Two backups of one GPO are one GPO: the newest counts (formats-gpo: GPOGuid and BackupTime). The folders of the others, and what the GPO is called. */
function olderBackups(folders: readonly string[], gpoAt: (folder: string) => GpoInfo | undefined): ReadonlyMap<string, string> {
  const newest = new Map<string, { folder: string; time: string }>()
  const dropped = new Map<string, string>()
  for (const folder of folders) {
    const gpo = gpoAt(folder)
    if (!gpo?.guid || !gpo.backupTime) continue
    const guid = gpo.guid.toLowerCase()
    const held = newest.get(guid)
    const older = held && held.time >= gpo.backupTime ? folder : held?.folder
    if (!held || held.time < gpo.backupTime) newest.set(guid, { folder, time: gpo.backupTime })
    if (older !== undefined) dropped.set(older, gpo.name ?? gpo.guid)
  }
  return dropped
}

/** The layers of one target, one for each file (and each store in it), in the plan's order. `missing` are layers that match no file. */
export function layersOf(plan: TargetPlan, { sources, gpoOf, skipped }: Arrangement, pathOf: (matches: (path: string) => boolean) => string | undefined): { target: Target; missing: readonly number[] } {
  const missing: number[] = []
  let home: string | undefined
  const layers = plan.layers.flatMap((layer, index) => {
    const files = sources.filter(f => layer.matches(f.path))
    // A report that is named itself, without its registry.pol, is a source; one that is only skipped still is a file.
    const path = files.at(-1)?.path ?? [...skipped.keys()].find(layer.matches) ?? pathOf(layer.matches)
    if (path === undefined) missing.push(index)
    home = path
    return files.flatMap(file => layersFrom(file, layer.store, gpoOf(file.path)))
  })
  return { target: { name: plan.name, role: plan.role, profiles: plan.profiles, layers, ...(home !== undefined && { home }), stated: true }, missing }
}

/** Whether a part says anything about what passes: a key that only sets notifications does not make a file a policy to judge. */
export const says = ({ rules, openings, profiles, changes, connectionSecurity }: PolicyPart): boolean =>
  rules.length > 0 || (openings?.length ?? 0) > 0 || changes.length > 0 || connectionSecurity === true || Object.values(profiles).some(settings => Object.keys(settings).length > 0)

/** Every policy file as layers: what counts without a config. None where no file says anything. */
export const layersOfAll = (name: string, profiles: ProfileSet, role: string, { sources, gpoOf }: Arrangement): Target => ({
  name, role, profiles, layers: sources.some(file => file.parts.some(says)) ? sources.flatMap(file => layersFrom(file, undefined, gpoOf(file.path))) : [], stated: false,
})

function layersFrom(file: PolicyFile, store: Store | undefined, gpo: GpoInfo | undefined): Layer[] {
  return file.parts.map(part => ({
    name: part.gpo ?? part.gpoInfo?.name ?? gpo?.name ?? file.path, path: file.path, store: store ?? part.store, parts: [part],
    gpo: (store ?? part.store) === 'group-policy' || (part.gpoInfo ?? gpo)?.computerEnabled === false ? (part.gpoInfo ?? gpo) : undefined,
  }))
}
