import type { Format } from '../model/stages.ts'
import { batchLine, scriptCommand, batchCommand } from './netsh/writer.ts'
import { BATCH, COMMAND, isBatch, parseNetsh } from './shared/netsh-script.ts'

/** What may hold such commands besides batch files: other texts only when they begin like a script. */
const SCRIPT = /\.(?:txt|nsh|netsh|scr|script|cfg|conf|dat|ini)$/
/** Such a command, started by PowerShell: `Start-Process netsh -ArgumentList 'advfirewall …'`. */
const STARTED = /\bnetsh(?:\.exe)?['"]*,?[ \t]+(?:-arg[a-z]*[ \t]+)?[@('"]+adv/i
/** Rules and settings can also be written straight to the registry, or by a line of PowerShell. */
const REGISTRY = /\breg(?:\.exe)?"?[ \t]+(?:add|delete)[ \t]+"?HK[^\r\n]*(?:WindowsFirewall|FirewallPolicy)/i
const POWERSHELL = /\b(?:powershell|pwsh)(?:\.exe)?\b/i
const CMDLET = /\b(?:New|Set|Enable|Disable|Remove|Copy|Rename)-NetFirewall[a-z]+\b/i
const LINE = /^[ \t]*(?:pushd[ \t]+)?(?:netsh(?:\.exe)?[ \t]+)?(?:advfirewall|firewall)(?:[ \t]+(?:firewall|set|add|delete|import|reset|f|s|a|d)\b|[ \t]*$)/im
const OPENING = /^(?:\s|(?:@?rem\b|::|#)[^\r\n]*)*(?:@?echo[ \t]+off|@?setlocal|@?set[ \t]|pushd[ \t]|netsh(?:\.exe)?[ \t]|advfirewall\b|firewall\b|chcp[ \t])/i

/** `netsh advfirewall` and `netsh firewall` commands: batch files, and scripts for `netsh -f`. */
export const netsh: Format = {
  id: 'netsh',
  title: 'netsh script',
  store: 'local',
  names: [],
  recognises(file) {
    const { name } = file
    if (BATCH.test(name)) return COMMAND.test(file.text) || REGISTRY.test(file.text) || (POWERSHELL.test(file.text) && (CMDLET.test(file.text) || STARTED.test(file.text)))
    if (name.includes('.') && !SCRIPT.test(name)) return false
    return OPENING.test(file.head) && (COMMAND.test(file.text) || LINE.test(file.text))
  },
  parse: parseNetsh,
  ruleWriter: beside => ({ rule: beside && !isBatch(beside.file) ? scriptCommand : batchCommand }),
  write: rules => ['@echo off', 'chcp 65001 >nul', ...rules.map(batchLine), ''].join('\r\n'),
}
