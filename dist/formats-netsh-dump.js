var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands = require("./commands.js");
const { decode, prepareCodePage, sourceFile } = require("./commands-check.js");
const { lineStarts } = require("./commands-check.js");
const {
  leftOutPackage
} = require("./shared-47UY4TDN.js");
const {
  GROUP_POLICY,
  LOCAL,
  ScriptState
} = require("./shared-PKBIHDJU.js");
const {
  TOOL_ADDRESSES,
  TOOL_PORTS
} = require("./shared-B27VFHVW.js");
const { ALL_PROFILES, ANY_ADDRESSES, ANY_PORTS, DOMAIN, NOT_VERBOSE, PART_NAMES, PRIVATE, PROFILES, PUBLIC, addressSet, isAnyAddress, isAnyPort, makeRule, parseAddresses, parseIcmp, parsePorts, parseProtocol, portSet, profileBit } = require("./commands-check.js");
var DUMP_FIELDS = [
  "name",
  "description",
  "enabled",
  "direction",
  "profiles",
  "grouping",
  "localIp",
  "remoteIp",
  "protocol",
  "localPort",
  "remotePort",
  "edge",
  "program",
  "service",
  "interfaceTypes",
  "remoteComputerGroup",
  "remoteUserGroup",
  "security",
  "source",
  "action"
];
var DUMP_VALUES = [
  "yes",
  "no",
  "in",
  "out",
  "domain",
  "private",
  "public",
  "any",
  "allow",
  "block",
  "bypass",
  "on",
  "off",
  "notRequired",
  "groupPolicy",
  "localSubnet",
  "lan",
  "wireless",
  "ras",
  "blockInbound",
  "blockInboundAlways",
  "allowInbound",
  "allowOutbound",
  "blockOutbound",
  "enable",
  "disable",
  "state",
  "firewallPolicy",
  "localFirewallRules"
];
var NETSH_LABELS = /* @__PURE__ */ new Map([
  ["en", {
    labels: {
      name: ["Rule Name"],
      description: ["Description"],
      enabled: ["Enabled"],
      direction: ["Direction"],
      profiles: ["Profiles"],
      grouping: ["Grouping"],
      localIp: ["LocalIP"],
      remoteIp: ["RemoteIP"],
      protocol: ["Protocol"],
      localPort: ["LocalPort"],
      remotePort: ["RemotePort"],
      edge: ["Edge traversal"],
      program: ["Program"],
      service: ["Service"],
      interfaceTypes: ["InterfaceTypes"],
      remoteComputerGroup: ["RemoteComputerGroup", "RemoteMachineGroup"],
      remoteUserGroup: ["RemoteUserGroup"],
      security: ["Security"],
      source: ["Rule source"],
      action: ["Action"]
    },
    values: {
      yes: ["Yes"],
      no: ["No"],
      in: ["In"],
      out: ["Out"],
      domain: ["Domain"],
      private: ["Private"],
      public: ["Public"],
      any: ["Any"],
      allow: ["Allow"],
      block: ["Block"],
      bypass: ["Bypass"],
      on: ["ON"],
      off: ["OFF"],
      notRequired: ["NotRequired"],
      groupPolicy: ["Group Policy Setting", "Group Policy"],
      localSubnet: ["LocalSubnet"],
      lan: ["LAN"],
      wireless: ["Wireless"],
      ras: ["RAS"],
      blockInbound: ["BlockInbound"],
      blockInboundAlways: ["BlockInboundAlways"],
      allowInbound: ["AllowInbound"],
      allowOutbound: ["AllowOutbound"],
      blockOutbound: ["BlockOutbound"],
      enable: ["Enable", "Enabled"],
      disable: ["Disable", "Disabled"],
      state: ["State"],
      firewallPolicy: ["Firewall Policy"],
      localFirewallRules: ["LocalFirewallRules"]
    }
  }],
  ["ja", {
    labels: {
      name: ["\u898F\u5247\u540D"],
      description: ["\u8AAC\u660E"],
      enabled: ["\u6709\u52B9"],
      direction: ["\u65B9\u5411"],
      profiles: ["\u30D7\u30ED\u30D5\u30A1\u30A4\u30EB"],
      grouping: ["\u30B0\u30EB\u30FC\u30D7"],
      localIp: ["\u30ED\u30FC\u30AB\u30EB IP"],
      remoteIp: ["\u30EA\u30E2\u30FC\u30C8 IP"],
      protocol: ["\u30D7\u30ED\u30C8\u30B3\u30EB"],
      localPort: ["\u30ED\u30FC\u30AB\u30EB \u30DD\u30FC\u30C8"],
      remotePort: ["\u30EA\u30E2\u30FC\u30C8 \u30DD\u30FC\u30C8"],
      edge: ["\u30A8\u30C3\u30B8 \u30C8\u30E9\u30D0\u30FC\u30B5\u30EB"],
      program: ["\u30D7\u30ED\u30B0\u30E9\u30E0"],
      service: ["\u30B5\u30FC\u30D3\u30B9"],
      interfaceTypes: ["\u30A4\u30F3\u30BF\u30FC\u30D5\u30A7\u30A4\u30B9\u306E\u7A2E\u985E"],
      remoteComputerGroup: ["\u30EA\u30E2\u30FC\u30C8 \u30B3\u30F3\u30D4\u30E5\u30FC\u30BF\u30FC \u30B0\u30EB\u30FC\u30D7", "\u30EA\u30E2\u30FC\u30C8 \u30B3\u30F3\u30D4\u30E5\u30FC\u30BF \u30B0\u30EB\u30FC\u30D7"],
      remoteUserGroup: ["\u30EA\u30E2\u30FC\u30C8 \u30E6\u30FC\u30B6\u30FC \u30B0\u30EB\u30FC\u30D7"],
      security: ["\u30BB\u30AD\u30E5\u30EA\u30C6\u30A3"],
      source: ["\u898F\u5247\u306E\u30BD\u30FC\u30B9"],
      action: ["\u64CD\u4F5C"]
    },
    values: {
      yes: ["\u306F\u3044"],
      no: ["\u3044\u3044\u3048"],
      in: ["\u5165\u529B"],
      out: ["\u51FA\u529B"],
      domain: ["\u30C9\u30E1\u30A4\u30F3"],
      private: ["\u30D7\u30E9\u30A4\u30D9\u30FC\u30C8"],
      public: ["\u30D1\u30D6\u30EA\u30C3\u30AF"],
      any: ["\u4EFB\u610F"],
      allow: ["\u8A31\u53EF"],
      block: ["\u30D6\u30ED\u30C3\u30AF"],
      bypass: ["\u30D0\u30A4\u30D1\u30B9"],
      on: ["\u30AA\u30F3"],
      off: ["\u30AA\u30D5"],
      notRequired: ["\u4E0D\u8981"],
      groupPolicy: ["\u30B0\u30EB\u30FC\u30D7 \u30DD\u30EA\u30B7\u30FC\u8A2D\u5B9A"],
      localSubnet: ["\u30ED\u30FC\u30AB\u30EB \u30B5\u30D6\u30CD\u30C3\u30C8"],
      state: ["\u72B6\u614B"],
      firewallPolicy: ["\u30D5\u30A1\u30A4\u30A2\u30A6\u30A9\u30FC\u30EB \u30DD\u30EA\u30B7\u30FC"]
    }
  }],
  ["de", {
    labels: {
      name: ["Regelname"],
      description: ["Beschreibung"],
      enabled: ["Aktiviert"],
      direction: ["Richtung"],
      profiles: ["Profile"],
      grouping: ["Gruppierung"],
      localIp: ["LokaleIP", "Lokale IP", "Lokales IP"],
      remoteIp: ["RemoteIP", "Remote-IP"],
      protocol: ["Protokoll"],
      localPort: ["Lokaler Port", "LokalerPort"],
      remotePort: ["Remoteport"],
      edge: ["Edgeausnahme"],
      program: ["Programm"],
      service: ["Dienst"],
      interfaceTypes: ["Schnittstellentypen"],
      remoteComputerGroup: ["Remotecomputergruppe"],
      remoteUserGroup: ["Remotebenutzergruppe"],
      security: ["Sicherheit"],
      source: ["Regelquelle"],
      action: ["Aktion"]
    },
    values: {
      yes: ["Ja"],
      no: ["Nein"],
      in: ["Eingehend", "Ein"],
      out: ["Ausgehend", "Aus"],
      domain: ["Dom\xE4ne"],
      private: ["Privat"],
      public: ["\xD6ffentlich"],
      any: ["Beliebig"],
      allow: ["Zulassen"],
      block: ["Blocken", "Blockieren"],
      bypass: ["Umgehen"],
      on: ["EIN"],
      off: ["AUS"],
      notRequired: ["Nicht erforderlich"],
      groupPolicy: ["Gruppenrichtlinieneinstellung", "Gruppenrichtlinie"],
      state: ["Status"],
      firewallPolicy: ["Firewallrichtlinie"],
      localSubnet: ["LokalesSubnetz"]
    }
  }],
  ["fr", {
    labels: {
      name: ["Nom de la r\xE8gle"],
      description: ["Description"],
      enabled: ["Activ\xE9", "Activ\xE9e"],
      direction: ["Direction", "Sens"],
      profiles: ["Profils"],
      grouping: ["Regroupement", "Groupement"],
      localIp: ["Adresse IP locale", "IP locale"],
      remoteIp: ["Adresse IP distante", "IP distante"],
      protocol: ["Protocole"],
      localPort: ["Port local"],
      remotePort: ["Port distant"],
      edge: ["Travers\xE9e lat\xE9rale"],
      program: ["Programme"],
      service: ["Service"],
      interfaceTypes: ["Types d'interface"],
      security: ["S\xE9curit\xE9"],
      source: ["Source de la r\xE8gle"],
      action: ["Action"]
    },
    values: {
      yes: ["Oui"],
      no: ["Non"],
      in: ["Actif", "Entr\xE9e", "Entrant", "Dans"],
      out: ["Sortie", "Sortant", "Hors"],
      domain: ["Domaine"],
      private: ["Priv\xE9"],
      public: ["Public"],
      any: ["Tout", "Tous", "Au moins un", "Indiff\xE9rent"],
      allow: ["Autoriser"],
      block: ["Bloquer"],
      bypass: ["Ignorer"],
      on: ["Actif"],
      off: ["Inactif"],
      notRequired: ["Non requis"],
      groupPolicy: ["Param\xE8tre de strat\xE9gie de groupe"],
      state: ["\xC9tat"],
      firewallPolicy: ["Strat\xE9gie de pare-feu"],
      localSubnet: ["Sous-r\xE9seau local"]
    }
  }],
  ["es", {
    labels: {
      name: ["Nombre de regla"],
      description: ["Descripci\xF3n"],
      enabled: ["Habilitado", "Habilitada"],
      direction: ["Direcci\xF3n"],
      profiles: ["Perfiles"],
      grouping: ["Agrupamiento", "Agrupaci\xF3n"],
      localIp: ["IP local", "IP locales"],
      remoteIp: ["IP remotas", "IP remota"],
      protocol: ["Protocolo"],
      localPort: ["Puerto local", "Puertos locales"],
      remotePort: ["Puerto remoto", "Puertos remotos"],
      edge: ["Cruce seguro del per\xEDmetro", "Cruce perimetral"],
      program: ["Programa"],
      service: ["Servicio"],
      interfaceTypes: ["Tipos de interfaz"],
      security: ["Seguridad"],
      source: ["Origen de la regla", "Origen de regla"],
      action: ["Acci\xF3n"]
    },
    values: {
      yes: ["S\xED"],
      no: ["No"],
      in: ["Dentro", "Entrada", "Entrante"],
      out: ["Fuera", "Salida", "Saliente"],
      domain: ["Dominio"],
      private: ["Privado", "Privada"],
      public: ["P\xFAblico", "P\xFAblica"],
      any: ["Cualquiera"],
      allow: ["Permitir"],
      block: ["Bloquear"],
      bypass: ["Omitir"],
      on: ["ACTIVAR", "Activado"],
      off: ["DESACTIVAR", "Desactivado"],
      notRequired: ["No necesario"],
      groupPolicy: ["Configuraci\xF3n de directiva de grupo"],
      state: ["Estado"],
      firewallPolicy: ["Directiva de firewall"]
    }
  }],
  ["it", {
    labels: {
      name: ["Nome regola"],
      description: ["Descrizione"],
      enabled: ["Abilitata", "Abilitato"],
      direction: ["Direzione"],
      profiles: ["Profili"],
      grouping: ["Raggruppamento"],
      localIp: ["IP locale"],
      remoteIp: ["IP remoto"],
      protocol: ["Protocollo"],
      localPort: ["Porta locale"],
      remotePort: ["Porta remota"],
      edge: ["Attraversamento confini"],
      program: ["Programma"],
      service: ["Servizio"],
      interfaceTypes: ["Tipi di interfaccia"],
      security: ["Sicurezza"],
      source: ["Origine regola"],
      action: ["Azione"]
    },
    values: {
      yes: ["S\xEC"],
      no: ["No"],
      in: ["In ingresso", "In entrata"],
      out: ["In uscita"],
      domain: ["Dominio"],
      private: ["Privato"],
      public: ["Pubblico"],
      any: ["Qualsiasi"],
      allow: ["Consenti"],
      block: ["Blocca"],
      bypass: ["Ignora"],
      state: ["Stato"],
      firewallPolicy: ["Criterio firewall"]
    }
  }],
  ["pt", {
    labels: {
      name: ["Nome da Regra"],
      description: ["Descri\xE7\xE3o"],
      enabled: ["Habilitado", "Ativado", "Activado"],
      direction: ["Dire\xE7\xE3o", "Direc\xE7\xE3o"],
      profiles: ["Perfis"],
      grouping: ["Agrupamento"],
      localIp: ["IP Local"],
      remoteIp: ["IP Remoto"],
      protocol: ["Protocolo"],
      localPort: ["Porta Local"],
      remotePort: ["Porta Remota"],
      edge: ["Passagem de borda"],
      program: ["Programa"],
      service: ["Servi\xE7o"],
      interfaceTypes: ["Tipos de interface"],
      security: ["Seguran\xE7a"],
      source: ["Origem da regra"],
      action: ["A\xE7\xE3o", "Ac\xE7\xE3o"]
    },
    values: {
      yes: ["Sim"],
      no: ["N\xE3o"],
      in: ["Entrada"],
      out: ["Sa\xEDda"],
      domain: ["Dom\xEDnio"],
      private: ["Particular", "Privado"],
      public: ["P\xFAblico"],
      any: ["Qualquer"],
      allow: ["Permitir"],
      block: ["Bloquear"],
      bypass: ["Ignorar"],
      state: ["Estado"],
      firewallPolicy: ["Pol\xEDtica de Firewall"]
    }
  }],
  ["ru", {
    labels: {
      name: ["\u0418\u043C\u044F \u043F\u0440\u0430\u0432\u0438\u043B\u0430"],
      description: ["\u041E\u043F\u0438\u0441\u0430\u043D\u0438\u0435"],
      enabled: ["\u0412\u043A\u043B\u044E\u0447\u0435\u043D\u043E"],
      direction: ["\u041D\u0430\u043F\u0440\u0430\u0432\u043B\u0435\u043D\u0438\u0435"],
      profiles: ["\u041F\u0440\u043E\u0444\u0438\u043B\u0438"],
      grouping: ["\u0413\u0440\u0443\u043F\u043F\u0438\u0440\u043E\u0432\u043A\u0430"],
      localIp: ["\u041B\u043E\u043A\u0430\u043B\u044C\u043D\u044B\u0439 IP-\u0430\u0434\u0440\u0435\u0441"],
      remoteIp: ["\u0423\u0434\u0430\u043B\u0435\u043D\u043D\u044B\u0439 IP-\u0430\u0434\u0440\u0435\u0441"],
      protocol: ["\u041F\u0440\u043E\u0442\u043E\u043A\u043E\u043B"],
      localPort: ["\u041B\u043E\u043A\u0430\u043B\u044C\u043D\u044B\u0439 \u043F\u043E\u0440\u0442"],
      remotePort: ["\u0423\u0434\u0430\u043B\u0435\u043D\u043D\u044B\u0439 \u043F\u043E\u0440\u0442"],
      edge: ["\u041E\u0431\u0445\u043E\u0434 \u0443\u0437\u043B\u043E\u0432"],
      program: ["\u041F\u0440\u043E\u0433\u0440\u0430\u043C\u043C\u0430"],
      service: ["\u0421\u043B\u0443\u0436\u0431\u0430"],
      interfaceTypes: ["\u0422\u0438\u043F\u044B \u0438\u043D\u0442\u0435\u0440\u0444\u0435\u0439\u0441\u043E\u0432"],
      security: ["\u0411\u0435\u0437\u043E\u043F\u0430\u0441\u043D\u043E\u0441\u0442\u044C"],
      source: ["\u0418\u0441\u0442\u043E\u0447\u043D\u0438\u043A \u043F\u0440\u0430\u0432\u0438\u043B\u0430"],
      action: ["\u0414\u0435\u0439\u0441\u0442\u0432\u0438\u0435"]
    },
    values: {
      yes: ["\u0414\u0430"],
      no: ["\u041D\u0435\u0442"],
      in: ["\u0412\u043D\u0443\u0442\u0440\u044C", "\u0412\u0445\u043E\u0434\u044F\u0449\u0438\u0435"],
      out: ["\u041D\u0430\u0440\u0443\u0436\u0443", "\u0418\u0441\u0445\u043E\u0434\u044F\u0449\u0438\u0435"],
      domain: ["\u0414\u043E\u043C\u0435\u043D"],
      private: ["\u0427\u0430\u0441\u0442\u043D\u044B\u0439"],
      public: ["\u041E\u0431\u0449\u0438\u0439", "\u041F\u0443\u0431\u043B\u0438\u0447\u043D\u044B\u0439"],
      any: ["\u041B\u044E\u0431\u043E\u0439"],
      allow: ["\u0420\u0430\u0437\u0440\u0435\u0448\u0438\u0442\u044C"],
      block: ["\u0411\u043B\u043E\u043A\u0438\u0440\u043E\u0432\u0430\u0442\u044C", "\u0417\u0430\u0431\u043B\u043E\u043A\u0438\u0440\u043E\u0432\u0430\u0442\u044C"],
      bypass: ["\u041E\u0431\u0445\u043E\u0434"],
      state: ["\u0421\u043E\u0441\u0442\u043E\u044F\u043D\u0438\u0435"],
      firewallPolicy: ["\u041F\u043E\u043B\u0438\u0442\u0438\u043A\u0430 \u0431\u0440\u0430\u043D\u0434\u043C\u0430\u0443\u044D\u0440\u0430"]
    }
  }],
  ["ko", {
    labels: {
      name: ["\uADDC\uCE59 \uC774\uB984"],
      description: ["\uC124\uBA85"],
      enabled: ["\uC0AC\uC6A9", "\uC0AC\uC6A9\uD568"],
      direction: ["\uBC29\uD5A5"],
      profiles: ["\uD504\uB85C\uD544"],
      grouping: ["\uADF8\uB8F9", "\uADF8\uB8F9\uD654"],
      localIp: ["\uB85C\uCEEC IP", "LocalIP"],
      remoteIp: ["\uC6D0\uACA9 IP", "RemoteIP"],
      protocol: ["\uD504\uB85C\uD1A0\uCF5C"],
      localPort: ["\uB85C\uCEEC \uD3EC\uD2B8"],
      remotePort: ["\uC6D0\uACA9 \uD3EC\uD2B8"],
      edge: ["\uC5D0\uC9C0 \uD1B5\uACFC", "\uC5D0\uC9C0 \uC21C\uD68C"],
      program: ["\uD504\uB85C\uADF8\uB7A8"],
      service: ["\uC11C\uBE44\uC2A4"],
      interfaceTypes: ["\uC778\uD130\uD398\uC774\uC2A4 \uC720\uD615", "\uC778\uD130\uD398\uC774\uC2A4 \uC885\uB958"],
      remoteComputerGroup: ["\uC6D0\uACA9 \uCEF4\uD4E8\uD130 \uADF8\uB8F9"],
      remoteUserGroup: ["\uC6D0\uACA9 \uC0AC\uC6A9\uC790 \uADF8\uB8F9"],
      security: ["\uBCF4\uC548"],
      source: ["\uADDC\uCE59 \uC6D0\uBCF8", "\uADDC\uCE59 \uC18C\uC2A4"],
      action: ["\uC791\uC5C5", "\uB3D9\uC791"]
    },
    values: {
      yes: ["\uC608"],
      no: ["\uC544\uB2C8\uC694", "\uC544\uB2C8\uC624"],
      in: ["\uC778\uBC14\uC6B4\uB4DC", "\uC785\uB825", "\uC548"],
      out: ["\uC544\uC6C3\uBC14\uC6B4\uB4DC", "\uCD9C\uB825", "\uBC14\uAE65"],
      domain: ["\uB3C4\uBA54\uC778"],
      private: ["\uAC1C\uC778"],
      public: ["\uACF5\uC6A9"],
      any: ["\uBAA8\uB450", "\uC784\uC758"],
      allow: ["\uD5C8\uC6A9"],
      block: ["\uCC28\uB2E8"],
      bypass: ["\uBB34\uC2DC", "\uAC74\uB108\uB6F0\uAE30"],
      on: ["\uC124\uC815", "\uCF1C\uAE30", "\uCF2C"],
      off: ["\uD574\uC81C", "\uB044\uAE30", "\uB054"],
      notRequired: ["\uD544\uC694 \uC5C6\uC74C"],
      groupPolicy: ["\uADF8\uB8F9 \uC815\uCC45 \uC124\uC815"],
      state: ["\uC0C1\uD0DC"],
      firewallPolicy: ["\uBC29\uD654\uBCBD \uC815\uCC45"],
      localSubnet: ["\uB85C\uCEEC \uC11C\uBE0C\uB137"]
    }
  }],
  ["zh-CN", {
    labels: {
      name: ["\u89C4\u5219\u540D\u79F0"],
      description: ["\u63CF\u8FF0", "\u8BF4\u660E"],
      enabled: ["\u5DF2\u542F\u7528", "\u542F\u7528"],
      direction: ["\u65B9\u5411"],
      profiles: ["\u914D\u7F6E\u6587\u4EF6"],
      grouping: ["\u5206\u7EC4"],
      localIp: ["\u672C\u5730 IP"],
      remoteIp: ["\u8FDC\u7A0B IP"],
      protocol: ["\u534F\u8BAE"],
      localPort: ["\u672C\u5730\u7AEF\u53E3"],
      remotePort: ["\u8FDC\u7A0B\u7AEF\u53E3"],
      edge: ["\u8FB9\u7F18\u904D\u5386"],
      program: ["\u7A0B\u5E8F"],
      service: ["\u670D\u52A1"],
      interfaceTypes: ["\u63A5\u53E3\u7C7B\u578B"],
      remoteComputerGroup: ["\u8FDC\u7A0B\u8BA1\u7B97\u673A\u7EC4"],
      remoteUserGroup: ["\u8FDC\u7A0B\u7528\u6237\u7EC4"],
      security: ["\u5B89\u5168", "\u5B89\u5168\u6027"],
      source: ["\u89C4\u5219\u6E90", "\u89C4\u5219\u6765\u6E90"],
      action: ["\u64CD\u4F5C"]
    },
    values: {
      yes: ["\u662F"],
      no: ["\u5426"],
      in: ["\u5165", "\u5165\u7AD9"],
      out: ["\u51FA", "\u51FA\u7AD9"],
      domain: ["\u57DF"],
      private: ["\u4E13\u7528", "\u4E13\u6709"],
      public: ["\u516C\u7528", "\u516C\u5171"],
      any: ["\u4EFB\u4F55", "\u4EFB\u610F"],
      allow: ["\u5141\u8BB8"],
      block: ["\u963B\u6B62"],
      bypass: ["\u7ED5\u8FC7", "\u8DF3\u8FC7"],
      on: ["\u542F\u7528"],
      off: ["\u5173\u95ED"],
      notRequired: ["\u4E0D\u8981\u6C42"],
      groupPolicy: ["\u7EC4\u7B56\u7565\u8BBE\u7F6E"],
      state: ["\u72B6\u6001"],
      firewallPolicy: ["\u9632\u706B\u5899\u7B56\u7565"]
    }
  }],
  ["zh-TW", {
    labels: {
      name: ["\u898F\u5247\u540D\u7A31"],
      description: ["\u63CF\u8FF0"],
      enabled: ["\u5DF2\u555F\u7528"],
      direction: ["\u65B9\u5411"],
      profiles: ["\u8A2D\u5B9A\u6A94"],
      grouping: ["\u7FA4\u7D44"],
      localIp: ["\u672C\u6A5F IP", "\u672C\u6A5FIP"],
      remoteIp: ["\u9060\u7AEF IP", "\u9060\u7AEFIP"],
      protocol: ["\u901A\u8A0A\u5354\u5B9A"],
      localPort: ["\u672C\u6A5F\u9023\u63A5\u57E0"],
      remotePort: ["\u9060\u7AEF\u9023\u63A5\u57E0"],
      edge: ["\u908A\u7DE3\u5468\u904A"],
      program: ["\u7A0B\u5F0F"],
      service: ["\u670D\u52D9"],
      interfaceTypes: ["\u4ECB\u9762\u985E\u578B"],
      security: ["\u5B89\u5168\u6027"],
      source: ["\u898F\u5247\u4F86\u6E90"],
      action: ["\u52D5\u4F5C"]
    },
    values: {
      yes: ["\u662F"],
      no: ["\u5426"],
      in: ["\u8F38\u5165", "\u9023\u5165"],
      out: ["\u8F38\u51FA", "\u9023\u51FA"],
      domain: ["\u7DB2\u57DF"],
      private: ["\u79C1\u4EBA"],
      public: ["\u516C\u7528"],
      any: ["\u4EFB\u4F55", "\u4EFB\u4E00"],
      allow: ["\u5141\u8A31"],
      block: ["\u5C01\u9396"],
      bypass: ["\u7565\u904E"],
      state: ["\u72C0\u614B"],
      firewallPolicy: ["\u9632\u706B\u7246\u539F\u5247"]
    }
  }]
]);
var PROFILE_STEMS = [
  ["dom\xE4nen", DOMAIN],
  ["\u30C9\u30E1\u30A4\u30F3", DOMAIN],
  ["\uB3C4\uBA54\uC778", DOMAIN],
  ["\u57DF\u914D\u7F6E", DOMAIN],
  ["\u7DB2\u57DF", DOMAIN],
  ["\u0434\u043E\u043C\u0435\u043D\u043D", DOMAIN],
  ["\u30D7\u30E9\u30A4\u30D9\u30FC\u30C8", PRIVATE],
  ["\uAC1C\uC778", PRIVATE],
  ["\u4E13\u7528", PRIVATE],
  ["\u79C1\u4EBA", PRIVATE],
  ["privat", PRIVATE],
  ["\u0447\u0430\u0441\u0442\u043D", PRIVATE],
  ["\u30D1\u30D6\u30EA\u30C3\u30AF", PUBLIC],
  ["\uACF5\uC6A9", PUBLIC],
  ["\u516C\u7528", PUBLIC],
  ["\xF6ffentlich", PUBLIC],
  ["public", PUBLIC],
  ["\u043E\u0431\u0449", PUBLIC]
];
function linesOf(text) {
  const starts = lineStarts(text);
  return starts.map((start, index) => ({ text: text.slice(start, starts[index + 1] ?? text.length).replace(/[\r\n]+$/, ""), start }));
}
var isDashes = (text) => text !== void 0 && text.startsWith("--------------------") && /^-+\s*$/.test(text);
function cutAtColon(line) {
  const colon = /^([^\s:\uff1a][^:\uff1a]{0,60}?)[ \u3000]*[:\uff1a][ \u3000]*(.*)$/.exec(line);
  if (!colon) return void 0;
  const value = colon[2].trimEnd();
  return { label: colon[1], value, at: line.length - colon[2].length };
}
function cutAtBlanks(line) {
  const blanks = /^(\S(?:[ \u3000]?\S){0,60})[ \t\u3000]{2,}(\S.*)$/.exec(line);
  return blanks ? { label: blanks[1], value: blanks[2].trimEnd(), at: line.length - blanks[2].length } : void 0;
}
var Words = class {
  #labels = /* @__PURE__ */ new Map();
  #values = /* @__PURE__ */ new Map();
  constructor(tables) {
    for (const { labels, values } of tables) {
      for (const field of DUMP_FIELDS) for (const text of labels[field] ?? []) this.#labels.set(keyOf(text), field);
      for (const value of DUMP_VALUES) {
        for (const text of values[value] ?? []) {
          const key = keyOf(text);
          const set = this.#values.get(key);
          if (set) set.add(value);
          else this.#values.set(key, /* @__PURE__ */ new Set([value]));
        }
      }
    }
  }
  label(text) {
    return this.#labels.get(keyOf(text));
  }
  is(text, value) {
    return this.#values.get(keyOf(text))?.has(value) ?? false;
  }
  knows(text) {
    return this.#values.has(keyOf(text));
  }
  /** The first of these meanings that the text has. */
  oneOf(text, values) {
    const set = this.#values.get(keyOf(text));
    return set && values.find((value) => set.has(value));
  }
};
var keyOf = (text) => text.replace(/[\s\u3000\u00a0:\uff1a'\u2019-]+/g, "").toLowerCase();
function userTables(labels) {
  return [...labels?.values() ?? []].map((table) => {
    const part = (name) => {
      const inner = isObject(table) ? table[name] : void 0;
      const from = isObject(inner) ? inner : name === "labels" && isObject(table) ? table : {};
      return Object.fromEntries(Object.entries(from).flatMap(([key, value]) => {
        const texts = (Array.isArray(value) ? value : [value]).filter((text) => typeof text === "string");
        return texts.length > 0 ? [[key, texts]] : [];
      }));
    };
    return { labels: part("labels"), values: part("values") };
  });
}
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var CODE_PAGES = ["cp949", "cp932", "cp936", "cp950", "cp850", "cp437", "cp852", "cp866", "windows-1252", "windows-1251", "windows-1250"];
var prepareCodePages = async () => {
  await Promise.all(CODE_PAGES.map(prepareCodePage));
};
var PAGES_OF = new Map([
  ["ko", ["cp949"]],
  ["ja", ["cp932"]],
  ["zh-CN", ["cp936"]],
  ["zh-TW", ["cp950"]],
  ["ru", ["cp866", "windows-1251"]],
  ["en", ["cp437", "windows-1252"]],
  ...["de", "fr", "es", "it", "pt"].map((language) => [language, ["cp850", "windows-1252"]])
]);
function decoded(file, words) {
  if (file.encoding.startsWith("utf-")) return file;
  const head = file.bytes.subarray(0, 16384);
  const language = [...NETSH_LABELS].map(([id, table]) => ({ id, known: knownWords(file.head, new Words([table])) })).sort((a, b) => b.known - a.known)[0];
  const likely = language && language.known > 0 ? PAGES_OF.get(language.id) ?? [] : [];
  const configured = file.encoding === "windows-1252" ? [] : [file.encoding];
  const pages = [.../* @__PURE__ */ new Set([...configured, ...likely, "windows-1252", ...CODE_PAGES])];
  const scored = pages.map((page) => ({ page, known: knownWords(decode(head, page).text, words) }));
  const best = scored.reduce((a, b) => b.known > a.known ? b : a);
  if (best.page === file.encoding || best.known === 0) return file;
  return sourceFile(file.path, file.bytes, best.page);
}
function knownWords(text, words) {
  let known = 0;
  for (const { text: line } of linesOf(text.slice(0, 8192))) {
    const pair = cutAtColon(line) ?? cutAtBlanks(line);
    if (!pair) continue;
    if (words.label(pair.label) || words.knows(pair.label)) known++;
    for (const value of pair.value.split(/[,;]/)) if (words.knows(value)) known++;
  }
  return known;
}
function readProfile(block, words, state, file) {
  const [head, , ...rest] = block;
  const lines = rest.map((line) => ({ line, pair: cutAtBlanks(line.text) })).filter(({ pair }) => pair !== void 0);
  const policy = lines.find(({ pair }) => /^[^\s,]+,[^\s,]+$/.test(pair?.value ?? ""));
  if (!policy && !lines.some(({ pair }) => words.is(pair?.label ?? "", "state"))) return;
  const profile = profileOf(head.text, words);
  const source = (at) => file.span(at.line.start, at.line.start + at.line.text.trimEnd().length);
  if (profile === void 0) {
    state.problem({
      code: "requirement-unverifiable",
      message: `"${head.text.trim()}" names no profile that a language table has.`,
      source: file.span(head.start, head.start + head.text.length)
    });
    return;
  }
  const [first] = lines;
  if (first && first !== policy) {
    const value2 = words.oneOf(first.pair?.value ?? "", ["on", "off"]);
    if (value2) state.configure(profile, "enabled", { value: value2 === "on", source: source(first) }, LOCAL);
    else state.problem({ code: "requirement-unverifiable", message: `The state "${first.pair?.value ?? ""}" is not known in any language table.`, source: source(first) });
  }
  if (policy) {
    const [inbound = "", outbound = ""] = (policy.pair?.value ?? "").split(",");
    const into = words.oneOf(inbound, ["blockInbound", "blockInboundAlways", "allowInbound"]);
    const out = words.oneOf(outbound, ["allowOutbound", "blockOutbound"]);
    const at = source(policy);
    if (into) {
      state.configure(profile, "defaultInbound", { value: into === "allowInbound" ? "allow" : "block", source: at }, LOCAL);
      state.configure(profile, "blockAllInbound", { value: into === "blockInboundAlways", source: at }, LOCAL);
    }
    if (out) state.configure(profile, "defaultOutbound", { value: out === "allowOutbound" ? "allow" : "block", source: at }, LOCAL);
    if (!into || !out) state.problem({ code: "requirement-unverifiable", message: `The policy "${policy.pair?.value ?? ""}" is not known in any language table.`, source: at });
  }
  const merge = lines.find(({ pair }) => words.is(pair?.label ?? "", "localFirewallRules"));
  const value = merge && words.oneOf(merge.pair?.value ?? "", ["enable", "disable"]);
  if (merge && value) state.configure(profile, "allowLocalRules", { value: value === "enable", source: source(merge) }, GROUP_POLICY);
}
function profileOf(heading, words) {
  const texts = heading.replace(/[:\uff1a]/g, " ").trim().split(/[\s\u3000]+/);
  for (const text of texts) {
    const profile = words.oneOf(text, PROFILES);
    if (profile) return profileBit(profile);
  }
  const key = keyOf(heading);
  return PROFILE_STEMS.find(([stem]) => key.includes(stem))?.[1];
}
function assign(raw, words) {
  const fields = raw.map(({ label }, index) => index === 0 ? "name" : words.label(label));
  const taken = new Set(fields);
  for (let from2 = 0; from2 < fields.length; from2++) {
    if (fields[from2] !== void 0) continue;
    let to = from2;
    while (to < fields.length && fields[to] === void 0) to++;
    const low = DUMP_FIELDS.indexOf(fields[from2 - 1]);
    const high = to < fields.length ? DUMP_FIELDS.indexOf(fields[to]) : DUMP_FIELDS.length;
    const free = DUMP_FIELDS.slice(low + 1, high).filter((field) => !taken.has(field));
    if (free.length === to - from2) free.forEach((field, i) => {
      fields[from2 + i] = field;
    });
    from2 = to;
  }
  if (fields.includes(void 0)) byOrder(fields, raw);
  const said = /* @__PURE__ */ new Map();
  raw.forEach((entry, index) => {
    const field = fields[index];
    if (field !== void 0 && !said.has(field)) said.set(field, entry);
  });
  const from = Math.max(fields.indexOf("enabled"), 0);
  return { said, unplaced: raw.filter((_, index) => index > from && fields[index] === void 0) };
}
function byOrder(fields, raw) {
  const known = fields.indexOf("protocol");
  const protocolAt = known >= 0 ? known : raw.findIndex(({ value }, index) => index >= 6 && /^(?:tcp|udp|icmpv[46]|igmp|gre|ipv6|\d{1,3})$/i.test(value));
  if (protocolAt < 0) return;
  const put = (index, field) => {
    if (index > 0 && index < fields.length && fields[index] === void 0 && !fields.includes(field)) fields[index] = field;
  };
  const order = ["enabled", "direction", "profiles", "grouping", "localIp", "remoteIp"];
  order.forEach((field, i) => put(protocolAt - order.length + i, field));
  put(protocolAt, "protocol");
  let next = protocolAt + 1;
  if (/^(?:tcp|udp)$/i.test(raw[protocolAt]?.value ?? "")) {
    put(next++, "localPort");
    put(next++, "remotePort");
  }
  put(next++, "edge");
  const last = raw.length - 1;
  const added = PROGRAM.test(raw[next]?.value ?? "") ? ADDED.get(last - next) : last - next === 3 ? ADDED.get(3) : void 0;
  added?.forEach((field, i) => put(next + i, field));
  put(last, "action");
}
var PROGRAM = /[\\/]|\.exe$|^System$/i;
var ADDED = /* @__PURE__ */ new Map([
  [3, ["interfaceTypes", "security", "source"]],
  [4, ["program", "interfaceTypes", "security", "source"]],
  [5, ["program", "service", "interfaceTypes", "security", "source"]]
]);
function readRule(block, words, state, file) {
  const [head, , ...rest] = block;
  const raw = [];
  for (const line of [head, ...rest]) {
    const last = raw.at(-1);
    const pair = /^[ \t\u3000]{20,}/.test(line.text) ? void 0 : cutAtColon(line.text);
    if (pair) raw.push({ label: pair.label, value: pair.value, start: line.start + pair.at, end: line.start + pair.at + pair.value.length, more: [] });
    else if (last && line.text.trim() !== "") last.more.push(line.text.trim());
  }
  const { said, unplaced } = assign(raw, words);
  const first = raw[0];
  const source = file.span(head.start, Math.max(...raw.map(({ end }) => end)));
  const unmodelled = unplaced.filter(({ value }) => value !== "" && !words.is(value, "any") && !words.is(value, "notRequired")).map(({ label, value }) => `${label}=${value}`);
  if (unplaced.length === 0 && !VERBOSE_FIELDS.some((field) => said.has(field))) unmodelled.push(NOT_VERBOSE);
  state.rule(ruleOf(said, first, source, unmodelled, words, state, file), targetOf(said, words));
}
var VERBOSE_FIELDS = ["program", "service", "remoteComputerGroup", "remoteUserGroup", "interfaceTypes", "security", "source"];
function targetOf(said, words) {
  const source = said.get("source")?.value;
  return source !== void 0 && words.is(source, "groupPolicy") ? GROUP_POLICY : LOCAL;
}
var PART_OF = /* @__PURE__ */ new Map([
  ["name", "name"],
  ["grouping", "group"],
  ["direction", "direction"],
  ["action", "action"],
  ["enabled", "enabled"],
  ["protocol", "protocol"],
  ["localPort", "localPorts"],
  ["remotePort", "remotePorts"],
  ["profiles", "profiles"],
  ["localIp", "localAddresses"],
  ["remoteIp", "remoteAddresses"],
  ["program", "program"],
  ["service", "service"],
  ["interfaceTypes", "interfaceTypes"]
]);
var INTERFACES = [["lan", "lan"], ["wireless", "wireless"], ["ras", "remote-access"]];
function ruleOf(said, first, source, unmodelled, words, state, file) {
  const span = (at) => file.span(at.start, at.end);
  const unknown = (field, what) => {
    const at = said.get(field);
    const message = at ? `${what} "${at.value}" is not known in any language table.` : `${what} is not in this dump, or its label is not known.`;
    state.problem({ code: "requirement-unverifiable", message, source: at ? span(at) : source });
    return "unknown";
  };
  const word = (field, values) => {
    const at = said.get(field);
    return at && words.oneOf(at.value, values);
  };
  const enabled = word("enabled", ["yes", "no"]);
  const direction = word("direction", ["in", "out"]);
  const action = word("action", ["allow", "block", "bypass"]);
  const protocolText = said.get("protocol")?.value ?? "";
  const protocol = words.is(protocolText, "any") ? "any" : parseProtocol(protocolText) ?? NAMED_PROTOCOLS.get(protocolText.toLowerCase());
  const parts = [];
  for (const [field, part] of PART_OF) {
    const at = said.get(field);
    if (at) parts.push(PART_NAMES.indexOf(part), at.start, at.end);
  }
  const text = (field) => {
    const value = said.get(field)?.value;
    return value === void 0 || value === "" || words.is(value, "any") ? void 0 : value;
  };
  const security = text("security");
  if (security !== void 0 && !words.is(security, "notRequired")) unmodelled.push(`security=${security}`);
  for (const [field, key] of [["remoteComputerGroup", "rmtcomputergrp"], ["remoteUserGroup", "rmtusrgrp"]]) {
    const value = text(field);
    if (value !== void 0) unmodelled.push(`${key}=${value}`);
  }
  const isIcmp = protocol === 1 || protocol === 58;
  const rule = makeRule({
    name: first.value,
    group: text("grouping"),
    enabled: enabled === void 0 ? unknown("enabled", "Whether the rule is enabled") : enabled === "yes",
    direction: direction === void 0 ? unknown("direction", "The direction") : direction === "in" ? "inbound" : "outbound",
    action: action ?? unknown("action", "The action"),
    profiles: profilesOf(said.get("profiles"), words, unmodelled),
    protocol: protocol ?? unknown("protocol", "The protocol"),
    localPorts: portsOf(said.get("localPort"), words),
    remotePorts: portsOf(said.get("remotePort"), words),
    icmp: isIcmp ? icmpOf(said.get("protocol"), words, unmodelled) : [],
    localAddresses: addressesOf(said.get("localIp"), words),
    remoteAddresses: addressesOf(said.get("remoteIp"), words),
    program: text("program"),
    service: text("service"),
    interfaceTypes: interfacesOf(text("interfaceTypes"), words, unmodelled),
    unmodelled,
    // "Authenticate" and its kin; another word is one of "not required" that no table has, or nobody knows.
    ipsec: unmodelled.some((entry) => /^(?:security=aut|rmt)/i.test(entry)),
    source,
    parts,
    // No dump shows app packages, users and trust keywords; rules that have them stand in groups of Windows or of an app.
    partial: text("grouping") !== void 0
  });
  const left = leftOutPackage(rule, said.get("description")?.value);
  if (left !== void 0) unmodelled.push(`${left}=not in this dump`);
  return rule;
}
var NAMED_PROTOCOLS = /* @__PURE__ */ new Map([["hopopt", 0], ["igmp", 2], ["ipv6", 41], ["gre", 47]]);
var listOf = (said) => [said.value, ...said.more].join(",").split(/[,;\u3001\uff0c]/).map((text) => text.trim()).filter((text) => text !== "");
function profilesOf(said, words, unmodelled) {
  let set = 0;
  for (const text of said ? listOf(said) : []) {
    const profile = words.oneOf(text, PROFILES);
    if (profile) set |= profileBit(profile);
    else if (words.is(text, "any")) set |= ALL_PROFILES;
    else unmodelled.push(`profile=${text}`);
  }
  if (said && listOf(said).length === 3) {
    unmodelled.splice(0, unmodelled.length, ...unmodelled.filter((entry) => !entry.startsWith("profile=")));
    return ALL_PROFILES;
  }
  return set === 0 || unmodelled.some((entry) => entry.startsWith("profile=")) ? ALL_PROFILES : set;
}
function portsOf(said, words) {
  if (!said) return ANY_PORTS;
  const list = listOf(said);
  if (list.some((text) => words.is(text, "any"))) return ANY_PORTS;
  const { set, bad } = parsePorts(list, TOOL_PORTS);
  if (bad.length === 0) return set;
  return isAnyPort(set) ? portSet([], [], bad, bad) : portSet(set.ranges, set.keywords, bad, [...set.text ?? [], ...bad]);
}
function addressesOf(said, words) {
  if (!said) return ANY_ADDRESSES;
  const list = listOf(said).map((text) => words.is(text, "localSubnet") ? "LocalSubnet" : text.replace(/\/(?:32|255\.255\.255\.255)$/, "").replace(/^([^:]*:.*)\/128$/, "$1"));
  if (list.some((text) => words.is(text, "any"))) return ANY_ADDRESSES;
  const { set, bad } = parseAddresses(list, TOOL_ADDRESSES);
  if (bad.length === 0) return set;
  return isAnyAddress(set) ? addressSet([], [], [], bad, bad) : addressSet(set.v4, set.v6, set.keywords, bad, [...set.text ?? [], ...bad]);
}
function icmpOf(said, words, unmodelled) {
  const types = [];
  for (const line of said?.more ?? []) {
    const [type = "", ...code] = line.split(/\s+/);
    if (words.is(type, "any")) return [];
    if (!/^\d+$/.test(type)) continue;
    const joined = code.join(" ");
    const read = parseIcmp(`${type}:${words.is(joined, "any") || joined === "" ? "*" : joined}`);
    if (read) types.push(read);
    else unmodelled.push(`icmp=${line}`);
  }
  return types;
}
function interfacesOf(text, words, unmodelled) {
  const types = [];
  for (const item of text?.split(/[,;]/) ?? []) {
    const found = INTERFACES.find(([value]) => words.is(item.trim(), value));
    if (found) types.push(found[1]);
    else unmodelled.push(`interfacetype=${item.trim()}`);
  }
  return types;
}
var DASHES = "\n----------------------------------------";
var RULE = /^[^\s-][^\r\n]{0,80}?(?:[:\uff1a]|[^\x00-\x7f])[ \u3000]{2,}\S[^\r\n]*\r?\n-{40,}[ \t]*\r?$/m;
var PROFILE = /^[^\s-][^\r\n]{2,80}\r?\n-{40,}[ \t]*\r?\n\S[^\r\n]{0,80}?[ \t\u3000]{2,60}\S[^\r\n]{0,80}\r?\n\S[^\r\n]{0,80}?[ \t\u3000]{2,60}[^\s,]{1,60},[^\s,]{1,60}[ \t]*\r?$/m;
var netshDump = {
  id: "netsh-dump",
  title: "netsh advfirewall dump",
  store: "local",
  exported: true,
  names: [],
  prepare: prepareCodePages,
  recognises(file) {
    const { head } = file;
    if (!head.includes(DASHES) || /^\s*[<{[]/.test(head)) return false;
    return RULE.test(head) || PROFILE.test(head);
  },
  parse
};
function parse(file, options) {
  const tables = [...NETSH_LABELS.values(), ...userTables(options.labels)];
  const words = new Words(tables);
  const readable = decoded(file, words);
  const state = new ScriptState();
  const { text } = readable;
  const lines = linesOf(text);
  for (let at = 0; at < lines.length; at++) {
    if (!isDashes(lines[at + 1]?.text)) continue;
    const head = lines[at];
    if (head.text.trim() === "" || isDashes(head.text)) continue;
    let end = at + 2;
    while (end < lines.length && !isDashes(lines[end + 1]?.text) && !/^\s*$/.test(lines[end].text)) end++;
    const block = lines.slice(at, end);
    if (cutAtColon(head.text)?.value) readRule(block, words, state, readable);
    else readProfile(block, words, state, readable);
    at = end - 1;
  }
  return { path: file.path, format: netshDump.id, parts: state.parts(), problems: state.problems };
}
module.exports = { netshDump };
