import { expect, test } from '@jest/globals'
import type { Node } from '../../src/text/powershell/ast.ts'
import { ParameterTable } from '../../src/text/powershell/binding.ts'
import type { Handler, Host } from '../../src/text/powershell/host.ts'
import { Interpreter } from '../../src/text/powershell/interpreter.ts'
import { Parser } from '../../src/text/powershell/parser.ts'
import { describe as written } from '../../src/text/powershell/values.ts'

/** Every call of `Show` with its arguments in words, and what stands between it and certainty. */
function shown(text: string): string[] {
  const out: string[] = []
  const show: Handler = ({ script, node, input }) => {
    const args = script.arguments(node).map(arg => `${arg.name === undefined ? '' : `-${arg.name}${arg.hasValue ? ' ' : ''}`}${arg.hasValue ? written(arg.value) : ''}`)
    out.push([...args, ...(input === undefined ? [] : [`<- ${written(input)}`]), ...script.limits.map(limit => `[${limit}]`)].join(' '))
    effects++
    return undefined
  }
  let effects = 0
  const host: Host = { commands: new Map([['show', show]]), effects: () => effects, queries: () => 0, notice: message => { out.push(`! ${message}`) } }
  const script = new Interpreter(text, host)
  script.run()
  return [...out, ...script.faults.map(fault => `? ${fault.message}`)]
}
function statements(text: string): Node[] {
  const parser = new Parser(text)
  const nodes: Node[] = []
  for (let node = parser.next(); node; node = parser.next()) nodes.push(node)
  expect(parser.faults).toEqual([])
  return nodes
}

test('bare words, lists, attached and missing values are arguments', () => {
  expect(shown('Show -A 80,443 -B:x -C 10.0.0.0/8,LocalSubnet -D plain text')).toEqual(['-A 80,443 -B x -C 10.0.0.0/8,LocalSubnet -D plain text'])
  expect(shown("Show name=\"RPC x\" dir=in localport=80 'a b' -Flag -Next")).toEqual(['name=RPC x dir=in localport=80 a b -Flag -Next'])
  expect(shown('Show -A 1 , 2 -B (3 + 4) -C @(5, 6) -D -5')).toEqual(['-A 1,2 -B 7 -C 5,6 -D -5'])
  expect(shown('Show a#b # comment\nShow c <# inside #> d')).toEqual(['a#b', 'c d'])
})
test('a statement goes on behind a backtick, a comma, a pipe and an open bracket', () => {
  expect(shown('Show -A 1 `\n  -B 2 `\r\n  -C 3')).toEqual(['-A 1 -B 2 -C 3'])
  expect(shown('Show -A 1,\n 2')).toEqual(['-A 1,2'])
  expect(shown("'x' |\n Show")).toEqual(['<- x'])
  expect(shown("'x'\n | Show")).toEqual(['<- x'])
  expect(shown('Show -A @(\n 1\n 2\n)')).toEqual(['-A 1,2'])
  expect(shown('Show -A 1\nShow -B 2; Show -C 3')).toEqual(['-A 1', '-B 2', '-C 3'])
})
test('a backtick with a blank behind it does not continue the line', () => {
  expect(shown('Show -A 1 ` \n')[0]).toBe('-A 1  ')
})
test('quotes, escapes, here-strings and the quotes of word processors', () => {
  expect(shown("Show 'it''s' \"a \"\"b\"\" `$x `t|\"")).toEqual(["it's a \"b\" $x \t|"])
  expect(shown("Show @'\none\n'two'\n'@ @\"\nx $(1 + 1)\n\"@")).toEqual(["one\n'two' x 2"])
  expect(shown('Show \u2013A \u201cx y\u201d \u2018z\u2019')).toEqual(['-A x y z'])
  expect(shown('Show "$($a = 1; "in ""$a""")"')).toEqual(['in "1"'])
})
test('variables hold what the text says, line by line', () => {
  expect(shown('$p = 80\nShow "port $p"\n$p = 443\nShow "port ${p}"')).toEqual(['port 80', 'port 443'])
  expect(shown('$a = 1,2; $a += 3; Show $a; Show $a[0] $a[-1] $a.Count')).toEqual(['1,2,3', '1 3 3'])
  expect(shown('$x, $y = 1, 2; Show $y; [string[]]$l = 5; Show $l')).toEqual(['2', '5'])
  expect(shown('Show $none "$none x"; Show $env:SystemRoot\\a.exe "$env:COMPUTERNAME"')).toEqual(['$none $none x', '%SystemRoot%\\a.exe $env:COMPUTERNAME'])
})
test('hash tables are splatted, changed and read', () => {
  expect(shown('$h = [ordered]@{ A = 1; B = "x", "y"\n C = 3 }\nShow @h -D 4')).toEqual(['-A 1 -B x,y -C 3 -D 4'])
  expect(shown("$h = @{}; $h.A = 1; $h['B'] = 2; $h.Add('C', 3); $h.Remove('A'); $h += @{ D = 4 }; Show @h")).toEqual(['-B 2 -C 3 -D 4'])
  expect(shown("$h = @{ a = @{ b = 5 } }; Show $h.a.b $h['a']['b'] $h.none")).toEqual(['5 5 '])
  expect(shown('$a = 1, 2; Show @a')).toEqual(['1 2'])
  expect(shown('Show @none -A 1')).toEqual(['-@ @none -A 1'])
})
test('operators of known values are worked out', () => {
  expect(shown("Show ('a' + 'b') (2 * 3) ('{0}-{1:D3}' -f 'x', 7) ('a,b' -split ',') (1..3) ('a', 'b' -join ';')")).toEqual(['ab 6 x-007 a,b 1,2,3 a;b'])
  expect(shown("Show ('x'.ToUpper()) (' y '.Trim()) ('a;b'.Split(';')) ([string]::Join('+', @(1, 2)))")).toEqual(['X y a,b 1+2'])
  expect(shown("Show ('abc' -replace 'b', 'x') ('a1' -match '\\d') (0x1F) (1kb)")).toEqual(["axc 'a1' -match '\\d' 31 1024"])
})
test('loops over known lists are unrolled', () => {
  expect(shown('foreach ($p in 80, 443) { Show $p }')).toEqual(['80', '443'])
  expect(shown('1..2 | ForEach-Object { Show $_ }; 3, 4 | % { Show $PSItem }')).toEqual(['1', '2', '3', '4'])
  expect(shown('for ($i = 0; $i -lt 2; $i++) { Show $i }; $n = 0; while ($n -lt 2) { $n++; Show $n }; do { Show d } until ($true)')).toEqual(['0', '1', '1', '2', 'd'])
  expect(shown('foreach ($p in 1..5) { if ($p -eq 2) { continue }; if ($p -eq 4) { break }; Show $p }')).toEqual(['1', '3'])
  expect(shown("@{ a = 1 }.GetEnumerator() | % { Show $_.Key $_.Value }; (1, 2).ForEach({ Show $_ }); 1, 2 | ? { $_ -gt 1 } | % { Show $_ }")).toEqual(['a 1', '1', '2', '2'])
  expect(shown("@'\nName;Port\nx;1\n'@ | ConvertFrom-Csv -Delimiter ';' | % { Show $_.Name $_.Port }")).toEqual(['x 1'])
  expect(shown("'[{\"p\":5}]' | ConvertFrom-Json | % { Show $_.p }")).toEqual(['5'])
})
test('a loop over an unknown list runs once, under its condition, and leaves nothing certain', () => {
  expect(shown('$n = 1; foreach ($p in Get-Ports) { Show $p $n; $n++ }; Show $n')).toEqual(['$p $n [condition=foreach ($p in Get-Ports)]', '$n'])
  expect(shown('Get-Ports | % { Show $_ }')).toEqual(['$_ [condition=for each of Get-Ports]'])
})
test('an undecided branch is followed under its condition, a decided one is decided', () => {
  expect(shown('if ($a) { Show 1 } elseif ($b) { Show 2 } else { Show 3 }')).toEqual(['1 [condition=if ($a)]', '2 [condition=elseif ($b)]', '3 [condition=not if ($a)]'])
  expect(shown('if ($true) { Show 1 } else { Show 2 }; if (1 -gt 2) { Show 3 } else { Show 4 }')).toEqual(['1', '4'])
  expect(shown('$p = 1; if ($a) { $p = 2; Show $p }; Show $p')).toEqual(['2 [condition=if ($a)]', '$p'])
  expect(shown('$h = @{ A = 1 }; if ($a) { $h.A = 2 }; Show @h')).toEqual(['-A $h.A'])
  expect(shown("switch ('b') { 'a' { Show 1 } 'b' { Show 2 } default { Show 3 } }; switch ($x) { 'a' { Show 4 } }")).toEqual(['2', "4 [condition=switch ($x) { 'a' }]"])
  expect(shown('try { Show 1 } catch { Show 2 } finally { Show 3 }')).toEqual(['1', '2 [condition=catch {…}]', '3'])
  expect(shown('Show 1 || Show 2; Show 3 && Show 4')).toEqual(['1', '2 [condition=Show 1 fails]', '3', '4'])
})
test('leaving quietly makes the rest conditional, leaving with an error or for lack of rights does not', () => {
  expect(shown('if ($a) { return }; Show 1')).toEqual(['1 [condition=not if ($a)]'])
  expect(shown('if ($a) { throw "x" }; Show 1')).toEqual(['1'])
  expect(shown('if ($a) { exit 1 }; Show 1')).toEqual(['1'])
  expect(shown("if (-not $p.IsInRole('Administrator')) { exit }; Show 1")).toEqual(['1'])
  expect(shown('function f { if ($a) { return }; Show 1 }; f; Show 2')).toEqual(['1 [condition=not if ($a)]', '2'])
  expect(shown('exit; Show 1')).toEqual([])
})
test('functions are called with their arguments, and one that nobody calls is conditional', () => {
  expect(shown("function F([int]$Port, $Name = 'd', [switch]$Force) { Show $Port $Name $Force }; F 1; F -Po 2 -Name x -Force; $s = @{ Port = 3 }; F @s")).toEqual(['1 d False', '2 x True', '3 d False'])
  expect(shown('function F { param($A) Show $A }; function G { F 5 }; G')).toEqual(['5'])
  expect(shown('function F { return 80, 443 }; Show (F)')).toEqual(['80,443'])
  expect(shown('function F { process { Show $_ } }; 1, 2 | F')).toEqual(['1', '2'])
  expect(shown('function F { Show 1 }')).toEqual(['1 [condition=function f is called]'])
  expect(shown('function F { F; Show 1 }; F')).toEqual(['1'])
  expect(shown("$b = { Show $args[0] }; & $b 7; Invoke-Command -ScriptBlock { Show 8 }; Invoke-Command srv { Show 9 }; Foo { Show 10 }"))
    .toEqual(['7', '8', '9 [computer=srv]', '10 [condition=foo {…}]'])
  expect(shown('param($P = 5)\nShow $P')).toEqual(['5'])
})
test('a command has many names', () => {
  expect(shown("& 'Show' 1; . Show 2; Mod\\Show 3; C:\\x\\show.exe 4; $c = 'Show'; & $c 5; Set-Alias s Show; s 6")).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(shown("Invoke-Expression 'New-NetFirewallRule -DisplayName x'; iex $unrelated")).toEqual(['! Invoke-Expression runs a text as commands, which is not followed'])
})
test('comments and strings hold no commands', () => {
  expect(shown("# Show 1\n<# Show 2 #> $x = 'Show 3'\n$y = @'\nShow 4\n'@\nShow --% a | \"b\"")).toEqual(['a | "b"'])
})
test('classes, enums, attributes, labels and newer operators parse', () => {
  expect(statements('[CmdletBinding()]\nparam([Parameter(Mandatory)] [string] $A)\nclass X { [int]$y; Z() { } }\nenum E { A; B }\nusing namespace System\n:outer foreach ($i in 1) { continue outer }').length).toBe(6)
  expect(shown('Show ($null ?? 5) ($true ? 1 : 2) $x?.y')).toEqual(['5 1 $x?.y'])
})

test('faults have a place and reading goes on behind them', () => {
  expect(shown('Show )\nShow 2')).toEqual(['', '2', '? This ")" closes nothing'])
  expect(shown("Show 1\n$x = 'abc")).toEqual(['1', '? The string is never closed'])
  expect(shown('if ($true) { Show 1')).toEqual(['1', '? The "{" is never closed'])
  expect(shown('Show 1 <# x')).toEqual(['1', '? The comment is never closed'])
})
test('what is nested without end is passed over once', () => {
  for (const [open, close] of [['(', ')'], ['{', '}'], ['@(', ')'], ['$(', ')'], ['@{a=', '}'], ['if(', ')'], ['"$(', ')"'], ['[', ']'], ['!', ''], ['$a=', ''], ['$a.b[', ']']] as const) {
    const deep = `Show ${open.repeat(50_000)}1${close.repeat(50_000)}`
    const started = performance.now()
    shown(deep)
    shown(open.repeat(100_000))
    expect(performance.now() - started).toBeLessThan(5000)
  }
})
test('long sums, chains and pipelines do not go deep', () => {
  expect(shown(`Show (${Array(5000).fill('1').join('+')})`)).toEqual(['5000'])
  expect(shown(`$x${'.a'.repeat(5000)}; Show 1`)[0]).toBe('1')
  expect(shown(`1${' | % { $_ }'.repeat(2000)} | Show`)).toEqual(['<- 1'])
})
test('loops that never end, and values that grow without end, are cut with a word', () => {
  expect(shown('$x = 0; while ($true) { foreach ($i in 1..1000) { $x++ } }').some(line => line.startsWith('!'))).toBe(true)
  expect(shown("$s = 'a' * 1000; foreach ($i in 1..60) { $s = $s + $s; $l = @($l; $l; 1); $h = @{ a = $h; b = $h } }; Show done")).toEqual(['done'])
  expect(shown("$a = ,1; foreach ($i in 1..60) { $a = $a, $a }; Show \"$a\"").filter(line => !line.startsWith('!'))).toHaveLength(1)
})

test('parameters are found by their shortest unique beginning', () => {
  const table = new ParameterTable('Profile Protocol LocalPort Verbosity AsJob?')
  expect(table.find('Prot')).toMatchObject({ name: 'Protocol' })
  expect(table.find('LOCALP')).toMatchObject({ name: 'LocalPort' })
  expect(table.find('ea')).toMatchObject({ name: 'ErrorAction' })
  expect(table.find('Verb')).toMatchObject({ name: 'Verbosity' }) // the command's own parameter wins over a common one
  expect(table.find('Pro')).toMatch(/may mean -Profile, -Protocol/)
  expect(table.find('constructor')).toMatch(/is no parameter/)
})
