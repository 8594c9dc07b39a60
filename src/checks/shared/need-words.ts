import type { Locale } from '../../model/facts.ts'
import type { Cause } from '../../model/verdicts.ts'
import { OBJECT, TO, WITH, withParticle } from './korean.ts'
import { listText } from './traffic.ts'

type ReasonWords = { readonly [R in Cause['reason']]: (name: string, profiles: string) => string }
/** What a finding about needs says, in one language. Names of rules come from policy files: every reporter makes them harmless. */
export interface Words {
  need(features: readonly string[], traffic: string, direction: 'inbound' | 'outbound' | 'both', peer: string): string
  more(count: number): string
  otherFeatures(count: number): string
  otherPeers(count: number): string
  sentence(what: string, why: string): string
  reasons: ReasonWords
  /** What keeps a rule from it, where it is one of two things. */
  lacks: { readonly [R in Cause['reason']]: (profiles: string) => string }
  twoReasons(name: string, first: string, second: string): string
  opensOnly(name: string, what: string): string
  defaultPort(name: string): string
  open(what: string, name: string | undefined): string
  opensIt(name: string): string
  alsoBlocks(name: string): string
  readable: string
  add(place: string): string
  addAbove(place: string, command: string): string
  moreRules(count: number): string
  addLike(file: string): string
  addLikeAtOrigin(file: string): string
  addLikeToGpo(name: string): string
  addOnceOn(name: string): string
  gpo(name: string): string
  enable(name: string): string
  otherRules(count: number): string
  narrow(names: string, many: boolean, peers: string): string
  narrowToo(names: string, many: boolean, peers: string): string
  once(names: string, many: boolean): string
  spared(names: string, many: boolean): string
  shieldsOff: string
  shieldsToo: string
  mergeOn(value: string): string
  widen(name: string, addresses: string): string
  addProfile(name: string, profiles: string): string
  interfaces(name: string): string
  platform(name: string): string
  ipsec(name: string): string
  program(name: string): string
  usePort(name: string, ports: string): string
  decide: string
  verbose: string
}
/** Reasons of which none is ever one of two (`nearest.ts`). */
const NONE = (): string => ''
const NEVER_PAIRED = {
  'no-rule': NONE, 'wrong-direction': NONE, 'wrong-protocol': NONE, 'wrong-port': NONE, 'wrong-program': NONE, 'narrow-ports': NONE,
  'default-outbound-block': NONE, 'block-rule': NONE, 'block-all-inbound': NONE,
}
export const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    need: (features, traffic, direction, peer) => `${listText(features, 'en')} ${features.length > 1 ? 'need' : 'needs'} ${traffic} ${direction === 'inbound' ? 'from' : direction === 'outbound' ? 'to' : 'with'} ${peer}`,
    more: count => `; and ${count} more`,
    otherFeatures: count => `${count} other features`,
    otherPeers: count => `${count} other roles`,
    sentence: (what, why) => `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${why}.`,
    reasons: {
      'no-rule': (name, profiles) => (name === '' ? `no rule allows it on the ${profiles}` : `Windows does not enforce the rule "${name}"`),
      'disabled-rule': name => `the rule "${name}" would allow it, but is disabled`,
      'wrong-direction': name => `the rule "${name}" allows it in the other direction`,
      'wrong-protocol': name => `the rule "${name}" allows another protocol`,
      'wrong-port': name => `the rule "${name}" allows other ports, or names the port at the wrong end`,
      'wrong-profile': (name, profiles) => `the rule "${name}" does not apply on the ${profiles}`,
      'wrong-program': name => `the rule "${name}" is bound to a program, service or app that does not listen there`,
      'narrow-ports': name => (name === '' ? 'only some of the ports pass' : `the rule "${name}" allows only a part of it`),
      'narrow-addresses': name => `the remote addresses of the rule "${name}" leave the other end out, wholly or in part`,
      'narrow-profiles': (name, profiles) => `the rule "${name}" leaves out the ${profiles}`,
      'narrow-interfaces': name => `the rule "${name}" applies only to some kinds of network adapter`,
      'wrong-platform': name => `the rule "${name}" is for other Windows versions`,
      'ipsec-only': name => `the rule "${name}" allows it only under IPsec`,
      'default-outbound-block': (_, profiles) => `outbound traffic is blocked by default on the ${profiles} and no rule lets it out`,
      'block-rule': name => `the block rule "${name}" stops it, and a block rule wins over every allow rule`,
      'block-all-inbound': (_, profiles) => `all inbound connections are blocked on the ${profiles}, whatever the rules allow`,
      'local-rules-ignored': (_, profiles) => `policy makes Windows ignore local rules on the ${profiles}, and only a local rule would allow it`,
    },
    lacks: {
      ...NEVER_PAIRED, 'disabled-rule': () => 'is disabled', 'wrong-profile': profiles => `does not apply on the ${profiles}`, 'narrow-profiles': profiles => `leaves out the ${profiles}`,
      'narrow-addresses': () => 'leaves the other end out of its remote addresses', 'narrow-interfaces': () => 'applies only to some kinds of network adapter',
      'wrong-platform': () => 'is for other Windows versions', 'ipsec-only': () => 'asks for IPsec', 'local-rules-ignored': profiles => `is a local one, which policy makes Windows ignore on the ${profiles}`,
    },
    twoReasons: (name, first, second) => `the rule "${name}" ${first} and ${second}`,
    opensOnly: (name, what) => `the rule "${name}" opens ${what}, which is not enough`,
    defaultPort: name => `the rule "${name}" opens the default port, which this site has changed`,
    open: (what, name) => `it cannot be decided from the files${name === undefined ? '' : ` (rule "${name}")`}: ${what}`,
    opensIt: name => `"${name}" would allow it here.`,
    alsoBlocks: name => `"${name}" blocks it too.`,
    readable: 'The same rule in the report beside it.',
    add: place => `Add to ${place}:`,
    addAbove: (place, command) => `Add to ${place}, above ${command}:`,
    moreRules: count => `(and ${count} more, which the next check tells)`,
    addLike: file => `Add a rule like this to ${file}, in the words of that file (here as PowerShell):`,
    addLikeAtOrigin: file => `Add a rule like this where ${file} comes from (PowerShell):`,
    addLikeToGpo: name => `Add a rule like this in the GPO "${name}" (PowerShell, with -PolicyStore):`,
    addOnceOn: name => `The GPO "${name}" does not apply as it is: enable it, and add what it does not hold yet:`,
    gpo: name => `the GPO "${name}"`,
    enable: name => `Enable the rule "${name}".`,
    otherRules: count => `${count} other rules`,
    narrow: (names, many, peers) => `Narrow ${names} so that ${many ? 'they spare' : 'it spares'} ${peers}, or remove ${many ? 'them' : 'it'}; no allow rule wins over ${many ? 'them' : 'it'}.`,
    narrowToo: (names, many, peers) => `Narrow the block ${many ? 'rules' : 'rule'} ${names} as well so that ${many ? 'they spare' : 'it spares'} ${peers}, or remove ${many ? 'them' : 'it'}: no allow rule wins over ${many ? 'them' : 'it'}.`,
    once: (names, many) => `Another finding asks for ${names} too: add ${many ? 'each of them' : 'it'} once.`,
    spared: (names, many) => `${names} of another finding ${many ? 'are' : 'is'} not needed besides this.`,
    shieldsOff: 'Turn off "Block all connections" (DoNotAllowExceptions) for this profile.',
    shieldsToo: 'Turn off "Block all connections" (DoNotAllowExceptions) for this profile as well: it stops what rules allow.',
    mergeOn: value => `Put the rule into the policy itself, or let local rules count again (${value} = 1).`,
    widen: (name, addresses) => `Add ${addresses} to the remote addresses of "${name}".`,
    addProfile: (name, profiles) => `Add the ${profiles} to "${name}".`,
    interfaces: name => `Remove the interface types from "${name}", or add the missing ones.`,
    platform: name => `Remove the Windows version from "${name}", or say "this version or later".`,
    ipsec: name => `Let "${name}" allow the connection without IPsec, or add a rule that does.`,
    program: name => `If "${name}" is meant for this, bind it to the program that listens there. Else leave it as it is and add a rule.`,
    usePort: (name, ports) => `Change the port of "${name}" so that it allows ${ports}.`,
    decide: 'State it in a way that the files decide: literal values, addresses instead of keywords, a GPO without a WMI filter. Or confirm it by hand.',
    verbose: 'Export the rules again with "verbose": netsh advfirewall firewall show rule name=all verbose. Or confirm by hand what the rule is for.',
  },
  ko: {
    need: (features, traffic, direction, peer) => `${listText(features, 'ko')} 기능에는 ${direction === 'inbound' ? `${peer}에서 오는` : direction === 'outbound' ? `${withParticle(peer, TO)} 가는` : `${withParticle(peer, WITH)}의`} ${traffic} 트래픽이 필요합니다`,
    more: count => `; 그 밖에 ${count}개`,
    otherFeatures: count => `다른 기능 ${count}개`,
    otherPeers: count => `다른 역할 ${count}개`,
    sentence: (what, why) => `${what}: ${why}.`,
    reasons: {
      'no-rule': (name, profiles) => (name === '' ? `${profiles}에서 이를 허용하는 규칙이 없습니다` : `Windows가 "${name}" 규칙을 적용하지 않습니다`),
      'disabled-rule': name => `"${name}" 규칙이 허용하지만 사용하지 않도록 설정되어 있습니다`,
      'wrong-direction': name => `"${name}" 규칙은 반대 방향을 허용합니다`,
      'wrong-protocol': name => `"${name}" 규칙은 다른 프로토콜을 허용합니다`,
      'wrong-port': name => `"${name}" 규칙은 다른 포트를 허용하거나 포트를 반대쪽 끝에 지정합니다`,
      'wrong-profile': (name, profiles) => `"${name}" 규칙은 ${profiles}에 적용되지 않습니다`,
      'wrong-program': name => `"${name}" 규칙은 그 포트에서 수신하지 않는 프로그램, 서비스 또는 앱에 묶여 있습니다`,
      'narrow-ports': name => (name === '' ? '일부 포트만 통과합니다' : `"${name}" 규칙은 일부만 허용합니다`),
      'narrow-addresses': name => `"${name}" 규칙의 원격 주소에 상대방이 전부 또는 일부 빠져 있습니다`,
      'narrow-profiles': (name, profiles) => `"${name}" 규칙에 ${profiles}이 빠져 있습니다`,
      'narrow-interfaces': name => `"${name}" 규칙은 일부 네트워크 어댑터 유형에만 적용됩니다`,
      'wrong-platform': name => `"${name}" 규칙은 다른 Windows 버전용입니다`,
      'ipsec-only': name => `"${name}" 규칙은 IPsec에서만 허용합니다`,
      'default-outbound-block': (_, profiles) => `${profiles}에서 아웃바운드 트래픽이 기본적으로 차단되며 내보내는 규칙이 없습니다`,
      'block-rule': name => `차단 규칙 "${name}"이(가) 막으며, 차단 규칙은 모든 허용 규칙보다 우선합니다`,
      'block-all-inbound': (_, profiles) => `${profiles}에서 규칙과 관계없이 모든 인바운드 연결이 차단됩니다`,
      'local-rules-ignored': (_, profiles) => `${profiles}에서 정책이 로컬 규칙을 무시하도록 하며, 로컬 규칙만 이를 허용합니다`,
    },
    lacks: {
      ...NEVER_PAIRED, 'disabled-rule': () => '사용 안 함', 'wrong-profile': profiles => `${profiles}에 적용되지 않음`, 'narrow-profiles': profiles => `${profiles} 빠짐`,
      'narrow-addresses': () => '원격 주소에 상대방이 빠짐', 'narrow-interfaces': () => '일부 네트워크 어댑터 유형에만 적용됨',
      'wrong-platform': () => '다른 Windows 버전용', 'ipsec-only': () => 'IPsec 필요', 'local-rules-ignored': profiles => `${profiles}에서 정책이 로컬 규칙을 무시하도록 함`,
    },
    twoReasons: (name, first, second) => `"${name}" 규칙이 두 가지 이유로 허용하지 못합니다(${first}, ${second})`,
    opensOnly: (name, what) => `"${name}" 규칙은 ${what}만 열며 이것으로는 부족합니다`,
    defaultPort: name => `"${name}" 규칙은 이 사이트에서 변경한 기본 포트를 엽니다`,
    open: (what, name) => `파일만으로는 판단할 수 없습니다${name === undefined ? '' : ` (규칙 "${name}")`}: ${what}`,
    opensIt: name => `"${name}" 규칙은 여기에서 허용합니다.`,
    alsoBlocks: name => `"${name}" 규칙도 차단합니다.`,
    readable: '옆에 있는 보고서의 같은 규칙입니다.',
    add: place => `${place}에 추가하십시오:`,
    addAbove: (place, command) => `${place}의 ${command} 위에 추가하십시오:`,
    moreRules: count => `(그 밖에 ${count}개는 다음 검사에서 표시됩니다)`,
    addLike: file => `${file}에 다음과 같은 규칙을 그 파일의 형식으로 추가하십시오(여기서는 PowerShell):`,
    addLikeAtOrigin: file => `${file} 파일을 내보낸 원본에 다음과 같은 규칙을 추가하십시오(PowerShell):`,
    addLikeToGpo: name => `GPO "${name}"에 다음과 같은 규칙을 추가하십시오(PowerShell, -PolicyStore 사용):`,
    addOnceOn: name => `GPO "${name}"이(가) 지금은 적용되지 않습니다. 사용하도록 설정하고 아직 없는 규칙을 추가하십시오:`,
    gpo: name => `GPO "${name}"`,
    enable: name => `"${name}" 규칙을 사용하도록 설정하십시오.`,
    otherRules: count => `다른 규칙 ${count}개`,
    narrow: (names, _, peers) => `${names} 규칙의 범위에서 ${withParticle(peers, OBJECT)} 빼거나 규칙을 제거하십시오. 허용 규칙은 차단 규칙보다 우선하지 않습니다.`,
    narrowToo: (names, _, peers) => `차단 규칙 ${names}의 범위에서도 ${withParticle(peers, OBJECT)} 빼거나 규칙을 제거하십시오. 허용 규칙은 차단 규칙보다 우선하지 않습니다.`,
    once: names => `${names} 규칙은 다른 결과에도 나옵니다. 한 번만 추가하십시오.`,
    spared: names => `이 규칙을 추가하면 다른 결과의 ${names} 규칙은 필요하지 않습니다.`,
    shieldsOff: '이 프로필의 "모든 연결 차단"(DoNotAllowExceptions) 설정을 끄십시오.',
    shieldsToo: '이 프로필의 "모든 연결 차단"(DoNotAllowExceptions) 설정도 끄십시오. 이 설정은 규칙이 허용하는 것도 막습니다.',
    mergeOn: value => `규칙을 정책 자체에 넣거나 로컬 규칙을 다시 허용하십시오(${value} = 1).`,
    widen: (name, addresses) => `"${name}" 규칙의 원격 주소에 ${addresses}을(를) 추가하십시오.`,
    addProfile: (name, profiles) => `"${name}" 규칙에 ${profiles}을 추가하십시오.`,
    interfaces: name => `"${name}" 규칙에서 인터페이스 유형을 제거하거나 빠진 유형을 추가하십시오.`,
    platform: name => `"${name}" 규칙에서 Windows 버전을 제거하거나 "이 버전 이상"으로 지정하십시오.`,
    ipsec: name => `"${name}" 규칙이 IPsec 없이 허용하도록 하거나 규칙을 추가하십시오.`,
    program: name => `"${name}" 규칙이 이 용도라면 실제로 수신하는 프로그램에 묶으십시오. 아니면 그대로 두고 규칙을 추가하십시오.`,
    usePort: (name, ports) => `"${name}" 규칙의 포트를 ${ports}을(를) 허용하도록 변경하십시오.`,
    decide: '파일만으로 판단할 수 있도록 리터럴 값, 키워드 대신 주소, WMI 필터 없는 GPO를 사용하거나 직접 확인하십시오.',
    verbose: '"verbose"를 붙여 규칙을 다시 내보내거나(netsh advfirewall firewall show rule name=all verbose) 규칙의 프로그램과 서비스를 직접 확인하십시오.',
  },
}
