import { ASSUMED_FEATURES, CONDITIONS, FEATURES, RANGES, ROLES, SETTINGS, TWO_NUMBERS } from '../generated/vocabulary.ts'
import { addressSet, parseAddresses } from '../model/addresses.ts'
import { parseAddressRange } from '../model/ip.ts'
import { parsePortRange, portSet, rangeText } from '../model/ports.ts'
import type { Site, SitePorts, Transport } from '../model/requirements.ts'
import { DOMAIN, PROFILES, profileBit } from '../model/rules.ts'
import type { SourceFile } from '../model/stages.ts'
import type { AddressSet, PortRange, PortSet, ProfileSet, Severity, Store } from '../model/types.ts'
import { UsageError } from '../model/usage-error.ts'
import { didYouMean } from '../text/suggest.ts'
import { parseYaml, plainValue, type YamlNode } from '../text/yaml.ts'
import { CODES } from './codes.ts'
import { date, entriesOf, fail, flag, itemsOf, listOf, mustBe, orList, path, placeAt, type Read, readMap, shown, text, type Value, wordOf } from './read.ts'
import type { Config, FeatureList, IgnoreEntry, LayerConfig, Placed, TargetConfig, UnknownName } from './types.ts'

const NO_SITE: Site = { communication: [], ports: new Map(), systems: new Map(), conditions: new Set() }
const NOWHERE = { path: '', line: 1, column: 1, endLine: 1, endColumn: 1 }

/** What counts without a config (contract, "Without a config"): the assumed features, everything else left open. */
export function defaultConfig(): Config {
  return {
    path: undefined, site: NO_SITE, features: ASSUMED_FEATURES.map(value => ({ value, place: NOWHERE })), assumed: true,
    targets: [], packs: [], names: [], severity: new Map(), ignore: [], labels: new Map(), redact: false, comment: 'on-change',
  }
}

/** The config as values with their places. `prepareYaml` has been awaited. Everything wrong with it is a `UsageError`. */
export function readConfig(file: SourceFile): Config {
  const root: Value = { node: rootOf(file), name: '', file }
  const names: UnknownName[] = []
  const known = vocabulary(names)
  const said = readMap<TopLevel>(root, topLevel(known))
  if (said.packs === undefined && names[0]) {
    const { kind, value, place } = names[0]
    throw new UsageError(`There is no ${kind} "${value.length > 60 ? `${value.slice(0, 57)}...` : value}"${didYouMean(value, WORDS[kind])}`, place)
  }
  const targets = said.targets ?? []
  checkTargets(targets, said.ignore ?? [])
  const byDefault = defaultConfig()
  return {
    path: file.path,
    site: said.site?.site ?? NO_SITE,
    ...(said.site?.communication && { communicationPlace: said.site.communication }),
    features: said.features ?? byDefault.features,
    assumed: said.features === undefined,
    targets,
    packs: said.packs ?? [],
    names,
    severity: said.severity ?? byDefault.severity,
    ignore: (said.ignore ?? []).map(({ targetPlace: _, ...entry }) => entry),
    ...(said.baseline && { baseline: said.baseline }),
    labels: said.labels ?? byDefault.labels,
    ...(said.encoding !== undefined && { encoding: said.encoding }),
    redact: said.redact ?? false,
    comment: said.comment ?? 'on-change',
  }
}

function rootOf(file: SourceFile): YamlNode {
  const { documents: [node, second], errors: [error] } = parseYaml(file)
  const kind = file.name.endsWith('.json') ? 'JSON' : 'YAML'
  if (error) throw new UsageError(`This is not valid ${kind}: ${error.message}`, file.origin.place(error.start, error.end))
  if (second) throw new UsageError('A config holds one document, not several', file.origin.place(second.start, second.start))
  // An empty file says nothing, like a config whose lines are all comments.
  if (!node || (node.kind === 'scalar' && node.value === null)) return { kind: 'map', entries: [], start: 0, end: 0 }
  return node
}

// ------------------------------------------------------------------------------------------------------------- the keys

interface TopLevel extends Record<string, unknown> {
  $schema: string
  version: 1
  site: { readonly site: Site; readonly communication: Placed<unknown>['place'] | undefined }
  features: FeatureList
  targets: TargetConfig[]
  packs: Placed<string>[]
  severity: ReadonlyMap<string, Severity | 'off'>
  ignore: IgnoreDraft[]
  baseline: Placed<string>
  labels: ReadonlyMap<string, unknown>
  encoding: string
  redact: boolean
  comment: Config['comment']
}

function topLevel(known: Vocabulary): { readonly [K in keyof TopLevel]-?: Read<TopLevel[K]> } {
  return {
    $schema: text,
    version: value => (value.node.kind === 'scalar' && value.node.value === 1 ? 1 : mustBe(value, 'the number 1')),
    site: siteOf(known),
    features: featuresOf(known),
    targets: listOf(targetOf(known), 'a list of targets'),
    packs: listOf(placed(path), 'a list of paths'),
    severity: severities,
    ignore: listOf(ignoreEntry, 'a list of entries', 0),
    baseline: placed(path),
    labels: value => new Map(entriesOf(value).map(({ key, item }) => [key, item.node.kind === 'map' ? plainValue(item.node) : mustBe(item, 'a map of labels')])),
    encoding: codePage,
    redact: flag,
    comment: wordOf('always', 'on-change', 'never'),
  } as { readonly [K in keyof TopLevel]-?: Read<TopLevel[K]> }
}
const placed = <T>(read: Read<T>): Read<Placed<T>> => value => ({ value: read(value), place: placeAt(value) })

// ------------------------------------------------------------------------------------------------------------- names

const WORDS = { feature: [...FEATURES.keys()], role: ROLES, condition: CONDITIONS, setting: SETTINGS } as const
/** Readers of names. What the built-in pack does not know is noted, for a pack of the user's may. */
interface Vocabulary {
  name(kind: UnknownName['kind'], value: Value): string
}
function vocabulary(unknown: UnknownName[]): Vocabulary {
  return {
    name(kind, value) {
      const word = text(value)
      const id = kind === 'feature' ? FEATURES.get(word) : WORDS[kind].includes(word) ? word : undefined
      if (id === undefined) unknown.push({ kind, value: word, place: placeAt(value) })
      return id ?? word
    },
  }
}

function featuresOf(known: Vocabulary): Read<FeatureList> {
  return value => {
    const { node } = value
    if (node.kind === 'scalar') return node.value === 'all' ? 'all' : mustBe(value, 'a list of features or the word all')
    const list = itemsOf(value, 'a list of features or the word all')
    if (list.some(item => item.node.kind === 'scalar' && item.node.value === 'all')) return 'all'
    const seen = new Map<string, Placed<string>>()
    for (const item of list) {
      const id = known.name('feature', item)
      if (!seen.has(id)) seen.set(id, { value: id, place: placeAt(item) })
    }
    return [...seen.values()]
  }
}

// ------------------------------------------------------------------------------------------------------------- site

function siteOf(known: Vocabulary): Read<TopLevel['site']> {
  return value => {
    let communication: Placed<unknown>['place'] | undefined
    const said = readMap<{ communication: Transport[]; ports: Map<string, SitePorts>; systems: Map<string, AddressSet>; conditions: string[] }>(value, {
      communication: item => { communication = placeAt(item); return [...new Set(listOf(wordOf<Transport>('http', 'https'), 'a list of http and https')(item))] },
      ports: item => new Map(entriesOf(item).map(({ key, item: port, keyItem }) => [known.name('setting', keyItem), portsOf(key, port)])),
      systems: item => new Map(entriesOf(item).map(({ item: list, keyItem }) => [known.name('role', keyItem), addresses(list)])),
      conditions: listOf(item => known.name('condition', item), 'a list of conditions', 0),
    })
    const site = { communication: said.communication ?? [], ports: said.ports ?? new Map(), systems: said.systems ?? new Map(), conditions: new Set(said.conditions) }
    return { site, communication }
  }
}

function portsOf(key: string, value: Value): SitePorts {
  const two = TWO_NUMBERS.includes(key)
  // What a pack of the user's own calls a setting may be either.
  const range = RANGES.includes(key) || !SETTINGS.includes(key)
  const what = two ? 'a port number from 1 to 65535, or a list of two' : range ? 'a range such as 49152-65535' : 'a port number from 1 to 65535'
  const values = two && value.node.kind === 'list' ? itemsOf(value, what) : [value]
  if (values.length > 2) mustBe(value, what)
  const ranges = values.map(item => portRange(item, range, what))
  const choices: PortSet[] = ranges.map(range => portSet([range], [], [], [rangeText(range)]))
  return { ports: choices.length === 1 ? (choices[0] as PortSet) : portSet(ranges), choices, place: placeAt(value) }
}
function portRange(value: Value, isRange: boolean, what: string): PortRange {
  const { node } = value
  const isNumber = node.kind === 'scalar' && typeof node.value === 'number' && Number.isInteger(node.value)
  const isText = isRange && node.kind === 'scalar' && typeof node.value === 'string'
  const range = isNumber || isText ? parsePortRange(node.text.trim()) : undefined
  return range && range[0] > 0 ? range : mustBe(value, what)
}

function addresses(value: Value): AddressSet {
  const items = itemsOf(value, 'a list of addresses')
  const texts = items.map(item => {
    const written = text(item).trim()
    return parseAddressRange(written) ? written : mustBe(item, 'an address, a subnet such as 10.1.0.0/16, or a range such as 10.1.0.1-10.1.0.9')
  })
  const { set } = parseAddresses(texts, new Map())
  return addressSet(set.v4, set.v6, [], [], texts)
}

// ------------------------------------------------------------------------------------------------------------- targets

function targetOf(known: Vocabulary): Read<TargetConfig> {
  return value => {
    const said = readMap<{ name: string; role: string; path: { from: string; to: string }; profiles: ProfileSet; features: FeatureList; addresses: AddressSet; layers: LayerConfig[] }>(value, {
      name: text,
      role: item => known.name('role', item),
      path: item => {
        const ends = readMap<{ from: string; to: string }>(item, { from: end => known.name('role', end), to: end => known.name('role', end) }, ['from', 'to'])
        return { from: ends.from as string, to: ends.to as string }
      },
      profiles: item => listOf(wordOf(...PROFILES), 'a list of domain, private and public')(item).reduce((set, profile) => set | profileBit(profile), 0),
      features: featuresOf(known),
      addresses,
      layers: listOf(layerOf, 'a list of paths'),
    }, ['name', 'layers'])
    if (said.role !== undefined && said.path) fail(value, `"${value.name}" has a role or a path, not both`)
    return {
      name: said.name as string, place: placeAt(value), role: said.role ?? said.path?.from ?? 'client', ...(said.path && { path: said.path }),
      profiles: said.profiles ?? DOMAIN, features: said.features, addresses: said.addresses, layers: said.layers as LayerConfig[],
    }
  }
}
const layerOf: Read<LayerConfig> = value => {
  if (value.node.kind === 'scalar') return { path: path(value), store: undefined, place: placeAt(value) }
  const said = readMap<{ path: string; store: Store }>(value, { path, store: wordOf<Store>('group-policy', 'local', 'mdm') }, ['path'])
  return { path: said.path as string, store: said.store, place: placeAt(value) }
}

function checkTargets(targets: readonly TargetConfig[], ignore: readonly IgnoreDraft[]): void {
  const names = new Set<string>()
  for (const { name, place } of targets) {
    if (names.has(name)) throw new UsageError(`Two targets are called "${name}"`, place)
    names.add(name)
  }
  for (const { target, targetPlace } of ignore) {
    if (target === undefined || targets.length === 0 || names.has(target)) continue
    throw new UsageError(`There is no target "${target}"${didYouMean(target, names)}`, targetPlace)
  }
}

// ------------------------------------------------------------------------------------------------------------- the rest

const code: Read<string> = value => {
  const word = text(value)
  return CODES.includes(word) ? word : fail(value, `There is no finding code ${shown(value.node)}${didYouMean(word, CODES)}`)
}
const SEVERITIES = ['error', 'warning', 'notice', 'off'] as const
const severities: Read<ReadonlyMap<string, Severity | 'off'>> = value =>
  new Map(entriesOf(value).map(({ item, keyItem }) => [code(keyItem), wordOf(...SEVERITIES)(item)]))

interface IgnoreDraft extends IgnoreEntry { readonly targetPlace?: Placed<unknown>['place'] }
const ignoreEntry: Read<IgnoreDraft> = value => {
  let targetPlace: Placed<unknown>['place'] | undefined
  const said = readMap<{ code: string; requirement: string; target: string; path: string; reason: string; expires: string }>(value, {
    code, requirement: text, target: item => { targetPlace = placeAt(item); return text(item) }, path, reason: text, expires: date,
  }, ['code', 'reason', 'expires'])
  return { ...(said as IgnoreEntry), place: placeAt(value), ...(targetPlace && { targetPlace }) }
}

const CODE_PAGES = [
  'utf-8', 'windows-1250', 'windows-1251', 'windows-1252', 'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256', 'windows-1257', 'windows-1258',
  'cp437', 'cp850', 'cp852', 'cp866', 'cp932', 'cp936', 'cp949', 'cp950',
]
const codePage: Read<string> = value => {
  const word = text(value).toLowerCase().replace(/^cp125/, 'windows-125')
  return CODE_PAGES.includes(word) ? word : fail(value, `"${value.name}" must be one of ${orList(CODE_PAGES)}, not ${shown(value.node)}`)
}
