import type { SourceFile } from '../model/stages.ts'
import type { Place } from '../model/types.ts'
import { UsageError } from '../model/usage-error.ts'
import { didYouMean } from '../text/suggest.ts'
import { parseYaml, plainValue, prepareYaml, type YamlNode } from '../text/yaml.ts'
import { deadReferences } from './references.ts'
import type { Pack } from './types.ts'

type Way = readonly (string | number)[]
interface Invalid {
  readonly instancePath: string
  readonly keyword: string
  readonly message?: string
  readonly params: Readonly<Record<string, unknown>>
}

/** Joins users' own packs to a pack, in order. What is wrong with one is a `UsageError` at its place. */
export async function joinPacks(main: Pack, files: readonly SourceFile[]): Promise<{ pack: Pack; origin: ReadonlyMap<string, string> }> {
  await prepareYaml()
  const { validatePack } = await import('./lazy/validate-pack.ts')
  const origin = new Map(main.requirements.map(row => [row.id, main.pack]))
  let pack = main
  for (const file of files) {
    const node = documentOf(file)
    const value = plainValue(node)
    if (!validatePack(value)) throw invalid(file, node, validatePack.errors ?? [])
    const own = complete(value as Partial<Pack> & Pick<Pack, 'pack' | 'title' | 'requirements'>)
    pack = join(pack, own, (message, way) => errorAt(file, node, way, message))
    own.requirements.forEach((row, i) => {
      const other = origin.get(row.id)
      if (other !== undefined) throw errorAt(file, node, ['requirements', i, 'id'], `There already is a requirement "${row.id}" in the pack "${other}"`)
      origin.set(row.id, own.pack)
    })
    const [dead] = deadReferences(own, pack)
    if (dead) throw errorAt(file, node, dead.at, dead.message)
  }
  return { pack, origin }
}

function documentOf(file: SourceFile): YamlNode {
  const { documents: [node, second], errors: [error] } = parseYaml(file)
  if (error) throw new UsageError(`This is not valid YAML: ${error.message}`, file.origin.place(error.start, error.end))
  if (!node || node.kind !== 'map') throw new UsageError('A pack is a map with the keys pack, title and requirements', file.origin.place(0, 0))
  if (second) throw new UsageError('A pack file holds one document, not several', file.origin.place(second.start, second.start))
  return node
}

function complete(own: Partial<Pack> & Pick<Pack, 'pack' | 'title' | 'requirements'>): Pack {
  return { date: '', sources: {}, roles: {}, features: {}, conditions: {}, choices: {}, settings: {}, methods: {}, listeners: [], serverOnly: [], obsolete: [], legacyPolicies: [], rules: {}, ...own }
}

const TABLES = ['sources', 'roles', 'features', 'conditions', 'choices', 'settings', 'methods', 'rules'] as const
const LISTS = ['listeners', 'serverOnly', 'obsolete', 'legacyPolicies', 'requirements'] as const

function join(main: Pack, own: Pack, error: (message: string, way: Way) => UsageError): Pack {
  const out: Record<string, unknown> = { ...main }
  for (const table of TABLES) {
    for (const name of Object.keys(own[table])) {
      if (table !== 'sources' && Object.hasOwn(main[table], name)) throw error(`The built-in pack already says what "${name}" is; leave it out here`, [table, name])
    }
    out[table] = { ...main[table], ...own[table] }
  }
  // The user's listeners come first: they may say more of a port than the built-in ones.
  for (const list of LISTS) out[list] = list === 'listeners' ? [...own[list], ...main[list]] : [...main[list], ...own[list]]
  return out as unknown as Pack
}

/** The deepest of the schema's complaints: what stands outside of it mostly follows from it. */
function invalid(file: SourceFile, node: YamlNode, errors: readonly Invalid[]): UsageError {
  const useful = errors.filter(e => e.keyword !== 'if' && e.keyword !== 'anyOf' && e.keyword !== '$ref')
  const worst = [...(useful.length > 0 ? useful : errors)].sort((a, b) => depth(b) - depth(a) || Number(isUnknownKey(b)) - Number(isUnknownKey(a)))[0]
  const way: (string | number)[] = (worst?.instancePath ?? '').split('/').slice(1).map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const params: Readonly<Record<string, unknown>> = worst?.params ?? {}
  const extra = params['additionalProperty'] ?? params['propertyName']
  if (typeof extra === 'string') return errorAt(file, node, [...way, extra], `Unknown key "${extra}"${didYouMean(extra, KEYS)}`)
  const allowed = params['allowedValues']
  const what = way.length === 0 ? 'The pack' : `"${way.join('.')}"`
  return errorAt(file, node, way, Array.isArray(allowed) ? `${what} must be one of ${allowed.join(', ')}` : `${what} ${worst?.message ?? 'is not valid'}`)
}
const isUnknownKey = ({ keyword }: Invalid): boolean => keyword === 'additionalProperties'
const depth = (error: Invalid): number => error.instancePath.split('/').length
const KEYS = [
  'pack', 'title', 'date', ...TABLES, ...LISTS, 'id', 'need', 'feature', 'from', 'to', 'kind', 'protocol', 'ports', 'keyword', 'icmp', 'program', 'group',
  'perspective', 'direction', 'severity', 'setting', 'conditions', 'alternatives', 'note', 'name', 'page', 'edition', 'says', 'doc', 'section', 'titles',
]

function errorAt(file: SourceFile, root: YamlNode, way: Way, message: string): UsageError {
  return new UsageError(message, placeOf(file, root, way))
}
/** The place of the last step of a way that is there: a key for a map, else the value. */
function placeOf(file: SourceFile, root: YamlNode, way: Way): Place {
  let node = root
  let { start, end } = root
  if (way.length === 0) end = start
  for (const step of way) {
    if (node.kind === 'map') {
      const entry = node.entries.find(e => e.key === String(step))
      if (!entry) break
      ;({ start, end } = entry)
      node = entry.value
    } else if (node.kind === 'list') {
      const item = node.items[Number(step)]
      if (!item) break
      ;({ start, end } = item)
      node = item
    } else break
  }
  return file.origin.place(start, Math.min(end, start + 200))
}
