import { defaultConfig } from '../config/index.ts'
import type { World } from '../io/world.ts'
import { UsageError } from '../model/usage-error.ts'
import { configmgrPack } from '../packs/configmgr.ts'
import { loadPacks } from '../packs/index.ts'
import type { Pack, PackRow } from '../packs/types.ts'
import { codeInfo } from '../reporters/shared/codes.ts'
import { didYouMean } from '../text/suggest.ts'
import type { Call } from './syntax.ts'

/** Tells what a finding code or a requirement means, why it matters and how to mend it. */
export async function explain(call: Call, world: World): Promise<number> {
  const [word, ...rest] = call.operands
  if (rest.length > 0) throw new UsageError('explain takes one code or requirement id')
  const korean = call.options.get('locale')?.at(-1) === 'ko'
  const title = (code: string): string => (korean ? codeInfo.get(code)?.titleKo : codeInfo.get(code)?.title) ?? ''
  if (word === undefined) {
    world.out(`${[...codeInfo.keys()].map(code => `${code.padEnd(26)}${title(code)}`).join('\n')}\n\nexplain CODE or explain REQUIREMENT-ID tells more; requirements lists the ids.\n`)
    return 0
  }
  const name = word.toLowerCase()
  if (codeInfo.has(name)) {
    const { pages } = await import('./lazy/pages.ts')
    world.out(`${korean ? `${title(name)}\n\n` : ''}${pages.get(name) ?? title(name)}`)
    return 0
  }
  const pack = configmgrPack()
  const row = pack.requirements.find(({ id }) => id === name)
  if (!row) {
    const other = featureText(name, pack) ?? await reasonText(name)
    if (other === undefined) {
      const known = [...codeInfo.keys(), ...pack.requirements.map(({ id }) => id), ...Object.keys(pack.features)]
      throw new UsageError(`There is no finding code and no requirement ${JSON.stringify(word)}${didYouMean(word, known, 'Without a word explain lists the codes; requirements lists the ids')}`)
    }
    world.out(other)
    return 0
  }
  world.out(requirementText(row, pack, await generatingRole(row)))
  return 0
}

/** A feature by what it needs; undefined where there is none of this name. */
function featureText(name: string, pack: Pack): string | undefined {
  if (!Object.hasOwn(pack.features, name)) return undefined
  const ids = pack.requirements.filter(({ feature }) => feature === name).map(({ id, from, to }) => `  ${id.padEnd(42)} ${from} to ${to}`)
  return `${name}, ${pack.features[name]?.title ?? ''}\n\nNeeds:\n${ids.join('\n')}\n\nexplain REQUIREMENT-ID tells more; requirements --features ${name} prints what applies to your site.\n`
}
/** What the `reason` of a finding says: a line of the table on the first page about needs. */
async function reasonText(name: string): Promise<string | undefined> {
  const { pages } = await import('./lazy/pages.ts')
  const line = pages.get('requirement-missing')?.split('\n').find(text => text.startsWith(`| \`${name}\` |`))
  return line === undefined ? undefined : `${name}, a reason of findings about needs: ${line.split('|')[2]?.trim() ?? ''}.\n\nexplain requirement-missing lists all reasons.\n`
}

/** The role of the machines that need a rule for a row of its own feature: a client where it can be one, a cloud service last; undefined where nothing is needed by itself. */
async function generatingRole(row: PackRow): Promise<string | undefined> {
  const { site } = defaultConfig()
  const packs = await loadPacks({ packs: [], names: [] }, [])
  const rank = (role: string): number => (role === 'client' ? 0 : packs.main.roles[role]?.kind === 'cloud' ? 2 : 1)
  const roles = [...new Set([row.to, row.from])].sort((a, b) => rank(a) - rank(b))
  return roles.find(role => packs.requirements(site, [row.feature], role).some(r => r.id === row.id && r.status === 'applies' && r.severity !== 'informational'))
}

function requirementText(row: PackRow, pack: Pack, role: string | undefined): string {
  const roleName = (id: string): string => (Object.hasOwn(pack.roles, id) ? pack.roles[id]?.name : undefined) ?? id
  const sources = row.sources.map(({ doc, section }) => {
    const source = Object.hasOwn(pack.sources, doc) ? pack.sources[doc] : undefined
    return `  ${source ? `${source.page} (${source.edition})` : doc}${section === undefined ? '' : `, ${section}`}`
  })
  const links = new Set(row.sources.flatMap(({ doc }) => linkTo(Object.hasOwn(pack.sources, doc) ? pack.sources[doc]?.page : undefined) ?? []))
  const ports = row.ports === undefined ? '' : ` ${row.ports.join(', ')}`
  const traffic = row.kind === 'icmp-echo' ? 'ICMP echo request' : row.kind === 'program' ? `program ${row.program ?? ''}`
    : row.kind === 'rule-group' ? `predefined rule group ${row.group ?? ''}` : `${(row.protocol ?? '').toUpperCase()}${ports}${row.kind === 'dynamic-rpc' ? ' (dynamic RPC)' : ''}`
  const lines: (string | undefined)[] = [
    row.id,
    '',
    `Feature:    ${row.feature}, ${(Object.hasOwn(pack.features, row.feature) ? pack.features[row.feature]?.title : undefined) ?? ''}`,
    `Traffic:    ${traffic}, ${directionText(row, roleName)}`,
    `From:       ${roleName(row.from)}`,
    `To:         ${roleName(row.to)}`,
    `Severity:   ${row.severity}`,
    row.setting === undefined ? undefined : `Setting:    ${settingText(row.setting, pack)}`,
    row.conditions && `Only when:  ${row.conditions.map(id => (Object.hasOwn(pack.conditions, id) ? pack.conditions[id]?.says : undefined) ?? id).join('; ')}`,
    row.satisfiedBy && `Or:         ${row.satisfiedBy.join(', ')} opens the same`,
    row.opensItself === undefined ? undefined : `By itself:  ${row.opensItself}`,
    row.note === undefined ? undefined : `\n${row.note}`,
    `\nSources:\n${sources.join('\n')}`,
    links.size === 0 ? undefined : `\nLinks:\n${[...links].map(link => `  ${link}`).join('\n')}`,
    role === undefined ? undefined : `\nRules for it:\n  configmgr-firewall-lint generate --features ${row.feature}${role === 'client' ? '' : ` --role ${role}`}`,
  ]
  return `${lines.filter(line => line !== undefined).join('\n')}\n`
}
function directionText({ direction, perspective, from }: PackRow, roleName: (id: string) => string): string {
  if (direction === 'initiator-either') return 'opened by either end'
  if (direction === 'initiator-from') return `opened by the ${roleName(from).replace(/ \(.*\)$/, '')}`
  return `${direction === 'both' ? 'inbound and outbound' : direction} as the ${perspective} sees it`
}
function settingText(id: string, pack: Pack): string {
  const setting = Object.hasOwn(pack.settings, id) ? pack.settings[id] : undefined
  return setting ? `${setting.key === undefined ? id : `site.ports.${setting.key}`}, default ${String(setting.default)} (${setting.where})` : id
}

/** A page of Microsoft Learn by the path that the pack gives it; anything else is no address. */
function linkTo(page: string | undefined): string | undefined {
  const path = /^(?:configmgr|windows|troubleshoot)\/[\w/-]+/.exec(page ?? '')?.[0]
  return path === undefined ? undefined : `https://learn.microsoft.com/${path.startsWith('configmgr/') ? 'mem/' : ''}${path}`
}
