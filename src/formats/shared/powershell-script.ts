import type { SourceFile } from '../../model/stages.ts'
import type { PolicyFile, PolicyPart } from '../../model/types.ts'
import type { Handler } from '../../text/powershell/host.ts'
import { Interpreter } from '../../text/powershell/interpreter.ts'
import { newComObject } from './com-firewall.ts'
import { NET_SECURITY } from './net-security-commands.ts'
import { NATIVE, ScriptHost } from './powershell-native.ts'

/** Every command that a script may change the firewall with. */
export const FIREWALL_COMMANDS: ReadonlyMap<string, Handler> = new Map([...NET_SECURITY, ...NATIVE, ['new-object', newComObject]])

/** What a script says; the file may also be one that stands inside another (`embeddedFile`). */
export function parsePowerShell(file: SourceFile): PolicyFile {
  const { origin } = file
  const host = new ScriptHost(FIREWALL_COMMANDS, (start, end) => ({ origin, start, end }))
  runScript(file, host)
  return policyOf(file.path, 'powershell', host)
}
/** What a host has been told, as a policy file. */
export function policyOf(path: string, format: string, host: ScriptHost): PolicyFile {
  return { path, format, parts: merged([...host.state.parts(), ...host.registryParts()]), problems: host.state.problems }
}
/** Follows the script, and says what of it could not be read. */
export function runScript(file: SourceFile, host: ScriptHost): void {
  const script = new Interpreter(file.text, host)
  script.run()
  host.finish()
  let told = 0
  for (const { message, isRefused, start, end } of script.faults) {
    const source = host.spanOf(start, end)
    // A bracket or quote that is never closed is certain; other faults may be a construct that is new to us.
    if (isRefused && message.endsWith('never closed')) host.problem({ code: 'file-unreadable', message: `${message}: PowerShell runs nothing of this script.`, source })
    else if (told++ < 5) host.problem({ code: 'requirement-unverifiable', message: `${message}; what stands here is not followed.`, source })
  }
}
/** Parts of one store as one. */
function merged(parts: readonly PolicyPart[]): PolicyPart[] {
  const out: PolicyPart[] = []
  for (const part of parts) {
    const at = out.findIndex(other => other.store === part.store && other.gpo === part.gpo)
    const other = out[at]
    if (!other) { out.push(part); continue }
    const profiles = { ...other.profiles }
    for (const [name, settings] of Object.entries(part.profiles)) {
      const profile = name as keyof typeof profiles
      Object.assign(profiles, { [profile]: { ...profiles[profile], ...settings } })
    }
    const openings = [...(other.openings ?? []), ...(part.openings ?? [])]
    out[at] = { ...other, ...part, rules: [...other.rules, ...part.rules], profiles, changes: [...other.changes, ...part.changes], ...(openings.length > 0 ? { openings } : {}) }
  }
  return out
}
