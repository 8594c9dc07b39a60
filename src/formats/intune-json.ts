import type { Format, SourceFile } from '../model/stages.ts'
import { PROFILES } from '../model/rules.ts'
import type { Change, PolicyFile, Problem, Profile, ProfileSettings, Rule } from '../model/types.ts'
import { readJson } from '../text/json-literals.ts'
import { type Entry, type Literal, literalText, type Table } from '../text/literal.ts'
import { catalogProfile, catalogRules, catalogSetting } from './intune-json/catalog.ts'
import { graphProfile, graphRule, isGraphRule } from './intune-json/graph.ts'
import { catalogItem, catalogPolicy, graphItem, omaItems } from './intune-json/writer.ts'
import { type CspNode, isMdmStoreUri, mdmStorePart } from './shared/mdm-store.ts'

/** Rules or profile settings of one of the four shapes; a file that only mentions the firewall is not ours. */
// Quotes may be escaped: templates of CIPP keep a policy as JSON in a JSON text, and that in another.
const MARK = new RegExp([
  '"settingDefinitionId\\\\{0,7}"\\s*:\\s*\\\\{0,7}"vendor_msft_firewall_mdmstore_(?:firewallrules|(?:domain|private|public)profile)',
  '"definitionId"\\s*:\\s*"[^"]{0,120}_firewall(?:Rules|Profile(?:Domain|Private|Public))',
  '"omaUri"\\s*:\\s*"[^"]{0,40}Vendor\\\\?/MSFT\\\\?/Firewall\\\\?/MdmStore\\\\?/',
].join('|'), 'i')
const GRAPH_MARK = /"firewallRules\\{0,7}"\s*:\s*\[\s*\{|"firewallProfile(?:Domain|Private|Public)\\{0,7}"\s*:\s*\{/i
const GRAPH_WORD = /windows10EndpointProtectionConfiguration|windowsFirewall(?:Rule|NetworkProfile)\b|"(?:trafficDirection|profileTypes|firewallEnabled)\\{0,7}"/i

const CATALOG_MARK = /"settingDefinitionId"\s*:\s*"vendor_msft_firewall_mdmstore_/i
/** An endpoint protection profile, and no text within a text. */
const isGraph = ({ text }: SourceFile): boolean => /"firewallRules"\s*:\s*\[/i.test(text) || /"firewallProfile(?:Domain|Private|Public)"\s*:\s*\{/i.test(text)

const isOma = ({ text }: SourceFile): boolean => /"omaUri"\s*:\s*"/i.test(text)
/** Makes a rule in the shape that the file has. Security intents, and templates that keep a policy as a text, hold a rule in texts within texts. */
function itemsOf(file: SourceFile | undefined): ((rule: Rule) => object[]) | undefined {
  if (!file || CATALOG_MARK.test(file.text)) return rule => [catalogItem(rule)]
  return isGraph(file) ? rule => [graphItem(rule)] : isOma(file) ? omaItems : undefined
}

/** Policies of Intune as Graph exports them: endpoint protection, settings catalog, security intents and custom OMA-URI profiles. */
export const intuneJson: Format = {
  id: 'intune-json',
  title: 'Intune policy (JSON)',
  store: 'mdm',
  names: [],
  recognises: file => /^\s*(?:[[{]|\/[/*])/.test(file.head) && (MARK.test(file.text) || (GRAPH_MARK.test(file.text) && GRAPH_WORD.test(file.text))),
  parse,
  ruleWriter(beside) {
    const items = itemsOf(beside?.file)
    return items && { rule: rule => items(rule).map(item => JSON.stringify(item, null, 2)).join(',\n'), separator: ',' }
  },
  write: rules => `${JSON.stringify(catalogPolicy(rules), null, 2)}\n`,
}

type Settings = { -readonly [K in keyof ProfileSettings]?: ProfileSettings[K] }
interface Result { readonly rules: Rule[]; readonly profiles: { [P in Profile]?: Settings }; readonly nodes: CspNode[]; readonly problems: Problem[] }

function parse(file: SourceFile): PolicyFile {
  const into: Result = { rules: [], profiles: {}, nodes: [], problems: [] }
  const { value, error } = readJson(file.text)
  if (error) into.problems.push({ code: 'file-unreadable', message: `Not readable as JSON: ${error.message}.`, source: file.span(error.start, error.end) })
  if (value) walk(value, file, into)
  const changes: Change[] = []
  if (into.nodes.length > 0) {
    const { part, problems } = mdmStorePart(into.nodes, file)
    into.rules.push(...part.rules)
    changes.push(...part.changes)
    for (const profile of PROFILES) if (part.profiles[profile]) into.profiles[profile] = { ...into.profiles[profile], ...part.profiles[profile] }
    into.problems.push(...problems)
  }
  return { path: file.path, format: intuneJson.id, parts: [{ store: 'mdm', rules: into.rules, profiles: into.profiles, changes }], problems: into.problems }
}

/** Wrappers differ from tool to tool, so the four shapes are looked for wherever they stand. */
function walk(value: Literal, file: SourceFile, into: Result, inTexts = 0): void {
  if (value.kind === 'list') { for (const item of value.items) walk(item, file, into, inTexts); return }
  if (value.kind !== 'table') return
  const { entries } = value
  const span: SourceFile['span'] = (start, end, key) => file.span(start, end, key)
  const setting = catalogSetting(value)
  if (setting?.what === 'rules') {
    into.rules.push(...catalogRules(value, setting.id, span, into.problems))
    return
  }
  if (setting) catalogProfile(value, setting.id, span, into.profiles, into.problems)
  if (entries.has('definitionid')) intent(value, file, into)
  const uri = entries.get('omauri')?.value
  if (uri && isMdmStoreUri(literalText(uri))) omaSetting(uri, withoutMask(entries.get('value')?.value), file, into)
  for (const { name, value: inner } of entries.values()) {
    const key = name.toLowerCase()
    if (key === 'firewallrules' && inner.kind === 'list') graphRules(inner.items, file, into)
    else if (key.startsWith(BLOCK) && inner.kind === 'table' && profileOf(key)) profileBlock(key, inner.entries, file, into)
    else if ((key === 'json' || key === 'rawjson') && inner.kind === 'scalar' && inTexts < 3 && inner.text.startsWith('{')) {
      const text = readJson(inner.text, { start: inner.start, end: inner.end })
      if (text.error) into.problems.push({ code: 'file-unreadable', message: `${name} is not readable as JSON: ${text.error.message}.`, source: file.span(inner.start, inner.end) })
      if (text.value) walk(text.value, file, into, inTexts + 1)
    } else if (key !== 'settingdefinitions') walk(inner, file, into, inTexts) // definitions describe settings, they set none
  }
}

/** Graph keeps some values of custom profiles to itself and writes asterisks: nobody knows them from the file. */
const withoutMask = (value: Literal | undefined): Literal | undefined =>
  value?.kind === 'scalar' && /^\*{2,}$/.test(value.text) ? { kind: 'expression', text: value.text, start: value.start, end: value.end } : value

const BLOCK = 'firewallprofile'
const profileOf = (key: string): Profile | undefined => PROFILES.find(profile => key === `${BLOCK}${profile}`)
function profileBlock(key: string, entries: ReadonlyMap<string, Entry>, file: SourceFile, into: Result): void {
  const profile = profileOf(key)
  if (profile) into.profiles[profile] = { ...into.profiles[profile], ...graphProfile(entries, (start, end) => file.span(start, end)) }
}
function graphRules(items: readonly Literal[], file: SourceFile, into: Result): void {
  for (const item of items) if (isGraphRule(item)) into.rules.push(graphRule(item, file.span(item.start, item.end), into.problems))
}

/** A setting of an intent or security baseline: its value is JSON inside a JSON text, or stands beside it. */
function intent(setting: Table, file: SourceFile, into: Result): void {
  const { entries } = setting
  const id = literalText(entries.get('definitionid')?.value ?? setting)
  const match = /_firewall(?:Rules|Profile(Domain|Private|Public)(?:[._](\w+))?)$/i.exec(id)
  if (!match) return
  const [, profile, option] = match
  const escaped = entries.get('valuejson')?.value
  let value = entries.get('value')?.value
  if (escaped?.kind === 'scalar') {
    const inner = readJson(escaped.text, { start: escaped.start, end: escaped.end })
    if (inner.error) into.problems.push({ code: 'file-unreadable', message: `valueJson of ${id} is not readable as JSON: ${inner.error.message}.`, source: file.span(escaped.start, escaped.end) })
    value = inner.value ?? value
  }
  if (!value || value.kind === 'nothing') return
  if (profile === undefined) graphRules(value.kind === 'list' ? value.items : [value], file, into)
  else if (option !== undefined) profileBlock(`${BLOCK}${profile.toLowerCase()}`, new Map([[option.toLowerCase(), { name: option, start: value.start, value }]]), file, into)
  else if (value.kind === 'table') profileBlock(`${BLOCK}${profile.toLowerCase()}`, value.entries, file, into)
}

/** An entry of a custom profile sets one node of the CSP. A value that is kept secret (`isEncrypted`) is not in the export. */
function omaSetting(uri: Literal, value: Literal | undefined, file: SourceFile, { nodes, problems }: Result): void {
  if (value?.kind === 'scalar') {
    nodes.push({ verb: 'set', uri: literalText(uri), uriStart: uri.start, uriEnd: uri.end, value: value.text, start: value.start, end: value.end })
  } else problems.push({ code: 'requirement-unverifiable', message: `The export holds no value for ${literalText(uri)}.`, source: file.span(uri.start, uri.end) })
}
