const DIRECTION = /(?:^|[\n{,])[ \t]*(?:-[ \t]+)?["']?direction["']?[ \t]*:[ \t]*["']?(?:inbound|outbound)\b/
const ACTION = /(?:^|[\n{,])[ \t]*(?:-[ \t]+)?["']?action["']?[ \t]*:[ \t]*["']?(?:allow|block|bypass)\b/

/** Clouds and routers have lists of rules with a direction and an action as well: other words than ours, and none that is ours alone. */
const FOREIGN_KEYS = [
  'ports?', 'port_?range\\w*', 'from_?port', 'to_?port', 'cidr\\w*', 'sources?', 'destinations?', '(?:source|destination)_?\\w+', 'src\\w*', 'dst\\w*', 'priority',
]
const FOREIGN = new RegExp(`(?:^|[\\n{,])[ \\t]*(?:-[ \\t]+)?["']?(?:${FOREIGN_KEYS.join('|')})["']?[ \\t]*:`, 'i')
const OURS_ALONE = /["']?(?:(?:local|remote)(?:Ports|Addresses)|interfaceTypes|profiles)["']?[ \t]*:/

/** The settings of a profile, for a file that has no rule yet: an outbound block alone cuts a lot. */
const PROFILES = /(?:^|[\n{,])[ \t]*["']?profiles["']?[ \t]*:[ \t]*(?:[{\r\n#]|$)/
const SETTING = /(?:^|[\n{,])[ \t]*["']?(?:default(?:In|Out)bound["']?[ \t]*:[ \t]*["']?(?:allow|block)|(?:allowLocalRules|blockAllInbound)["']?[ \t]*:[ \t]*(?:true|false))\b/

/** Whether a text holds rules in the neutral form, or settings of profiles: lists of other products have much the same shape. */
export const isNeutral = (text: string): boolean => hasRules(text) || (text.includes('profiles') && SETTING.test(text) && PROFILES.test(text))
const hasRules = (text: string): boolean =>
  text.includes('direction') && DIRECTION.test(text) && ACTION.test(text) && (OURS_ALONE.test(text) || !FOREIGN.test(text))
