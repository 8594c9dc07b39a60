import type { Format } from '../model/stages.ts'
import { commandsBeside, writeNetFirewallRules } from './shared/net-security-writer.ts'
import { parsePowerShell } from './shared/powershell-script.ts'

const SCRIPT = /\.ps[dm]?1$/
const CMDLET = /\b(?:New|Set|Enable|Disable|Remove|Copy|Rename)-NetFirewall(?:Rule|Profile|[a-z]{4,13}Filter)\b/i
/** A text of another name is a script only where a command begins a line. */
const COMMAND = /^[ \t]*(?:New|Set|Enable|Disable|Remove)-NetFirewall(?:Rule|Profile)[ \t]+[-@]/im
const RULE_STRING = /\bv\d{1,3}\.\d{1,3}\|/

/** Scripts that call the NetSecurity cmdlets, netsh, the registry cmdlets or the COM interface of the firewall. */
export const powershell: Format = {
  id: 'powershell',
  title: 'PowerShell script',
  store: 'local',
  names: [],
  recognises({ name, text }) {
    if (!SCRIPT.test(name)) return (name.endsWith('.txt') || !name.includes('.')) && COMMAND.test(text)
    return CMDLET.test(text) || /\bHNetCfg\.Fw/i.test(text) || (/\bnetsh\b/i.test(text) && /firewall/i.test(text))
      || (/FirewallPolicy|WindowsFirewall/i.test(text) && (/-Item(?:Property)?\b|\breg(?:\.exe)?["']?[ \t]+add\b/i.test(text) || RULE_STRING.test(text)))
  },
  parse: parsePowerShell,
  ruleWriter: commandsBeside,
  write: writeNetFirewallRules,
}
