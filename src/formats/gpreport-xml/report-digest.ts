import { RulesDigest } from '../../model/digest.ts'
import { hasAt, textOf } from '../../text/units.ts'
import { isBlank, type RuleSink, type TakenRules } from './report-rules.ts'

const NOTHING: TakenRules = { rules: [], problems: [] }

/** Sums up the rules of a report, and makes none. Blanks around a value are not what the console writes. */
export class ReportDigest implements RuleSink {
  readonly digest = new RulesDigest()
  enabled = 0
  readonly #units: Uint16Array
  #isActiveSaid = false

  constructor(units: Uint16Array) { this.#units = units }

  begin(): void { this.#isActiveSaid = false }
  child(name: number, nameEnd: number, value: number, end: number, resolved: string | undefined): boolean {
    const { digest } = this
    const units = this.#units
    if (!digest.begin(nameEnd - name, units[name] as number, units[name + 1] as number, units[name + 2] as number, units[name + 4] as number)) return true
    if (isBlank(units[value] as number) || isBlank(units[end - 1] as number)) return false
    if (resolved === undefined) digest.add(units, value, end)
    else digest.add(resolved, 0, resolved.length)
    digest.end()
    return !hasAt(units, 'Active>', name) || this.#active(textOf(units, value, end).toLowerCase())
  }
  #active(said: string): boolean {
    if (this.#isActiveSaid || (said !== 'true' && said !== 'false')) return false
    this.#isActiveSaid = true
    if (said === 'true') this.enabled++
    return true
  }
  end(): boolean {
    this.digest.endRule()
    return true
  }
  taken(): TakenRules { return NOTHING }
}
