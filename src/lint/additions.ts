import { commandsBeside, commandsInto } from '../formats/shared/net-security-writer.ts'
import type { Addition } from '../model/facts.ts'
import type { Target } from '../model/policy.ts'
import type { Beside, Format, SourceFile } from '../model/stages.ts'
import type { GpoInfo } from '../model/types.ts'

/** How rules are added to a file for a target: as its format says, else as commands of PowerShell, which everyone can read. */
export function additionTo(target: Target, file: SourceFile | undefined, format: Format | undefined): Addition {
  const beside = file && besideIn(target, file)
  const own = format ? format.ruleWriter?.(beside) : commandsBeside(beside)
  if (own) return { ...own, home: 'file' }
  return format?.exported ? { ...commandsInto(beside?.gpo), home: 'origin' } : { ...commandsBeside(beside), home: 'file-in-its-words' }
}

/** What stands where a rule for the last layer of this file would be added. */
function besideIn(target: Target, file: SourceFile): Beside {
  const layer = target.layers.findLast(({ path }) => path === file.path)
  const part = layer?.parts.at(-1)
  const setting = Object.values(part?.profiles ?? {}).flatMap(settings => Object.values(settings)).at(-1)
  return { file, last: part?.rules.at(-1)?.source ?? part?.changes.at(-1)?.source ?? setting?.source, gpo: storeOf(part?.gpo, layer?.gpo) }
}
/** With its domain: a bare name would be taken for a computer's. Scripts name the domain themselves, or keep it in a variable. */
function storeOf(name: string | undefined, gpo: GpoInfo | undefined): string | undefined {
  if (gpo?.domain !== undefined && gpo.name === name) return `${gpo.domain}\\${name}`
  return name !== undefined && /[\\$]/.test(name) ? name : undefined
}
