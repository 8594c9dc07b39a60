import { portSet } from '../../model/ports.ts'
import type { PortSet } from '../../model/types.ts'

/** Most rules name one port, and there are few enough of them to keep. */
const singles: (PortSet | undefined)[] = []

/** The set of a text that is nothing but one port number; undefined for everything else, which the caller then reads in full. */
export function singlePort(text: string): PortSet | undefined {
  const { length } = text
  if (length === 0 || length > 5) return undefined
  let port = 0
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return undefined
    port = port * 10 + digit
  }
  if (port > 65_535) return undefined
  return (singles[port] ??= portSet([[port, port]], [], [], [String(port)]))
}
