import { plain } from '../mapped.ts'
import type { IfTest } from './nodes.ts'
import type { Variables } from './variables.ts'

const OPERATORS = new Set(['equ', 'neq', 'lss', 'leq', 'gtr', 'geq'])

/** Whether a test holds; undefined where the script does not say. */
export function decide(test: IfTest, variables: Variables, loop: ReadonlyMap<string, string>): boolean | undefined {
  const { operator, ignoreCase, not } = test
  const { exitCode } = variables
  const known = (text: string): string | undefined => {
    const value = variables.substitute(plain(text, 0), loop).text
    return /[%!]/.test(value) ? undefined : ignoreCase ? value.toLowerCase() : value
  }
  if (operator === 'defined') {
    const value = variables.get(test.right.toLowerCase())
    return value === undefined ? undefined : (value !== '') !== not
  }
  if (operator === 'errorlevel') {
    if (test.right === '0') return !not // of any exit code, for it asks for this one or more
    return exitCode === undefined || !/^\d+$/.test(test.right) ? undefined : (exitCode >= Number(test.right)) !== not
  }
  if (operator !== '==' && !OPERATORS.has(operator)) return undefined
  const left = known(test.left)
  const right = known(test.right)
  if (left === undefined || right === undefined) return undefined
  if (operator === '==') return (left === right) !== not
  const numbers = /^-?\d+$/.test(left) && /^-?\d+$/.test(right)
  const order = numbers ? Number(left) - Number(right) : left < right ? -1 : left > right ? 1 : 0
  const holds = operator === 'equ' ? order === 0 : operator === 'neq' ? order !== 0 : operator === 'lss' ? order < 0
    : operator === 'leq' ? order <= 0 : operator === 'gtr' ? order > 0 : order >= 0
  return holds !== not
}

/**
 * `if "%~1"=="" set PORT=80`, or `set PORT=80` and `if not "%~1"=="" set PORT=%~1`: the way to write a default. Arguments and variables of
 * whoever starts the script are taken as not given, like the parameters of a PowerShell script.
 */
export function isDefault({ operator, not, left, right }: IfTest, variables: Variables): boolean | undefined {
  const isGiven = (text: string): boolean => {
    const name = /^[["']*%(?:~?[1-9]|([^%~:*]+)%)[\]"']*$/.exec(text)
    return name !== null && (name[1] === undefined || (variables.arguments === undefined && variables.isOutside(name[1])))
  }
  if (operator === 'defined') return variables.isOutside(right) ? not : undefined
  const isEmpty = (text: string): boolean => /^(?:""|''|\[\]|\[""\])$/.test(text)
  return (operator === '==' || operator === 'equ') && isGiven(left) && isEmpty(right) ? !not : undefined
}
