import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { detect } from '../../src/formats/index.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'

const corpus = join(import.meta.dirname, '../../../shared/corpus')
const isThere = existsSync(corpus)
const files = isThere ? readdirSync(corpus, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  .map(entry => relative(corpus, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).filter(path => path.includes('/') && !path.startsWith('LICENCES/')) : []

/** What the files of a folder are. A folder that is not here, and a file that the exceptions name, is none of ours. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['ansible', 'ansible'], ['dsc', 'dsc-powershell'], ['firewall-csp', 'firewall-csp'], ['gpo-html', 'gpo-html'], ['gpreport-xml', 'gpreport-xml'], ['intune-json', 'intune-json'],
  ['netfw-csv', 'net-firewall-rule-csv'], ['netsh-cmd', 'netsh'], ['ps1-netfw', 'powershell'], ['reg', 'reg'], ['registry-pol', 'registry-pol'], ['wfmsc-list', 'wf-export'], ['wfw', 'wfw'],
  // Folders whose files say nothing about Windows Firewall, or are tables of somebody's own make.
  ['azure-nsg', 'none'], ['terraform', 'none'], ['other-json', 'none'], ['irrelevant', 'none'], ['rule-table-csv', 'none'],
  ['dsc-mof', 'none'], // the schema of a resource, not a configuration
])
/** Files that differ from their folder. */
const EXCEPTIONS: readonly (readonly [RegExp, string, why: string])[] = [
  [/Windows-Custom-Compliance\.json$/, 'none', 'a compliance policy: it asks whether the firewall is on and sets nothing'],
  [/Attack_Surface_Reduction\.json$|2025-NCSC-BitLocker\.json$|2025-NCSC-General\.json$/, 'none', 'settings of other areas'],
]
/** A backup holds files of many kinds, which their names tell apart. */
function inBackup(path: string): string {
  if (/registry\.pol$/i.test(path)) return 'registry-pol'
  if (/gpreport\.xml$/i.test(path)) return 'gpreport-xml'
  return /\.html?$/i.test(path) ? 'gpo-html' : 'none' // Backup.xml, GptTmpl.inf, audit.csv, comment.cmtx …
}
function expected(path: string): string {
  const kind = path.slice(0, path.indexOf('/'))
  return EXCEPTIONS.find(([name]) => name.test(path))?.[1] ?? (kind === 'gpo-backup' ? inBackup(path) : KINDS.get(kind) ?? `no folder "${kind}" in this test`)
}

const withCorpus = isThere ? describe : describe.skip
withCorpus('real files (skipped where the samples are absent)', () => {
  test('each is taken for what it is', async () => {
    const wrong: string[] = []
    for (const path of files) {
      const { format, promised } = await detect(sourceFile(path, readFileSync(join(corpus, path))))
      const found = format?.id ?? (promised ? `promised ${promised.id}` : 'none')
      if (found !== expected(path)) wrong.push(`${path}: ${found}, not ${expected(path)}`)
    }
    expect(wrong).toEqual([])
    expect(files.length).toBeGreaterThan(100)
  }, 60_000)
})

// Files as repositories have them beside policy, many of them with the firewall's words in them.
const WORDS = ['firewall', 'New-NetFirewallRule', 'netsh advfirewall', 'direction', 'inbound', 'action', 'allow', 'profile', 'port', 'rules', 'FirewallRules', 'Windows Defender Firewall', 'enabled']
const word = (n: number): string => WORDS[n % WORDS.length] as string
const KINDS_OF_FILE: readonly (readonly [name: string, text: (n: number) => string])[] = [
  ['package.json', n => JSON.stringify({ name: `lib-${n}`, version: '1.0.0', description: `Reads the ${word(n)} of ${word(n + 3)}`, scripts: { [word(n)]: `echo ${word(n + 1)}` } }, null, 2)],
  ['settings.json', n => JSON.stringify([{ Direction: 'up', name: word(n), [word(n + 1)]: [n, word(n + 2)] }])],
  ['azuredeploy.json', n => JSON.stringify({ resources: [{ type: 'Microsoft.Network/networkSecurityGroups', properties: { securityRules: [{ name: word(n), properties: { direction: 'Inbound', access: 'Allow', protocol: 'Tcp', destinationPortRange: String(n) } }] } }] })],
  ['pom.xml', n => `<project xmlns="http://maven.apache.org/POM/4.0.0"><name>${word(n)}</name><properties><direction>${word(n + 1)}</direction></properties></project>`],
  ['settings.xml', n => `<?xml version="1.0"?><Configuration><Firewall ${'Direction'}="in"><Rule action="${word(n)}" port="${n}"/></Firewall></Configuration>`],
  ['docs.xml', n => `<Objs xmlns="urn:other"><Obj N="Direction">${word(n)}</Obj></Objs>`],
  ['docker-compose.yml', n => `services:\n  ${word(n).replaceAll(' ', '-')}:\n    image: contoso/${n}\n    ports: ["${n}:${n}"]\n    environment:\n      direction: inbound\n`],
  ['ci.yml', n => `on: push\njobs:\n  build:\n    runs-on: windows-latest\n    steps:\n      - run: echo ${word(n)}\n`],
  ['openapi.yml', n => `openapi: 3.0.0\ninfo: { title: ${word(n)} }\npaths:\n  /rules:\n    get:\n      parameters: [{ name: direction, in: query }, { name: action, in: query }]\n`],
  ['linux.yml', n => `- hosts: web\n  tasks:\n    - ansible.posix.firewalld: { port: ${n}/tcp, permanent: true, state: enabled }\n    - name: ${word(n)}\n      debug: { msg: x }\n`],
  ['notes.txt', n => `Meeting ${n}\n\nWe open the ${word(n)} for ${word(n + 5)}; see the wiki.\n- direction: to be decided\n`],
  ['log.txt', n => `#Version: 1.5\n#Fields: date time action protocol src-ip dst-ip src-port dst-port\n2026-01-01 00:00:0${n % 10} ALLOW TCP 10.0.0.1 10.0.0.2 ${n} 445\n`],
  ['ports.csv', n => `Name,Port,Protocol,Owner\n${word(n)},${n},TCP,contoso\n`],
  ['flows.csv', n => `Direction;From;To;Port\nin;10.0.0.1;10.0.0.2;${n}\n${word(n)};;;\n`],
  ['inventory.csv', n => `Name,Group,Profile,Enabled,Action,Program\nPC${n},a,b,Yes,${word(n)},c\n`],
  ['users.ps1', n => `# ${word(n)}\nGet-ADUser -Filter * | Select-Object Name\nWrite-Host '${word(n + 1)} ${n}'\n`],
  ['query.ps1', n => `Get-Service | Where-Object Name -eq 'mpssvc' # ${word(n)}\n$direction = 'Inbound'\n`],
  ['build.cmd', n => `@echo off\r\nrem ${word(n).replace('netsh advfirewall', 'network')}\r\nmsbuild /p:Port=${n}\r\n`],
  ['map.cmd', n => `net use z: \\\\server\\share${n}\r\nnetsh wlan show profiles\r\nipconfig /flushdns\r\n`],
  ['module.psd1', n => `@{ ModuleVersion = '1.${n}'; Description = 'About ${word(n).replace('New-NetFirewallRule', 'rules').replace('netsh advfirewall', 'network')}' }\n`],
]

test('200 files that are no policy yield nothing', async () => {
  const wrong: string[] = []
  for (let n = 0; n < 200; n++) {
    const [name, text] = KINDS_OF_FILE[n % KINDS_OF_FILE.length]!
    const file = sourceText(`src/${n}/${name}`, text(n))
    const { format, promised } = await detect(file)
    // A script that has a cmdlet in a comment is read, and found to say nothing.
    const read = format?.parse(file, {})
    const said = read ? read.problems.length + read.parts.reduce((sum, { rules, changes, profiles }) => sum + rules.length + changes.length + Object.keys(profiles).length, 0) : 0
    if (promised || said > 0 || (format && !name.endsWith('.ps1'))) wrong.push(`${name} ${n}: ${format?.id ?? promised?.id}`)
  }
  expect(wrong).toEqual([])
})
