const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const V4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`)
const GROUP = /^[\da-f]{1,4}$/i

/** 4, 6 or 0, as `node:net` says it; that module alone takes longer to load than a small check. A zone (`%eth0`) is no part of a rule: 0. */
export function isIP(text: string): 0 | 4 | 6 {
  if (text.length > 45) return 0
  if (V4.test(text)) return 4
  return text.includes(':') && isV6(text) ? 6 : 0
}
function isV6(text: string): boolean {
  const colons = text.indexOf('::')
  if (colons >= 0 && text.indexOf('::', colons + 1) >= 0) return false
  const groups = (part: string): number => {
    if (part === '') return 0
    const list = part.split(':')
    const last = list.at(-1) as string
    const dotted = last.includes('.') && V4.test(last)
    return (dotted ? list.slice(0, -1) : list).every(group => GROUP.test(group)) ? list.length + Number(dotted) : 99
  }
  if (colons < 0) return groups(text) === 8
  const left = text.slice(0, colons)
  if (left.includes('.')) return false
  return groups(left) + groups(text.slice(colons + 2)) <= 7
}
