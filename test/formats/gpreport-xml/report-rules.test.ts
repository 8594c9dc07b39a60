import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { gpreportXml } from '../../../src/formats/gpreport-xml.ts'
import { neutralRule, placeOf } from '../../../src/model/rules.ts'
import type { PolicyFile } from '../../../src/model/types.ts'
import { sourceFile, sourceText } from '../../../src/text/source-file.ts'

const report = (before: string, rules: readonly string[], after: string): string => `<?xml version="1.0" encoding="utf-16"?>
<GPO xmlns="http://www.microsoft.com/GroupPolicy/Settings"><Name>Clients</Name>${before}<Computer><Enabled>true</Enabled><ExtensionData>
<Extension xmlns:q1="http://www.microsoft.com/GroupPolicy/Settings/WindowsFirewall" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="q1:WindowsFirewallSettings">
${rules.join('\n  ')}<q1:DomainProfile><q1:EnableFirewall><q1:Value>perhaps</q1:Value></q1:EnableFirewall><q1:DefaultInboundAction><q1:Value>true</q1:Value></q1:DefaultInboundAction></q1:DomainProfile>
</Extension></ExtensionData></Computer>${after}</GPO>`
const rule = (element: string, inside: string): string => `<q1:${element}>\r\n  <q1:Version>2.31</q1:Version>${inside}\r\n</q1:${element}>`

/** What a file says, with every place. */
const said = ({ parts, problems, gpo }: PolicyFile) => ({
  rules: parts.map(part => part.rules.map(r => ({ ...neutralRule(r), parts: r.parts }))), gpo,
  profiles: parts.map(({ profiles }) => Object.values(profiles).map(settings => Object.values(settings).map(({ value, source }) => [value, placeOf(source)]))),
  problems: problems.map(({ code, message, source }) => [code, message, placeOf(source)]),
})
const readInUnits = (text: string) => said(gpreportXml.parse(sourceFile('gpreport.xml', Buffer.from(`\ufeff${text}`, 'utf16le')), {}))
const readAsXml = (text: string) => said(gpreportXml.parse(sourceText('gpreport.xml', text), {}))

test('a report in UTF-16 says what the same report in UTF-8 says, whatever stands in it', () => {
  const child = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('<q1:Action>Allow</q1:Action>', '<q1:Dir>In</q1:Dir>', '<q1:Active>true</q1:Active>', '<q1:Protocol>6</q1:Protocol>', '<q1:LPort>443</q1:LPort>', '<q1:LPort>5000-5010</q1:LPort>', '<q1:RA4>192.0.2.0/24</q1:RA4>', '<q1:Profile>Domain</q1:Profile>', '<q1:Name>A &amp; B &#xAC00;</q1:Name>', '<q1:Name>방화벽</q1:Name>', '<q1:Name>all</q1:Name>', '<q1:Desc>said</q1:Desc>', '<q1:App>a&lt;b</q1:App>', '<q1:Svc></q1:Svc>') },
    { weight: 2, arbitrary: fc.constantFrom('<q1:Dir> Out </q1:Dir>', '<q1:LPort>99999</q1:LPort>', '<q1:Version>3.0</q1:Version>', '<q1:Other>x|y=z</q1:Other>', '<q1:Name>\u00a0ALL\u00a0</q1:Name>') },
    { weight: 1, arbitrary: fc.constantFrom('<!-- by hand -->', '<q1:Dir lang="en">In</q1:Dir>', '<q1:Dir/>', '<q1:Dir>&bad;</q1:Dir>', '<q1:Dir><b/>In</q1:Dir>', '<q1:Precedence>2</q1:Precedence>', '<Dir>Out</Dir>', '<q1:Name><![CDATA[<x>]]></q1:Name>', '<q1:Dir>In</q1:Dirt>', 'text') },
  )
  const rules = fc.array(fc.tuple(fc.constantFrom('InboundFirewallRules', 'OutboundFirewallRules'), fc.array(child, { maxLength: 7 })).map(([element, children]) => rule(element, children.join(''))), { maxLength: 4 })
  const between = fc.constantFrom('', '', '<!-- note -->', '<q1:GlobalSettings/>', '<q1:InboundFirewallRules/>', '<InboundFirewallRules><Dir>In</Dir></InboundFirewallRules>')
  const around = fc.constantFrom('', '', `<!-- ${rule('InboundFirewallRules', '<q1:Name>-->x</q1:Name>')} -->`, `<Note>${rule('InboundFirewallRules', '')}</Note>`, '<![CDATA[<q1:InboundFirewallRules></q1:InboundFirewallRules>]]>', '<open>')
  fc.assert(fc.property(rules, between, rules, around, around, (some, middle, others, before, after) => {
    const text = report(before, [...some, middle, ...others], after)
    expect(readInUnits(text)).toEqual(readAsXml(text))
  }), { numRuns: 600 })
})

test('rules that a user half or a comment holds are not the computer\'s', () => {
  const own = rule('InboundFirewallRules', '<q1:Name>Web</q1:Name>')
  for (const around of [`<!--${own}-->`, `<User xmlns:q1="u">${own}</User>`]) {
    expect(readInUnits(report(around, [own], '')).rules[0]).toHaveLength(1)
  }
})
