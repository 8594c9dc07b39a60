import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { checkoutAt, holdsMost } from '../../src/io/checkout.ts'
import { folderWith } from '../folders.ts'

const ID = 'c0ffee'.padEnd(40, '0')
const CONFIG = '[core]\n\tbare = false\n[remote "fork"]\n\turl = https://github.com/mallory/firewall\n[remote "origin"]\n\turl = https://github.com/contoso/firewall\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n[branch "main"]\n\turl = no\n'

test('the clone is found from a folder in it, with its commit and where it came from', () => {
  const root = folderWith({ 'a/.git/HEAD': `${ID}\n`, 'a/.git/config': CONFIG, 'a/infra/x.ps1': '', 'b/x.ps1': '' })
  expect(checkoutAt(join(root, 'a/infra'), root)).toMatchObject({ folder: 'infra', isClone: true, head: ID, origin: 'https://github.com/contoso/firewall' })
  expect(checkoutAt(join(root, 'a'), root)).toMatchObject({ folder: '', isClone: true })
  expect(checkoutAt(join(root, 'b'), root)).toMatchObject({ folder: 'b', isClone: false, head: undefined, origin: undefined })
  expect(checkoutAt(root, join(root, 'a'))).toBeUndefined()
})
test('a branch is looked up, loose or packed; what leads elsewhere is not read', () => {
  const head = (files: Record<string, string>): string | undefined => {
    const root = folderWith(files)
    return checkoutAt(root, root)?.head
  }
  expect(head({ '.git/HEAD': 'ref: refs/heads/main\n', '.git/refs/heads/main': `${ID}\n` })).toBe(ID)
  expect(head({ '.git/HEAD': 'ref: refs/heads/main\n', '.git/packed-refs': `# pack-refs with: peeled\n${'1'.repeat(40)} refs/heads/main2\n${ID} refs/heads/main\n` })).toBe(ID)
  expect(head({ '.git/HEAD': 'ref: refs/../../id\n', id: `${ID}\n` })).toBeUndefined()
  expect(head({ '.git/HEAD': 'ref: refs/heads/.invalid\n' })).toBeUndefined()
  expect(head({ '.git': 'gitdir: ../elsewhere\n' })).toBeUndefined()
})
test('half of the files make a likeness', () => {
  const root = folderWith({ 'a.ps1': '', 'b/c.ps1': '' })
  expect(holdsMost(root, [])).toBe(true)
  expect(holdsMost(root, ['a.ps1', 'b/c.ps1', 'd', 'e'])).toBe(true)
  expect(holdsMost(root, ['a.ps1', 'd', 'e'])).toBe(false)
})
