import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { detect } from '../formats/index.ts'
import { readBackupInfo } from '../formats/shared/gpo-backup.ts'
import { discover } from '../io/files.ts'
import type { World } from '../io/world.ts'
import type { SourceFile } from '../model/stages.ts'
import { UsageError } from '../model/usage-error.ts'
import { configmgrPack } from '../packs/configmgr.ts'
import { printable, shortened } from '../text/printable.ts'
import { CONFIG_NAMES, findConfig } from './config-files.ts'
import type { Call } from './syntax.ts'

/** Writes a commented starter config with the policy files that are here as layers. */
export async function init(call: Call, world: World): Promise<number> {
  const named = call.options.get('output')?.at(-1)
  const existing = findConfig(world.cwd)
  const file = named ?? existing ?? CONFIG_NAMES[0]
  const lost = named === undefined || existsSync(resolve(world.cwd, named)) ? named ?? existing : undefined
  if (lost !== undefined && !call.options.has('force')) throw new UsageError(`${lost} is there already; --force replaces it`)
  const found = discover(world.cwd, ['.']).files.filter(f => f.path !== existing && resolve(world.cwd, f.path) !== resolve(world.cwd, file))
  const layers = layersOf(await policiesOf(found), gpoNames(found))
  world.write(file, starterConfig(layers))
  const next = layers.length === 0 ? 'no policy file found; name your features and, where the policy lies, its layers'
    : `written with ${layers.length} ${layers.length === 1 ? 'layer' : 'layers'}; name your features and put the layers in order of precedence`
  world.err(`${file}: ${next}\n`)
  return 0
}

/** A layer of the starter config: its path, and the name of its GPO where the backup tells it. */
interface StarterLayer { readonly path: string; readonly gpo?: string | undefined }

async function policiesOf(files: readonly SourceFile[]): Promise<string[]> {
  const paths: string[] = []
  for (const file of files) if ((await detect(file)).format) paths.push(file.path)
  return paths
}

const BACKUP_FOLDER = /^(.*\/)?\{[0-9a-f-]{36}\}(?=\/)/i

/**
 * A GPO backup is one layer, everything else is a layer of its own. Each backup has a new id, so a folder that holds nothing but one backup
 * gives the layer its name: the config stays right when the next backup takes its place.
 */
function layersOf(paths: readonly string[], gpos: ReadonlyMap<string, string>): StarterLayer[] {
  const layers = [...new Set(paths.map(path => BACKUP_FOLDER.exec(path)?.[0] ?? path))].sort()
  const within = new Map<string, number>()
  for (const path of layers) for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) within.set(path.slice(0, at), (within.get(path.slice(0, at)) ?? 0) + 1)
  return layers.map(path => {
    const folder = BACKUP_FOLDER.exec(`${path}/`)?.[1]?.slice(0, -1)
    return { path: folder !== undefined && within.get(folder) === 1 ? folder : path, gpo: gpos.get(path) }
  })
}

/** The names of the GPOs, by the folders of their backups. */
function gpoNames(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  const infos = files.filter(({ path }) => /(?:^|\/)bkupinfo\.xml$/i.test(path) && BACKUP_FOLDER.test(path))
  return new Map(infos.map(file => [BACKUP_FOLDER.exec(file.path)?.[0] ?? '', shortened(printable(readBackupInfo(file)?.gpos[0]?.name ?? ''), 80)]))
}

/** The text of the starter config. */
export function starterConfig(layers: readonly StarterLayer[]): string {
  const { features } = configmgrPack()
  const assumed = Object.entries(features).filter(([, f]) => f.assumed)
  const others = Object.entries(features).filter(([, f]) => !f.assumed)
  const comment = ([id, { title }]: (typeof assumed)[number], mark: string): string => `  ${mark}- ${id.padEnd(32)} # ${title}`
  return `# What Configuration Manager does here, and which policy its clients get.
# Every key: schema/config.schema.json and the README of configmgr-firewall-lint.
version: 1

# site:
#   communication: [https]       # http, https or both
#   ports: { http: 80, https: 443, client-notification: 10123 }   # only what differs from the default
#   systems:                     # where the roles are: lets address scopes be judged
#     site-server: [10.0.10.5]
#     management-point: [10.0.10.6]

# What is used. Strike out what is not: findings of these features count as errors.
features:
${assumed.map(f => comment(f, '')).join('\n')}
${others.map(f => comment(f, '# ')).join('\n')}

# Each target is a class of machines with the policy that they get, lowest precedence first.
${layers.length === 0 ? '# targets:' : 'targets:'}
${[
    '- name: Workstations', '  role: client', '  profiles: [domain]', '  # addresses: [10.1.0.0/16]', '  layers:',
    ...(layers.length === 0 ? ['    - policies/workstations'] : layers.map(({ path, gpo }) => `    - ${yamlText(path)}${gpo ? ` # GPO "${gpo}"` : ''}`)),
  ].map(line => `${layers.length === 0 ? '# ' : '  '}${line}`).join('\n')}
`
}
/** Plain where YAML reads it back as the same text. */
const yamlText = (text: string): string => (/^[A-Za-z_][\w./ -]*[\w]$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text))
