/** Columns of the console's list (wf.msc, "Export List"). Its words are those of each language; English and parts of French are from real lists. */
export const CONSOLE_COLUMNS = [
  'name', 'group', 'profile', 'enabled', 'action', 'override', 'program', 'localAddress', 'remoteAddress', 'protocol', 'localPort', 'remotePort',
  'authorizedUsers', 'authorizedComputers', 'authorizedLocalPrincipals', 'localUserOwner', 'policyAppId', 'applicationPackage',
] as const
export type ConsoleColumn = (typeof CONSOLE_COLUMNS)[number]
/** Their headings. */
export const CONSOLE_LABELS: { readonly [C in ConsoleColumn]: readonly string[] } = {
  name: ['Name', 'Nom', 'Nombre', 'Nome', 'Имя', '名前', '이름', '名称', '名稱'],
  group: ['Group', 'Gruppe', 'Groupe', 'Grupo', 'Gruppo', 'Группа', 'グループ', '그룹', '组', '群組'],
  profile: ['Profile', 'Profil', 'Perfil', 'Profilo', 'Профиль', 'プロファイル', '프로필', '配置文件', '設定檔'],
  enabled: ['Enabled', 'Aktiviert', 'Activé', 'Activée', 'Habilitado', 'Abilitato', 'Включено', '有効', '사용', '사용함', '已启用', '已啟用'],
  action: ['Action', 'Aktion', 'Acción', 'Azione', 'Ação', 'Acção', 'Действие', '操作', '작업', '동작', '動作'],
  override: ['Override', 'Außer Kraft setzen', 'Überschreiben', 'Remplacer', 'Invalidar', 'Sostituisci', 'Substituir', 'Частота', '優先', '재정의', '替代', '覆寫'],
  program: ['Program', 'Programm', 'Programme', 'Programa', 'Programma', 'Программа', 'プログラム', '프로그램', '程序', '程式'],
  localAddress: ['Local Address', 'Lokale Adresse', 'Adresse locale', 'Dirección local', 'Indirizzo locale', 'Endereço Local', 'Локальный адрес', 'ローカル アドレス', '로컬 주소', '本地地址', '本機位址'],
  remoteAddress: ['Remote Address', 'Remoteadresse', 'Adresse distante', 'Dirección remota', 'Indirizzo remoto', 'Endereço Remoto', 'Удаленный адрес', 'リモート アドレス', '원격 주소', '远程地址', '遠端位址'],
  protocol: ['Protocol', 'Protokoll', 'Protocole', 'Protocolo', 'Protocollo', 'Протокол', 'プロトコル', '프로토콜', '协议', '通訊協定'],
  localPort: ['Local Port', 'Lokaler Port', 'Port local', 'Puerto local', 'Porta locale', 'Porta Local', 'Локальный порт', 'ローカル ポート', '로컬 포트', '本地端口', '本機連接埠'],
  remotePort: ['Remote Port', 'Remoteport', 'Port distant', 'Puerto remoto', 'Porta remota', 'Porta Remota', 'Удаленный порт', 'リモート ポート', '원격 포트', '远程端口', '遠端連接埠'],
  authorizedUsers: ['Authorized Users', 'Autorisierte Benutzer', 'Utilisateurs autorisés', 'Usuarios autorizados', 'Utenti autorizzati', '許可されたユーザー', '권한 있는 사용자', '인증된 사용자', '授权用户', '授權的使用者'],
  authorizedComputers: ['Authorized Computers', 'Autorisierte Computer', 'Ordinateurs autorisés', 'Equipos autorizados', 'Computer autorizzati', '許可されたコンピューター', '권한 있는 컴퓨터', '인증된 컴퓨터', '授权计算机', '授權的電腦'],
  authorizedLocalPrincipals: ['Authorized Local Principals', 'Autorisierte lokale Prinzipale', 'Entités de sécurité locales autorisées', '承認されたローカル プリンシパル', '권한 있는 로컬 보안 주체', '授权本地主体'],
  localUserOwner: ['Local User Owner', 'Besitzer des lokalen Benutzers', 'Propriétaire utilisateur local', 'ローカル ユーザー所有者', '로컬 사용자 소유자', '本地用户所有者'],
  policyAppId: ['PolicyAppId'],
  applicationPackage: ['Application Package', 'Anwendungspaket', "Package d'application", 'アプリケーション パッケージ', '응용 프로그램 패키지', '애플리케이션 패키지', '应用程序包'],
}
/** What a cell may mean. */
export const CONSOLE_VALUES = {
  yes: ['Yes', 'Ja', 'Oui', 'Sí', 'Sì', 'Sim', 'Да', 'はい', '예', '是'],
  no: ['No', 'Nein', 'Non', 'Não', 'Нет', 'いいえ', '아니요', '否'],
  allow: ['Allow', 'Zulassen', 'Autoriser', 'Permitir', 'Consenti', 'Разрешить', '許可', '허용', '允许', '允許'],
  block: ['Block', 'Blockieren', 'Blocken', 'Bloquer', 'Bloquear', 'Blocca', 'Блокировать', 'ブロック', '차단', '阻止', '封鎖'],
  secure: ['Secure', 'Sicher', 'Sécuriser', 'Proteger', 'セキュリティで保護', '보안', '安全'],
  any: ['Any', 'Beliebig', 'Au moins un', 'Tout', 'Cualquiera', 'Qualsiasi', 'Qualquer', 'Любой', '任意', '任意の', '모두', '임의', '任何', '任一', 'None', 'Keine', 'Aucun', ''],
  all: ['All', 'Alle', 'Tous', 'Todo', 'Todos', 'Tutti', 'Все', 'すべて', '모두', '所有', '全部'],
  domain: ['Domain', 'Domäne', 'Domaine', 'Dominio', 'Domínio', 'Домен', 'ドメイン', '도메인', '域', '網域'],
  private: ['Private', 'Privat', 'Privé', 'Privado', 'Privada', 'Privato', 'Частный', 'プライベート', '개인', '专用', '私人'],
  public: ['Public', 'Öffentlich', 'Público', 'Pubblico', 'Общий', 'パブリック', '공용', '公用'],
} as const satisfies Record<string, readonly string[]>
