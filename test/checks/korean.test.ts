import { expect, test } from '@jest/globals'
import { OBJECT, TO, WITH, withParticle } from '../../src/checks/shared/korean.ts'
import { lint } from '../../src/lint.ts'
import { configmgrPack } from '../../src/packs/configmgr.ts'
import { loadPacks } from '../../src/packs/index.ts'
import { sourceText } from '../../src/text/source-file.ts'

test('a particle follows the last sound of the word, and both forms stand where it is not known', () => {
  expect(['사이트 서버', '관리 지점', '채널', 'SQL Server', ''].map(word => withParticle(word, TO))).toEqual(['사이트 서버로', '관리 지점으로', '채널로', 'SQL Server(으)로', '(으)로'])
  expect(['사이트 서버', '관리 지점', '채널', 'CMG'].map(word => withParticle(word, WITH))).toEqual(['사이트 서버와', '관리 지점과', '채널과', 'CMG와(과)'])
  expect(['사이트 서버', '채널'].map(word => withParticle(word, OBJECT))).toEqual(['사이트 서버를', '채널을'])
})

test('why a rule is unneeded or obsolete is told in Korean, once', async () => {
  const rule = (port: string): string => `New-NetFirewallRule -DisplayName A -Direction Inbound -Action Allow -Protocol TCP -LocalPort ${port}\n`
  const told = async (locale: 'en' | 'ko'): Promise<string[]> =>
    (await lint({ files: [sourceText('a.ps1', rule('8530,8531') + rule('2703'))], unreadable: [], config: undefined, options: { today: '2026-06-01', locale, version: '1.0.0' } }))
      .report.findings.filter(f => f.code === 'rule-unneeded' || f.code === 'rule-obsolete').map(f => f.message)
  expect(await told('en')).toEqual([
    'The rule "A" opens a port that needs no opening here: only software update points listen for WSUS.',
    'The rule "A" is for something that current clients no longer have: the remote control ports of SMS 2003; use TCP 2701.',
  ])
  expect(await told('ko')).toEqual([
    '"A" 규칙은 여기에서 열 필요가 없는 포트를 엽니다: WSUS 요청은 소프트웨어 업데이트 지점만 수신합니다.',
    '"A" 규칙은 현재 클라이언트에 없는 항목에 대한 것입니다: SMS 2003의 원격 제어 포트입니다. TCP 2701을 사용하십시오.',
  ])
  const packs = await loadPacks({ packs: [], names: [] }, [], 'ko')
  for (const entry of [...configmgrPack().serverOnly, ...configmgrPack().obsolete]) expect(packs.reason(entry)).toMatch(/\p{Script=Hangul}/u)
})
