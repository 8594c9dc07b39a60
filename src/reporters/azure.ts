import type { Reporter } from '../model/report.ts'
import type { Finding } from '../model/types.ts'
import { inert, printable, printableLines } from '../text/printable.ts'
import { words } from './shared/words.ts'

/** Logging commands of Azure Pipelines. It knows errors and warnings; a notice is a plain line. */
export const azure: Reporter = {
  id: 'azure',
  title: 'Azure Pipelines logging commands',
  render(report, { locale }) {
    const say = words[locale]
    const { summary } = report
    const lines = report.findings.map(f => (f.severity === 'notice' ? inert(notice(f)) : issue(f)))
    return `${[...lines, `${say.counts(summary.error, summary.warning, summary.notice)}; ${say.met(summary.satisfied, summary.required)}`].join('\n')}\n`
  },
}

function issue({ severity, code, location, message, remedy }: Finding): string {
  const properties = Object.entries({
    type: severity, sourcepath: location.path, linenumber: String(location.line), columnnumber: String(location.column), code,
  }).map(([key, value]) => `${key}=${property(inert(printable(value)))}`).join(';')
  return `##vso[task.logissue ${properties}]${data(inert(printableLines(remedy === '' ? message : `${message}\n${remedy}`)))}`
}
const notice = ({ code, location, message }: Finding): string => `${printable(location.path)}:${location.line}:${location.column}: notice ${code}: ${printable(message)}`
// As the agent decodes them; %AZP25 is its percent sign.
const data = (text: string): string => text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(';', '%3B').replaceAll(']', '%5D')
