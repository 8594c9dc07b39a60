import type { Problem, Span } from '../../model/types.ts'
import { atoms, type Literal, literalText } from '../../text/literal.ts'
import type { RegistryData, RegistryPolicy } from './registry-policy.ts'

/** One registry value as a resource of a tool sets it or takes it away (DSC `Registry`, Ansible `win_regedit`). */
export interface RegistryResource {
  readonly path: Literal
  readonly name: Literal | undefined
  readonly data: Literal | undefined
  /** `dword`, `string`, … in any case; absent means text. */
  readonly type: Literal | undefined
  readonly isHex?: boolean
  readonly isAbsent: boolean
  readonly source: Span
}

/** Replays a resource when its key is the firewall's; what the tool only works out when it runs becomes a problem. */
export function setRegistryValue(policy: RegistryPolicy, { path, name, data, type, isHex, isAbsent, source }: RegistryResource, problems: Problem[]): void {
  const written = literalText(path).replace(/^(HK[A-Z_]+):/i, '$1').replace(/\\+/g, '\\')
  const key = policy.key(written)
  if (!key) return
  const value = name && name.kind !== 'nothing' ? literalText(name) : ''
  const unknown = [path, name, isAbsent ? undefined : data].find(literal => literal?.kind === 'expression' || (literal && atoms(literal).some(atom => atom.kind === 'expression')))
  if (unknown) {
    // Where the log goes and what a user is told opens no port.
    if (path.kind === 'scalar' && (/\\Logging\\?$/i.test(written) || (name?.kind === 'scalar' && /^(?:Disable(?:Notifications|Stealth|Unicast)|AllowLocalIPsec)/i.test(name.text)))) return
    problems.push({ code: 'requirement-unverifiable', message: `${literalText(unknown)} in ${written} is not known from the file.`, source: { ...source, start: unknown.start, end: unknown.end } })
  } else if (isAbsent) {
    if (value === '') policy.deleteKey(written, source)
    else policy.deleteValue(key, value, source)
  } else if (data && data.kind !== 'nothing') policy.set(key, value, dataOf(data, type, isHex === true, source))
  else policy.create(key)
}
function dataOf(data: Literal, type: Literal | undefined, isHex: boolean, source: Span): RegistryData {
  const text = literalText(data)
  const at: Span = { ...source, start: data.start, end: data.end }
  if (!/^(?:dword|qword)$/i.test(type ? literalText(type) : '')) return { text, source: at }
  const number = /^0x[\da-f]{1,8}$/i.test(text) ? Number.parseInt(text, 16) : isHex && /^[\da-f]{1,8}$/i.test(text) ? Number.parseInt(text, 16) : /^\d{1,10}$/.test(text) ? Number(text) : undefined
  return number === undefined ? { source: at } : { number, source: at }
}
