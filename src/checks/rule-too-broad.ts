import type { Check, Locale } from '../model/facts.ts'
import { ANY } from '../model/names.ts'
import { ruleTitle } from '../model/rules.ts'
import { BOUND, OUTBOUND, type RuleTable, SETS } from '../model/table.ts'
import type { Rule } from '../model/types.ts'
import { activeAllows, isBroad } from './shared/active.ts'

/** An active inbound allow of any port from any address for any program and service: the firewall might as well be off. */
export const ruleTooBroad: Check = {
  code: 'rule-too-broad',
  severity: 'warning',
  *run(facts) {
    const say = WORDS[facts.locale]
    for (const { rules, table, rows } of activeAllows(facts)) {
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] as number
        const rule = rules[row] as Rule
        if (!namesNothing(table, row) || !isBroad(rule)) continue
        yield { identity: rule.id ?? rule.name, span: rule.source, message: say.broad(ruleTitle(rule)), remedy: say.narrow }
      }
    }
  },
}

/** Whether a row is worth a look: it names no program, and no set that we have a number for. */
const namesNothing = ({ bits, sets }: RuleTable, row: number): boolean =>
  ((bits[row] as number) & (BOUND | OUTBOUND)) === 0 && SETS.every(s => (sets[s][row] as number) <= ANY)
const WORDS = {
  en: {
    broad: (name: string) => `The rule "${name}" lets every inbound connection in: any port, from any address, for any program.`,
    narrow: 'Name the ports, the addresses they may come from, and the program or service that listens.',
  },
  ko: {
    broad: (name: string) => `"${name}" 규칙은 모든 포트, 모든 주소, 모든 프로그램의 인바운드 연결을 허용합니다.`,
    narrow: '포트, 허용할 원격 주소, 수신하는 프로그램이나 서비스를 지정하십시오.',
  },
} satisfies Record<Locale, unknown>
