import type { Format, SourceFile } from '../model/stages.ts'
import type { RulesDigest } from '../model/digest.ts'
import type { PolicyFile, Problem, Rule, Span, Store } from '../model/types.ts'
import { type PolBytes, PolReader } from './shared/pol-reader.ts'
import { PolRules } from './shared/pol-rules.ts'
import { type PolicyKey, type RegistryData, RegistryPolicy } from './shared/registry-policy.ts'
import { writeIds, writeRuleString } from './shared/rule-string-writer.ts'

/** `registry.pol` of a GPO: a header and records `[key;value;type;size;data]` in 16-bit units ([MS-GPREG] 2.2.1). */
export const registryPol: Format = {
  id: 'registry-pol',
  title: 'Group Policy registry.pol',
  store: 'group-policy',
  names: [/^registry\.pol$/],
  recognises: ({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x52 && bytes[2] === 0x65 && bytes[3] === 0x67, // PReg
  parse(file) {
    const problems: Problem[] = []
    const policy = { path: file.path, format: registryPol.id, problems }
    // Its keys are those of HKEY_CURRENT_USER, where the firewall has none.
    if (/(?:^|\/)user\/[^/]*$/i.test(file.path)) return { ...policy, parts: [] }
    const fault = headerFault(file.bytes)
    if (fault !== undefined) {
      problems.push(unreadable(file, 0, `${fault}, so clients ignore the whole file`))
      return { ...policy, parts: [] }
    }
    const replay = new Replay(file, problems)
    return { ...policy, parts: replay.run(), digest: () => replay.digest() } satisfies PolicyFile
  },
  writeRule: rule => `${writeIds([rule])[0]} = ${writeRuleString(rule)}`,
  write,
}

function headerFault(bytes: Uint8Array): string | undefined {
  if (!registryPol.recognises({ bytes } as SourceFile)) return 'The file does not begin with "PReg"'
  const version = bytes.length < 8 ? undefined : Buffer.from(bytes.buffer, bytes.byteOffset, 8).readUInt32LE(4)
  return version === 1 ? undefined : `The file is of version ${version ?? 'unknown'}, not 1`
}
function unreadable({ binaryOrigin }: SourceFile, offset: number, why: string): Problem {
  return { code: 'file-unreadable', message: `${why}.`, source: { origin: binaryOrigin, start: offset, end: offset } }
}

const OPEN = 0x5b
const CLOSE = 0x5d
const SEMICOLON = 0x3b
const ASTERISK = 0x2a
const SZ = 1
const EXPAND_SZ = 2
const DWORD = 4

/** Goes through the records in file order, which is the order of execution. */
class Replay {
  readonly #file: SourceFile
  readonly #problems: Problem[]
  readonly #pol: PolBytes
  readonly #policy: RegistryPolicy
  readonly #reader: PolReader
  readonly #tables = new Map<Store, PolRules>()
  /** Units that begin at byte 1: data of odd length moves all that comes after it. */
  #shifted: Uint16Array | undefined

  #key: PolicyKey | undefined
  #keyUnits: Uint16Array | undefined
  #keyStart = 0
  #keyLength = 0

  constructor(file: SourceFile, problems: Problem[]) {
    // A view of 16-bit units must begin at an even address.
    const bytes = file.bytes.byteOffset % 2 === 0 ? file.bytes : new Uint8Array(file.bytes)
    this.#file = file
    this.#problems = problems
    this.#pol = {
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      units: new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1),
      origin: file.binaryOrigin,
    }
    this.#policy = new RegistryPolicy(problems, store => {
      const table = new PolRules(this.#pol)
      this.#tables.set(store, table)
      return table
    })
    this.#reader = new PolReader(this.#pol)
  }

  run(): PolicyFile['parts'] {
    const { length } = this.#pol.bytes
    for (let at = 8; at < length;) {
      const end = this.#record(at)
      if (end < 0) break
      at = end
    }
    return this.#policy.parts()
  }

  /** Group Policy writes to one store; a file that speaks of others is out of the ordinary. */
  digest(): RulesDigest | undefined {
    return this.#tables.size === 1 ? this.#tables.get('group-policy')?.digest() : undefined
  }

  /** One record; gives its end, -1 where it is broken. */
  #record(at: number): number {
    const { bytes, units: even } = this.#pol
    const odd = at & 1
    const units = odd === 0 ? even : this.#oddUnits()
    const start = (at - odd) / 2
    if (units[start] !== OPEN) return this.#stop(at, 'a record does not begin with "["')
    if (!this.#isSameKey(units, start + 1)) {
      this.#keyUnits = units
      this.#keyStart = start + 1
      this.#keyLength = zeroFrom(units, start + 1) - start - 1
      this.#key = this.#policy.key(textOf(bytes, odd, start + 1, start + 1 + this.#keyLength))
    }
    const nameStart = start + this.#keyLength + 3
    const nameEnd = zeroFrom(units, nameStart)
    const sizeAt = 2 * nameEnd + odd + 10
    if (sizeAt + 6 > bytes.length) return this.#stop(at, 'a record does not end')
    if (units[nameStart - 1] !== SEMICOLON || units[nameEnd + 1] !== SEMICOLON || units[nameEnd + 4] !== SEMICOLON || units[nameEnd + 7] !== SEMICOLON) {
      return this.#stop(at, 'a record lacks one of its semicolons')
    }
    const type = (units[nameEnd + 2] as number) + 0x10000 * (units[nameEnd + 3] as number)
    const size = (units[nameEnd + 5] as number) + 0x10000 * (units[nameEnd + 6] as number)
    const dataStart = sizeAt + 6
    const end = dataStart + size + 2
    if (end > bytes.length) return this.#stop(at, `a record of ${size} bytes is longer than the file`)
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
    const length = this.#keyLength
    const from = this.#keyStart
    if (units !== this.#keyUnits) return false
    for (let i = 0; i <= length; i++) if (units[start + i] !== units[from + i]) return false
    return true
  }

  #fastRule(key: PolicyKey, record: number, nameStart: number, nameEnd: number, dataStart: number, size: number): boolean {
    if (nameEnd - nameStart > 511) return false
    if (!this.#reader.read(dataStart / 2, (dataStart + size) >> 1)) return false
    ;(this.#policy.table(key.store) as PolRules).setUnits(nameStart, nameEnd, record, this.#reader.conditions)
    return true
  }

  /** Any other record. */
  #apply(key: PolicyKey, name: string, type: number, start: number, size: number, record: number): void {
    if (name === '' && size === 0) { this.#policy.create(key); return } // against the letter of the spec, and common in real files
    const { bytes, origin } = this.#pol
    const source: Span = { origin, start: record, end: start + size + 2, key: `${key.path}\\${name}` }
    const data: RegistryData = type === SZ || type === EXPAND_SZ ? { source, text: bytes.toString('utf16le', start, start + size).replace(/\0$/, '') }
      : type === DWORD && size === 4 ? { source, number: bytes.readUInt32LE(start) } : { source }
    this.#policy.set(key, name, data)
  }

  #oddUnits(): Uint16Array {
    const { bytes } = this.#pol
    if (this.#shifted) return this.#shifted
    const copy = new Uint8Array((bytes.length - 1) & ~1)
    copy.set(bytes.subarray(1, 1 + copy.length))
    return (this.#shifted = new Uint16Array(copy.buffer))
  }
  #stop(at: number, why: string): -1 {
    this.#problems.push(unreadable(this.#file, at, `The file is broken at byte ${at}: ${why}. What stands from there on is not read`))
    return -1
  }
}
/** The next NUL, or the end. */
function zeroFrom(units: Uint16Array, start: number): number {
  let at = start
  while (at < units.length && units[at] !== 0) at++
  return at
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
