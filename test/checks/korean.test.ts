import { expect, test } from '@jest/globals'
import { OBJECT, TO, WITH, withParticle } from '../../src/checks/shared/korean.ts'

test('a particle follows the last sound of the word, and both forms stand where it is not known', () => {
  expect(['사이트 서버', '관리 지점', '채널', 'SQL Server', ''].map(word => withParticle(word, TO))).toEqual(['사이트 서버로', '관리 지점으로', '채널로', 'SQL Server(으)로', '(으)로'])
  expect(['사이트 서버', '관리 지점', '채널', 'CMG'].map(word => withParticle(word, WITH))).toEqual(['사이트 서버와', '관리 지점과', '채널과', 'CMG와(과)'])
  expect(['사이트 서버', '채널'].map(word => withParticle(word, OBJECT))).toEqual(['사이트 서버를', '채널을'])
})
