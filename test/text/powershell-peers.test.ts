import { createRequire } from 'node:module'
import { expect, test } from '@jest/globals'
import { Parser } from '../../src/text/powershell/parser.ts'

// Second opinions on where commands, parameters and quoted texts stand, on constructs where these grammars are right: they do not know
// bare-word lists (`LocalSubnet,10.0.0.0/8`), quotes inside a word (`name="x y"`) or argument mode at all.

const SCRIPTS = [
  `$common = @{ Direction = 'Inbound'; Protocol = 'TCP' }\nNew-NetFirewallRule -DisplayName 'a b' @common -LocalPort 80, 443 | Out-Null\n`,
  'New-NetFirewallRule -DisplayName "a $x" `\n  -Direction Inbound `\n  -Enabled True\n',
  `if (-not (Get-NetFirewallRule -Name 'x' -ErrorAction SilentlyContinue)) {\n  New-NetFirewallRule -Name 'x' -DisplayName 'x'\n} else { Write-Host 'there' }\n`,
  `foreach ($p in 80, 443) { New-NetFirewallRule -DisplayName "p $p" -LocalPort $p }\n`,
  `function Open-Port {\n  param([int]$Port = 80, [string]$Name)\n  try { New-NetFirewallRule -DisplayName $Name -LocalPort $Port } catch { Write-Error 'no' }\n}\nOpen-Port -Port 1 -Name 'n'\n`,
  `<# New-NetFirewallRule -Name 'c' #>\n# Remove-NetFirewallRule -Name 'd'\nGet-NetFirewallRule -Name 'e' | Where-Object { $_.Enabled -eq 'True' } | Disable-NetFirewallRule\n`,
]

interface Found { commands: number[]; parameters: number[]; texts: number[] }
const order = (list: number[]): number[] => [...new Set(list)].sort((a, b) => a - b)

/** Everything that looks like a node, in any tree. */
function visit(value: unknown, see: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, see)
  else if (typeof value === 'object' && value !== null) {
    see(value as Record<string, unknown>)
    for (const item of Object.values(value)) visit(item, see)
  }
}
function ours(text: string): Found {
  const found: Found = { commands: [], parameters: [], texts: [] }
  const parser = new Parser(text)
  for (let node = parser.next(); node; node = parser.next()) {
    visit(node, part => {
      if (part['kind'] === 'command') found.commands.push(part['start'] as number)
      if ('attached' in part && part['name'] !== undefined) found.parameters.push(part['start'] as number)
      if ((part['kind'] === 'text' && part['bare'] === false) || (part['kind'] === 'expand' && /["']/.test(text.charAt(part['start'] as number)))) found.texts.push(part['start'] as number)
    })
  }
  expect(parser.faults).toEqual([])
  return { commands: order(found.commands), parameters: order(found.parameters), texts: order(found.texts) }
}
/** The package, or nothing when it is not installed; any other failure is one. */
async function installed<T>(name: string): Promise<T | undefined> {
  try {
    return await import(name) as T
  } catch (error) {
    if (/cannot find (module|package)/i.test(String(error))) return undefined
    throw error
  }
}
const skipped = (name: string): void => { process.stderr.write(`skipped: ${name} is not installed\n`) }

interface TreeNode { type: string; startIndex: number; children: (TreeNode | null)[] }
interface TreeSitter {
  Parser: { new (): { setLanguage(language: unknown): void; parse(text: string): { rootNode: TreeNode } | null }; init(): Promise<void> }
  Language: { load(path: string): Promise<unknown> }
}
test('tree-sitter-powershell finds the same commands, parameters and texts', async () => {
  const sitter = await installed<TreeSitter>('web-tree-sitter')
  let wasm: string | undefined
  try { wasm = createRequire(import.meta.url).resolve('tree-sitter-powershell/tree-sitter-powershell.wasm') } catch { wasm = undefined }
  if (!sitter || wasm === undefined) { skipped('tree-sitter-powershell'); return }
  await sitter.Parser.init()
  const parser = new sitter.Parser()
  parser.setLanguage(await sitter.Language.load(wasm))
  for (const text of SCRIPTS) {
    const found: Found = { commands: [], parameters: [], texts: [] }
    const walk = (node: TreeNode): void => {
      if (node.type === 'command') found.commands.push(node.startIndex)
      if (node.type === 'command_parameter' && text.charAt(node.startIndex) === '-') found.parameters.push(node.startIndex)
      if (node.type === 'string_literal') found.texts.push(node.startIndex)
      for (const child of node.children) if (child) walk(child)
    }
    const tree = parser.parse(text)
    if (tree) walk(tree.rootNode)
    expect([text, ours(text)]).toEqual([text, { commands: order(found.commands), parameters: order(found.parameters), texts: order(found.texts) }])
  }
})

interface PrettierPlugin { default: { parsers: { powershell: { parse(text: string, options: object): unknown } } } }
test('prettier-plugin-powershell finds the same texts, and our parameters among its words', async () => {
  const plugin = await installed<PrettierPlugin>('prettier-plugin-powershell')
  if (!plugin) { skipped('prettier-plugin-powershell'); return }
  for (const text of SCRIPTS) {
    const texts: number[] = []
    const words = new Set<number>()
    visit(await plugin.default.parsers.powershell.parse(text, {}), node => {
      const { start } = (node['loc'] ?? {}) as { start?: number }
      if (node['role'] === 'string' && start !== undefined) texts.push(start)
      if (node['role'] === 'word' && start !== undefined) words.add(start)
    })
    const found = ours(text)
    expect([text, found.texts]).toEqual([text, order(texts)])
    expect(found.parameters.filter(start => !words.has(start))).toEqual([])
  }
})
