import type { Check, Locale } from '../model/facts.ts'
import type { Site } from '../model/requirements.ts'
import type { Place, Severity, Span } from '../model/types.ts'

/**
 * The config contradicts the product or itself. WSUS: HTTPS is 443 exactly when HTTP is 80, else HTTP + 1 (client page; the ports page
 * of 2021 to 2025 says 1 or higher, so another gap upwards is a warning). Wake On LAN: the site's number and the client setting's must be equal (client settings page).
 */
export const siteSettingsInvalid: Check = {
  code: 'site-settings-invalid',
  severity: 'error',
  *run({ site, locale }) {
    const say = WORDS[locale]
    const found = (key: string, severity: Severity, message: string, remedy: string): { severity: Severity; span: Span; message: string; remedy: string; identity: string }[] => {
      const place = site.ports.get(key)?.place
      return place ? [{ severity, span: spanOf(place), message, remedy, identity: key }] : []
    }
    const http = numberOf(site, 'wsus-http', 8530)
    const https = numberOf(site, 'wsus-https', http === 80 ? 443 : http + 1)
    const stated = site.ports.has('wsus-https') ? 'wsus-https' : 'wsus-http'
    const wanted = http === 80 ? 443 : http + 1
    if (https !== wanted) yield* found(stated, http === 80 || https === 443 || https <= http ? 'error' : 'warning', say.wsus(http, https, wanted), say.wsusRemedy(wanted))
    const lan = numberOf(site, 'wake-on-lan', 9)
    const client = numberOf(site, 'client-setting-wake-on-lan', 9)
    if (lan !== client) yield* found(site.ports.has('client-setting-wake-on-lan') ? 'client-setting-wake-on-lan' : 'wake-on-lan', 'error', say.wake(lan, client), say.wakeRemedy)
  },
}

const numberOf = (site: Site, key: string, byDefault: number): number => site.ports.get(key)?.ports.ranges[0]?.[0] ?? byDefault
const spanOf = (place: Place): Span => ({ origin: { path: place.path, place: () => place, line: () => undefined }, start: 0, end: 0 })

const WORDS = {
  en: {
    wsus: (http: number, https: number, wanted: number) => `WSUS on HTTP port ${http} goes with HTTPS port ${wanted}, not ${https}.`,
    wsusRemedy: (wanted: number) => `Set site.ports.wsus-https to ${wanted}, or correct site.ports.wsus-http.`,
    wake: (site: number, client: number) => `Wake On LAN uses UDP ${site} on the site and UDP ${client} in the client settings; neither follows the other.`,
    wakeRemedy: 'Set both numbers to the same value, in the console and here.',
  },
  ko: {
    wsus: (http: number, https: number, wanted: number) => `WSUS HTTP 포트가 ${http}이면 HTTPS 포트는 ${https}이(가) 아니라 ${wanted}이어야 합니다.`,
    wsusRemedy: (wanted: number) => `site.ports.wsus-https를 ${wanted}(으)로 설정하거나 site.ports.wsus-http를 수정하십시오.`,
    wake: (site: number, client: number) => `Wake On LAN 포트가 사이트에서는 UDP ${site}, 클라이언트 설정에서는 UDP ${client}입니다. 두 값은 서로 따르지 않습니다.`,
    wakeRemedy: '콘솔과 이 파일에서 두 값을 같게 설정하십시오.',
  },
} satisfies Record<Locale, unknown>
