import { addressSet, isAnyAddress, parseAddresses } from '../../model/addresses.ts'
import { isAnyPort, parsePorts, portSet } from '../../model/ports.ts'
import { ALL_PROFILES, changedRule, makeRule, parseIcmp, parseProtocol } from '../../model/rules.ts'
import {
  type AddressKeyword, type InterfaceType, PART_NAMES, type PartName, type PortKeyword, type Problem, type ProfileSet, type Protocol, type Rule,
  type RuleValues, type Span,
} from '../../model/types.ts'
import { atoms, type Entry, type Literal, literalText } from '../../text/literal.ts'
import { MOST_UNMODELLED } from './undecided.ts'

/** What the attributes of one resource have said so far. Attributes that are not said stay absent. */
export interface Draft {
  readonly source: Span
  readonly values: { -readonly [K in keyof Rule]?: Rule[K] }
  readonly unmodelled: string[]
  readonly parts: number[]
  readonly problems: Problem[]
}
/** Takes one attribute into a draft. */
export type Reader = (draft: Draft, value: Literal, attribute: Entry) => void
/** Attribute names in lower case. */
export type Vocabulary = ReadonlyMap<string, Reader>

export const newDraft = (source: Span): Draft => ({ source, values: {}, unmodelled: [], parts: [], problems: [] })

/**
 * Reads attributes by a vocabulary. One that the vocabulary lacks may narrow the rule in a way nobody foresaw,
 * so it is kept as `unmodelled`; one that says nothing (`undef`) is passed over.
 */
export function readAttributes(draft: Draft, attributes: Iterable<Entry>, vocabulary: Vocabulary): Draft {
  for (const attribute of attributes) {
    const { name, value } = attribute
    if (value.kind === 'nothing') continue
    const reader = vocabulary.get(name.toLowerCase())
    if (reader) reader(draft, value, attribute)
    else if (draft.unmodelled.length < MOST_UNMODELLED) draft.unmodelled.push(`${name}=${literalText(value)}`)
  }
  return draft
}

/** The draft as a rule; what it leaves unsaid comes from `base`, then from makeRule. */
export function ruleOf(draft: Draft, base: Partial<Rule> & Pick<Rule, 'name'>): Rule {
  const { values, parts, source } = draft
  const unmodelled = [...(base.unmodelled ?? []), ...draft.unmodelled]
  const rule = makeRule({ ...base, ...values, unmodelled, source, parts: parts.length > 0 ? parts : undefined })
  // A list of which nothing is known may be empty.
  const hasPorts = [rule.localPorts, rule.remotePorts].some(set => !isAnyPort(set) && set.ranges.length + set.keywords.length > 0)
  // Ports exist only in TCP and UDP ([MS-GPFAS] 2.2.2.19); every tool that writes the rule is refused.
  if (!hasPorts || rule.protocol === 6 || rule.protocol === 17 || rule.protocol === 'unknown' || rule.malformed !== undefined) return rule
  const message = `Rule "${rule.name}" names ports without protocol TCP or UDP.`
  draft.problems.push({ code: 'rule-malformed', message, source: partSpan(draft, 'localPorts') ?? partSpan(draft, 'remotePorts') ?? source })
  return changedRule(rule, { malformed: message })
}

/** What the draft said, for a rule that stands elsewhere. */
export function changedValues(draft: Draft): RuleValues {
  const { id: _id, group: _group, platforms: _platforms, malformed: _malformed, source: _source, parts: _parts, ...values } = draft.values
  return draft.unmodelled.length > 0 ? { ...values, unmodelled: draft.unmodelled } : values
}

/** A value that the tool or Windows refuses: the rule never exists. */
export function refuse(draft: Draft, value: { readonly start: number; readonly end: number }, message: string): void {
  draft.problems.push({ code: 'rule-malformed', message, source: { ...draft.source, start: value.start, end: value.end } })
  draft.values.malformed ??= message
}

export function mark(draft: Draft, part: PartName, value: { readonly start: number; readonly end: number }): void {
  draft.parts.push(PART_NAMES.indexOf(part), value.start, value.end)
}
function partSpan({ parts, source }: Draft, part: PartName): Span | undefined {
  const index = PART_NAMES.indexOf(part)
  for (let i = 0; i < parts.length; i += 3) {
    if (parts[i] === index) return { ...source, start: parts[i + 1] as number, end: parts[i + 2] as number }
  }
  return undefined
}

/** Says nothing about packets. */
export const ignored: Reader = () => {}

/** Narrows the rule in a way the model lacks, unless the value is one of the words that mean "not". */
export const narrowing = (...neutral: readonly string[]): Reader => (draft, value, { name }) => {
  const text = literalText(value)
  if (text !== '' && !neutral.includes(text.toLowerCase())) draft.unmodelled.push(`${name}=${text}`)
}
/** The same, and only traffic that IPsec protects. */
export const ipsecOnly = (...neutral: readonly string[]): Reader => (draft, value, attribute) => {
  const before = draft.unmodelled.length
  narrowing(...neutral)(draft, value, attribute)
  if (draft.unmodelled.length > before) draft.values.ipsec = true
}

/** One word of a fixed list. */
export const word = <K extends 'direction' | 'action' | 'enabled'>(part: K, words: ReadonlyMap<string, Rule[K]>): Reader => (draft, value, { name }) => {
  mark(draft, part, value)
  if (value.kind === 'expression') { draft.values[part] = 'unknown' as Rule[K]; return }
  const said = value.kind === 'scalar' ? words.get(value.text.trim().toLowerCase()) : undefined
  if (said === undefined) refuse(draft, value, `${name} "${literalText(value)}" is none of ${[...words.keys()].join(', ')}.`)
  else draft.values[part] = said
}
export const direction = (inbound: string, outbound: string): Reader =>
  word('direction', new Map([[inbound, 'inbound'], [outbound, 'outbound']]))
export const ALLOW_OR_BLOCK: ReadonlyMap<string, Rule['action']> = new Map([['allow', 'allow'], ['block', 'block']])
export const TRUE_OR_FALSE: ReadonlyMap<string, boolean> = new Map([['true', true], ['false', false]])
export const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([['true', true], ['false', false], ['yes', true], ['no', false]])

/** A free text. What only the tool can evaluate is kept for the name, and narrows the rule for program and service. */
export const text = (part: 'name' | 'id' | 'group' | 'program' | 'service', ...any: readonly string[]): Reader => (draft, value, { name }) => {
  const said = literalText(value)
  mark(draft, part, value)
  if (any.includes(said.toLowerCase())) {
    // An existing rule loses what it had.
    if (part === 'program' || part === 'service') draft.values[part] = undefined
    return
  }
  if (value.kind === 'expression' && (part === 'program' || part === 'service')) draft.unmodelled.push(`${name}=${said}`)
  else draft.values[part] = said
}

export const protocol = (words: ReadonlyMap<string, Protocol> = NO_WORDS): Reader => (draft, value, { name }) => {
  mark(draft, 'protocol', value)
  if (value.kind === 'expression') { draft.values.protocol = 'unknown'; return }
  const said = literalText(value)
  const read = value.kind === 'scalar' ? (words.get(said.toLowerCase()) ?? parseProtocol(said)) : undefined
  if (read === undefined) refuse(draft, value, `${name} "${said}" is not a protocol.`)
  else draft.values.protocol = read
}
const NO_WORDS: ReadonlyMap<string, Protocol> = new Map()

/** Ports: one text with commas, or a list of texts. What cannot be read stays as unresolved text. */
export const ports = (part: 'localPorts' | 'remotePorts', keywords: ReadonlyMap<string, PortKeyword>): Reader => (draft, value, { name }) => {
  mark(draft, part, value)
  const { tokens, unresolved } = tokensOf(value)
  const { set, bad } = parsePorts(tokens, keywords)
  if (bad[0] !== undefined) refuse(draft, value, `${name} "${bad[0]}" is not a port, a range or a keyword.`)
  const open = [...unresolved, ...bad]
  if (open.length === 0 || (isAnyPort(set) && tokens.length > bad.length)) draft.values[part] = set
  else draft.values[part] = isAnyPort(set) ? portSet([], [], open, open) : portSet(set.ranges, set.keywords, open, [...(set.text ?? []), ...open])
}

/** Addresses: one text with commas, or a list of texts. What cannot be read stays as unresolved text. */
export const addresses = (part: 'localAddresses' | 'remoteAddresses', keywords: ReadonlyMap<string, AddressKeyword>): Reader => (draft, value, { name }) => {
  mark(draft, part, value)
  const { tokens, unresolved } = tokensOf(value)
  const { set, bad } = parseAddresses(tokens, keywords)
  if (bad[0] !== undefined) refuse(draft, value, `${name} "${bad[0]}" is not an address, a subnet, a range or a keyword.`)
  const open = [...unresolved, ...bad]
  if (open.length === 0 || (isAnyAddress(set) && tokens.length > bad.length)) draft.values[part] = set
  else if (isAnyAddress(set)) draft.values[part] = addressSet([], [], [], open, open)
  else draft.values[part] = addressSet(set.v4, set.v6, set.keywords, open, [...(set.text ?? []), ...open])
}

/** Splits texts at commas; an expression may stand for any number of entries. */
function tokensOf(value: Literal): { tokens: readonly string[]; unresolved: readonly string[] } {
  const tokens: string[] = []
  const unresolved: string[] = []
  for (const atom of atoms(value)) {
    if (atom.kind === 'expression') unresolved.push(atom.text)
    else for (const token of atom.text.split(',')) if (token.trim() !== '') tokens.push(token.trim())
  }
  return { tokens, unresolved }
}

/** `type`, `type:code` or a list of them. */
export const icmp: Reader = (draft, value, { name }) => {
  mark(draft, 'icmp', value)
  const { tokens, unresolved } = tokensOf(value)
  for (const token of unresolved) draft.unmodelled.push(`${name}=${token}`)
  if (tokens.some(token => /^(any|\*)$/i.test(token))) return
  const read = tokens.map(parseIcmp)
  const bad = read.indexOf(undefined)
  if (bad >= 0) refuse(draft, value, `${name} "${tokens[bad] ?? ''}" is not an ICMP type.`)
  else if (read.length > 0) draft.values.icmp = read as string[]
}

export const PROFILE_WORDS: ReadonlyMap<string, ProfileSet> = new Map([
  ['domain', 1], ['private', 2], ['public', 4], ['any', ALL_PROFILES], ['all', ALL_PROFILES], ['notapplicable', ALL_PROFILES],
])
export const profiles: Reader = (draft, value, { name }) => {
  mark(draft, 'profiles', value)
  const { tokens, unresolved } = tokensOf(value)
  let set = 0
  for (const token of tokens) {
    const bit = PROFILE_WORDS.get(token.toLowerCase())
    if (bit === undefined) refuse(draft, value, `${name} "${token}" is not a profile.`)
    set |= bit ?? 0
  }
  // An unknown profile may be any: the rule reaches all three at most, and proves nothing.
  for (const token of unresolved) draft.unmodelled.push(`${name}=${token}`)
  draft.values.profiles = unresolved.length > 0 || set === 0 ? ALL_PROFILES : set
}

export const interfaceTypes = (words: ReadonlyMap<string, InterfaceType>): Reader => (draft, value, { name }) => {
  mark(draft, 'interfaceTypes', value)
  const { tokens, unresolved } = tokensOf(value)
  for (const token of unresolved) draft.unmodelled.push(`${name}=${token}`)
  if (tokens.some(token => /^(any|all)$/i.test(token))) return
  const read = tokens.map(token => words.get(token.toLowerCase()))
  const bad = read.indexOf(undefined)
  if (bad >= 0) refuse(draft, value, `${name} "${tokens[bad] ?? ''}" is not an interface type.`)
  else if (read.length > 0) draft.values.interfaceTypes = read as InterfaceType[]
}
