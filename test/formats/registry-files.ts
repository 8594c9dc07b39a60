import { sourceFile, sourceText } from '../../src/text/source-file.ts'
import type { SourceFile } from '../../src/model/stages.ts'

/*
 * Files of the registry formats, made by hand from their specifications and not by the code under test.
 */

export const POLICIES = 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall'
export const SERVICE = 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy'

export interface PolRecord { key?: string; name: string; type?: number; data: string | number | Buffer }

/** One record of [MS-GPREG] 2.2.1: text with its NUL, numbers as DWORD. */
export function polRecord({ key = `${POLICIES}\\FirewallRules`, name, type, data }: PolRecord): Buffer {
  const bytes = typeof data === 'string' ? Buffer.from(`${data}\0`, 'utf16le') : typeof data === 'number' ? dword(data) : data
  const kind = type ?? (typeof data === 'string' ? 1 : typeof data === 'number' ? 4 : 3)
  const mark = (text: string): Buffer => Buffer.from(text, 'utf16le')
  return Buffer.concat([mark(`[${key}\0;${name}\0;`), dword(kind), mark(';'), dword(bytes.length), mark(';'), bytes, mark(']')])
}
export const polBytes = (records: readonly PolRecord[]): Buffer => Buffer.concat([Buffer.from('PReg\x01\0\0\0', 'latin1'), ...records.map(polRecord)])
export const pol = (records: readonly PolRecord[], path = 'gpo/Machine/registry.pol'): SourceFile => sourceFile(path, polBytes(records))
const dword = (n: number): Buffer => { const b = Buffer.alloc(4); b.writeUInt32LE(n); return b }

export const regFile = (lines: readonly string[], path = 'clients.reg'): SourceFile =>
  sourceText(path, ['Windows Registry Editor Version 5.00', '', ...lines, ''].join('\r\n'))

/** A key with values and subkeys, for a hive. */
export interface HiveKeyText { name: string; values?: readonly { name: string; data: string | number }[]; keys?: readonly HiveKeyText[] }

/** A registry hive with Latin-1 names and `lf` lists ("Windows registry file format specification"). */
export function hiveBytes(root: HiveKeyText): Buffer {
  const cells: Buffer[] = []
  let size = 32
  const cell = (content: Buffer): number => {
    const length = Math.ceil((content.length + 4) / 8) * 8
    const bytes = Buffer.alloc(length)
    bytes.writeInt32LE(-length)
    content.copy(bytes, 4)
    cells.push(bytes)
    size += length
    return size - length
  }
  const list = (offsets: readonly number[], step: number, head: Buffer): number => {
    const bytes = Buffer.alloc(head.length + offsets.length * step)
    head.copy(bytes)
    offsets.forEach((offset, i) => bytes.writeUInt32LE(offset, head.length + i * step))
    return cell(bytes)
  }
  const value = ({ name, data }: { name: string; data: string | number }): number => {
    const bytes = Buffer.alloc(20 + name.length)
    bytes.write('vk')
    bytes.writeUInt16LE(name.length, 2)
    const text = typeof data === 'string' ? Buffer.from(`${data}\0`, 'utf16le') : undefined
    bytes.writeUInt32LE(text ? text.length : 0x80000004, 4)
    bytes.writeUInt32LE(text ? dataCell(text) : data as number, 8)
    bytes.writeUInt32LE(text ? 1 : 4, 12)
    bytes.writeUInt16LE(1, 16)
    bytes.write(name, 20, 'latin1')
    return cell(bytes)
  }
  const dataCell = (text: Buffer): number => {
    if (text.length <= 16344) return cell(text)
    const pieces: number[] = []
    for (let at = 0; at < text.length; at += 16344) pieces.push(cell(text.subarray(at, at + 16344)))
    const segments = list(pieces, 4, Buffer.alloc(0))
    const record = Buffer.alloc(8)
    record.write('db')
    record.writeUInt16LE(pieces.length, 2)
    record.writeUInt32LE(segments, 4)
    return cell(record)
  }
  const key = ({ name, values = [], keys = [] }: HiveKeyText): number => {
    const subkeys = keys.map(key)
    const subvalues = values.map(value)
    const head = Buffer.from('lf\0\0', 'latin1')
    head.writeUInt16LE(subkeys.length, 2)
    const bytes = Buffer.alloc(76 + name.length)
    bytes.write('nk')
    bytes.writeUInt16LE(0x20, 2)
    bytes.writeUInt32LE(subkeys.length, 20)
    bytes.writeUInt32LE(subkeys.length > 0 ? list(subkeys, 8, head) : 0xffffffff, 28)
    bytes.writeUInt32LE(subvalues.length, 36)
    bytes.writeUInt32LE(subvalues.length > 0 ? list(subvalues, 4, Buffer.alloc(0)) : 0xffffffff, 40)
    bytes.writeUInt16LE(name.length, 72)
    bytes.write(name, 76, 'latin1')
    return cell(bytes)
  }
  const rootCell = key(root)
  const base = Buffer.alloc(4096 + 32)
  base.write('regf')
  base.writeUInt32LE(1, 20)
  base.writeUInt32LE(5, 24)
  base.writeUInt32LE(rootCell, 36)
  base.write('hbin', 4096)
  return Buffer.concat([base, ...cells])
}
