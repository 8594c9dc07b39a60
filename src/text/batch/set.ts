/** cmd.exe itself takes lines of 8,191 characters; values beyond that are not followed. */
const LONGEST_VALUE = 8191

/** What a script holds for a name, in lower case. */
type ValueOf = (name: string) => string | undefined
/** Takes the value of a variable; undefined where it is not known. */
type Assign = (name: string, value: string | undefined) => void

/** Follows what stands behind `set`: `NAME=text`, `"NAME=text"`, `/a n=n+1,m=2`, and `/p`, whose answer nobody knows. */
export function followSet(rest: string, valueOf: ValueOf, assign: Assign): void {
  const option = /^[ \t]*\/([ap])[ \t]*/i.exec(rest)
  const body = rest.slice(option?.[0].length ?? 0).replace(/^[ \t]+/, '')
  const quoted = body.startsWith('"') ? body.slice(1, body.lastIndexOf('"') > 0 ? body.lastIndexOf('"') : undefined) : body
  if (option?.[1]?.toLowerCase() === 'a') {
    for (const sum of quoted.replaceAll('"', '').split(',')) followSum(sum, valueOf, assign)
    return
  }
  const equals = quoted.indexOf('=')
  if (equals <= 0) return
  const name = quoted.slice(0, equals).trim().toLowerCase()
  const value = quoted.slice(equals + 1)
  assign(name, option || value.length > LONGEST_VALUE || holdsItself(value, name) ? undefined : value)
}

/** `set /a n=2`, `n+=1`, `n=n*2+1`: numbers and variables joined by signs, from left to right as far as they are of one rank. */
function followSum(sum: string, valueOf: ValueOf, assign: Assign): void {
  const parts = /^\s*([^\s=+*/%^&|<>!~()-]+)\s*([-+*]?)=(.*)$/s.exec(sum)
  if (!parts) return
  const name = (parts[1] as string).toLowerCase()
  const text = parts[2] ? `${name}${parts[2]}${parts[3] as string}` : parts[3] as string
  const terms = /^\s*-?[\w#$@]+\s*(?:(?:[-+]\s*[\w#$@]+\s*)*|\*\s*[\w#$@]+\s*)$/.test(text) ? text.match(/[-+*]|[\w#$@]+/g) ?? [] : []
  let value: number | undefined = terms.length === 0 ? undefined : 0
  let sign = '+'
  for (const term of terms) {
    if (/^[-+*]$/.test(term)) { sign = term; continue }
    // What is not set counts as 0; but the script may have been started with it. Leading zeros mean octal.
    const known = /^\d/.test(term) ? term : valueOf(term.toLowerCase())?.trim()
    const number: number | undefined = known !== undefined && /^-?(?:0|[1-9]\d{0,8})$/.test(known) ? Number(known) : undefined
    if (value === undefined || number === undefined) { value = undefined; break }
    value = sign === '*' ? value * number : sign === '-' ? value - number : value + number
  }
  assign(name, value === undefined || Math.abs(value) > 0x7FFFFFFF ? undefined : String(value))
}

/** What was not known when it was set (`PATH=%PATH%;…`) would be put in again and again. */
const holdsItself = (value: string, name: string): boolean => value.toLowerCase().includes(`%${name}%`)
