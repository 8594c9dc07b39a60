import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import type { Report } from '../../src/model/report.ts'
import { render } from './render.ts'
import { binary, context, HOSTILE, hostile, missing, sample } from './sample.ts'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path => existsSync(path))
const EVIL = `${HOSTILE} "><img src=x onerror=globalThis.pwned=1> '><svg onload=pwned=1> </title></style></script><script>pwned=1</script><a href="javascript:pwned=1">x</a> [x](javascript:pwned=1) \u2066\u202e`

const flow = { severity: 'required', by: [{ path: EVIL, line: 1, name: EVIL }], peer: EVIL, direction: 'inbound', feature: EVIL } as const
const report: Report = {
  ...sample,
  assumptions: [EVIL],
  targets: [
    { name: 'Workstations', role: 'client', layers: [], requirements: (['missing', 'blocked', 'partial', 'unverifiable', 'satisfied', 'not-applicable'] as const).map((status, i) => ({ ...flow, id: `push-${i}`, feature: 'client-push', peer: 'site-server', status })) },
    { name: EVIL, role: EVIL, layers: [EVIL], requirements: [{ ...flow, id: EVIL, status: 'missing', because: EVIL }] },
  ],
  findings: [
    missing, binary,
    { ...hostile, message: EVIL, remedy: EVIL, target: EVIL, requirements: [EVIL], features: [EVIL], related: [{ path: EVIL, line: 1, message: EVIL }], location: { ...hostile.location, path: EVIL, key: EVIL }, new: true, fix: { startLine: 2, endLine: 2, was: [EVIL], lines: [EVIL] } },
  ],
  changes: {
    base: 'c0ffee', mended: [{ fingerprint: 'a', code: EVIL, requirements: [], message: EVIL }], dropped: [],
    cut: [{ target: EVIL, requirement: EVIL, feature: EVIL, status: 'missing' }],
    opened: [{ target: EVIL, because: 'rule', rule: EVIL, protocol: EVIL, ports: [EVIL], addresses: [EVIL], profiles: ['domain'], location: { path: EVIL, line: 1 } }],
  },
}
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// Says why nothing was looked at where there is no browser.
const describeBrowser = CHROMIUM === undefined ? describe.skip : describe
describeBrowser(`the HTML report in Chromium${CHROMIUM === undefined ? ' (skipped: no Chromium on this machine)' : ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'html-'))
  const file = join(folder, 'report.html')
  const heard: string[] = []
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const { chromium } = await import('playwright-core')
    writeFileSync(file, render('html', report, { ...context, excerpt: finding => (finding.code === binary.code ? undefined : { firstLine: finding.location.line, lines: [`  ${EVIL}`] }) }))
    // Pages are written by this test; the sandbox of Chromium does not start for root in a container.
    browser = await chromium.launch({ executablePath: CHROMIUM as string, args: ['--no-sandbox', '--disable-gpu'] })
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
    page.on('console', message => heard.push(`console ${message.type()}: ${message.text()}`))
    page.on('pageerror', error => heard.push(`error: ${error.message}`))
    page.on('dialog', dialog => { heard.push('dialog'); void dialog.dismiss() })
    page.on('request', request => { if (request.url() !== pathToFileURL(file).href) heard.push(`request: ${request.url()}`) })
    await page.goto(pathToFileURL(file).href)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  // What runs in the page is text here: this project has no types of a browser.
  const inPage = (script: string): Promise<unknown> => page.evaluate(script)
  const shown = (words: string): Promise<void> => page.locator('#shown', { hasText: words }).waitFor()
  const visible = (): Promise<number> => page.locator('article:visible').count()

  test('hostile names are text: nothing runs, nothing is loaded, nothing is made of them', async () => {
    expect(await inPage('[globalThis.pwned, document.scripts.length, document.querySelectorAll("style").length]')).toEqual([undefined, 1, 1])
    expect(await page.locator('img, iframe, object, svg[onload], a:not([href^="#"])').count()).toBe(0)
    expect(await page.locator('article h3').last().innerText()).toContain('<img src=x onerror=globalThis.pwned=1>')
    expect(await page.content()).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u001b]/)
    expect(heard).toEqual([])
  })

  test('the filter works by keyboard alone, and says how many are left', async () => {
    expect(await page.locator('#shown').innerText()).toBe('3 of 3 findings shown')
    await page.keyboard.press('Tab')
    expect(await inPage('document.activeElement.className')).toBe('skip')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#findings')
    await page.keyboard.press('Tab')
    expect(await inPage('document.activeElement.value')).toBe('error')
    await page.keyboard.press('Space')
    await shown('2 of 3 findings shown')
    expect(await visible()).toBe(2)
    await page.keyboard.press('Space')
    for (let i = 0; i < 3; i++) await page.keyboard.press('Tab')
    await page.keyboard.type('rule-sh')
    await shown('1 of 3 findings shown')
    await page.keyboard.press('Tab')
    await page.keyboard.type('port 445 nowhere')
    await shown('0 of 3 findings shown')
    expect(await page.locator('#none').isVisible()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await shown('3 of 3 findings shown')
    expect(heard).toEqual([])
  })

  test.each([['light', 1200], ['dark', 1200], ['light', 360]] as const)('axe finds nothing in %s at %i pixels, and nothing is wider than the screen', async (colorScheme, width) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    await inPage('for (const fold of document.querySelectorAll("details")) fold.open = true')
    expect(await inPage('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    await inPage(AXE)
    const { violations } = await inPage('axe.run()') as AxeResults
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => node.html).join(' ')}`)).toEqual([])
    expect(heard).toEqual([])
  })

  test('all is there without the script', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const still = await plain.newPage()
    await still.goto(pathToFileURL(file).href)
    expect(await still.locator('article:visible').count()).toBe(3)
    expect(await still.locator('.filter:visible').count()).toBe(0)
    await plain.close()
  })
})
