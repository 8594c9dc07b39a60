/** A value as a hive keeps it: REG_SZ is 1, REG_DWORD 4. */
export interface TestValue { readonly name: string; readonly type: number; readonly data: Buffer }
export interface TestKey { readonly name: string; readonly values: readonly TestValue[] }

/** A registry hive of one level of keys below its root, by the "Windows registry file format specification". */
export function hive(root: string, keys: readonly TestKey[]): Buffer {
  const cells: Buffer[] = []
  let length = 32 // the header of the bin
  /** Adds a cell and gives its offset; a size below zero says that it is in use. */
  const cell = (content: Buffer): number => {
    const size = (content.length + 4 + 7) & ~7
    const whole = Buffer.alloc(size)
    whole.writeInt32LE(-size)
    content.copy(whole, 4)
    cells.push(whole)
    length += size
    return length - size
  }
  const list = (signature: string, offsets: readonly number[], width: 4 | 8): number => {
    const out = Buffer.alloc(4 + offsets.length * width)
    out.write(signature, 'latin1')
    out.writeUInt16LE(offsets.length, 2)
    offsets.forEach((offset, i) => out.writeUInt32LE(offset, 4 + i * width))
    return cell(out)
  }
  const value = ({ name, type, data }: TestValue): number => {
    const out = Buffer.alloc(20 + name.length)
    out.write('vk', 'latin1')
    out.writeUInt16LE(name.length, 2)
    if (data.length <= 4) {
      out.writeUInt32LE(data.length + 0x80000000, 4)
      data.copy(out, 8)
    } else {
      out.writeUInt32LE(data.length, 4)
      out.writeUInt32LE(cell(data), 8)
    }
    out.writeUInt32LE(type, 12)
    out.writeUInt16LE(1, 16) // the name is Latin-1
    out.write(name, 20, 'latin1')
    return cell(out)
  }
  const key = (name: string, flags: number, below: readonly number[], values: readonly TestValue[]): number => {
    const subkeys = below.length > 0 ? list('lh', below, 8) : 0xffffffff
    const offsets = Buffer.alloc(4 * values.length)
    values.forEach((v, i) => offsets.writeUInt32LE(value(v), 4 * i))
    const valueList = values.length > 0 ? cell(offsets) : 0xffffffff
    const out = Buffer.alloc(76 + name.length)
    out.write('nk', 'latin1')
    out.writeUInt16LE(0x20 | flags, 2)
    out.writeUInt32LE(below.length, 20)
    out.writeUInt32LE(subkeys, 28)
    out.writeUInt32LE(values.length, 36)
    out.writeUInt32LE(valueList, 40)
    out.writeUInt16LE(name.length, 72)
    out.write(name, 76, 'latin1')
    return cell(out)
  }
  const rootOffset = key(root, 0x0c, keys.map(({ name, values }) => key(name, 0, [], values)), [])
  const base = Buffer.alloc(4096)
  base.write('regf', 'latin1')
  base.writeUInt32LE(1, 20)
  base.writeUInt32LE(5, 24)
  base.writeUInt32LE(rootOffset, 36)
  const bin = Buffer.alloc(32)
  bin.write('hbin', 'latin1')
  const fill = Buffer.alloc((4096 - (length % 4096)) % 4096)
  if (fill.length >= 4) fill.writeInt32LE(fill.length)
  bin.writeUInt32LE(length + fill.length, 8)
  base.writeUInt32LE(length + fill.length, 40)
  return Buffer.concat([base, bin, ...cells, fill])
}
