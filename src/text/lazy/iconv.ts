import iconv from 'iconv-lite'

/** Bytes in a code page that Node's own decoder lacks. */
export const decodeWith = (bytes: Uint8Array, label: string): string => iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), label)
