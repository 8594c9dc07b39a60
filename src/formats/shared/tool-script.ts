import type { SourceFile } from '../../model/stages.ts'
import { embeddedFile } from '../../text/embedded.ts'
import type { Literal } from '../../text/literal.ts'
import { fixedText } from '../../text/mapped.ts'
import { adopt } from './adopt.ts'
import { parseNetsh } from './netsh-script.ts'
import { parsePowerShell } from './powershell-script.ts'
import type { ScriptState } from './script-state.ts'

/** Commands that change the firewall, in a text that may be of any tool. */
export const FIREWALL_COMMAND = /\b(?:New|Set|Enable|Disable|Remove)-NetFirewall(?:Rule|Profile)\b|\bnetsh(?:\.exe)?\s+(?:advfirewall|firewall)\b/i

/** A command or script that a configuration tool runs on the machine. */
export interface ToolScript {
  readonly text: Literal
  readonly shell: 'cmd' | 'powershell'
  readonly condition: string | undefined
  /** The stretch of the file that holds all of it. */
  readonly start: number
  readonly end: number
}

/** Reads a script by its own grammar. Its places are the one of the whole script: how the tool escapes its texts is the tool's. */
export function toolScript({ text, shell, condition, start, end }: ToolScript, file: SourceFile, state: ScriptState): void {
  if (text.kind !== 'scalar') {
    if (!FIREWALL_COMMAND.test(file.text.slice(start, end))) return
    const message = 'This script is put together when it runs, so what it does to the firewall is not known from the file.'
    state.problem({ code: 'requirement-unverifiable', message, source: file.span(text.start, text.end) })
    return
  }
  if (!FIREWALL_COMMAND.test(text.text)) return
  const inner = embeddedFile(file, shell === 'cmd' ? 'script.cmd' : 'script.ps1', fixedText(text.text, text.start, text.end))
  const { parts, problems } = shell === 'cmd' ? parseNetsh(inner) : parsePowerShell(inner)
  problems.forEach(problem => state.problem(problem))
  adopt(parts, condition, state)
}

/** Guards that only ask whether the rule is there already: it is, before or after. */
const ASKS = /\b(?:show\s+(?:rule|\w+profiles?)|Get-NetFirewall(?:Rule|Profile))\b/i
/** The conditions without such guards; undefined when none is left. */
export function withoutGuards(condition: string | undefined): string | undefined {
  const left = condition?.split(' > ').filter(one => !(/^(?:not_if|unless)\b/.test(one) && ASKS.test(one))).join(' > ')
  return left === '' ? undefined : left
}
