import { chmodSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { discover, neverPolicy, pathFrom } from '../../src/io/files.ts'
import { UsageError } from '../../src/model/usage-error.ts'
import { folderWith } from '../folders.ts'

const found = (root: string, paths = ['.']): string[] => discover(root, paths).files.map(({ path }) => path)

test('files come in path order, whatever the order of the folder, without .git and node_modules', () => {
  const root = folderWith({ 'b.ps1': '', 'a/z.reg': '', 'a.ps1': '', '.git/x.ps1': '', 'node_modules/y.ps1': '', '.github/.configmgr-firewall.yml': '' })
  expect(found(root)).toEqual(['.github/.configmgr-firewall.yml', 'a.ps1', 'a/z.reg', 'b.ps1'])
})

test('names that never hold policy are not opened, unless the call or the config names them', () => {
  const root = folderWith({ 'logo.png': '', 'app.ts': '', 'notes.md': '', 'x.ps1': '' })
  expect(discover(root, ['.'])).toMatchObject({ passedOver: 3 })
  expect(found(root, ['logo.png'])).toEqual(['logo.png'])
  expect(discover(root, ['.'], { wanted: new Set(['notes.md']) }).files.map(f => f.path)).toEqual(['notes.md', 'x.ps1'])
  expect(neverPolicy('.md')).toBe(false)
})

test('a link that leaves the root is told and not followed; one inside is followed once', () => {
  const outside = folderWith({ 'secret.ps1': 'secret' })
  const root = folderWith({ 'real/a.ps1': 'a' })
  symlinkSync(join(outside, 'secret.ps1'), join(root, 'out.ps1'))
  symlinkSync(outside, join(root, 'outdir'))
  symlinkSync(join(root, 'real'), join(root, 'again'))
  symlinkSync('nowhere', join(root, 'broken.ps1'))
  symlinkSync('.', join(root, 'real/loop'))
  const { files, unreadable } = discover(root, ['.'])
  expect(files.map(({ path }) => path)).toEqual(['real/a.ps1'])
  expect(unreadable).toEqual([
    { path: 'broken.ps1', why: 'it is a symbolic link to nothing' },
    { path: 'out.ps1', why: 'it is a symbolic link that leaves the repository' },
    { path: 'outdir', why: 'it is a symbolic link that leaves the repository' },
  ])
  expect(found(root, ['again'])).toEqual(['again/a.ps1'])
})

test('names with line breaks, blanks and other letters survive', () => {
  const names = ['a\nb.ps1', '  x .ps1', '방화벽.reg', '::error::.cmd', '%41.ps1'].sort()
  expect(found(folderWith(Object.fromEntries(names.map(name => [name, '']))))).toEqual(names)
})

test('a file that may not be read is told, and all else is read', () => {
  const root = folderWith({ 'a.ps1': 'a', 'b.ps1': 'b' })
  chmodSync(join(root, 'a.ps1'), 0)
  const { files, unreadable } = discover(root, ['.'])
  // The superuser may read everything.
  const isRoot = process.getuid?.() === 0
  expect(files.map(({ path }) => path)).toEqual(isRoot ? ['a.ps1', 'b.ps1'] : ['b.ps1'])
  expect(unreadable).toEqual(isRoot ? [] : [{ path: 'a.ps1', why: 'permission denied' }])
})

test('large files of unknown kind are opened only when they look like text or a policy', () => {
  const root = folderWith({ 'a.bin': `x\0y\0\0${'z'.repeat(2 << 20)}`, 'b.bin': `PReg${'\0'.repeat(2 << 20)}`, 'c.dat': 'netsh advfirewall\n'.repeat(100_000) })
  expect(found(root)).toEqual(['b.bin', 'c.dat'])
})

test('a path that does not exist is a mistake of the call', () => {
  expect(() => discover(folderWith({}), ['nowhere'])).toThrow(UsageError)
})

test('paths are written from the root where they lie below it', () => {
  expect(pathFrom('/r', 'a/b')).toBe('a/b')
  expect(pathFrom('/r', '/r/a')).toBe('a')
  expect(pathFrom('/r', '/other/a')).toBe('/other/a')
  expect(pathFrom('/r/x', '../a')).toBe('../a')
  expect(pathFrom('/r', '.')).toBe('.')
})
