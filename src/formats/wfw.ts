import type { Format, SourceFile } from '../model/stages.ts'
import type { Problem, Span } from '../model/types.ts'
import { type PolicyKey, type RegistryData, RegistryPolicy } from './shared/registry-policy.ts'
import { Hive, type HiveValue } from './wfw/hive.ts'

const WANTED = /^(?:firewallrules|consecrules|(?:domain|public|private|standard)profile(?:\\.*)?)$/
const SERVICE = 'System\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy'
const SZ = 1
const EXPAND_SZ = 2
const DWORD = 4

/**
 * `.wfw` of `netsh advfirewall export` and "Export Policy…": a registry hive with the firewall key's subkeys below a root of any
 * name. Hives of whole machines are read too, where the keys stand at their usual place.
 */
export const wfw: Format = {
  id: 'wfw',
  title: 'Exported firewall policy (.wfw)',
  store: 'local',
  exported: true,
  names: [/\.wfw$/],
  recognises: ({ bytes }) => bytes[0] === 0x72 && bytes[1] === 0x65 && bytes[2] === 0x67 && bytes[3] === 0x66, // regf
  parse(file) {
    const problems: Problem[] = []
    const policy = new RegistryPolicy(problems)
    const hive = new Hive(file.bytes)
    for (const { path, values } of hive.keys()) {
      const key = keyOf(policy, path)
      if (!key) continue
      policy.create(key)
      for (const value of values()) policy.set(key, value.name, dataOf(file, key, value))
    }
    for (const { offset, why } of hive.faults) {
      problems.push({ code: 'file-unreadable', message: `${why} at byte ${offset}; what hangs on it is not read.`, source: { origin: file.binaryOrigin, start: offset, end: offset } })
    }
    return { path: file.path, format: wfw.id, parts: policy.parts(), problems }
  },
}

/** In an export the firewall's subkeys stand right below the root; elsewhere the whole path must say so. */
function keyOf(policy: RegistryPolicy, path: readonly string[]): PolicyKey | undefined {
  const tail = path.slice(1).join('\\')
  return WANTED.test(tail.toLowerCase()) ? policy.key(`${SERVICE}\\${tail}`) : policy.key(path.join('\\'))
}

function dataOf(file: SourceFile, key: PolicyKey, { name, type, data, offset, end }: HiveValue): RegistryData {
  const source: Span = { origin: file.binaryOrigin, start: offset, end, key: `${key.path}\\${name}` }
  if ((type === SZ || type === EXPAND_SZ) && data) return { source, text: data.toString('utf16le').replace(/\0$/, '') }
  return type === DWORD && data?.length === 4 ? { source, number: data.readUInt32LE() } : { source }
}
