var CODES = {
  "file-unreadable": { title: "A policy file cannot be read", titleKo: "\uC815\uCC45 \uD30C\uC77C\uC744 \uC77D\uC744 \uC218 \uC5C6\uC74C", severity: "error" },
  "firewall-off": { title: "The firewall lets everything pass", titleKo: "\uBC29\uD654\uBCBD\uC774 \uBAA8\uB4E0 \uD2B8\uB798\uD53D\uC744 \uD5C8\uC6A9\uD568", severity: "notice" },
  "ignore-expired": { title: "An ignore entry has expired", titleKo: "\uBB34\uC2DC \uD56D\uBAA9\uC774 \uB9CC\uB8CC\uB428", severity: "warning" },
  "ignore-unused": { title: "An ignore entry silences nothing", titleKo: "\uBB34\uC2DC \uD56D\uBAA9\uC774 \uC544\uBB34\uAC83\uB3C4 \uC228\uAE30\uC9C0 \uC54A\uC74C", severity: "notice" },
  "local-rules-ignored": { title: "Policy makes Windows ignore local rules", titleKo: "\uC815\uCC45 \uB54C\uBB38\uC5D0 Windows\uAC00 \uB85C\uCEEC \uADDC\uCE59\uC744 \uBB34\uC2DC\uD568", severity: "warning" },
  "policy-conflict": { title: "Two layers disagree and one silently wins", titleKo: "\uB450 \uACC4\uCE35\uC774 \uCDA9\uB3CC\uD558\uC5EC \uD558\uB098\uAC00 \uC870\uC6A9\uD788 \uC6B0\uC120\uD568", severity: "warning" },
  "policy-not-applied": { title: "The GPO does not apply", titleKo: "GPO\uAC00 \uC801\uC6A9\uB418\uC9C0 \uC54A\uC74C", severity: "warning" },
  "port-mismatch": { title: "Rules open the default port, the site uses another", titleKo: "\uADDC\uCE59\uC740 \uAE30\uBCF8 \uD3EC\uD2B8\uB97C \uC5F4\uC9C0\uB9CC \uC0AC\uC774\uD2B8\uB294 \uB2E4\uB978 \uD3EC\uD2B8\uB97C \uC0AC\uC6A9\uD568", severity: "requirement" },
  "report-mismatch": { title: "gpreport.xml and registry.pol disagree", titleKo: "gpreport.xml\uACFC registry.pol\uC758 \uB0B4\uC6A9\uC774 \uB2E4\uB984", severity: "warning" },
  "requirement-blocked": { title: "Allowed by a rule, and blocked after all", titleKo: "\uADDC\uCE59\uC774 \uD5C8\uC6A9\uD558\uC9C0\uB9CC \uACB0\uAD6D \uCC28\uB2E8\uB428", severity: "requirement" },
  "requirement-missing": { title: "Nothing lets needed traffic through", titleKo: "\uD544\uC694\uD55C \uD2B8\uB798\uD53D\uC744 \uD5C8\uC6A9\uD558\uB294 \uADDC\uCE59\uC774 \uC5C6\uC74C", severity: "requirement" },
  "requirement-partial": { title: "Only a part of needed traffic passes", titleKo: "\uD544\uC694\uD55C \uD2B8\uB798\uD53D\uC758 \uC77C\uBD80\uB9CC \uD1B5\uACFC\uD568", severity: "requirement" },
  "requirement-unverifiable": { title: "The files do not decide whether traffic passes", titleKo: "\uD30C\uC77C\uB9CC\uC73C\uB85C\uB294 \uD1B5\uACFC \uC5EC\uBD80\uB97C \uD310\uB2E8\uD560 \uC218 \uC5C6\uC74C", severity: "notice" },
  "rule-duplicate": { title: "The same rule stands twice", titleKo: "\uAC19\uC740 \uADDC\uCE59\uC774 \uB450 \uBC88 \uC788\uC74C", severity: "notice" },
  "rule-malformed": { title: "Windows would drop or misread this rule", titleKo: "Windows\uAC00 \uC774 \uADDC\uCE59\uC744 \uBC84\uB9AC\uAC70\uB098 \uC798\uBABB \uC77D\uC74C", severity: "error" },
  "rule-obsolete": { title: "Names something that current clients no longer have", titleKo: "\uD604\uC7AC \uD074\uB77C\uC774\uC5B8\uD2B8\uC5D0 \uB354 \uC774\uC0C1 \uC5C6\uB294 \uAC83\uC744 \uAC00\uB9AC\uD0B4", severity: "notice" },
  "rule-shadowed": { title: "The rule can never matter", titleKo: "\uADDC\uCE59\uC774 \uC544\uBB34 \uD6A8\uACFC\uB3C4 \uC5C6\uC74C", severity: "warning" },
  "rule-too-broad": { title: "Any program may be reached on any port", titleKo: "\uBAA8\uB4E0 \uD504\uB85C\uADF8\uB7A8\uC758 \uBAA8\uB4E0 \uD3EC\uD2B8\uAC00 \uC5F4\uB824 \uC788\uC74C", severity: "warning" },
  "rule-unneeded": { title: "Opens on a client what only a server listens on", titleKo: "\uC11C\uBC84\uB9CC \uC218\uC2E0\uD558\uB294 \uD3EC\uD2B8\uB97C \uD074\uB77C\uC774\uC5B8\uD2B8\uC5D0\uC11C \uC5F6", severity: "notice" },
  "site-settings-invalid": { title: "The site settings contradict the product or themselves", titleKo: "\uC0AC\uC774\uD2B8 \uC124\uC815\uC774 \uC81C\uD488 \uB610\uB294 \uC790\uAE30 \uC790\uC2E0\uACFC \uBAA8\uC21C\uB428", severity: "error" }
};
var codeInfo = new Map(Object.entries(CODES));
var codePage = (code) => `https://github.com/contoso/configmgr-firewall-lint/blob/main/docs/codes/${code}.md`;
module.exports = { codeInfo, codePage };
