import { expect, test } from '@jest/globals'
import type { Command } from '../../src/text/batch/host.ts'
import { runBatch } from '../../src/text/batch/runner.ts'
import { LateWord } from '../../src/text/word.ts'

function run(text: string, programs = ['netsh']): { commands: Command[]; problems: string[] } {
  const commands: Command[] = []
  const problems: string[] = []
  runBatch(text, { programs: new Set(programs), command: command => { commands.push(command) }, problem: (_code, message) => { problems.push(message) } })
  return { commands, problems }
}
const lines = (text: string): string[] => run(text).commands.map(({ words }) => words.slice(1).map(word => word.text).join(' '))
const conditions = (text: string): (string | undefined)[] => run(text).commands.map(({ condition }) => condition)

test('a word knows its place and the place of its value', () => {
  const text = 'rem x\r\n@netsh a name="b c" d\r\n'
  const { words, start, end } = run(text).commands[0] as Command
  expect(text.slice(start, end)).toBe('netsh a name="b c" d')
  expect(words.map(word => word.text)).toEqual(['netsh', 'a', 'name=b c', 'd'])
  expect(text.slice(words[2]?.value, words[2]?.end)).toBe('"b c"')
})

test('a word loses its quotes and doubled percent signs wherever they stand', () => {
  const { words } = run('netsh "a"b="c d" %%E%%="f%%" g="" "=h" i="j"k=\r\n').commands[0] as Command
  expect(words.map(word => word.text)).toEqual(['netsh', 'ab=c d', '%E%=f%', 'g=', '=h', 'i=jk='])
  const late = words.filter(word => word instanceof LateWord)
  expect(late.map(word => [word.key, word.argument])).toEqual([['netsh', ''], ['ab', 'c d'], ['%E%', 'f%'], ['g', ''], ['', 'h'], ['i', 'jk=']])
  expect(late.map(word => word.isJoining)).toEqual([false, false, false, true, true, true])
})

test('a caret continues a line, and escapes nothing inside quotes', () => {
  expect(lines('netsh a ^\r\n  b ^\n c\r\nnetsh d')).toEqual(['a b c', 'd'])
  expect(lines('netsh "a^"\nnetsh b')).toEqual(['a^', 'b'])
  expect(lines('netsh a^^\nnetsh b')).toEqual(['a^', 'b'])
})

test('comments, labels and echo run nothing', () => {
  expect(lines('rem netsh a\nREM & netsh a\n:: netsh b\n:label\necho netsh c\necho.& netsh d\n@rem x')).toEqual(['d'])
})

test('joined commands all run; behind || only when the one before fails', () => {
  expect(lines('echo x & netsh a && netsh b | netsh c')).toEqual(['a', 'b', 'c'])
  expect(conditions('netsh show >nul 2>&1 || netsh add')).toEqual([undefined, 'unless netsh show succeeds'])
})

test('redirections are no arguments', () => {
  expect(lines('netsh a >nul 2>&1\nnetsh b 1>>"log file.txt" c\nnetsh port2 x')).toEqual(['a', 'b c', 'port2 x'])
})

test('variables that the file sets are put in, others stay', () => {
  expect(lines('set P=80\nset "Q=a b"\nnetsh %P% "%Q%" %R% 100%%')).toEqual(['80 a b %R% 100%'])
  expect(lines('set CMD=netsh x\n%CMD% y')).toEqual(['x y'])
  expect(lines('set P=abcdef\nnetsh %P:~1,2% %P:b=X%')).toEqual(['bc aXcdef'])
  expect(lines('setlocal EnableDelayedExpansion\nset P=1\nnetsh !P!')).toEqual(['1'])
})
test('a variable set under a condition is not known afterwards', () => {
  expect(lines('set P=1\nif exist x set P=2\nnetsh %P%')).toEqual(['%P%'])
})
test('a block is expanded before it runs, as cmd.exe does', () => {
  expect(lines('set P=1\nif 1==1 (\nset P=2\nnetsh %P%\n)\nnetsh %P%')).toEqual(['1', '2'])
})

test('a loop over a literal list is unrolled', () => {
  expect(lines('for %%p in (80 443,8080) do netsh %%p')).toEqual(['80', '443', '8080'])
  expect(lines('for %%p in ("a b") do (\n netsh %%~p x\n)')).toEqual(['a b x'])
  expect(lines('for /l %%i in (1,2,5) do netsh %%i')).toEqual(['1', '3', '5'])
  expect(lines('for %%a in (1 2) do for %%b in (x y) do netsh %%a%%b')).toEqual(['1x', '1y', '2x', '2y'])
})
test('a loop over files runs an unknown number of times', () => {
  expect(conditions('for %%f in (*.txt) do netsh %%f')).toEqual(['for %f in (*.txt)'])
  expect(conditions("for /f %%f in ('dir') do netsh %%f")).toEqual(["for /f %f in ('dir')"])
})

test('an if that the file decides is decided', () => {
  expect(lines('set A=1\nif "%A%"=="1" (netsh a) else (netsh b)')).toEqual(['a'])
  expect(lines('set A=5\nif %A% gtr 10 (\nnetsh a\n) else (\nnetsh b\n)')).toEqual(['b'])
  expect(lines('if /i not "a"=="A" netsh a')).toEqual([])
})
test('an if that it does not decide gives both sides a condition', () => {
  expect(conditions('if exist "c:\\x" (netsh a) else netsh b\nnetsh c')).toEqual(['if exist "c:\\x"', 'else of if exist "c:\\x"', undefined])
})

test('goto: what is jumped over may not run, and what no way leads to does not', () => {
  expect(conditions('if exist x goto skip\nnetsh a\n:skip\nnetsh b')).toEqual(['unless if exist x', undefined])
  expect(lines('netsh a\ngoto :eof\nnetsh b')).toEqual(['a'])
  expect(lines('goto last\nnetsh a\n:last\nnetsh b')).toEqual(['b'])
  // A guard: the intended way goes on.
  expect(conditions('if errorlevel 1 goto failed\nnetsh a\nexit /b\n:failed\necho no')).toEqual([undefined])
})
test('a subroutine runs where it is called, with its arguments', () => {
  expect(lines('call :open "a b" 80\ncall :open c 443\ngoto :eof\n:open\nnetsh name=%1 port=%2 %~1\nexit /b')).toEqual(['name=a b port=80 a b', 'name=c port=443 c'])
})

test('cmd, call and start are looked through', () => {
  expect(lines('cmd /c "netsh a b"\ncall netsh c\nstart "" /wait netsh d\nC:\\Windows\\System32\\netsh.exe e')).toEqual(['a b', 'c', 'd', 'e'])
})

test('growth is bounded', () => {
  const doubled = `set A=${'x'.repeat(4000)}\n${'set A=%A%%A%\n'.repeat(40)}netsh %A%`
  expect(lines(doubled)).toHaveLength(1)
  const nested = `${'for /l %%a in (1,1,1000) do '.repeat(5)}netsh x`
  expect(run(nested).problems.join()).toMatch(/too far/)
  const deep = `${'(\n'.repeat(100_000)}netsh x`
  expect(run(deep).problems.join()).toMatch(/nested/)
  expect(lines(':a\nnetsh x\ncall :a').length).toBeLessThan(100)
  expect(lines(`${'if exist x '.repeat(20_000)}netsh x`)).toBeDefined()
})

test('a long block takes time in proportion', () => {
  const text = `if exist x (\n${'  netsh add rule name="a"\n'.repeat(50_000)})\n`
  const begin = performance.now()
  expect(run(text).commands).toHaveLength(50_000)
  expect(performance.now() - begin).toBeLessThan(5000)
})
