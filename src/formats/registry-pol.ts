import type { Format, SourceFile } from '../model/stages.ts'
import type { RulesDigest } from '../model/digest.ts'
import type { Origin, PolicyFile, Problem, Rule, Span, Store } from '../model/types.ts'
import { LONGEST_NAME, PolFile } from './registry-pol/pol-file.ts'
import { PolReader } from './registry-pol/pol-reader.ts'
import { PolRules } from './registry-pol/pol-rules.ts'
import { type PolicyKey, type RegistryData, RegistryPolicy } from './shared/registry-policy.ts'
import { writeIds, writeRuleString } from './shared/rule-string-writer.ts'

/** `registry.pol` of a GPO: a header and records `[key;value;type;size;data]` in 16-bit units ([MS-GPREG] 2.2.1). */
export const registryPol: Format = {
  id: 'registry-pol',
  title: 'Group Policy registry.pol',
  store: 'group-policy',
  names: [/^registry\.pol$/],
  recognises: ({ pieces }) => begins(pieces.look(0, 4)),
  parse(file) {
    const problems: Problem[] = []
    const policy = { path: file.path, format: registryPol.id, problems }
    // Its keys are those of HKEY_CURRENT_USER, where the firewall has none.
    if (/(?:^|\/)user\/[^/]*$/i.test(file.path)) return { ...policy, parts: [] }
    const fault = headerFault(file)
    if (fault !== undefined) {
      problems.push(unreadable(file.binaryOrigin, 0, `${fault}, so clients ignore the whole file`))
      return { ...policy, parts: [] }
    }
    const replay = new Replay(file, problems)
    return { ...policy, parts: replay.run(), digest: () => replay.digest() } satisfies PolicyFile
  },
  ruleWriter: () => ({ rule: rule => `${writeIds([rule])[0]} = ${writeRuleString(rule)}` }),
  write,
}

function headerFault({ pieces }: SourceFile): string | undefined {
  const bytes = pieces.look(0, 8)
  if (!begins(bytes)) return 'The file does not begin with "PReg"'
  const version = bytes.length < 8 ? undefined : Buffer.from(bytes.buffer, bytes.byteOffset, 8).readUInt32LE(4)
  return version === 1 ? undefined : `The file is of version ${version ?? 'unknown'}, not 1`
}
const begins = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x52 && bytes[2] === 0x65 && bytes[3] === 0x67 // PReg

function unreadable(origin: Origin, offset: number, why: string): Problem {
  return { code: 'file-unreadable', message: `${why}.`, source: { origin, start: offset, end: offset } }
}

const OPEN = 0x5b
const CLOSE = 0x5d
const SEMICOLON = 0x3b
const ASTERISK = 0x2a
const SZ = 1
const EXPAND_SZ = 2
const DWORD = 4

/** The record goes on behind the window. */
const CUT = -2
const BROKEN = -1

/** Goes through the records in file order, which is the order of execution. */
class Replay {
  readonly #problems: Problem[]
  readonly #pol: PolFile
  readonly #policy: RegistryPolicy
  readonly #reader: PolReader
  readonly #tables = new Map<Store, PolRules>()

  #key: PolicyKey | undefined
  /** The key of the record before, with its NUL. */
  #keyUnits: Uint16Array = new Uint16Array(0)

  constructor(file: SourceFile, problems: Problem[]) {
    this.#problems = problems
    this.#pol = new PolFile(file)
    this.#policy = new RegistryPolicy(problems, store => {
      const table = new PolRules(this.#pol)
      this.#tables.set(store, table)
      return table
    })
    this.#reader = new PolReader(this.#pol)
  }

  run(): PolicyFile['parts'] {
    const pol = this.#pol
    pol.move(0)
    for (let at = 8; at < pol.size;) {
      const end = this.#record(at - pol.base)
      if (end === BROKEN) break
      if (end === CUT) pol.move(at, at - pol.base < 2 ? 2 * pol.bytes.length : undefined)
      else at = pol.base + end
    }
    pol.close()
    return this.#policy.parts()
  }

  /** Group Policy writes to one store; a file that speaks of others is out of the ordinary. */
  digest(): RulesDigest | undefined {
    return this.#tables.size === 1 ? this.#tables.get('group-policy')?.digest() : undefined
  }

  /** The record that begins at a byte of the window; gives its end there, CUT or BROKEN. */
  #record(at: number): number {
    const pol = this.#pol
    const { bytes, isLast } = pol
    const odd = at & 1
    const units = odd === 0 ? pol.units : pol.oddUnits
    const start = (at - odd) / 2
    if (start >= units.length && !isLast) return CUT
    if (units[start] !== OPEN) return this.#stop(at, 'a record does not begin with "["')
    if (!this.#isSameKey(units, start + 1)) {
      const keyEnd = zeroFrom(units, start + 1)
      if (keyEnd === units.length && !isLast) return CUT
      this.#keyUnits = units.slice(start + 1, keyEnd + 1)
      this.#key = this.#policy.key(textOf(bytes, odd, start + 1, keyEnd))
    }
    const nameStart = start + this.#keyUnits.length + 2
    const nameEnd = zeroFrom(units, nameStart)
    const sizeAt = 2 * nameEnd + odd + 10
    if (sizeAt + 6 > bytes.length) return isLast ? this.#stop(at, 'a record does not end') : CUT
    if (units[nameStart - 1] !== SEMICOLON || units[nameEnd + 1] !== SEMICOLON || units[nameEnd + 4] !== SEMICOLON || units[nameEnd + 7] !== SEMICOLON) {
      return this.#stop(at, 'a record lacks one of its semicolons')
    }
    const type = (units[nameEnd + 2] as number) + 0x10000 * (units[nameEnd + 3] as number)
    const size = (units[nameEnd + 5] as number) + 0x10000 * (units[nameEnd + 6] as number)
    const dataStart = sizeAt + 6
    const end = dataStart + size + 2
    if (pol.base + end > pol.size) return this.#stop(at, `a record of ${size} bytes is longer than the file`)
    if (end > bytes.length) return CUT
    if (bytes[end - 2] !== CLOSE || bytes[end - 1] !== 0) return this.#stop(at, 'a record does not end with "]" where its size says')
    const key = this.#key
    if (key === undefined) return end
    const isRule = odd === 0 && key.tail === 'firewallrules' && (type === SZ || type === EXPAND_SZ) && nameEnd > nameStart && units[nameStart] !== ASTERISK
    if (!isRule || !this.#fastRule(key, at, nameStart, nameEnd, dataStart, size)) {
      this.#apply(key, textOf(bytes, odd, nameStart, nameEnd), type, dataStart, size, at)
    }
    return end
  }

  /** Nearly every record repeats the key of the one before it. */
  #isSameKey(units: Uint16Array, start: number): boolean {
    const key = this.#keyUnits
    const { length } = key
    for (let i = 0; i < length; i++) if (units[start + i] !== key[i]) return false
    return length > 0
  }

  #fastRule(key: PolicyKey, record: number, nameStart: number, nameEnd: number, dataStart: number, size: number): boolean {
    if (nameEnd - nameStart > LONGEST_NAME) return false
    if (!this.#reader.read(dataStart / 2, (dataStart + size) >> 1)) return false
    ;(this.#policy.table(key.store) as PolRules).setUnits(nameStart, nameEnd, this.#pol.base + record, this.#reader.conditions)
    return true
  }

  /** Any other record. */
  #apply(key: PolicyKey, name: string, type: number, start: number, size: number, record: number): void {
    if (name === '' && size === 0) { this.#policy.create(key); return } // against the letter of the spec, and common in real files
    const { bytes, base, origin } = this.#pol
    const source: Span = { origin, start: base + record, end: base + start + size + 2, key: `${key.path}\\${name}` }
    const data: RegistryData = type === SZ || type === EXPAND_SZ ? { source, text: bytes.toString('utf16le', start, start + size).replace(/\0$/, '') }
      : type === DWORD && size === 4 ? { source, number: bytes.readUInt32LE(start) } : { source }
    this.#policy.set(key, name, data)
  }

  #stop(at: number, why: string): typeof BROKEN {
    const offset = this.#pol.base + at
    this.#problems.push(unreadable(this.#pol.origin, offset, `The file is broken at byte ${offset}: ${why}. What stands from there on is not read`))
    return BROKEN
  }
}
/** The next NUL, or the end. */
function zeroFrom(units: Uint16Array, start: number): number {
  const at = units.indexOf(0, start)
  return at < 0 ? units.length : at
}
const textOf = (bytes: Buffer, odd: number, start: number, end: number): string => bytes.toString('utf16le', 2 * start + odd, 2 * end + odd)

const KEY = 'Software\\Policies\\Microsoft\\WindowsFirewall'

/** The file as the console writes it, with the schema version that the rules are written in (2.31, 0x21F). */
function write(rules: readonly Rule[]): Uint8Array {
  const ids = writeIds(rules)
  const header = Buffer.from([0x50, 0x52, 0x65, 0x67, 1, 0, 0, 0])
  const version = Buffer.alloc(4)
  version.writeUInt32LE(0x21f)
  return Buffer.concat([
    header,
    record(KEY, 'PolicyVersion', DWORD, version),
    ...rules.map((rule, i) => record(`${KEY}\\FirewallRules`, ids[i] as string, SZ, Buffer.from(`${writeRuleString(rule)}\0`, 'utf16le'))),
  ])
}
function record(key: string, name: string, type: number, data: Buffer): Buffer {
  const numbers = Buffer.alloc(14)
  numbers.writeUInt16LE(SEMICOLON, 0)
  numbers.writeUInt32LE(type, 2)
  numbers.writeUInt16LE(SEMICOLON, 6)
  numbers.writeUInt32LE(data.length, 8)
  numbers.writeUInt16LE(SEMICOLON, 12)
  return Buffer.concat([Buffer.from(`[${key}\0;${name}\0`, 'utf16le'), numbers, data, Buffer.from(']', 'utf16le')])
}
