import { DOMAIN, PRIVATE, PUBLIC } from '../../model/rules.ts'
import type { ProfileSet } from '../../model/types.ts'

/**
 * How netsh names things in the languages of Windows. Each list may hold several spellings; blanks, case and colons
 * do not matter. Japanese is complete, German, Chinese and Spanish are partly from real dumps; of French and Korean only the first label
 * was seen. All else is what the console of that language shows and is unconfirmed, so dumps fall back to the fixed order of the lines.
 */
export interface NetshLabels {
  readonly labels: { readonly [F in DumpField]?: readonly string[] }
  readonly values: { readonly [V in DumpValue]?: readonly string[] }
}

/** Lines of a rule in the order in which every language prints them. */
export const DUMP_FIELDS = [
  'name', 'description', 'enabled', 'direction', 'profiles', 'grouping', 'localIp', 'remoteIp', 'protocol', 'localPort', 'remotePort', 'edge',
  'program', 'service', 'interfaceTypes', 'remoteComputerGroup', 'remoteUserGroup', 'security', 'source', 'action',
] as const
export type DumpField = (typeof DUMP_FIELDS)[number]
/** What the value of a line may mean. */
export const DUMP_VALUES = [
  'yes', 'no', 'in', 'out', 'domain', 'private', 'public', 'any', 'allow', 'block', 'bypass', 'on', 'off', 'notRequired', 'groupPolicy',
  'localSubnet', 'lan', 'wireless', 'ras', 'blockInbound', 'blockInboundAlways', 'allowInbound', 'allowOutbound', 'blockOutbound', 'enable', 'disable',
  'state', 'firewallPolicy', 'localFirewallRules',
] as const
export type DumpValue = (typeof DUMP_VALUES)[number]

/** By language. */
export const NETSH_LABELS: ReadonlyMap<string, NetshLabels> = new Map<string, NetshLabels>([
  ['en', {
    labels: {
      name: ['Rule Name'], description: ['Description'], enabled: ['Enabled'], direction: ['Direction'], profiles: ['Profiles'], grouping: ['Grouping'],
      localIp: ['LocalIP'], remoteIp: ['RemoteIP'], protocol: ['Protocol'], localPort: ['LocalPort'], remotePort: ['RemotePort'], edge: ['Edge traversal'],
      program: ['Program'], service: ['Service'], interfaceTypes: ['InterfaceTypes'], remoteComputerGroup: ['RemoteComputerGroup', 'RemoteMachineGroup'],
      remoteUserGroup: ['RemoteUserGroup'], security: ['Security'], source: ['Rule source'], action: ['Action'],
    },
    values: {
      yes: ['Yes'], no: ['No'], in: ['In'], out: ['Out'], domain: ['Domain'], private: ['Private'], public: ['Public'], any: ['Any'],
      allow: ['Allow'], block: ['Block'], bypass: ['Bypass'], on: ['ON'], off: ['OFF'], notRequired: ['NotRequired'],
      groupPolicy: ['Group Policy Setting', 'Group Policy'], localSubnet: ['LocalSubnet'], lan: ['LAN'], wireless: ['Wireless'], ras: ['RAS'],
      blockInbound: ['BlockInbound'], blockInboundAlways: ['BlockInboundAlways'], allowInbound: ['AllowInbound'], allowOutbound: ['AllowOutbound'],
      blockOutbound: ['BlockOutbound'], enable: ['Enable', 'Enabled'], disable: ['Disable', 'Disabled'], state: ['State'], firewallPolicy: ['Firewall Policy'],
      localFirewallRules: ['LocalFirewallRules'],
    },
  }],
  ['ja', {
    labels: {
      name: ['規則名'], description: ['説明'], enabled: ['有効'], direction: ['方向'], profiles: ['プロファイル'], grouping: ['グループ'],
      localIp: ['ローカル IP'], remoteIp: ['リモート IP'], protocol: ['プロトコル'], localPort: ['ローカル ポート'], remotePort: ['リモート ポート'],
      edge: ['エッジ トラバーサル'], program: ['プログラム'], service: ['サービス'], interfaceTypes: ['インターフェイスの種類'],
      remoteComputerGroup: ['リモート コンピューター グループ', 'リモート コンピュータ グループ'], remoteUserGroup: ['リモート ユーザー グループ'],
      security: ['セキュリティ'], source: ['規則のソース'], action: ['操作'],
    },
    values: {
      yes: ['はい'], no: ['いいえ'], in: ['入力'], out: ['出力'], domain: ['ドメイン'], private: ['プライベート'], public: ['パブリック'], any: ['任意'],
      allow: ['許可'], block: ['ブロック'], bypass: ['バイパス'], on: ['オン'], off: ['オフ'], notRequired: ['不要'], groupPolicy: ['グループ ポリシー設定'],
      localSubnet: ['ローカル サブネット'], state: ['状態'], firewallPolicy: ['ファイアウォール ポリシー'],
    },
  }],
  ['de', {
    labels: {
      name: ['Regelname'], description: ['Beschreibung'], enabled: ['Aktiviert'], direction: ['Richtung'], profiles: ['Profile'], grouping: ['Gruppierung'],
      localIp: ['LokaleIP', 'Lokale IP', 'Lokales IP'], remoteIp: ['RemoteIP', 'Remote-IP'], protocol: ['Protokoll'], localPort: ['Lokaler Port', 'LokalerPort'], remotePort: ['Remoteport'],
      edge: ['Edgeausnahme'], program: ['Programm'], service: ['Dienst'], interfaceTypes: ['Schnittstellentypen'], remoteComputerGroup: ['Remotecomputergruppe'],
      remoteUserGroup: ['Remotebenutzergruppe'], security: ['Sicherheit'], source: ['Regelquelle'], action: ['Aktion'],
    },
    values: {
      yes: ['Ja'], no: ['Nein'], in: ['Eingehend', 'Ein'], out: ['Ausgehend', 'Aus'], domain: ['Domäne'], private: ['Privat'], public: ['Öffentlich'], any: ['Beliebig'],
      allow: ['Zulassen'], block: ['Blocken', 'Blockieren'], bypass: ['Umgehen'], on: ['EIN'], off: ['AUS'], notRequired: ['Nicht erforderlich'],
      groupPolicy: ['Gruppenrichtlinieneinstellung', 'Gruppenrichtlinie'], state: ['Status'], firewallPolicy: ['Firewallrichtlinie'], localSubnet: ['LokalesSubnetz'],
    },
  }],
  ['fr', {
    labels: {
      name: ['Nom de la règle'], description: ['Description'], enabled: ['Activé', 'Activée'], direction: ['Direction', 'Sens'], profiles: ['Profils'],
      grouping: ['Regroupement', 'Groupement'], localIp: ['Adresse IP locale', 'IP locale'], remoteIp: ['Adresse IP distante', 'IP distante'], protocol: ['Protocole'],
      localPort: ['Port local'], remotePort: ['Port distant'], edge: ['Traversée latérale'], program: ['Programme'], service: ['Service'],
      interfaceTypes: ["Types d'interface"], security: ['Sécurité'], source: ['Source de la règle'], action: ['Action'],
    },
    values: {
      yes: ['Oui'], no: ['Non'], in: ['Actif', 'Entrée', 'Entrant', 'Dans'], out: ['Sortie', 'Sortant', 'Hors'], domain: ['Domaine'], private: ['Privé'], public: ['Public'],
      any: ['Tout', 'Tous', 'Au moins un', 'Indifférent'], allow: ['Autoriser'], block: ['Bloquer'], bypass: ['Ignorer'], on: ['Actif'], off: ['Inactif'],
      notRequired: ['Non requis'], groupPolicy: ['Paramètre de stratégie de groupe'], state: ['État'], firewallPolicy: ['Stratégie de pare-feu'], localSubnet: ['Sous-réseau local'],
    },
  }],
  ['es', {
    labels: {
      name: ['Nombre de regla'], description: ['Descripción'], enabled: ['Habilitado', 'Habilitada'], direction: ['Dirección'], profiles: ['Perfiles'],
      grouping: ['Agrupamiento', 'Agrupación'], localIp: ['IP local', 'IP locales'], remoteIp: ['IP remotas', 'IP remota'], protocol: ['Protocolo'],
      localPort: ['Puerto local', 'Puertos locales'], remotePort: ['Puerto remoto', 'Puertos remotos'], edge: ['Cruce seguro del perímetro', 'Cruce perimetral'], program: ['Programa'],
      service: ['Servicio'], interfaceTypes: ['Tipos de interfaz'], security: ['Seguridad'], source: ['Origen de la regla', 'Origen de regla'], action: ['Acción'],
    },
    values: {
      yes: ['Sí'], no: ['No'], in: ['Dentro', 'Entrada', 'Entrante'], out: ['Fuera', 'Salida', 'Saliente'], domain: ['Dominio'], private: ['Privado', 'Privada'],
      public: ['Público', 'Pública'], any: ['Cualquiera'], allow: ['Permitir'], block: ['Bloquear'], bypass: ['Omitir'], on: ['ACTIVAR', 'Activado'], off: ['DESACTIVAR', 'Desactivado'],
      notRequired: ['No necesario'], groupPolicy: ['Configuración de directiva de grupo'], state: ['Estado'], firewallPolicy: ['Directiva de firewall'],
    },
  }],
  ['it', {
    labels: {
      name: ['Nome regola'], description: ['Descrizione'], enabled: ['Abilitata', 'Abilitato'], direction: ['Direzione'], profiles: ['Profili'], grouping: ['Raggruppamento'],
      localIp: ['IP locale'], remoteIp: ['IP remoto'], protocol: ['Protocollo'], localPort: ['Porta locale'], remotePort: ['Porta remota'], edge: ['Attraversamento confini'],
      program: ['Programma'], service: ['Servizio'], interfaceTypes: ['Tipi di interfaccia'], security: ['Sicurezza'], source: ['Origine regola'], action: ['Azione'],
    },
    values: {
      yes: ['Sì'], no: ['No'], in: ['In ingresso', 'In entrata'], out: ['In uscita'], domain: ['Dominio'], private: ['Privato'], public: ['Pubblico'], any: ['Qualsiasi'],
      allow: ['Consenti'], block: ['Blocca'], bypass: ['Ignora'], state: ['Stato'], firewallPolicy: ['Criterio firewall'],
    },
  }],
  ['pt', {
    labels: {
      name: ['Nome da Regra'], description: ['Descrição'], enabled: ['Habilitado', 'Ativado', 'Activado'], direction: ['Direção', 'Direcção'], profiles: ['Perfis'], grouping: ['Agrupamento'],
      localIp: ['IP Local'], remoteIp: ['IP Remoto'], protocol: ['Protocolo'], localPort: ['Porta Local'], remotePort: ['Porta Remota'], edge: ['Passagem de borda'],
      program: ['Programa'], service: ['Serviço'], interfaceTypes: ['Tipos de interface'], security: ['Segurança'], source: ['Origem da regra'], action: ['Ação', 'Acção'],
    },
    values: {
      yes: ['Sim'], no: ['Não'], in: ['Entrada'], out: ['Saída'], domain: ['Domínio'], private: ['Particular', 'Privado'], public: ['Público'], any: ['Qualquer'],
      allow: ['Permitir'], block: ['Bloquear'], bypass: ['Ignorar'], state: ['Estado'], firewallPolicy: ['Política de Firewall'],
    },
  }],
  ['ru', {
    labels: {
      name: ['Имя правила'], description: ['Описание'], enabled: ['Включено'], direction: ['Направление'], profiles: ['Профили'], grouping: ['Группировка'],
      localIp: ['Локальный IP-адрес'], remoteIp: ['Удаленный IP-адрес'], protocol: ['Протокол'], localPort: ['Локальный порт'], remotePort: ['Удаленный порт'],
      edge: ['Обход узлов'], program: ['Программа'], service: ['Служба'], interfaceTypes: ['Типы интерфейсов'], security: ['Безопасность'],
      source: ['Источник правила'], action: ['Действие'],
    },
    values: {
      yes: ['Да'], no: ['Нет'], in: ['Внутрь', 'Входящие'], out: ['Наружу', 'Исходящие'], domain: ['Домен'], private: ['Частный'], public: ['Общий', 'Публичный'],
      any: ['Любой'], allow: ['Разрешить'], block: ['Блокировать', 'Заблокировать'], bypass: ['Обход'], state: ['Состояние'], firewallPolicy: ['Политика брандмауэра'],
    },
  }],
  ['ko', {
    labels: {
      name: ['규칙 이름'], description: ['설명'], enabled: ['사용', '사용함'], direction: ['방향'], profiles: ['프로필'], grouping: ['그룹', '그룹화'], localIp: ['로컬 IP', 'LocalIP'],
      remoteIp: ['원격 IP', 'RemoteIP'], protocol: ['프로토콜'], localPort: ['로컬 포트'], remotePort: ['원격 포트'], edge: ['에지 통과', '에지 순회'], program: ['프로그램'], service: ['서비스'],
      interfaceTypes: ['인터페이스 유형', '인터페이스 종류'], remoteComputerGroup: ['원격 컴퓨터 그룹'], remoteUserGroup: ['원격 사용자 그룹'], security: ['보안'],
      source: ['규칙 원본', '규칙 소스'], action: ['작업', '동작'],
    },
    values: {
      yes: ['예'], no: ['아니요', '아니오'], in: ['인바운드', '입력', '안'], out: ['아웃바운드', '출력', '바깥'], domain: ['도메인'], private: ['개인'], public: ['공용'],
      any: ['모두', '임의'], allow: ['허용'], block: ['차단'], bypass: ['무시', '건너뛰기'], on: ['설정', '켜기', '켬'], off: ['해제', '끄기', '끔'],
      notRequired: ['필요 없음'], groupPolicy: ['그룹 정책 설정'], state: ['상태'], firewallPolicy: ['방화벽 정책'], localSubnet: ['로컬 서브넷'],
    },
  }],
  ['zh-CN', {
    labels: {
      name: ['规则名称'], description: ['描述', '说明'], enabled: ['已启用', '启用'], direction: ['方向'], profiles: ['配置文件'], grouping: ['分组'], localIp: ['本地 IP'], remoteIp: ['远程 IP'],
      protocol: ['协议'], localPort: ['本地端口'], remotePort: ['远程端口'], edge: ['边缘遍历'], program: ['程序'], service: ['服务'], interfaceTypes: ['接口类型'],
      remoteComputerGroup: ['远程计算机组'], remoteUserGroup: ['远程用户组'], security: ['安全', '安全性'], source: ['规则源', '规则来源'], action: ['操作'],
    },
    values: {
      yes: ['是'], no: ['否'], in: ['入', '入站'], out: ['出', '出站'], domain: ['域'], private: ['专用', '专有'], public: ['公用', '公共'], any: ['任何', '任意'], allow: ['允许'],
      block: ['阻止'], bypass: ['绕过', '跳过'], on: ['启用'], off: ['关闭'], notRequired: ['不要求'], groupPolicy: ['组策略设置'], state: ['状态'], firewallPolicy: ['防火墙策略'],
    },
  }],
  ['zh-TW', {
    labels: {
      name: ['規則名稱'], description: ['描述'], enabled: ['已啟用'], direction: ['方向'], profiles: ['設定檔'], grouping: ['群組'], localIp: ['本機 IP', '本機IP'], remoteIp: ['遠端 IP', '遠端IP'],
      protocol: ['通訊協定'], localPort: ['本機連接埠'], remotePort: ['遠端連接埠'], edge: ['邊緣周遊'], program: ['程式'], service: ['服務'], interfaceTypes: ['介面類型'],
      security: ['安全性'], source: ['規則來源'], action: ['動作'],
    },
    values: {
      yes: ['是'], no: ['否'], in: ['輸入', '連入'], out: ['輸出', '連出'], domain: ['網域'], private: ['私人'], public: ['公用'], any: ['任何', '任一'], allow: ['允許'], block: ['封鎖'],
      bypass: ['略過'], state: ['狀態'], firewallPolicy: ['防火牆原則'],
    },
  }],
])

/** Where a language writes the profile as part of a longer word. */
export const PROFILE_STEMS: readonly (readonly [string, ProfileSet])[] = [
  ['domänen', DOMAIN], ['ドメイン', DOMAIN], ['도메인', DOMAIN], ['域配置', DOMAIN], ['網域', DOMAIN], ['доменн', DOMAIN],
  ['プライベート', PRIVATE], ['개인', PRIVATE], ['专用', PRIVATE], ['私人', PRIVATE], ['privat', PRIVATE], ['частн', PRIVATE],
  ['パブリック', PUBLIC], ['공용', PUBLIC], ['公用', PUBLIC], ['öffentlich', PUBLIC], ['public', PUBLIC], ['общ', PUBLIC],
]
