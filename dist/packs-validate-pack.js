var import_commands = require("./commands.js");
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    function ucs2length(str) {
      let len = str.length, length = 0, pos = 0, value;
      for (; pos < len; )
        length++, value = str.charCodeAt(pos++), value >= 55296 && value <= 56319 && pos < len && (value = str.charCodeAt(pos), (value & 64512) === 56320 && pos++);
      return length;
    }
    exports2.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});
var stdin_default = validate52;
var schema19 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "https://configmgr-firewall-lint.invalid/schema/pack.schema.json", title: "Requirement pack of configmgr-firewall-lint", description: 'What an application needs of a firewall. The pack "configmgr" is built in; a config adds others with `packs`. Roles, features, conditions and settings of the built-in pack may be used.', examples: [{ pack: "our-agents", title: "Agents of Contoso", date: "2026-01-31", sources: { handbook: { page: "https://intranet.contoso.com/backup", edition: "2026" } }, features: { "backup-agent": { title: "Backup agent" } }, roles: { "backup-server": { name: "backup server", kind: "server" } }, requirements: [{ id: "backup-agent-in", feature: "backup-agent", from: "backup-server", to: "client", kind: "port", protocol: "tcp", ports: [6106], perspective: "client", direction: "inbound", severity: "required", sources: [{ doc: "handbook" }] }] }], type: "object", additionalProperties: false, required: ["pack", "title", "requirements"], properties: { $schema: { type: "string", minLength: 1 }, pack: { $ref: "#/$defs/id", description: "The name of the pack.", examples: ["our-agents"] }, title: { type: "string", minLength: 1, description: "What it is about, for people." }, date: { type: "string", minLength: 1, description: "Edition of the newest source.", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, sources: { type: "object", description: "Page and edition of everything that rows cite.", propertyNames: { $ref: "#/$defs/id" }, additionalProperties: { type: "object", additionalProperties: false, required: ["page", "edition"], properties: { page: { type: "string", minLength: 1 }, edition: { type: "string", minLength: 1 }, kind: { type: "string", minLength: 1 } } } }, roles: { type: "object", description: "Kinds of machines and services.", propertyNames: { $ref: "#/$defs/id" }, additionalProperties: { type: "object", additionalProperties: false, required: ["name", "kind"], properties: { name: { type: "string", minLength: 1 }, phrase: { type: "string", minLength: 1, description: 'The role within an English sentence, with its article; without it, "the" and the name.' }, titles: { $ref: "#/$defs/titles" }, kind: { enum: ["host", "site-system", "server", "cloud"] }, note: { type: "string", minLength: 1 }, is: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1, description: "Roles that it is as well." }, old: { type: "boolean", description: "Its rows apply only where the site still names it." } } } }, features: { type: "object", description: "What can be named under `features`.", propertyNames: { $ref: "#/$defs/id" }, additionalProperties: { type: "object", additionalProperties: false, required: ["title"], properties: { title: { type: "string", minLength: 1 }, titles: { $ref: "#/$defs/titles" }, aliases: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1 }, assumed: { type: "boolean", description: "Taken to be in use when nobody says." } } } }, conditions: { type: "object", description: "What can be listed under `site.conditions`.", propertyNames: { $ref: "#/$defs/id" }, additionalProperties: { type: "object", additionalProperties: false, required: ["says"], properties: { says: { type: "string", minLength: 1 }, default: { type: "boolean", description: "Holds unless its opposite is listed." }, opposite: { $ref: "#/$defs/id" }, features: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1, description: "Naming one of these makes it true." }, transport: { enum: ["http", "https"] } } } }, choices: { type: "object", description: "How pairs of rows are decided.", propertyNames: { $ref: "#/$defs/id" }, additionalProperties: { type: "object", additionalProperties: false, required: ["rule"], properties: { rule: { type: "string", minLength: 1 }, unknown: { type: "string", minLength: 1 } } } }, settings: { type: "object", description: "What a site can change.", propertyNames: { $ref: "#/$defs/id" }, additionalProperties: { type: "object", additionalProperties: false, required: ["default", "where"], properties: { key: { $ref: "#/$defs/id", description: "The name under site.ports." }, default: { type: ["integer", "string", "boolean", "null"] }, protocol: { enum: ["tcp", "udp"] }, where: { type: "string", minLength: 1 }, usual: { type: "array", items: { type: "integer" }, minItems: 1 }, alternative: { type: "boolean" }, equals: { $ref: "#/$defs/id" }, effect: { type: "string", minLength: 1 }, constraints: { type: "array", items: { type: "string", minLength: 1 }, minItems: 1 }, docs: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1 } } } }, methods: { type: "object", description: "Ways to install the client.", propertyNames: { $ref: "#/$defs/id" }, additionalProperties: { type: "object", additionalProperties: false, required: ["name", "rows"], properties: { name: { type: "string", minLength: 1 }, feature: { $ref: "#/$defs/id" }, inbound: { enum: [true, false, "unclear"] }, smb: { type: ["boolean", "string"] }, rpc: { type: "boolean" }, blocked: { type: "string", minLength: 1 }, rows: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1 } } } }, listeners: { type: "array", items: { type: "object", additionalProperties: false, required: ["programs"], properties: { rows: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1 }, roles: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1 }, direction: { enum: ["inbound", "outbound"] }, protocol: { enum: ["tcp", "udp"] }, ports: { $ref: "#/$defs/ports" }, dynamicRpc: { type: "boolean" }, programs: { type: "array", items: { type: "string", minLength: 1 }, minItems: 1 }, services: { type: "array", items: { type: "string", minLength: 1 }, minItems: 1 }, certain: { type: "boolean" } } }, description: "Which programs send or receive at one end." }, serverOnly: { type: "array", items: { type: "object", additionalProperties: false, required: ["protocol", "port", "why"], properties: { protocol: { enum: ["tcp", "udp"] }, port: { type: "integer", minimum: 0, maximum: 65535 }, setting: { $ref: "#/$defs/id" }, reasons: { $ref: "#/$defs/titles", description: "The whole reason in other languages than English." }, why: { type: "string", minLength: 1 }, unlessFeatures: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1 }, unlessGroups: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1 } } }, description: "What only servers listen on." }, obsolete: { type: "array", items: { type: "object", additionalProperties: false, required: ["why"], properties: { programs: { type: "array", items: { type: "string", minLength: 1 }, minItems: 1 }, protocol: { enum: ["tcp", "udp"] }, ports: { $ref: "#/$defs/ports" }, direction: { enum: ["inbound", "outbound"] }, roles: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1 }, reasons: { $ref: "#/$defs/titles", description: "The whole reason in other languages than English." }, why: { type: "string", minLength: 1 }, instead: { type: "string", minLength: 1 }, unless: { $ref: "#/$defs/id" } } }, description: "What current machines no longer have." }, legacyPolicies: { type: "array", items: { type: "object", additionalProperties: false, required: ["policy", "key", "values", "meets"], properties: { policy: { type: "string", minLength: 1 }, key: { type: "string", minLength: 1 }, values: { type: "array", items: { type: "string", minLength: 1 }, minItems: 1 }, meets: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1 }, note: { type: "string", minLength: 1 } } } }, rules: { type: "object", description: "How the facts are to be read.", propertyNames: { $ref: "#/$defs/id" }, additionalProperties: { type: "string", minLength: 1 } }, groups: { $ref: "#/$defs/groups" }, requirements: { type: "array", items: { $ref: "#/$defs/row" } } }, $defs: { id: { type: "string", pattern: "^[a-z0-9][a-z0-9.-]*$", maxLength: 120, description: "Lower case words with hyphens or dots." }, titles: { type: "object", description: "Names in other languages than English.", additionalProperties: false, properties: { ko: { type: "string", minLength: 1 } }, minProperties: 1 }, ports: { type: "array", items: { anyOf: [{ type: "integer", minimum: 0, maximum: 65535 }, { type: "string", pattern: "^[0-9]{1,5}-[0-9]{1,5}$" }] }, minItems: 1, description: "Numbers and ranges, all of them needed." }, portsAndWords: { type: "array", items: { anyOf: [{ type: "integer", minimum: 0, maximum: 65535 }, { type: "string", pattern: "^([0-9]{1,5}-[0-9]{1,5}|RPC|RPC-EPMap)$" }] }, minItems: 1 }, row: { type: "object", additionalProperties: false, description: "One requirement: traffic, a program or a predefined group.", required: ["id", "feature", "from", "to", "kind", "perspective", "direction", "severity", "sources"], properties: { id: { $ref: "#/$defs/id", description: "What findings name.", examples: ["backup-agent-in"] }, need: { $ref: "#/$defs/id", description: "Rows with one need make one finding. The own id when absent." }, feature: { $ref: "#/$defs/id", description: "A feature of this pack, or of the built-in one." }, from: { $ref: "#/$defs/id", description: "The role at one end." }, to: { $ref: "#/$defs/id", description: "The role at the other end." }, kind: { enum: ["port", "icmp-echo", "program", "rule-group", "dynamic-rpc"] }, protocol: { enum: ["tcp", "udp", "icmp"] }, ports: { $ref: "#/$defs/ports" }, keyword: { enum: ["RPC", "RPC-EPMap"], description: "The word that Windows rules may use instead of the numbers." }, icmp: { type: "object", additionalProperties: false, description: "ICMP types.", required: ["v4", "v6"], properties: { v4: { type: "integer", minimum: 0, maximum: 255 }, v6: { type: "integer", minimum: 0, maximum: 255 } } }, program: { type: "string", minLength: 1, description: "File name of the program that must be allowed." }, programPath: { type: "string", minLength: 1, description: "Where it is." }, group: { $ref: "#/$defs/id", description: "Predefined group of Windows Firewall." }, groupRules: { type: "array", items: { type: "string", minLength: 1 }, minItems: 1, description: "The rules of the group that are enough." }, perspective: { enum: ["client", "console", "server", "network"], description: "Whose Windows Firewall `direction` is about; `network`: direction says who opens the connection." }, direction: { enum: ["inbound", "outbound", "both", "initiator-from", "initiator-either"] }, directionStated: { type: "boolean", description: "False: the source gives no direction, the value is derived." }, ends: { type: "array", items: { enum: ["from", "to"] }, minItems: 1, description: "The ends whose Windows Firewall sees the packet; both when absent." }, severity: { enum: ["required", "recommended", "degraded-if-missing", "informational"], description: "Error, warning, warning, never a finding." }, status: { enum: ["current", "deprecated", "retired", "legacy-os"], default: "current" }, default: { type: "boolean", default: true, description: "Part of `features: all`." }, seed: { type: "boolean", description: "Stands in the seed document." }, setting: { $ref: "#/$defs/id", description: "Key under site.ports whose number takes the place of the default." }, conditions: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1, description: "All must hold." }, exception: { $ref: "#/$defs/id", description: "Condition under which a client setting opens it by itself." }, choice: { $ref: "#/$defs/id", description: "A choice of the pack." }, alternatives: { type: "array", items: { anyOf: [{ type: "object", additionalProperties: false, required: ["ports", "when"], properties: { ports: { $ref: "#/$defs/ports" }, protocol: { enum: ["tcp", "udp"] }, when: { type: "string", minLength: 1 } } }, { type: "object", additionalProperties: false, required: ["rows", "when"], properties: { rows: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1 }, when: { type: "string", minLength: 1 } } }] }, minItems: 1, description: "Other ways to meet the row." }, fallback: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1, description: "Rows that take over when this one is cut." }, satisfiedBy: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1, description: "Rows and groups that open the same." }, flow: { $ref: "#/$defs/id", description: "Rows with one flow are one traffic." }, opensItself: { type: "string", minLength: 1, description: "Who opens it without a rule in policy." }, methods: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1, description: "Installation methods that use it." }, note: { type: "string", minLength: 1 }, sources: { type: "array", items: { type: "object", additionalProperties: false, required: ["doc"], properties: { doc: { $ref: "#/$defs/id", description: "A source of the pack." }, section: { type: "string", minLength: 1 } } }, minItems: 1, description: "Who says so." } }, allOf: [{ if: { properties: { kind: { enum: ["port", "dynamic-rpc"] } } }, then: { required: ["protocol", "ports"], properties: { protocol: { enum: ["tcp", "udp"] } } } }, { if: { properties: { kind: { const: "icmp-echo" } } }, then: { required: ["icmp"] } }, { if: { properties: { kind: { const: "program" } } }, then: { required: ["program"] } }, { if: { properties: { kind: { const: "rule-group" } } }, then: { required: ["group"] } }, { if: { properties: { perspective: { const: "network" } } }, then: { properties: { direction: { enum: ["initiator-from", "initiator-either"] } } }, else: { properties: { direction: { enum: ["inbound", "outbound", "both"] } } } }] }, groups: { type: "object", description: "Predefined rule groups of Windows Firewall.", propertyNames: { $ref: "#/$defs/id" }, additionalProperties: { $ref: "#/$defs/group" } }, group: { type: "object", additionalProperties: false, required: ["resource", "names", "members"], properties: { resource: { type: "string", minLength: 1, description: "Resource id of the group, such as @FirewallAPI.dll,-28502." }, legacyResources: { type: "array", items: { type: "string", minLength: 1 }, minItems: 1 }, needed: { type: "boolean" }, substitutes: { $ref: "#/$defs/id" }, adjacentTo: { $ref: "#/$defs/id" }, since: { type: "string", minLength: 1 }, names: { type: "object", additionalProperties: { type: "array", items: { type: "string", minLength: 1 }, minItems: 1 }, description: "Language to display names." }, minimum: { type: "array", items: { type: "object", additionalProperties: false, required: [], properties: { protocol: { enum: ["tcp", "udp"] }, ports: { $ref: "#/$defs/portsAndWords" }, program: { type: "string", minLength: 1 } } }, minItems: 1 }, members: { type: "array", items: { type: "object", additionalProperties: false, required: ["name", "direction", "protocol"], properties: { name: { type: "string", minLength: 1 }, display: { type: "string", minLength: 1, description: "English display name." }, direction: { enum: ["inbound", "outbound"] }, protocol: { enum: ["tcp", "udp", "icmpv4", "icmpv6"] }, ports: { $ref: "#/$defs/portsAndWords" }, icmp: { type: "string", minLength: 1 }, program: { type: "string", minLength: 1 }, service: { type: "string", minLength: 1 }, resource: { type: "string", minLength: 1 }, profiles: { type: "array", items: { enum: ["domain", "private", "public"] }, minItems: 1 }, remote: { const: "LocalSubnet" }, variants: { const: "scoped" }, nameOnly: { type: "boolean" }, since: { type: "string", minLength: 1 } } } } } } } };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var pattern3 = new RegExp("^[a-z0-9][a-z0-9.-]*$", "u");
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate53.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string") {
    if (func2(data) > 120) {
      let err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 120 }, message: "must NOT have more than 120 characters" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (!pattern3.test(data)) {
      let err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9.-]*$" }, message: 'must match pattern "^[a-z0-9][a-z0-9.-]*$"' };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate53.errors = vErrors, errors === 0;
}
validate53.evaluated = { dynamicProps: false, dynamicItems: false };
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate57.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      let err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (key0 !== "ko") {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.ko !== void 0) {
      let data0 = data.ko;
      if (typeof data0 == "string") {
        if (func2(data0) < 1) {
          let err2 = { instancePath: instancePath + "/ko", schemaPath: "#/properties/ko/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/ko", schemaPath: "#/properties/ko/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
  } else {
    let err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  return validate57.errors = vErrors, errors === 0;
}
validate57.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
var pattern5 = new RegExp("^[0-9]{1,5}-[0-9]{1,5}$", "u");
function validate76(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate76.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    if (data.length < 1) {
      let err0 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0], _errs2 = errors, valid2 = false, _errs3 = errors;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        let err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/anyOf/0/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 65535 || isNaN(data0)) {
          let err2 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/anyOf/0/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (data0 < 0 || isNaN(data0)) {
          let err3 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/anyOf/0/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      }
      var _valid0 = _errs3 === errors;
      valid2 = valid2 || _valid0;
      let _errs5 = errors;
      if (typeof data0 == "string") {
        if (!pattern5.test(data0)) {
          let err4 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/anyOf/1/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,5}-[0-9]{1,5}$" }, message: 'must match pattern "^[0-9]{1,5}-[0-9]{1,5}$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      var _valid0 = _errs5 === errors;
      if (valid2 = valid2 || _valid0, valid2)
        errors = _errs2, vErrors !== null && (_errs2 ? vErrors.length = _errs2 : vErrors = null);
      else {
        let err6 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
  } else {
    let err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate76.errors = vErrors, errors === 0;
}
validate76.evaluated = { items: true, dynamicProps: false, dynamicItems: false };
var schema24 = { type: "object", additionalProperties: false, required: ["resource", "names", "members"], properties: { resource: { type: "string", minLength: 1, description: "Resource id of the group, such as @FirewallAPI.dll,-28502." }, legacyResources: { type: "array", items: { type: "string", minLength: 1 }, minItems: 1 }, needed: { type: "boolean" }, substitutes: { $ref: "#/$defs/id" }, adjacentTo: { $ref: "#/$defs/id" }, since: { type: "string", minLength: 1 }, names: { type: "object", additionalProperties: { type: "array", items: { type: "string", minLength: 1 }, minItems: 1 }, description: "Language to display names." }, minimum: { type: "array", items: { type: "object", additionalProperties: false, required: [], properties: { protocol: { enum: ["tcp", "udp"] }, ports: { $ref: "#/$defs/portsAndWords" }, program: { type: "string", minLength: 1 } } }, minItems: 1 }, members: { type: "array", items: { type: "object", additionalProperties: false, required: ["name", "direction", "protocol"], properties: { name: { type: "string", minLength: 1 }, display: { type: "string", minLength: 1, description: "English display name." }, direction: { enum: ["inbound", "outbound"] }, protocol: { enum: ["tcp", "udp", "icmpv4", "icmpv6"] }, ports: { $ref: "#/$defs/portsAndWords" }, icmp: { type: "string", minLength: 1 }, program: { type: "string", minLength: 1 }, service: { type: "string", minLength: 1 }, resource: { type: "string", minLength: 1 }, profiles: { type: "array", items: { enum: ["domain", "private", "public"] }, minItems: 1 }, remote: { const: "LocalSubnet" }, variants: { const: "scoped" }, nameOnly: { type: "boolean" }, since: { type: "string", minLength: 1 } } } } } };
var pattern6 = new RegExp("^([0-9]{1,5}-[0-9]{1,5}|RPC|RPC-EPMap)$", "u");
function validate93(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate93.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    if (data.length < 1) {
      let err0 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0], _errs2 = errors, valid2 = false, _errs3 = errors;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        let err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/anyOf/0/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 65535 || isNaN(data0)) {
          let err2 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/anyOf/0/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (data0 < 0 || isNaN(data0)) {
          let err3 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/anyOf/0/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      }
      var _valid0 = _errs3 === errors;
      valid2 = valid2 || _valid0;
      let _errs5 = errors;
      if (typeof data0 == "string") {
        if (!pattern6.test(data0)) {
          let err4 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/anyOf/1/pattern", keyword: "pattern", params: { pattern: "^([0-9]{1,5}-[0-9]{1,5}|RPC|RPC-EPMap)$" }, message: 'must match pattern "^([0-9]{1,5}-[0-9]{1,5}|RPC|RPC-EPMap)$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      var _valid0 = _errs5 === errors;
      if (valid2 = valid2 || _valid0, valid2)
        errors = _errs2, vErrors !== null && (_errs2 ? vErrors.length = _errs2 : vErrors = null);
      else {
        let err6 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
  } else {
    let err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate93.errors = vErrors, errors === 0;
}
validate93.evaluated = { items: true, dynamicProps: false, dynamicItems: false };
function validate90(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate90.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resource === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "resource" }, message: "must have required property 'resource'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.names === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "names" }, message: "must have required property 'names'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.members === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "members" }, message: "must have required property 'members'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema24.properties, key0)) {
        let err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    if (data.resource !== void 0) {
      let data0 = data.resource;
      if (typeof data0 == "string") {
        if (func2(data0) < 1) {
          let err4 = { instancePath: instancePath + "/resource", schemaPath: "#/properties/resource/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/resource", schemaPath: "#/properties/resource/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.legacyResources !== void 0) {
      let data1 = data.legacyResources;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          let err6 = { instancePath: instancePath + "/legacyResources", schemaPath: "#/properties/legacyResources/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        let len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 == "string") {
            if (func2(data2) < 1) {
              let err7 = { instancePath: instancePath + "/legacyResources/" + i0, schemaPath: "#/properties/legacyResources/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
          } else {
            let err8 = { instancePath: instancePath + "/legacyResources/" + i0, schemaPath: "#/properties/legacyResources/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
      } else {
        let err9 = { instancePath: instancePath + "/legacyResources", schemaPath: "#/properties/legacyResources/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.needed !== void 0 && typeof data.needed != "boolean") {
      let err10 = { instancePath: instancePath + "/needed", schemaPath: "#/properties/needed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.substitutes !== void 0 && (validate53(data.substitutes, { instancePath: instancePath + "/substitutes", parentData: data, parentDataProperty: "substitutes", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.adjacentTo !== void 0 && (validate53(data.adjacentTo, { instancePath: instancePath + "/adjacentTo", parentData: data, parentDataProperty: "adjacentTo", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.since !== void 0) {
      let data6 = data.since;
      if (typeof data6 == "string") {
        if (func2(data6) < 1) {
          let err11 = { instancePath: instancePath + "/since", schemaPath: "#/properties/since/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        let err12 = { instancePath: instancePath + "/since", schemaPath: "#/properties/since/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.names !== void 0) {
      let data7 = data.names;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7))
        for (let key1 in data7) {
          let data8 = data7[key1];
          if (Array.isArray(data8)) {
            if (data8.length < 1) {
              let err13 = { instancePath: instancePath + "/names/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/names/additionalProperties/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
            let len1 = data8.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data9 = data8[i1];
              if (typeof data9 == "string") {
                if (func2(data9) < 1) {
                  let err14 = { instancePath: instancePath + "/names/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i1, schemaPath: "#/properties/names/additionalProperties/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
                }
              } else {
                let err15 = { instancePath: instancePath + "/names/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i1, schemaPath: "#/properties/names/additionalProperties/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
              }
            }
          } else {
            let err16 = { instancePath: instancePath + "/names/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/names/additionalProperties/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
          }
        }
      else {
        let err17 = { instancePath: instancePath + "/names", schemaPath: "#/properties/names/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.minimum !== void 0) {
      let data10 = data.minimum;
      if (Array.isArray(data10)) {
        if (data10.length < 1) {
          let err18 = { instancePath: instancePath + "/minimum", schemaPath: "#/properties/minimum/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
        }
        let len2 = data10.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data11 = data10[i2];
          if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
            for (let key2 in data11)
              if (!(key2 === "protocol" || key2 === "ports" || key2 === "program")) {
                let err19 = { instancePath: instancePath + "/minimum/" + i2, schemaPath: "#/properties/minimum/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
              }
            if (data11.protocol !== void 0) {
              let data12 = data11.protocol;
              if (!(data12 === "tcp" || data12 === "udp")) {
                let err20 = { instancePath: instancePath + "/minimum/" + i2 + "/protocol", schemaPath: "#/properties/minimum/items/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema24.properties.minimum.items.properties.protocol.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
              }
            }
            if (data11.ports !== void 0 && (validate93(data11.ports, { instancePath: instancePath + "/minimum/" + i2 + "/ports", parentData: data11, parentDataProperty: "ports", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors), errors = vErrors.length)), data11.program !== void 0) {
              let data14 = data11.program;
              if (typeof data14 == "string") {
                if (func2(data14) < 1) {
                  let err21 = { instancePath: instancePath + "/minimum/" + i2 + "/program", schemaPath: "#/properties/minimum/items/properties/program/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
                }
              } else {
                let err22 = { instancePath: instancePath + "/minimum/" + i2 + "/program", schemaPath: "#/properties/minimum/items/properties/program/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
              }
            }
          } else {
            let err23 = { instancePath: instancePath + "/minimum/" + i2, schemaPath: "#/properties/minimum/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        }
      } else {
        let err24 = { instancePath: instancePath + "/minimum", schemaPath: "#/properties/minimum/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    }
    if (data.members !== void 0) {
      let data15 = data.members;
      if (Array.isArray(data15)) {
        let len3 = data15.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data16 = data15[i3];
          if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
            if (data16.name === void 0) {
              let err25 = { instancePath: instancePath + "/members/" + i3, schemaPath: "#/properties/members/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
            }
            if (data16.direction === void 0) {
              let err26 = { instancePath: instancePath + "/members/" + i3, schemaPath: "#/properties/members/items/required", keyword: "required", params: { missingProperty: "direction" }, message: "must have required property 'direction'" };
              vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
            }
            if (data16.protocol === void 0) {
              let err27 = { instancePath: instancePath + "/members/" + i3, schemaPath: "#/properties/members/items/required", keyword: "required", params: { missingProperty: "protocol" }, message: "must have required property 'protocol'" };
              vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
            }
            for (let key3 in data16)
              if (!func1.call(schema24.properties.members.items.properties, key3)) {
                let err28 = { instancePath: instancePath + "/members/" + i3, schemaPath: "#/properties/members/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
              }
            if (data16.name !== void 0) {
              let data17 = data16.name;
              if (typeof data17 == "string") {
                if (func2(data17) < 1) {
                  let err29 = { instancePath: instancePath + "/members/" + i3 + "/name", schemaPath: "#/properties/members/items/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
                }
              } else {
                let err30 = { instancePath: instancePath + "/members/" + i3 + "/name", schemaPath: "#/properties/members/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
              }
            }
            if (data16.display !== void 0) {
              let data18 = data16.display;
              if (typeof data18 == "string") {
                if (func2(data18) < 1) {
                  let err31 = { instancePath: instancePath + "/members/" + i3 + "/display", schemaPath: "#/properties/members/items/properties/display/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
                }
              } else {
                let err32 = { instancePath: instancePath + "/members/" + i3 + "/display", schemaPath: "#/properties/members/items/properties/display/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
              }
            }
            if (data16.direction !== void 0) {
              let data19 = data16.direction;
              if (!(data19 === "inbound" || data19 === "outbound")) {
                let err33 = { instancePath: instancePath + "/members/" + i3 + "/direction", schemaPath: "#/properties/members/items/properties/direction/enum", keyword: "enum", params: { allowedValues: schema24.properties.members.items.properties.direction.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
              }
            }
            if (data16.protocol !== void 0) {
              let data20 = data16.protocol;
              if (!(data20 === "tcp" || data20 === "udp" || data20 === "icmpv4" || data20 === "icmpv6")) {
                let err34 = { instancePath: instancePath + "/members/" + i3 + "/protocol", schemaPath: "#/properties/members/items/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema24.properties.members.items.properties.protocol.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
              }
            }
            if (data16.ports !== void 0 && (validate93(data16.ports, { instancePath: instancePath + "/members/" + i3 + "/ports", parentData: data16, parentDataProperty: "ports", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors), errors = vErrors.length)), data16.icmp !== void 0) {
              let data22 = data16.icmp;
              if (typeof data22 == "string") {
                if (func2(data22) < 1) {
                  let err35 = { instancePath: instancePath + "/members/" + i3 + "/icmp", schemaPath: "#/properties/members/items/properties/icmp/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
                }
              } else {
                let err36 = { instancePath: instancePath + "/members/" + i3 + "/icmp", schemaPath: "#/properties/members/items/properties/icmp/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
              }
            }
            if (data16.program !== void 0) {
              let data23 = data16.program;
              if (typeof data23 == "string") {
                if (func2(data23) < 1) {
                  let err37 = { instancePath: instancePath + "/members/" + i3 + "/program", schemaPath: "#/properties/members/items/properties/program/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
                }
              } else {
                let err38 = { instancePath: instancePath + "/members/" + i3 + "/program", schemaPath: "#/properties/members/items/properties/program/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
              }
            }
            if (data16.service !== void 0) {
              let data24 = data16.service;
              if (typeof data24 == "string") {
                if (func2(data24) < 1) {
                  let err39 = { instancePath: instancePath + "/members/" + i3 + "/service", schemaPath: "#/properties/members/items/properties/service/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
                }
              } else {
                let err40 = { instancePath: instancePath + "/members/" + i3 + "/service", schemaPath: "#/properties/members/items/properties/service/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
              }
            }
            if (data16.resource !== void 0) {
              let data25 = data16.resource;
              if (typeof data25 == "string") {
                if (func2(data25) < 1) {
                  let err41 = { instancePath: instancePath + "/members/" + i3 + "/resource", schemaPath: "#/properties/members/items/properties/resource/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
                }
              } else {
                let err42 = { instancePath: instancePath + "/members/" + i3 + "/resource", schemaPath: "#/properties/members/items/properties/resource/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
              }
            }
            if (data16.profiles !== void 0) {
              let data26 = data16.profiles;
              if (Array.isArray(data26)) {
                if (data26.length < 1) {
                  let err43 = { instancePath: instancePath + "/members/" + i3 + "/profiles", schemaPath: "#/properties/members/items/properties/profiles/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
                }
                let len4 = data26.length;
                for (let i4 = 0; i4 < len4; i4++) {
                  let data27 = data26[i4];
                  if (!(data27 === "domain" || data27 === "private" || data27 === "public")) {
                    let err44 = { instancePath: instancePath + "/members/" + i3 + "/profiles/" + i4, schemaPath: "#/properties/members/items/properties/profiles/items/enum", keyword: "enum", params: { allowedValues: schema24.properties.members.items.properties.profiles.items.enum }, message: "must be equal to one of the allowed values" };
                    vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
                  }
                }
              } else {
                let err45 = { instancePath: instancePath + "/members/" + i3 + "/profiles", schemaPath: "#/properties/members/items/properties/profiles/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
              }
            }
            if (data16.remote !== void 0 && data16.remote !== "LocalSubnet") {
              let err46 = { instancePath: instancePath + "/members/" + i3 + "/remote", schemaPath: "#/properties/members/items/properties/remote/const", keyword: "const", params: { allowedValue: "LocalSubnet" }, message: "must be equal to constant" };
              vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
            }
            if (data16.variants !== void 0 && data16.variants !== "scoped") {
              let err47 = { instancePath: instancePath + "/members/" + i3 + "/variants", schemaPath: "#/properties/members/items/properties/variants/const", keyword: "const", params: { allowedValue: "scoped" }, message: "must be equal to constant" };
              vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
            }
            if (data16.nameOnly !== void 0 && typeof data16.nameOnly != "boolean") {
              let err48 = { instancePath: instancePath + "/members/" + i3 + "/nameOnly", schemaPath: "#/properties/members/items/properties/nameOnly/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
            }
            if (data16.since !== void 0) {
              let data31 = data16.since;
              if (typeof data31 == "string") {
                if (func2(data31) < 1) {
                  let err49 = { instancePath: instancePath + "/members/" + i3 + "/since", schemaPath: "#/properties/members/items/properties/since/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
                }
              } else {
                let err50 = { instancePath: instancePath + "/members/" + i3 + "/since", schemaPath: "#/properties/members/items/properties/since/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
              }
            }
          } else {
            let err51 = { instancePath: instancePath + "/members/" + i3, schemaPath: "#/properties/members/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
          }
        }
      } else {
        let err52 = { instancePath: instancePath + "/members", schemaPath: "#/properties/members/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
      }
    }
  } else {
    let err53 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
  }
  return validate90.errors = vErrors, errors === 0;
}
validate90.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate88.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data) {
      let _errs1 = errors;
      validate53(key0, { instancePath, parentData: data, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
      var valid0 = _errs1 === errors;
      if (!valid0) {
        let err0 = { instancePath, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: key0 }, message: "property name must be valid" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    }
    for (let key1 in data)
      validate90(data[key1], { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data, parentDataProperty: key1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors), errors = vErrors.length);
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate88.errors = vErrors, errors === 0;
}
validate88.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
var schema26 = { type: "object", additionalProperties: false, description: "One requirement: traffic, a program or a predefined group.", required: ["id", "feature", "from", "to", "kind", "perspective", "direction", "severity", "sources"], properties: { id: { $ref: "#/$defs/id", description: "What findings name.", examples: ["backup-agent-in"] }, need: { $ref: "#/$defs/id", description: "Rows with one need make one finding. The own id when absent." }, feature: { $ref: "#/$defs/id", description: "A feature of this pack, or of the built-in one." }, from: { $ref: "#/$defs/id", description: "The role at one end." }, to: { $ref: "#/$defs/id", description: "The role at the other end." }, kind: { enum: ["port", "icmp-echo", "program", "rule-group", "dynamic-rpc"] }, protocol: { enum: ["tcp", "udp", "icmp"] }, ports: { $ref: "#/$defs/ports" }, keyword: { enum: ["RPC", "RPC-EPMap"], description: "The word that Windows rules may use instead of the numbers." }, icmp: { type: "object", additionalProperties: false, description: "ICMP types.", required: ["v4", "v6"], properties: { v4: { type: "integer", minimum: 0, maximum: 255 }, v6: { type: "integer", minimum: 0, maximum: 255 } } }, program: { type: "string", minLength: 1, description: "File name of the program that must be allowed." }, programPath: { type: "string", minLength: 1, description: "Where it is." }, group: { $ref: "#/$defs/id", description: "Predefined group of Windows Firewall." }, groupRules: { type: "array", items: { type: "string", minLength: 1 }, minItems: 1, description: "The rules of the group that are enough." }, perspective: { enum: ["client", "console", "server", "network"], description: "Whose Windows Firewall `direction` is about; `network`: direction says who opens the connection." }, direction: { enum: ["inbound", "outbound", "both", "initiator-from", "initiator-either"] }, directionStated: { type: "boolean", description: "False: the source gives no direction, the value is derived." }, ends: { type: "array", items: { enum: ["from", "to"] }, minItems: 1, description: "The ends whose Windows Firewall sees the packet; both when absent." }, severity: { enum: ["required", "recommended", "degraded-if-missing", "informational"], description: "Error, warning, warning, never a finding." }, status: { enum: ["current", "deprecated", "retired", "legacy-os"], default: "current" }, default: { type: "boolean", default: true, description: "Part of `features: all`." }, seed: { type: "boolean", description: "Stands in the seed document." }, setting: { $ref: "#/$defs/id", description: "Key under site.ports whose number takes the place of the default." }, conditions: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1, description: "All must hold." }, exception: { $ref: "#/$defs/id", description: "Condition under which a client setting opens it by itself." }, choice: { $ref: "#/$defs/id", description: "A choice of the pack." }, alternatives: { type: "array", items: { anyOf: [{ type: "object", additionalProperties: false, required: ["ports", "when"], properties: { ports: { $ref: "#/$defs/ports" }, protocol: { enum: ["tcp", "udp"] }, when: { type: "string", minLength: 1 } } }, { type: "object", additionalProperties: false, required: ["rows", "when"], properties: { rows: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1 }, when: { type: "string", minLength: 1 } } }] }, minItems: 1, description: "Other ways to meet the row." }, fallback: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1, description: "Rows that take over when this one is cut." }, satisfiedBy: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1, description: "Rows and groups that open the same." }, flow: { $ref: "#/$defs/id", description: "Rows with one flow are one traffic." }, opensItself: { type: "string", minLength: 1, description: "Who opens it without a rule in policy." }, methods: { type: "array", items: { $ref: "#/$defs/id" }, minItems: 1, description: "Installation methods that use it." }, note: { type: "string", minLength: 1 }, sources: { type: "array", items: { type: "object", additionalProperties: false, required: ["doc"], properties: { doc: { $ref: "#/$defs/id", description: "A source of the pack." }, section: { type: "string", minLength: 1 } } }, minItems: 1, description: "Who says so." } }, allOf: [{ if: { properties: { kind: { enum: ["port", "dynamic-rpc"] } } }, then: { required: ["protocol", "ports"], properties: { protocol: { enum: ["tcp", "udp"] } } } }, { if: { properties: { kind: { const: "icmp-echo" } } }, then: { required: ["icmp"] } }, { if: { properties: { kind: { const: "program" } } }, then: { required: ["program"] } }, { if: { properties: { kind: { const: "rule-group" } } }, then: { required: ["group"] } }, { if: { properties: { perspective: { const: "network" } } }, then: { properties: { direction: { enum: ["initiator-from", "initiator-either"] } } }, else: { properties: { direction: { enum: ["inbound", "outbound", "both"] } } } }] };
function validate98(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate98.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs2 = errors, valid1 = true, _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data) && data.kind !== void 0) {
    let data0 = data.kind;
    if (!(data0 === "port" || data0 === "dynamic-rpc")) {
      let err0 = {};
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (errors = _errs2, vErrors !== null && (_errs2 ? vErrors.length = _errs2 : vErrors = null), _valid0) {
    let _errs5 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.protocol === void 0) {
        let err1 = { instancePath, schemaPath: "#/allOf/0/then/required", keyword: "required", params: { missingProperty: "protocol" }, message: "must have required property 'protocol'" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (data.ports === void 0) {
        let err2 = { instancePath, schemaPath: "#/allOf/0/then/required", keyword: "required", params: { missingProperty: "ports" }, message: "must have required property 'ports'" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (data.protocol !== void 0) {
        let data1 = data.protocol;
        if (!(data1 === "tcp" || data1 === "udp")) {
          let err3 = { instancePath: instancePath + "/protocol", schemaPath: "#/allOf/0/then/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema26.allOf[0].then.properties.protocol.enum }, message: "must be equal to one of the allowed values" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      }
    }
    var _valid0 = _errs5 === errors;
    if (valid1 = _valid0, valid1) {
      var props0 = {};
      props0.protocol = true, props0.kind = true;
    }
  }
  if (!valid1) {
    let err4 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  let _errs8 = errors, valid4 = true, _errs9 = errors;
  if (data && typeof data == "object" && !Array.isArray(data) && data.kind !== void 0 && data.kind !== "icmp-echo") {
    let err5 = {};
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  var _valid1 = _errs9 === errors;
  if (errors = _errs8, vErrors !== null && (_errs8 ? vErrors.length = _errs8 : vErrors = null), _valid1) {
    let _errs11 = errors;
    if (data && typeof data == "object" && !Array.isArray(data) && data.icmp === void 0) {
      let err6 = { instancePath, schemaPath: "#/allOf/1/then/required", keyword: "required", params: { missingProperty: "icmp" }, message: "must have required property 'icmp'" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    var _valid1 = _errs11 === errors;
    valid4 = _valid1;
  }
  if (!valid4) {
    let err7 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  props0 !== true && (props0 = props0 || {}, props0.kind = true);
  let _errs13 = errors, valid6 = true, _errs14 = errors;
  if (data && typeof data == "object" && !Array.isArray(data) && data.kind !== void 0 && data.kind !== "program") {
    let err8 = {};
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  var _valid2 = _errs14 === errors;
  if (errors = _errs13, vErrors !== null && (_errs13 ? vErrors.length = _errs13 : vErrors = null), _valid2) {
    let _errs16 = errors;
    if (data && typeof data == "object" && !Array.isArray(data) && data.program === void 0) {
      let err9 = { instancePath, schemaPath: "#/allOf/2/then/required", keyword: "required", params: { missingProperty: "program" }, message: "must have required property 'program'" };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    var _valid2 = _errs16 === errors;
    valid6 = _valid2;
  }
  if (!valid6) {
    let err10 = { instancePath, schemaPath: "#/allOf/2/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  props0 !== true && (props0 = props0 || {}, props0.kind = true);
  let _errs18 = errors, valid8 = true, _errs19 = errors;
  if (data && typeof data == "object" && !Array.isArray(data) && data.kind !== void 0 && data.kind !== "rule-group") {
    let err11 = {};
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  var _valid3 = _errs19 === errors;
  if (errors = _errs18, vErrors !== null && (_errs18 ? vErrors.length = _errs18 : vErrors = null), _valid3) {
    let _errs21 = errors;
    if (data && typeof data == "object" && !Array.isArray(data) && data.group === void 0) {
      let err12 = { instancePath, schemaPath: "#/allOf/3/then/required", keyword: "required", params: { missingProperty: "group" }, message: "must have required property 'group'" };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
    var _valid3 = _errs21 === errors;
    valid8 = _valid3;
  }
  if (!valid8) {
    let err13 = { instancePath, schemaPath: "#/allOf/3/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
  }
  props0 !== true && (props0 = props0 || {}, props0.kind = true);
  let _errs23 = errors, valid10 = true, _errs24 = errors;
  if (data && typeof data == "object" && !Array.isArray(data) && data.perspective !== void 0 && data.perspective !== "network") {
    let err14 = {};
    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
  }
  var _valid4 = _errs24 === errors;
  errors = _errs23, vErrors !== null && (_errs23 ? vErrors.length = _errs23 : vErrors = null);
  let ifClause0;
  if (_valid4) {
    let _errs26 = errors;
    if (data && typeof data == "object" && !Array.isArray(data) && data.direction !== void 0) {
      let data6 = data.direction;
      if (!(data6 === "initiator-from" || data6 === "initiator-either")) {
        let err15 = { instancePath: instancePath + "/direction", schemaPath: "#/allOf/4/then/properties/direction/enum", keyword: "enum", params: { allowedValues: schema26.allOf[4].then.properties.direction.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    var _valid4 = _errs26 === errors;
    if (valid10 = _valid4, valid10) {
      var props1 = {};
      props1.direction = true, props1.perspective = true;
    }
    ifClause0 = "then";
  } else {
    let _errs28 = errors;
    if (data && typeof data == "object" && !Array.isArray(data) && data.direction !== void 0) {
      let data7 = data.direction;
      if (!(data7 === "inbound" || data7 === "outbound" || data7 === "both")) {
        let err16 = { instancePath: instancePath + "/direction", schemaPath: "#/allOf/4/else/properties/direction/enum", keyword: "enum", params: { allowedValues: schema26.allOf[4].else.properties.direction.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    var _valid4 = _errs28 === errors;
    valid10 = _valid4, valid10 && props1 !== true && (props1 = props1 || {}, props1.direction = true), ifClause0 = "else";
  }
  if (!valid10) {
    let err17 = { instancePath, schemaPath: "#/allOf/4/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
    vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
  }
  if (props0 !== true && props1 !== void 0 && (props1 === true ? props0 = true : (props0 = props0 || {}, Object.assign(props0, props1))), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      let err18 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
    }
    if (data.feature === void 0) {
      let err19 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "feature" }, message: "must have required property 'feature'" };
      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
    }
    if (data.from === void 0) {
      let err20 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
    }
    if (data.to === void 0) {
      let err21 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
      vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
    }
    if (data.kind === void 0) {
      let err22 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
    }
    if (data.perspective === void 0) {
      let err23 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "perspective" }, message: "must have required property 'perspective'" };
      vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
    }
    if (data.direction === void 0) {
      let err24 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "direction" }, message: "must have required property 'direction'" };
      vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
    }
    if (data.severity === void 0) {
      let err25 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "severity" }, message: "must have required property 'severity'" };
      vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
    }
    if (data.sources === void 0) {
      let err26 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "sources" }, message: "must have required property 'sources'" };
      vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema26.properties, key0)) {
        let err27 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
      }
    if (data.id !== void 0 && (validate53(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.need !== void 0 && (validate53(data.need, { instancePath: instancePath + "/need", parentData: data, parentDataProperty: "need", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.feature !== void 0 && (validate53(data.feature, { instancePath: instancePath + "/feature", parentData: data, parentDataProperty: "feature", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.from !== void 0 && (validate53(data.from, { instancePath: instancePath + "/from", parentData: data, parentDataProperty: "from", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.to !== void 0 && (validate53(data.to, { instancePath: instancePath + "/to", parentData: data, parentDataProperty: "to", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.kind !== void 0) {
      let data13 = data.kind;
      if (!(data13 === "port" || data13 === "icmp-echo" || data13 === "program" || data13 === "rule-group" || data13 === "dynamic-rpc")) {
        let err28 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema26.properties.kind.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
      }
    }
    if (data.protocol !== void 0) {
      let data14 = data.protocol;
      if (!(data14 === "tcp" || data14 === "udp" || data14 === "icmp")) {
        let err29 = { instancePath: instancePath + "/protocol", schemaPath: "#/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema26.properties.protocol.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
      }
    }
    if (data.ports !== void 0 && (validate76(data.ports, { instancePath: instancePath + "/ports", parentData: data, parentDataProperty: "ports", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length)), data.keyword !== void 0) {
      let data16 = data.keyword;
      if (!(data16 === "RPC" || data16 === "RPC-EPMap")) {
        let err30 = { instancePath: instancePath + "/keyword", schemaPath: "#/properties/keyword/enum", keyword: "enum", params: { allowedValues: schema26.properties.keyword.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
      }
    }
    if (data.icmp !== void 0) {
      let data17 = data.icmp;
      if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
        if (data17.v4 === void 0) {
          let err31 = { instancePath: instancePath + "/icmp", schemaPath: "#/properties/icmp/required", keyword: "required", params: { missingProperty: "v4" }, message: "must have required property 'v4'" };
          vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
        }
        if (data17.v6 === void 0) {
          let err32 = { instancePath: instancePath + "/icmp", schemaPath: "#/properties/icmp/required", keyword: "required", params: { missingProperty: "v6" }, message: "must have required property 'v6'" };
          vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
        }
        for (let key1 in data17)
          if (!(key1 === "v4" || key1 === "v6")) {
            let err33 = { instancePath: instancePath + "/icmp", schemaPath: "#/properties/icmp/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
          }
        if (data17.v4 !== void 0) {
          let data18 = data17.v4;
          if (!(typeof data18 == "number" && !(data18 % 1) && !isNaN(data18) && isFinite(data18))) {
            let err34 = { instancePath: instancePath + "/icmp/v4", schemaPath: "#/properties/icmp/properties/v4/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
          }
          if (typeof data18 == "number" && isFinite(data18)) {
            if (data18 > 255 || isNaN(data18)) {
              let err35 = { instancePath: instancePath + "/icmp/v4", schemaPath: "#/properties/icmp/properties/v4/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
              vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
            }
            if (data18 < 0 || isNaN(data18)) {
              let err36 = { instancePath: instancePath + "/icmp/v4", schemaPath: "#/properties/icmp/properties/v4/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
            }
          }
        }
        if (data17.v6 !== void 0) {
          let data19 = data17.v6;
          if (!(typeof data19 == "number" && !(data19 % 1) && !isNaN(data19) && isFinite(data19))) {
            let err37 = { instancePath: instancePath + "/icmp/v6", schemaPath: "#/properties/icmp/properties/v6/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
          }
          if (typeof data19 == "number" && isFinite(data19)) {
            if (data19 > 255 || isNaN(data19)) {
              let err38 = { instancePath: instancePath + "/icmp/v6", schemaPath: "#/properties/icmp/properties/v6/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
              vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
            }
            if (data19 < 0 || isNaN(data19)) {
              let err39 = { instancePath: instancePath + "/icmp/v6", schemaPath: "#/properties/icmp/properties/v6/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
            }
          }
        }
      } else {
        let err40 = { instancePath: instancePath + "/icmp", schemaPath: "#/properties/icmp/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
      }
    }
    if (data.program !== void 0) {
      let data20 = data.program;
      if (typeof data20 == "string") {
        if (func2(data20) < 1) {
          let err41 = { instancePath: instancePath + "/program", schemaPath: "#/properties/program/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
        }
      } else {
        let err42 = { instancePath: instancePath + "/program", schemaPath: "#/properties/program/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
      }
    }
    if (data.programPath !== void 0) {
      let data21 = data.programPath;
      if (typeof data21 == "string") {
        if (func2(data21) < 1) {
          let err43 = { instancePath: instancePath + "/programPath", schemaPath: "#/properties/programPath/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
        }
      } else {
        let err44 = { instancePath: instancePath + "/programPath", schemaPath: "#/properties/programPath/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
      }
    }
    if (data.group !== void 0 && (validate53(data.group, { instancePath: instancePath + "/group", parentData: data, parentDataProperty: "group", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.groupRules !== void 0) {
      let data23 = data.groupRules;
      if (Array.isArray(data23)) {
        if (data23.length < 1) {
          let err45 = { instancePath: instancePath + "/groupRules", schemaPath: "#/properties/groupRules/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
        }
        let len0 = data23.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data24 = data23[i0];
          if (typeof data24 == "string") {
            if (func2(data24) < 1) {
              let err46 = { instancePath: instancePath + "/groupRules/" + i0, schemaPath: "#/properties/groupRules/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
            }
          } else {
            let err47 = { instancePath: instancePath + "/groupRules/" + i0, schemaPath: "#/properties/groupRules/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
          }
        }
      } else {
        let err48 = { instancePath: instancePath + "/groupRules", schemaPath: "#/properties/groupRules/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
      }
    }
    if (data.perspective !== void 0) {
      let data25 = data.perspective;
      if (!(data25 === "client" || data25 === "console" || data25 === "server" || data25 === "network")) {
        let err49 = { instancePath: instancePath + "/perspective", schemaPath: "#/properties/perspective/enum", keyword: "enum", params: { allowedValues: schema26.properties.perspective.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
      }
    }
    if (data.direction !== void 0) {
      let data26 = data.direction;
      if (!(data26 === "inbound" || data26 === "outbound" || data26 === "both" || data26 === "initiator-from" || data26 === "initiator-either")) {
        let err50 = { instancePath: instancePath + "/direction", schemaPath: "#/properties/direction/enum", keyword: "enum", params: { allowedValues: schema26.properties.direction.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
      }
    }
    if (data.directionStated !== void 0 && typeof data.directionStated != "boolean") {
      let err51 = { instancePath: instancePath + "/directionStated", schemaPath: "#/properties/directionStated/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
    }
    if (data.ends !== void 0) {
      let data28 = data.ends;
      if (Array.isArray(data28)) {
        if (data28.length < 1) {
          let err52 = { instancePath: instancePath + "/ends", schemaPath: "#/properties/ends/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
        }
        let len1 = data28.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data29 = data28[i1];
          if (!(data29 === "from" || data29 === "to")) {
            let err53 = { instancePath: instancePath + "/ends/" + i1, schemaPath: "#/properties/ends/items/enum", keyword: "enum", params: { allowedValues: schema26.properties.ends.items.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
          }
        }
      } else {
        let err54 = { instancePath: instancePath + "/ends", schemaPath: "#/properties/ends/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
      }
    }
    if (data.severity !== void 0) {
      let data30 = data.severity;
      if (!(data30 === "required" || data30 === "recommended" || data30 === "degraded-if-missing" || data30 === "informational")) {
        let err55 = { instancePath: instancePath + "/severity", schemaPath: "#/properties/severity/enum", keyword: "enum", params: { allowedValues: schema26.properties.severity.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err55] : vErrors.push(err55), errors++;
      }
    }
    if (data.status !== void 0) {
      let data31 = data.status;
      if (!(data31 === "current" || data31 === "deprecated" || data31 === "retired" || data31 === "legacy-os")) {
        let err56 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: schema26.properties.status.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err56] : vErrors.push(err56), errors++;
      }
    }
    if (data.default !== void 0 && typeof data.default != "boolean") {
      let err57 = { instancePath: instancePath + "/default", schemaPath: "#/properties/default/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err57] : vErrors.push(err57), errors++;
    }
    if (data.seed !== void 0 && typeof data.seed != "boolean") {
      let err58 = { instancePath: instancePath + "/seed", schemaPath: "#/properties/seed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err58] : vErrors.push(err58), errors++;
    }
    if (data.setting !== void 0 && (validate53(data.setting, { instancePath: instancePath + "/setting", parentData: data, parentDataProperty: "setting", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.conditions !== void 0) {
      let data35 = data.conditions;
      if (Array.isArray(data35)) {
        if (data35.length < 1) {
          let err59 = { instancePath: instancePath + "/conditions", schemaPath: "#/properties/conditions/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err59] : vErrors.push(err59), errors++;
        }
        let len2 = data35.length;
        for (let i2 = 0; i2 < len2; i2++)
          validate53(data35[i2], { instancePath: instancePath + "/conditions/" + i2, parentData: data35, parentDataProperty: i2, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
      } else {
        let err60 = { instancePath: instancePath + "/conditions", schemaPath: "#/properties/conditions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err60] : vErrors.push(err60), errors++;
      }
    }
    if (data.exception !== void 0 && (validate53(data.exception, { instancePath: instancePath + "/exception", parentData: data, parentDataProperty: "exception", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.choice !== void 0 && (validate53(data.choice, { instancePath: instancePath + "/choice", parentData: data, parentDataProperty: "choice", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.alternatives !== void 0) {
      let data39 = data.alternatives;
      if (Array.isArray(data39)) {
        if (data39.length < 1) {
          let err61 = { instancePath: instancePath + "/alternatives", schemaPath: "#/properties/alternatives/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err61] : vErrors.push(err61), errors++;
        }
        let len3 = data39.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data40 = data39[i3], _errs78 = errors, valid24 = false, _errs79 = errors;
          if (data40 && typeof data40 == "object" && !Array.isArray(data40)) {
            if (data40.ports === void 0) {
              let err62 = { instancePath: instancePath + "/alternatives/" + i3, schemaPath: "#/properties/alternatives/items/anyOf/0/required", keyword: "required", params: { missingProperty: "ports" }, message: "must have required property 'ports'" };
              vErrors === null ? vErrors = [err62] : vErrors.push(err62), errors++;
            }
            if (data40.when === void 0) {
              let err63 = { instancePath: instancePath + "/alternatives/" + i3, schemaPath: "#/properties/alternatives/items/anyOf/0/required", keyword: "required", params: { missingProperty: "when" }, message: "must have required property 'when'" };
              vErrors === null ? vErrors = [err63] : vErrors.push(err63), errors++;
            }
            for (let key2 in data40)
              if (!(key2 === "ports" || key2 === "protocol" || key2 === "when")) {
                let err64 = { instancePath: instancePath + "/alternatives/" + i3, schemaPath: "#/properties/alternatives/items/anyOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err64] : vErrors.push(err64), errors++;
              }
            if (data40.ports !== void 0 && (validate76(data40.ports, { instancePath: instancePath + "/alternatives/" + i3 + "/ports", parentData: data40, parentDataProperty: "ports", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length)), data40.protocol !== void 0) {
              let data42 = data40.protocol;
              if (!(data42 === "tcp" || data42 === "udp")) {
                let err65 = { instancePath: instancePath + "/alternatives/" + i3 + "/protocol", schemaPath: "#/properties/alternatives/items/anyOf/0/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema26.properties.alternatives.items.anyOf[0].properties.protocol.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err65] : vErrors.push(err65), errors++;
              }
            }
            if (data40.when !== void 0) {
              let data43 = data40.when;
              if (typeof data43 == "string") {
                if (func2(data43) < 1) {
                  let err66 = { instancePath: instancePath + "/alternatives/" + i3 + "/when", schemaPath: "#/properties/alternatives/items/anyOf/0/properties/when/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err66] : vErrors.push(err66), errors++;
                }
              } else {
                let err67 = { instancePath: instancePath + "/alternatives/" + i3 + "/when", schemaPath: "#/properties/alternatives/items/anyOf/0/properties/when/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err67] : vErrors.push(err67), errors++;
              }
            }
          } else {
            let err68 = { instancePath: instancePath + "/alternatives/" + i3, schemaPath: "#/properties/alternatives/items/anyOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err68] : vErrors.push(err68), errors++;
          }
          var _valid5 = _errs79 === errors;
          if (valid24 = valid24 || _valid5, _valid5)
            var props2 = true;
          let _errs86 = errors;
          if (data40 && typeof data40 == "object" && !Array.isArray(data40)) {
            if (data40.rows === void 0) {
              let err69 = { instancePath: instancePath + "/alternatives/" + i3, schemaPath: "#/properties/alternatives/items/anyOf/1/required", keyword: "required", params: { missingProperty: "rows" }, message: "must have required property 'rows'" };
              vErrors === null ? vErrors = [err69] : vErrors.push(err69), errors++;
            }
            if (data40.when === void 0) {
              let err70 = { instancePath: instancePath + "/alternatives/" + i3, schemaPath: "#/properties/alternatives/items/anyOf/1/required", keyword: "required", params: { missingProperty: "when" }, message: "must have required property 'when'" };
              vErrors === null ? vErrors = [err70] : vErrors.push(err70), errors++;
            }
            for (let key3 in data40)
              if (!(key3 === "rows" || key3 === "when")) {
                let err71 = { instancePath: instancePath + "/alternatives/" + i3, schemaPath: "#/properties/alternatives/items/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err71] : vErrors.push(err71), errors++;
              }
            if (data40.rows !== void 0) {
              let data44 = data40.rows;
              if (Array.isArray(data44)) {
                if (data44.length < 1) {
                  let err72 = { instancePath: instancePath + "/alternatives/" + i3 + "/rows", schemaPath: "#/properties/alternatives/items/anyOf/1/properties/rows/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err72] : vErrors.push(err72), errors++;
                }
                let len4 = data44.length;
                for (let i4 = 0; i4 < len4; i4++)
                  validate53(data44[i4], { instancePath: instancePath + "/alternatives/" + i3 + "/rows/" + i4, parentData: data44, parentDataProperty: i4, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
              } else {
                let err73 = { instancePath: instancePath + "/alternatives/" + i3 + "/rows", schemaPath: "#/properties/alternatives/items/anyOf/1/properties/rows/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err73] : vErrors.push(err73), errors++;
              }
            }
            if (data40.when !== void 0) {
              let data46 = data40.when;
              if (typeof data46 == "string") {
                if (func2(data46) < 1) {
                  let err74 = { instancePath: instancePath + "/alternatives/" + i3 + "/when", schemaPath: "#/properties/alternatives/items/anyOf/1/properties/when/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err74] : vErrors.push(err74), errors++;
                }
              } else {
                let err75 = { instancePath: instancePath + "/alternatives/" + i3 + "/when", schemaPath: "#/properties/alternatives/items/anyOf/1/properties/when/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err75] : vErrors.push(err75), errors++;
              }
            }
          } else {
            let err76 = { instancePath: instancePath + "/alternatives/" + i3, schemaPath: "#/properties/alternatives/items/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err76] : vErrors.push(err76), errors++;
          }
          var _valid5 = _errs86 === errors;
          if (valid24 = valid24 || _valid5, _valid5 && props2 !== true && (props2 = true), valid24)
            errors = _errs78, vErrors !== null && (_errs78 ? vErrors.length = _errs78 : vErrors = null);
          else {
            let err77 = { instancePath: instancePath + "/alternatives/" + i3, schemaPath: "#/properties/alternatives/items/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            vErrors === null ? vErrors = [err77] : vErrors.push(err77), errors++;
          }
        }
      } else {
        let err78 = { instancePath: instancePath + "/alternatives", schemaPath: "#/properties/alternatives/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err78] : vErrors.push(err78), errors++;
      }
    }
    if (data.fallback !== void 0) {
      let data47 = data.fallback;
      if (Array.isArray(data47)) {
        if (data47.length < 1) {
          let err79 = { instancePath: instancePath + "/fallback", schemaPath: "#/properties/fallback/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err79] : vErrors.push(err79), errors++;
        }
        let len5 = data47.length;
        for (let i5 = 0; i5 < len5; i5++)
          validate53(data47[i5], { instancePath: instancePath + "/fallback/" + i5, parentData: data47, parentDataProperty: i5, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
      } else {
        let err80 = { instancePath: instancePath + "/fallback", schemaPath: "#/properties/fallback/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err80] : vErrors.push(err80), errors++;
      }
    }
    if (data.satisfiedBy !== void 0) {
      let data49 = data.satisfiedBy;
      if (Array.isArray(data49)) {
        if (data49.length < 1) {
          let err81 = { instancePath: instancePath + "/satisfiedBy", schemaPath: "#/properties/satisfiedBy/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err81] : vErrors.push(err81), errors++;
        }
        let len6 = data49.length;
        for (let i6 = 0; i6 < len6; i6++)
          validate53(data49[i6], { instancePath: instancePath + "/satisfiedBy/" + i6, parentData: data49, parentDataProperty: i6, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
      } else {
        let err82 = { instancePath: instancePath + "/satisfiedBy", schemaPath: "#/properties/satisfiedBy/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err82] : vErrors.push(err82), errors++;
      }
    }
    if (data.flow !== void 0 && (validate53(data.flow, { instancePath: instancePath + "/flow", parentData: data, parentDataProperty: "flow", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.opensItself !== void 0) {
      let data52 = data.opensItself;
      if (typeof data52 == "string") {
        if (func2(data52) < 1) {
          let err83 = { instancePath: instancePath + "/opensItself", schemaPath: "#/properties/opensItself/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err83] : vErrors.push(err83), errors++;
        }
      } else {
        let err84 = { instancePath: instancePath + "/opensItself", schemaPath: "#/properties/opensItself/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err84] : vErrors.push(err84), errors++;
      }
    }
    if (data.methods !== void 0) {
      let data53 = data.methods;
      if (Array.isArray(data53)) {
        if (data53.length < 1) {
          let err85 = { instancePath: instancePath + "/methods", schemaPath: "#/properties/methods/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err85] : vErrors.push(err85), errors++;
        }
        let len7 = data53.length;
        for (let i7 = 0; i7 < len7; i7++)
          validate53(data53[i7], { instancePath: instancePath + "/methods/" + i7, parentData: data53, parentDataProperty: i7, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
      } else {
        let err86 = { instancePath: instancePath + "/methods", schemaPath: "#/properties/methods/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err86] : vErrors.push(err86), errors++;
      }
    }
    if (data.note !== void 0) {
      let data55 = data.note;
      if (typeof data55 == "string") {
        if (func2(data55) < 1) {
          let err87 = { instancePath: instancePath + "/note", schemaPath: "#/properties/note/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err87] : vErrors.push(err87), errors++;
        }
      } else {
        let err88 = { instancePath: instancePath + "/note", schemaPath: "#/properties/note/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err88] : vErrors.push(err88), errors++;
      }
    }
    if (data.sources !== void 0) {
      let data56 = data.sources;
      if (Array.isArray(data56)) {
        if (data56.length < 1) {
          let err89 = { instancePath: instancePath + "/sources", schemaPath: "#/properties/sources/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err89] : vErrors.push(err89), errors++;
        }
        let len8 = data56.length;
        for (let i8 = 0; i8 < len8; i8++) {
          let data57 = data56[i8];
          if (data57 && typeof data57 == "object" && !Array.isArray(data57)) {
            if (data57.doc === void 0) {
              let err90 = { instancePath: instancePath + "/sources/" + i8, schemaPath: "#/properties/sources/items/required", keyword: "required", params: { missingProperty: "doc" }, message: "must have required property 'doc'" };
              vErrors === null ? vErrors = [err90] : vErrors.push(err90), errors++;
            }
            for (let key4 in data57)
              if (!(key4 === "doc" || key4 === "section")) {
                let err91 = { instancePath: instancePath + "/sources/" + i8, schemaPath: "#/properties/sources/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err91] : vErrors.push(err91), errors++;
              }
            if (data57.doc !== void 0 && (validate53(data57.doc, { instancePath: instancePath + "/sources/" + i8 + "/doc", parentData: data57, parentDataProperty: "doc", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data57.section !== void 0) {
              let data59 = data57.section;
              if (typeof data59 == "string") {
                if (func2(data59) < 1) {
                  let err92 = { instancePath: instancePath + "/sources/" + i8 + "/section", schemaPath: "#/properties/sources/items/properties/section/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err92] : vErrors.push(err92), errors++;
                }
              } else {
                let err93 = { instancePath: instancePath + "/sources/" + i8 + "/section", schemaPath: "#/properties/sources/items/properties/section/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err93] : vErrors.push(err93), errors++;
              }
            }
          } else {
            let err94 = { instancePath: instancePath + "/sources/" + i8, schemaPath: "#/properties/sources/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err94] : vErrors.push(err94), errors++;
          }
        }
      } else {
        let err95 = { instancePath: instancePath + "/sources", schemaPath: "#/properties/sources/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err95] : vErrors.push(err95), errors++;
      }
    }
  } else {
    let err96 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err96] : vErrors.push(err96), errors++;
  }
  return validate98.errors = vErrors, errors === 0;
}
validate98.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
var pattern4 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.pack === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "pack" }, message: "must have required property 'pack'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.title === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.requirements === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "requirements" }, message: "must have required property 'requirements'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema19.properties, key0)) {
        let err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    if (data.$schema !== void 0) {
      let data0 = data.$schema;
      if (typeof data0 == "string") {
        if (func2(data0) < 1) {
          let err4 = { instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.pack !== void 0 && (validate53(data.pack, { instancePath: instancePath + "/pack", parentData: data, parentDataProperty: "pack", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.title !== void 0) {
      let data2 = data.title;
      if (typeof data2 == "string") {
        if (func2(data2) < 1) {
          let err6 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.date !== void 0) {
      let data3 = data.date;
      if (typeof data3 == "string") {
        if (func2(data3) < 1) {
          let err8 = { instancePath: instancePath + "/date", schemaPath: "#/properties/date/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (!pattern4.test(data3)) {
          let err9 = { instancePath: instancePath + "/date", schemaPath: "#/properties/date/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"' };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      } else {
        let err10 = { instancePath: instancePath + "/date", schemaPath: "#/properties/date/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.sources !== void 0) {
      let data4 = data.sources;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        for (let key1 in data4) {
          let _errs11 = errors;
          validate53(key1, { instancePath: instancePath + "/sources", parentData: data4, parentDataProperty: "sources", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
          var valid1 = _errs11 === errors;
          if (!valid1) {
            let err11 = { instancePath: instancePath + "/sources", schemaPath: "#/properties/sources/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
        for (let key2 in data4) {
          let data5 = data4[key2];
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            if (data5.page === void 0) {
              let err12 = { instancePath: instancePath + "/sources/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/sources/additionalProperties/required", keyword: "required", params: { missingProperty: "page" }, message: "must have required property 'page'" };
              vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
            }
            if (data5.edition === void 0) {
              let err13 = { instancePath: instancePath + "/sources/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/sources/additionalProperties/required", keyword: "required", params: { missingProperty: "edition" }, message: "must have required property 'edition'" };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
            for (let key3 in data5)
              if (!(key3 === "page" || key3 === "edition" || key3 === "kind")) {
                let err14 = { instancePath: instancePath + "/sources/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/sources/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
              }
            if (data5.page !== void 0) {
              let data6 = data5.page;
              if (typeof data6 == "string") {
                if (func2(data6) < 1) {
                  let err15 = { instancePath: instancePath + "/sources/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/page", schemaPath: "#/properties/sources/additionalProperties/properties/page/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
                }
              } else {
                let err16 = { instancePath: instancePath + "/sources/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/page", schemaPath: "#/properties/sources/additionalProperties/properties/page/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
              }
            }
            if (data5.edition !== void 0) {
              let data7 = data5.edition;
              if (typeof data7 == "string") {
                if (func2(data7) < 1) {
                  let err17 = { instancePath: instancePath + "/sources/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/edition", schemaPath: "#/properties/sources/additionalProperties/properties/edition/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
                }
              } else {
                let err18 = { instancePath: instancePath + "/sources/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/edition", schemaPath: "#/properties/sources/additionalProperties/properties/edition/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
              }
            }
            if (data5.kind !== void 0) {
              let data8 = data5.kind;
              if (typeof data8 == "string") {
                if (func2(data8) < 1) {
                  let err19 = { instancePath: instancePath + "/sources/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/kind", schemaPath: "#/properties/sources/additionalProperties/properties/kind/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
                }
              } else {
                let err20 = { instancePath: instancePath + "/sources/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/kind", schemaPath: "#/properties/sources/additionalProperties/properties/kind/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
              }
            }
          } else {
            let err21 = { instancePath: instancePath + "/sources/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/sources/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
        }
      } else {
        let err22 = { instancePath: instancePath + "/sources", schemaPath: "#/properties/sources/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
    if (data.roles !== void 0) {
      let data9 = data.roles;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        for (let key4 in data9) {
          let _errs24 = errors;
          validate53(key4, { instancePath: instancePath + "/roles", parentData: data9, parentDataProperty: "roles", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
          var valid4 = _errs24 === errors;
          if (!valid4) {
            let err23 = { instancePath: instancePath + "/roles", schemaPath: "#/properties/roles/propertyNames", keyword: "propertyNames", params: { propertyName: key4 }, message: "property name must be valid" };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        }
        for (let key5 in data9) {
          let data10 = data9[key5];
          if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
            if (data10.name === void 0) {
              let err24 = { instancePath: instancePath + "/roles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/roles/additionalProperties/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
            }
            if (data10.kind === void 0) {
              let err25 = { instancePath: instancePath + "/roles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/roles/additionalProperties/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
              vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
            }
            for (let key6 in data10)
              if (!(key6 === "name" || key6 === "phrase" || key6 === "titles" || key6 === "kind" || key6 === "note" || key6 === "is" || key6 === "old")) {
                let err26 = { instancePath: instancePath + "/roles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/roles/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
              }
            if (data10.name !== void 0) {
              let data11 = data10.name;
              if (typeof data11 == "string") {
                if (func2(data11) < 1) {
                  let err27 = { instancePath: instancePath + "/roles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/roles/additionalProperties/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
                }
              } else {
                let err28 = { instancePath: instancePath + "/roles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/roles/additionalProperties/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
              }
            }
            if (data10.phrase !== void 0) {
              let data12 = data10.phrase;
              if (typeof data12 == "string") {
                if (func2(data12) < 1) {
                  let err29 = { instancePath: instancePath + "/roles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/phrase", schemaPath: "#/properties/roles/additionalProperties/properties/phrase/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
                }
              } else {
                let err30 = { instancePath: instancePath + "/roles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/phrase", schemaPath: "#/properties/roles/additionalProperties/properties/phrase/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
              }
            }
            if (data10.titles !== void 0 && (validate57(data10.titles, { instancePath: instancePath + "/roles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/titles", parentData: data10, parentDataProperty: "titles", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors), errors = vErrors.length)), data10.kind !== void 0) {
              let data14 = data10.kind;
              if (!(data14 === "host" || data14 === "site-system" || data14 === "server" || data14 === "cloud")) {
                let err31 = { instancePath: instancePath + "/roles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/kind", schemaPath: "#/properties/roles/additionalProperties/properties/kind/enum", keyword: "enum", params: { allowedValues: schema19.properties.roles.additionalProperties.properties.kind.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
              }
            }
            if (data10.note !== void 0) {
              let data15 = data10.note;
              if (typeof data15 == "string") {
                if (func2(data15) < 1) {
                  let err32 = { instancePath: instancePath + "/roles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/note", schemaPath: "#/properties/roles/additionalProperties/properties/note/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
                }
              } else {
                let err33 = { instancePath: instancePath + "/roles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/note", schemaPath: "#/properties/roles/additionalProperties/properties/note/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
              }
            }
            if (data10.is !== void 0) {
              let data16 = data10.is;
              if (Array.isArray(data16)) {
                if (data16.length < 1) {
                  let err34 = { instancePath: instancePath + "/roles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/is", schemaPath: "#/properties/roles/additionalProperties/properties/is/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
                }
                let len0 = data16.length;
                for (let i0 = 0; i0 < len0; i0++)
                  validate53(data16[i0], { instancePath: instancePath + "/roles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/is/" + i0, parentData: data16, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
              } else {
                let err35 = { instancePath: instancePath + "/roles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/is", schemaPath: "#/properties/roles/additionalProperties/properties/is/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
              }
            }
            if (data10.old !== void 0 && typeof data10.old != "boolean") {
              let err36 = { instancePath: instancePath + "/roles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/old", schemaPath: "#/properties/roles/additionalProperties/properties/old/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
            }
          } else {
            let err37 = { instancePath: instancePath + "/roles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/roles/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
          }
        }
      } else {
        let err38 = { instancePath: instancePath + "/roles", schemaPath: "#/properties/roles/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
      }
    }
    if (data.features !== void 0) {
      let data19 = data.features;
      if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
        for (let key7 in data19) {
          let _errs44 = errors;
          validate53(key7, { instancePath: instancePath + "/features", parentData: data19, parentDataProperty: "features", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
          var valid9 = _errs44 === errors;
          if (!valid9) {
            let err39 = { instancePath: instancePath + "/features", schemaPath: "#/properties/features/propertyNames", keyword: "propertyNames", params: { propertyName: key7 }, message: "property name must be valid" };
            vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
          }
        }
        for (let key8 in data19) {
          let data20 = data19[key8];
          if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
            if (data20.title === void 0) {
              let err40 = { instancePath: instancePath + "/features/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/features/additionalProperties/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
              vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
            }
            for (let key9 in data20)
              if (!(key9 === "title" || key9 === "titles" || key9 === "aliases" || key9 === "assumed")) {
                let err41 = { instancePath: instancePath + "/features/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/features/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
              }
            if (data20.title !== void 0) {
              let data21 = data20.title;
              if (typeof data21 == "string") {
                if (func2(data21) < 1) {
                  let err42 = { instancePath: instancePath + "/features/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/title", schemaPath: "#/properties/features/additionalProperties/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
                }
              } else {
                let err43 = { instancePath: instancePath + "/features/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/title", schemaPath: "#/properties/features/additionalProperties/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
              }
            }
            if (data20.titles !== void 0 && (validate57(data20.titles, { instancePath: instancePath + "/features/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/titles", parentData: data20, parentDataProperty: "titles", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors), errors = vErrors.length)), data20.aliases !== void 0) {
              let data23 = data20.aliases;
              if (Array.isArray(data23)) {
                if (data23.length < 1) {
                  let err44 = { instancePath: instancePath + "/features/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/aliases", schemaPath: "#/properties/features/additionalProperties/properties/aliases/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
                }
                let len1 = data23.length;
                for (let i1 = 0; i1 < len1; i1++)
                  validate53(data23[i1], { instancePath: instancePath + "/features/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/aliases/" + i1, parentData: data23, parentDataProperty: i1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
              } else {
                let err45 = { instancePath: instancePath + "/features/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/aliases", schemaPath: "#/properties/features/additionalProperties/properties/aliases/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
              }
            }
            if (data20.assumed !== void 0 && typeof data20.assumed != "boolean") {
              let err46 = { instancePath: instancePath + "/features/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/assumed", schemaPath: "#/properties/features/additionalProperties/properties/assumed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
            }
          } else {
            let err47 = { instancePath: instancePath + "/features/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/features/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
          }
        }
      } else {
        let err48 = { instancePath: instancePath + "/features", schemaPath: "#/properties/features/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
      }
    }
    if (data.conditions !== void 0) {
      let data26 = data.conditions;
      if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
        for (let key10 in data26) {
          let _errs59 = errors;
          validate53(key10, { instancePath: instancePath + "/conditions", parentData: data26, parentDataProperty: "conditions", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
          var valid14 = _errs59 === errors;
          if (!valid14) {
            let err49 = { instancePath: instancePath + "/conditions", schemaPath: "#/properties/conditions/propertyNames", keyword: "propertyNames", params: { propertyName: key10 }, message: "property name must be valid" };
            vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
          }
        }
        for (let key11 in data26) {
          let data27 = data26[key11];
          if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
            if (data27.says === void 0) {
              let err50 = { instancePath: instancePath + "/conditions/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/conditions/additionalProperties/required", keyword: "required", params: { missingProperty: "says" }, message: "must have required property 'says'" };
              vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
            }
            for (let key12 in data27)
              if (!(key12 === "says" || key12 === "default" || key12 === "opposite" || key12 === "features" || key12 === "transport")) {
                let err51 = { instancePath: instancePath + "/conditions/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/conditions/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
              }
            if (data27.says !== void 0) {
              let data28 = data27.says;
              if (typeof data28 == "string") {
                if (func2(data28) < 1) {
                  let err52 = { instancePath: instancePath + "/conditions/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/says", schemaPath: "#/properties/conditions/additionalProperties/properties/says/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
                }
              } else {
                let err53 = { instancePath: instancePath + "/conditions/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/says", schemaPath: "#/properties/conditions/additionalProperties/properties/says/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
              }
            }
            if (data27.default !== void 0 && typeof data27.default != "boolean") {
              let err54 = { instancePath: instancePath + "/conditions/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/default", schemaPath: "#/properties/conditions/additionalProperties/properties/default/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
            }
            if (data27.opposite !== void 0 && (validate53(data27.opposite, { instancePath: instancePath + "/conditions/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/opposite", parentData: data27, parentDataProperty: "opposite", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data27.features !== void 0) {
              let data31 = data27.features;
              if (Array.isArray(data31)) {
                if (data31.length < 1) {
                  let err55 = { instancePath: instancePath + "/conditions/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/features", schemaPath: "#/properties/conditions/additionalProperties/properties/features/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err55] : vErrors.push(err55), errors++;
                }
                let len2 = data31.length;
                for (let i2 = 0; i2 < len2; i2++)
                  validate53(data31[i2], { instancePath: instancePath + "/conditions/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/features/" + i2, parentData: data31, parentDataProperty: i2, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
              } else {
                let err56 = { instancePath: instancePath + "/conditions/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/features", schemaPath: "#/properties/conditions/additionalProperties/properties/features/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err56] : vErrors.push(err56), errors++;
              }
            }
            if (data27.transport !== void 0) {
              let data33 = data27.transport;
              if (!(data33 === "http" || data33 === "https")) {
                let err57 = { instancePath: instancePath + "/conditions/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/transport", schemaPath: "#/properties/conditions/additionalProperties/properties/transport/enum", keyword: "enum", params: { allowedValues: schema19.properties.conditions.additionalProperties.properties.transport.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err57] : vErrors.push(err57), errors++;
              }
            }
          } else {
            let err58 = { instancePath: instancePath + "/conditions/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/conditions/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err58] : vErrors.push(err58), errors++;
          }
        }
      } else {
        let err59 = { instancePath: instancePath + "/conditions", schemaPath: "#/properties/conditions/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err59] : vErrors.push(err59), errors++;
      }
    }
    if (data.choices !== void 0) {
      let data34 = data.choices;
      if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
        for (let key13 in data34) {
          let _errs75 = errors;
          validate53(key13, { instancePath: instancePath + "/choices", parentData: data34, parentDataProperty: "choices", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
          var valid19 = _errs75 === errors;
          if (!valid19) {
            let err60 = { instancePath: instancePath + "/choices", schemaPath: "#/properties/choices/propertyNames", keyword: "propertyNames", params: { propertyName: key13 }, message: "property name must be valid" };
            vErrors === null ? vErrors = [err60] : vErrors.push(err60), errors++;
          }
        }
        for (let key14 in data34) {
          let data35 = data34[key14];
          if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
            if (data35.rule === void 0) {
              let err61 = { instancePath: instancePath + "/choices/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/choices/additionalProperties/required", keyword: "required", params: { missingProperty: "rule" }, message: "must have required property 'rule'" };
              vErrors === null ? vErrors = [err61] : vErrors.push(err61), errors++;
            }
            for (let key15 in data35)
              if (!(key15 === "rule" || key15 === "unknown")) {
                let err62 = { instancePath: instancePath + "/choices/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/choices/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key15 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err62] : vErrors.push(err62), errors++;
              }
            if (data35.rule !== void 0) {
              let data36 = data35.rule;
              if (typeof data36 == "string") {
                if (func2(data36) < 1) {
                  let err63 = { instancePath: instancePath + "/choices/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/rule", schemaPath: "#/properties/choices/additionalProperties/properties/rule/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err63] : vErrors.push(err63), errors++;
                }
              } else {
                let err64 = { instancePath: instancePath + "/choices/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/rule", schemaPath: "#/properties/choices/additionalProperties/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err64] : vErrors.push(err64), errors++;
              }
            }
            if (data35.unknown !== void 0) {
              let data37 = data35.unknown;
              if (typeof data37 == "string") {
                if (func2(data37) < 1) {
                  let err65 = { instancePath: instancePath + "/choices/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/unknown", schemaPath: "#/properties/choices/additionalProperties/properties/unknown/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err65] : vErrors.push(err65), errors++;
                }
              } else {
                let err66 = { instancePath: instancePath + "/choices/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/unknown", schemaPath: "#/properties/choices/additionalProperties/properties/unknown/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err66] : vErrors.push(err66), errors++;
              }
            }
          } else {
            let err67 = { instancePath: instancePath + "/choices/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/choices/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err67] : vErrors.push(err67), errors++;
          }
        }
      } else {
        let err68 = { instancePath: instancePath + "/choices", schemaPath: "#/properties/choices/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err68] : vErrors.push(err68), errors++;
      }
    }
    if (data.settings !== void 0) {
      let data38 = data.settings;
      if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
        for (let key16 in data38) {
          let _errs86 = errors;
          validate53(key16, { instancePath: instancePath + "/settings", parentData: data38, parentDataProperty: "settings", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
          var valid22 = _errs86 === errors;
          if (!valid22) {
            let err69 = { instancePath: instancePath + "/settings", schemaPath: "#/properties/settings/propertyNames", keyword: "propertyNames", params: { propertyName: key16 }, message: "property name must be valid" };
            vErrors === null ? vErrors = [err69] : vErrors.push(err69), errors++;
          }
        }
        for (let key17 in data38) {
          let data39 = data38[key17];
          if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
            if (data39.default === void 0) {
              let err70 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/settings/additionalProperties/required", keyword: "required", params: { missingProperty: "default" }, message: "must have required property 'default'" };
              vErrors === null ? vErrors = [err70] : vErrors.push(err70), errors++;
            }
            if (data39.where === void 0) {
              let err71 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/settings/additionalProperties/required", keyword: "required", params: { missingProperty: "where" }, message: "must have required property 'where'" };
              vErrors === null ? vErrors = [err71] : vErrors.push(err71), errors++;
            }
            for (let key18 in data39)
              if (!func1.call(schema19.properties.settings.additionalProperties.properties, key18)) {
                let err72 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/settings/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key18 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err72] : vErrors.push(err72), errors++;
              }
            if (data39.key !== void 0 && (validate53(data39.key, { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/key", parentData: data39, parentDataProperty: "key", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data39.default !== void 0) {
              let data41 = data39.default;
              if (!(typeof data41 == "number" && !(data41 % 1) && !isNaN(data41) && isFinite(data41)) && typeof data41 != "string" && typeof data41 != "boolean" && data41 !== null) {
                let err73 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/default", schemaPath: "#/properties/settings/additionalProperties/properties/default/type", keyword: "type", params: { type: schema19.properties.settings.additionalProperties.properties.default.type }, message: "must be integer,string,boolean,null" };
                vErrors === null ? vErrors = [err73] : vErrors.push(err73), errors++;
              }
            }
            if (data39.protocol !== void 0) {
              let data42 = data39.protocol;
              if (!(data42 === "tcp" || data42 === "udp")) {
                let err74 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/protocol", schemaPath: "#/properties/settings/additionalProperties/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema19.properties.settings.additionalProperties.properties.protocol.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err74] : vErrors.push(err74), errors++;
              }
            }
            if (data39.where !== void 0) {
              let data43 = data39.where;
              if (typeof data43 == "string") {
                if (func2(data43) < 1) {
                  let err75 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/where", schemaPath: "#/properties/settings/additionalProperties/properties/where/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err75] : vErrors.push(err75), errors++;
                }
              } else {
                let err76 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/where", schemaPath: "#/properties/settings/additionalProperties/properties/where/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err76] : vErrors.push(err76), errors++;
              }
            }
            if (data39.usual !== void 0) {
              let data44 = data39.usual;
              if (Array.isArray(data44)) {
                if (data44.length < 1) {
                  let err77 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/usual", schemaPath: "#/properties/settings/additionalProperties/properties/usual/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err77] : vErrors.push(err77), errors++;
                }
                let len3 = data44.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  let data45 = data44[i3];
                  if (!(typeof data45 == "number" && !(data45 % 1) && !isNaN(data45) && isFinite(data45))) {
                    let err78 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/usual/" + i3, schemaPath: "#/properties/settings/additionalProperties/properties/usual/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    vErrors === null ? vErrors = [err78] : vErrors.push(err78), errors++;
                  }
                }
              } else {
                let err79 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/usual", schemaPath: "#/properties/settings/additionalProperties/properties/usual/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err79] : vErrors.push(err79), errors++;
              }
            }
            if (data39.alternative !== void 0 && typeof data39.alternative != "boolean") {
              let err80 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/alternative", schemaPath: "#/properties/settings/additionalProperties/properties/alternative/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              vErrors === null ? vErrors = [err80] : vErrors.push(err80), errors++;
            }
            if (data39.equals !== void 0 && (validate53(data39.equals, { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/equals", parentData: data39, parentDataProperty: "equals", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data39.effect !== void 0) {
              let data48 = data39.effect;
              if (typeof data48 == "string") {
                if (func2(data48) < 1) {
                  let err81 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/effect", schemaPath: "#/properties/settings/additionalProperties/properties/effect/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err81] : vErrors.push(err81), errors++;
                }
              } else {
                let err82 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/effect", schemaPath: "#/properties/settings/additionalProperties/properties/effect/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err82] : vErrors.push(err82), errors++;
              }
            }
            if (data39.constraints !== void 0) {
              let data49 = data39.constraints;
              if (Array.isArray(data49)) {
                if (data49.length < 1) {
                  let err83 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/constraints", schemaPath: "#/properties/settings/additionalProperties/properties/constraints/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err83] : vErrors.push(err83), errors++;
                }
                let len4 = data49.length;
                for (let i4 = 0; i4 < len4; i4++) {
                  let data50 = data49[i4];
                  if (typeof data50 == "string") {
                    if (func2(data50) < 1) {
                      let err84 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/constraints/" + i4, schemaPath: "#/properties/settings/additionalProperties/properties/constraints/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      vErrors === null ? vErrors = [err84] : vErrors.push(err84), errors++;
                    }
                  } else {
                    let err85 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/constraints/" + i4, schemaPath: "#/properties/settings/additionalProperties/properties/constraints/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    vErrors === null ? vErrors = [err85] : vErrors.push(err85), errors++;
                  }
                }
              } else {
                let err86 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/constraints", schemaPath: "#/properties/settings/additionalProperties/properties/constraints/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err86] : vErrors.push(err86), errors++;
              }
            }
            if (data39.docs !== void 0) {
              let data51 = data39.docs;
              if (Array.isArray(data51)) {
                if (data51.length < 1) {
                  let err87 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/docs", schemaPath: "#/properties/settings/additionalProperties/properties/docs/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err87] : vErrors.push(err87), errors++;
                }
                let len5 = data51.length;
                for (let i5 = 0; i5 < len5; i5++)
                  validate53(data51[i5], { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/docs/" + i5, parentData: data51, parentDataProperty: i5, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
              } else {
                let err88 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/docs", schemaPath: "#/properties/settings/additionalProperties/properties/docs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err88] : vErrors.push(err88), errors++;
              }
            }
          } else {
            let err89 = { instancePath: instancePath + "/settings/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/settings/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err89] : vErrors.push(err89), errors++;
          }
        }
      } else {
        let err90 = { instancePath: instancePath + "/settings", schemaPath: "#/properties/settings/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err90] : vErrors.push(err90), errors++;
      }
    }
    if (data.methods !== void 0) {
      let data53 = data.methods;
      if (data53 && typeof data53 == "object" && !Array.isArray(data53)) {
        for (let key19 in data53) {
          let _errs115 = errors;
          validate53(key19, { instancePath: instancePath + "/methods", parentData: data53, parentDataProperty: "methods", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
          var valid31 = _errs115 === errors;
          if (!valid31) {
            let err91 = { instancePath: instancePath + "/methods", schemaPath: "#/properties/methods/propertyNames", keyword: "propertyNames", params: { propertyName: key19 }, message: "property name must be valid" };
            vErrors === null ? vErrors = [err91] : vErrors.push(err91), errors++;
          }
        }
        for (let key20 in data53) {
          let data54 = data53[key20];
          if (data54 && typeof data54 == "object" && !Array.isArray(data54)) {
            if (data54.name === void 0) {
              let err92 = { instancePath: instancePath + "/methods/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/methods/additionalProperties/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              vErrors === null ? vErrors = [err92] : vErrors.push(err92), errors++;
            }
            if (data54.rows === void 0) {
              let err93 = { instancePath: instancePath + "/methods/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/methods/additionalProperties/required", keyword: "required", params: { missingProperty: "rows" }, message: "must have required property 'rows'" };
              vErrors === null ? vErrors = [err93] : vErrors.push(err93), errors++;
            }
            for (let key21 in data54)
              if (!(key21 === "name" || key21 === "feature" || key21 === "inbound" || key21 === "smb" || key21 === "rpc" || key21 === "blocked" || key21 === "rows")) {
                let err94 = { instancePath: instancePath + "/methods/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/methods/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key21 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err94] : vErrors.push(err94), errors++;
              }
            if (data54.name !== void 0) {
              let data55 = data54.name;
              if (typeof data55 == "string") {
                if (func2(data55) < 1) {
                  let err95 = { instancePath: instancePath + "/methods/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/methods/additionalProperties/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err95] : vErrors.push(err95), errors++;
                }
              } else {
                let err96 = { instancePath: instancePath + "/methods/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/methods/additionalProperties/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err96] : vErrors.push(err96), errors++;
              }
            }
            if (data54.feature !== void 0 && (validate53(data54.feature, { instancePath: instancePath + "/methods/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/feature", parentData: data54, parentDataProperty: "feature", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data54.inbound !== void 0) {
              let data57 = data54.inbound;
              if (!(data57 === true || data57 === false || data57 === "unclear")) {
                let err97 = { instancePath: instancePath + "/methods/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/inbound", schemaPath: "#/properties/methods/additionalProperties/properties/inbound/enum", keyword: "enum", params: { allowedValues: schema19.properties.methods.additionalProperties.properties.inbound.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err97] : vErrors.push(err97), errors++;
              }
            }
            if (data54.smb !== void 0) {
              let data58 = data54.smb;
              if (typeof data58 != "boolean" && typeof data58 != "string") {
                let err98 = { instancePath: instancePath + "/methods/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/smb", schemaPath: "#/properties/methods/additionalProperties/properties/smb/type", keyword: "type", params: { type: schema19.properties.methods.additionalProperties.properties.smb.type }, message: "must be boolean,string" };
                vErrors === null ? vErrors = [err98] : vErrors.push(err98), errors++;
              }
            }
            if (data54.rpc !== void 0 && typeof data54.rpc != "boolean") {
              let err99 = { instancePath: instancePath + "/methods/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/rpc", schemaPath: "#/properties/methods/additionalProperties/properties/rpc/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              vErrors === null ? vErrors = [err99] : vErrors.push(err99), errors++;
            }
            if (data54.blocked !== void 0) {
              let data60 = data54.blocked;
              if (typeof data60 == "string") {
                if (func2(data60) < 1) {
                  let err100 = { instancePath: instancePath + "/methods/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/blocked", schemaPath: "#/properties/methods/additionalProperties/properties/blocked/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err100] : vErrors.push(err100), errors++;
                }
              } else {
                let err101 = { instancePath: instancePath + "/methods/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/blocked", schemaPath: "#/properties/methods/additionalProperties/properties/blocked/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err101] : vErrors.push(err101), errors++;
              }
            }
            if (data54.rows !== void 0) {
              let data61 = data54.rows;
              if (Array.isArray(data61)) {
                if (data61.length < 1) {
                  let err102 = { instancePath: instancePath + "/methods/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/rows", schemaPath: "#/properties/methods/additionalProperties/properties/rows/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err102] : vErrors.push(err102), errors++;
                }
                let len6 = data61.length;
                for (let i6 = 0; i6 < len6; i6++)
                  validate53(data61[i6], { instancePath: instancePath + "/methods/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/rows/" + i6, parentData: data61, parentDataProperty: i6, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
              } else {
                let err103 = { instancePath: instancePath + "/methods/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/rows", schemaPath: "#/properties/methods/additionalProperties/properties/rows/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err103] : vErrors.push(err103), errors++;
              }
            }
          } else {
            let err104 = { instancePath: instancePath + "/methods/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/methods/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err104] : vErrors.push(err104), errors++;
          }
        }
      } else {
        let err105 = { instancePath: instancePath + "/methods", schemaPath: "#/properties/methods/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err105] : vErrors.push(err105), errors++;
      }
    }
    if (data.listeners !== void 0) {
      let data63 = data.listeners;
      if (Array.isArray(data63)) {
        let len7 = data63.length;
        for (let i7 = 0; i7 < len7; i7++) {
          let data64 = data63[i7];
          if (data64 && typeof data64 == "object" && !Array.isArray(data64)) {
            if (data64.programs === void 0) {
              let err106 = { instancePath: instancePath + "/listeners/" + i7, schemaPath: "#/properties/listeners/items/required", keyword: "required", params: { missingProperty: "programs" }, message: "must have required property 'programs'" };
              vErrors === null ? vErrors = [err106] : vErrors.push(err106), errors++;
            }
            for (let key22 in data64)
              if (!func1.call(schema19.properties.listeners.items.properties, key22)) {
                let err107 = { instancePath: instancePath + "/listeners/" + i7, schemaPath: "#/properties/listeners/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key22 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err107] : vErrors.push(err107), errors++;
              }
            if (data64.rows !== void 0) {
              let data65 = data64.rows;
              if (Array.isArray(data65)) {
                if (data65.length < 1) {
                  let err108 = { instancePath: instancePath + "/listeners/" + i7 + "/rows", schemaPath: "#/properties/listeners/items/properties/rows/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err108] : vErrors.push(err108), errors++;
                }
                let len8 = data65.length;
                for (let i8 = 0; i8 < len8; i8++)
                  validate53(data65[i8], { instancePath: instancePath + "/listeners/" + i7 + "/rows/" + i8, parentData: data65, parentDataProperty: i8, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
              } else {
                let err109 = { instancePath: instancePath + "/listeners/" + i7 + "/rows", schemaPath: "#/properties/listeners/items/properties/rows/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err109] : vErrors.push(err109), errors++;
              }
            }
            if (data64.roles !== void 0) {
              let data67 = data64.roles;
              if (Array.isArray(data67)) {
                if (data67.length < 1) {
                  let err110 = { instancePath: instancePath + "/listeners/" + i7 + "/roles", schemaPath: "#/properties/listeners/items/properties/roles/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err110] : vErrors.push(err110), errors++;
                }
                let len9 = data67.length;
                for (let i9 = 0; i9 < len9; i9++)
                  validate53(data67[i9], { instancePath: instancePath + "/listeners/" + i7 + "/roles/" + i9, parentData: data67, parentDataProperty: i9, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
              } else {
                let err111 = { instancePath: instancePath + "/listeners/" + i7 + "/roles", schemaPath: "#/properties/listeners/items/properties/roles/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err111] : vErrors.push(err111), errors++;
              }
            }
            if (data64.direction !== void 0) {
              let data69 = data64.direction;
              if (!(data69 === "inbound" || data69 === "outbound")) {
                let err112 = { instancePath: instancePath + "/listeners/" + i7 + "/direction", schemaPath: "#/properties/listeners/items/properties/direction/enum", keyword: "enum", params: { allowedValues: schema19.properties.listeners.items.properties.direction.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err112] : vErrors.push(err112), errors++;
              }
            }
            if (data64.protocol !== void 0) {
              let data70 = data64.protocol;
              if (!(data70 === "tcp" || data70 === "udp")) {
                let err113 = { instancePath: instancePath + "/listeners/" + i7 + "/protocol", schemaPath: "#/properties/listeners/items/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema19.properties.listeners.items.properties.protocol.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err113] : vErrors.push(err113), errors++;
              }
            }
            if (data64.ports !== void 0 && (validate76(data64.ports, { instancePath: instancePath + "/listeners/" + i7 + "/ports", parentData: data64, parentDataProperty: "ports", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length)), data64.dynamicRpc !== void 0 && typeof data64.dynamicRpc != "boolean") {
              let err114 = { instancePath: instancePath + "/listeners/" + i7 + "/dynamicRpc", schemaPath: "#/properties/listeners/items/properties/dynamicRpc/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              vErrors === null ? vErrors = [err114] : vErrors.push(err114), errors++;
            }
            if (data64.programs !== void 0) {
              let data73 = data64.programs;
              if (Array.isArray(data73)) {
                if (data73.length < 1) {
                  let err115 = { instancePath: instancePath + "/listeners/" + i7 + "/programs", schemaPath: "#/properties/listeners/items/properties/programs/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err115] : vErrors.push(err115), errors++;
                }
                let len10 = data73.length;
                for (let i10 = 0; i10 < len10; i10++) {
                  let data74 = data73[i10];
                  if (typeof data74 == "string") {
                    if (func2(data74) < 1) {
                      let err116 = { instancePath: instancePath + "/listeners/" + i7 + "/programs/" + i10, schemaPath: "#/properties/listeners/items/properties/programs/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      vErrors === null ? vErrors = [err116] : vErrors.push(err116), errors++;
                    }
                  } else {
                    let err117 = { instancePath: instancePath + "/listeners/" + i7 + "/programs/" + i10, schemaPath: "#/properties/listeners/items/properties/programs/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    vErrors === null ? vErrors = [err117] : vErrors.push(err117), errors++;
                  }
                }
              } else {
                let err118 = { instancePath: instancePath + "/listeners/" + i7 + "/programs", schemaPath: "#/properties/listeners/items/properties/programs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err118] : vErrors.push(err118), errors++;
              }
            }
            if (data64.services !== void 0) {
              let data75 = data64.services;
              if (Array.isArray(data75)) {
                if (data75.length < 1) {
                  let err119 = { instancePath: instancePath + "/listeners/" + i7 + "/services", schemaPath: "#/properties/listeners/items/properties/services/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err119] : vErrors.push(err119), errors++;
                }
                let len11 = data75.length;
                for (let i11 = 0; i11 < len11; i11++) {
                  let data76 = data75[i11];
                  if (typeof data76 == "string") {
                    if (func2(data76) < 1) {
                      let err120 = { instancePath: instancePath + "/listeners/" + i7 + "/services/" + i11, schemaPath: "#/properties/listeners/items/properties/services/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      vErrors === null ? vErrors = [err120] : vErrors.push(err120), errors++;
                    }
                  } else {
                    let err121 = { instancePath: instancePath + "/listeners/" + i7 + "/services/" + i11, schemaPath: "#/properties/listeners/items/properties/services/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    vErrors === null ? vErrors = [err121] : vErrors.push(err121), errors++;
                  }
                }
              } else {
                let err122 = { instancePath: instancePath + "/listeners/" + i7 + "/services", schemaPath: "#/properties/listeners/items/properties/services/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err122] : vErrors.push(err122), errors++;
              }
            }
            if (data64.certain !== void 0 && typeof data64.certain != "boolean") {
              let err123 = { instancePath: instancePath + "/listeners/" + i7 + "/certain", schemaPath: "#/properties/listeners/items/properties/certain/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              vErrors === null ? vErrors = [err123] : vErrors.push(err123), errors++;
            }
          } else {
            let err124 = { instancePath: instancePath + "/listeners/" + i7, schemaPath: "#/properties/listeners/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err124] : vErrors.push(err124), errors++;
          }
        }
      } else {
        let err125 = { instancePath: instancePath + "/listeners", schemaPath: "#/properties/listeners/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err125] : vErrors.push(err125), errors++;
      }
    }
    if (data.serverOnly !== void 0) {
      let data78 = data.serverOnly;
      if (Array.isArray(data78)) {
        let len12 = data78.length;
        for (let i12 = 0; i12 < len12; i12++) {
          let data79 = data78[i12];
          if (data79 && typeof data79 == "object" && !Array.isArray(data79)) {
            if (data79.protocol === void 0) {
              let err126 = { instancePath: instancePath + "/serverOnly/" + i12, schemaPath: "#/properties/serverOnly/items/required", keyword: "required", params: { missingProperty: "protocol" }, message: "must have required property 'protocol'" };
              vErrors === null ? vErrors = [err126] : vErrors.push(err126), errors++;
            }
            if (data79.port === void 0) {
              let err127 = { instancePath: instancePath + "/serverOnly/" + i12, schemaPath: "#/properties/serverOnly/items/required", keyword: "required", params: { missingProperty: "port" }, message: "must have required property 'port'" };
              vErrors === null ? vErrors = [err127] : vErrors.push(err127), errors++;
            }
            if (data79.why === void 0) {
              let err128 = { instancePath: instancePath + "/serverOnly/" + i12, schemaPath: "#/properties/serverOnly/items/required", keyword: "required", params: { missingProperty: "why" }, message: "must have required property 'why'" };
              vErrors === null ? vErrors = [err128] : vErrors.push(err128), errors++;
            }
            for (let key23 in data79)
              if (!(key23 === "protocol" || key23 === "port" || key23 === "setting" || key23 === "reasons" || key23 === "why" || key23 === "unlessFeatures" || key23 === "unlessGroups")) {
                let err129 = { instancePath: instancePath + "/serverOnly/" + i12, schemaPath: "#/properties/serverOnly/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key23 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err129] : vErrors.push(err129), errors++;
              }
            if (data79.protocol !== void 0) {
              let data80 = data79.protocol;
              if (!(data80 === "tcp" || data80 === "udp")) {
                let err130 = { instancePath: instancePath + "/serverOnly/" + i12 + "/protocol", schemaPath: "#/properties/serverOnly/items/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema19.properties.serverOnly.items.properties.protocol.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err130] : vErrors.push(err130), errors++;
              }
            }
            if (data79.port !== void 0) {
              let data81 = data79.port;
              if (!(typeof data81 == "number" && !(data81 % 1) && !isNaN(data81) && isFinite(data81))) {
                let err131 = { instancePath: instancePath + "/serverOnly/" + i12 + "/port", schemaPath: "#/properties/serverOnly/items/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err131] : vErrors.push(err131), errors++;
              }
              if (typeof data81 == "number" && isFinite(data81)) {
                if (data81 > 65535 || isNaN(data81)) {
                  let err132 = { instancePath: instancePath + "/serverOnly/" + i12 + "/port", schemaPath: "#/properties/serverOnly/items/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
                  vErrors === null ? vErrors = [err132] : vErrors.push(err132), errors++;
                }
                if (data81 < 0 || isNaN(data81)) {
                  let err133 = { instancePath: instancePath + "/serverOnly/" + i12 + "/port", schemaPath: "#/properties/serverOnly/items/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  vErrors === null ? vErrors = [err133] : vErrors.push(err133), errors++;
                }
              }
            }
            if (data79.setting !== void 0 && (validate53(data79.setting, { instancePath: instancePath + "/serverOnly/" + i12 + "/setting", parentData: data79, parentDataProperty: "setting", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data79.reasons !== void 0 && (validate57(data79.reasons, { instancePath: instancePath + "/serverOnly/" + i12 + "/reasons", parentData: data79, parentDataProperty: "reasons", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors), errors = vErrors.length)), data79.why !== void 0) {
              let data84 = data79.why;
              if (typeof data84 == "string") {
                if (func2(data84) < 1) {
                  let err134 = { instancePath: instancePath + "/serverOnly/" + i12 + "/why", schemaPath: "#/properties/serverOnly/items/properties/why/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err134] : vErrors.push(err134), errors++;
                }
              } else {
                let err135 = { instancePath: instancePath + "/serverOnly/" + i12 + "/why", schemaPath: "#/properties/serverOnly/items/properties/why/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err135] : vErrors.push(err135), errors++;
              }
            }
            if (data79.unlessFeatures !== void 0) {
              let data85 = data79.unlessFeatures;
              if (Array.isArray(data85)) {
                if (data85.length < 1) {
                  let err136 = { instancePath: instancePath + "/serverOnly/" + i12 + "/unlessFeatures", schemaPath: "#/properties/serverOnly/items/properties/unlessFeatures/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err136] : vErrors.push(err136), errors++;
                }
                let len13 = data85.length;
                for (let i13 = 0; i13 < len13; i13++)
                  validate53(data85[i13], { instancePath: instancePath + "/serverOnly/" + i12 + "/unlessFeatures/" + i13, parentData: data85, parentDataProperty: i13, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
              } else {
                let err137 = { instancePath: instancePath + "/serverOnly/" + i12 + "/unlessFeatures", schemaPath: "#/properties/serverOnly/items/properties/unlessFeatures/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err137] : vErrors.push(err137), errors++;
              }
            }
            if (data79.unlessGroups !== void 0) {
              let data87 = data79.unlessGroups;
              if (Array.isArray(data87)) {
                if (data87.length < 1) {
                  let err138 = { instancePath: instancePath + "/serverOnly/" + i12 + "/unlessGroups", schemaPath: "#/properties/serverOnly/items/properties/unlessGroups/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err138] : vErrors.push(err138), errors++;
                }
                let len14 = data87.length;
                for (let i14 = 0; i14 < len14; i14++)
                  validate53(data87[i14], { instancePath: instancePath + "/serverOnly/" + i12 + "/unlessGroups/" + i14, parentData: data87, parentDataProperty: i14, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
              } else {
                let err139 = { instancePath: instancePath + "/serverOnly/" + i12 + "/unlessGroups", schemaPath: "#/properties/serverOnly/items/properties/unlessGroups/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err139] : vErrors.push(err139), errors++;
              }
            }
          } else {
            let err140 = { instancePath: instancePath + "/serverOnly/" + i12, schemaPath: "#/properties/serverOnly/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err140] : vErrors.push(err140), errors++;
          }
        }
      } else {
        let err141 = { instancePath: instancePath + "/serverOnly", schemaPath: "#/properties/serverOnly/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err141] : vErrors.push(err141), errors++;
      }
    }
    if (data.obsolete !== void 0) {
      let data89 = data.obsolete;
      if (Array.isArray(data89)) {
        let len15 = data89.length;
        for (let i15 = 0; i15 < len15; i15++) {
          let data90 = data89[i15];
          if (data90 && typeof data90 == "object" && !Array.isArray(data90)) {
            if (data90.why === void 0) {
              let err142 = { instancePath: instancePath + "/obsolete/" + i15, schemaPath: "#/properties/obsolete/items/required", keyword: "required", params: { missingProperty: "why" }, message: "must have required property 'why'" };
              vErrors === null ? vErrors = [err142] : vErrors.push(err142), errors++;
            }
            for (let key24 in data90)
              if (!func1.call(schema19.properties.obsolete.items.properties, key24)) {
                let err143 = { instancePath: instancePath + "/obsolete/" + i15, schemaPath: "#/properties/obsolete/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key24 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err143] : vErrors.push(err143), errors++;
              }
            if (data90.programs !== void 0) {
              let data91 = data90.programs;
              if (Array.isArray(data91)) {
                if (data91.length < 1) {
                  let err144 = { instancePath: instancePath + "/obsolete/" + i15 + "/programs", schemaPath: "#/properties/obsolete/items/properties/programs/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err144] : vErrors.push(err144), errors++;
                }
                let len16 = data91.length;
                for (let i16 = 0; i16 < len16; i16++) {
                  let data92 = data91[i16];
                  if (typeof data92 == "string") {
                    if (func2(data92) < 1) {
                      let err145 = { instancePath: instancePath + "/obsolete/" + i15 + "/programs/" + i16, schemaPath: "#/properties/obsolete/items/properties/programs/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      vErrors === null ? vErrors = [err145] : vErrors.push(err145), errors++;
                    }
                  } else {
                    let err146 = { instancePath: instancePath + "/obsolete/" + i15 + "/programs/" + i16, schemaPath: "#/properties/obsolete/items/properties/programs/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    vErrors === null ? vErrors = [err146] : vErrors.push(err146), errors++;
                  }
                }
              } else {
                let err147 = { instancePath: instancePath + "/obsolete/" + i15 + "/programs", schemaPath: "#/properties/obsolete/items/properties/programs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err147] : vErrors.push(err147), errors++;
              }
            }
            if (data90.protocol !== void 0) {
              let data93 = data90.protocol;
              if (!(data93 === "tcp" || data93 === "udp")) {
                let err148 = { instancePath: instancePath + "/obsolete/" + i15 + "/protocol", schemaPath: "#/properties/obsolete/items/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema19.properties.obsolete.items.properties.protocol.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err148] : vErrors.push(err148), errors++;
              }
            }
            if (data90.ports !== void 0 && (validate76(data90.ports, { instancePath: instancePath + "/obsolete/" + i15 + "/ports", parentData: data90, parentDataProperty: "ports", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length)), data90.direction !== void 0) {
              let data95 = data90.direction;
              if (!(data95 === "inbound" || data95 === "outbound")) {
                let err149 = { instancePath: instancePath + "/obsolete/" + i15 + "/direction", schemaPath: "#/properties/obsolete/items/properties/direction/enum", keyword: "enum", params: { allowedValues: schema19.properties.obsolete.items.properties.direction.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err149] : vErrors.push(err149), errors++;
              }
            }
            if (data90.roles !== void 0) {
              let data96 = data90.roles;
              if (Array.isArray(data96)) {
                if (data96.length < 1) {
                  let err150 = { instancePath: instancePath + "/obsolete/" + i15 + "/roles", schemaPath: "#/properties/obsolete/items/properties/roles/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err150] : vErrors.push(err150), errors++;
                }
                let len17 = data96.length;
                for (let i17 = 0; i17 < len17; i17++)
                  validate53(data96[i17], { instancePath: instancePath + "/obsolete/" + i15 + "/roles/" + i17, parentData: data96, parentDataProperty: i17, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
              } else {
                let err151 = { instancePath: instancePath + "/obsolete/" + i15 + "/roles", schemaPath: "#/properties/obsolete/items/properties/roles/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err151] : vErrors.push(err151), errors++;
              }
            }
            if (data90.reasons !== void 0 && (validate57(data90.reasons, { instancePath: instancePath + "/obsolete/" + i15 + "/reasons", parentData: data90, parentDataProperty: "reasons", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors), errors = vErrors.length)), data90.why !== void 0) {
              let data99 = data90.why;
              if (typeof data99 == "string") {
                if (func2(data99) < 1) {
                  let err152 = { instancePath: instancePath + "/obsolete/" + i15 + "/why", schemaPath: "#/properties/obsolete/items/properties/why/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err152] : vErrors.push(err152), errors++;
                }
              } else {
                let err153 = { instancePath: instancePath + "/obsolete/" + i15 + "/why", schemaPath: "#/properties/obsolete/items/properties/why/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err153] : vErrors.push(err153), errors++;
              }
            }
            if (data90.instead !== void 0) {
              let data100 = data90.instead;
              if (typeof data100 == "string") {
                if (func2(data100) < 1) {
                  let err154 = { instancePath: instancePath + "/obsolete/" + i15 + "/instead", schemaPath: "#/properties/obsolete/items/properties/instead/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err154] : vErrors.push(err154), errors++;
                }
              } else {
                let err155 = { instancePath: instancePath + "/obsolete/" + i15 + "/instead", schemaPath: "#/properties/obsolete/items/properties/instead/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err155] : vErrors.push(err155), errors++;
              }
            }
            data90.unless !== void 0 && (validate53(data90.unless, { instancePath: instancePath + "/obsolete/" + i15 + "/unless", parentData: data90, parentDataProperty: "unless", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length));
          } else {
            let err156 = { instancePath: instancePath + "/obsolete/" + i15, schemaPath: "#/properties/obsolete/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err156] : vErrors.push(err156), errors++;
          }
        }
      } else {
        let err157 = { instancePath: instancePath + "/obsolete", schemaPath: "#/properties/obsolete/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err157] : vErrors.push(err157), errors++;
      }
    }
    if (data.legacyPolicies !== void 0) {
      let data102 = data.legacyPolicies;
      if (Array.isArray(data102)) {
        let len18 = data102.length;
        for (let i18 = 0; i18 < len18; i18++) {
          let data103 = data102[i18];
          if (data103 && typeof data103 == "object" && !Array.isArray(data103)) {
            if (data103.policy === void 0) {
              let err158 = { instancePath: instancePath + "/legacyPolicies/" + i18, schemaPath: "#/properties/legacyPolicies/items/required", keyword: "required", params: { missingProperty: "policy" }, message: "must have required property 'policy'" };
              vErrors === null ? vErrors = [err158] : vErrors.push(err158), errors++;
            }
            if (data103.key === void 0) {
              let err159 = { instancePath: instancePath + "/legacyPolicies/" + i18, schemaPath: "#/properties/legacyPolicies/items/required", keyword: "required", params: { missingProperty: "key" }, message: "must have required property 'key'" };
              vErrors === null ? vErrors = [err159] : vErrors.push(err159), errors++;
            }
            if (data103.values === void 0) {
              let err160 = { instancePath: instancePath + "/legacyPolicies/" + i18, schemaPath: "#/properties/legacyPolicies/items/required", keyword: "required", params: { missingProperty: "values" }, message: "must have required property 'values'" };
              vErrors === null ? vErrors = [err160] : vErrors.push(err160), errors++;
            }
            if (data103.meets === void 0) {
              let err161 = { instancePath: instancePath + "/legacyPolicies/" + i18, schemaPath: "#/properties/legacyPolicies/items/required", keyword: "required", params: { missingProperty: "meets" }, message: "must have required property 'meets'" };
              vErrors === null ? vErrors = [err161] : vErrors.push(err161), errors++;
            }
            for (let key25 in data103)
              if (!(key25 === "policy" || key25 === "key" || key25 === "values" || key25 === "meets" || key25 === "note")) {
                let err162 = { instancePath: instancePath + "/legacyPolicies/" + i18, schemaPath: "#/properties/legacyPolicies/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key25 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err162] : vErrors.push(err162), errors++;
              }
            if (data103.policy !== void 0) {
              let data104 = data103.policy;
              if (typeof data104 == "string") {
                if (func2(data104) < 1) {
                  let err163 = { instancePath: instancePath + "/legacyPolicies/" + i18 + "/policy", schemaPath: "#/properties/legacyPolicies/items/properties/policy/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err163] : vErrors.push(err163), errors++;
                }
              } else {
                let err164 = { instancePath: instancePath + "/legacyPolicies/" + i18 + "/policy", schemaPath: "#/properties/legacyPolicies/items/properties/policy/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err164] : vErrors.push(err164), errors++;
              }
            }
            if (data103.key !== void 0) {
              let data105 = data103.key;
              if (typeof data105 == "string") {
                if (func2(data105) < 1) {
                  let err165 = { instancePath: instancePath + "/legacyPolicies/" + i18 + "/key", schemaPath: "#/properties/legacyPolicies/items/properties/key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err165] : vErrors.push(err165), errors++;
                }
              } else {
                let err166 = { instancePath: instancePath + "/legacyPolicies/" + i18 + "/key", schemaPath: "#/properties/legacyPolicies/items/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err166] : vErrors.push(err166), errors++;
              }
            }
            if (data103.values !== void 0) {
              let data106 = data103.values;
              if (Array.isArray(data106)) {
                if (data106.length < 1) {
                  let err167 = { instancePath: instancePath + "/legacyPolicies/" + i18 + "/values", schemaPath: "#/properties/legacyPolicies/items/properties/values/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err167] : vErrors.push(err167), errors++;
                }
                let len19 = data106.length;
                for (let i19 = 0; i19 < len19; i19++) {
                  let data107 = data106[i19];
                  if (typeof data107 == "string") {
                    if (func2(data107) < 1) {
                      let err168 = { instancePath: instancePath + "/legacyPolicies/" + i18 + "/values/" + i19, schemaPath: "#/properties/legacyPolicies/items/properties/values/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      vErrors === null ? vErrors = [err168] : vErrors.push(err168), errors++;
                    }
                  } else {
                    let err169 = { instancePath: instancePath + "/legacyPolicies/" + i18 + "/values/" + i19, schemaPath: "#/properties/legacyPolicies/items/properties/values/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    vErrors === null ? vErrors = [err169] : vErrors.push(err169), errors++;
                  }
                }
              } else {
                let err170 = { instancePath: instancePath + "/legacyPolicies/" + i18 + "/values", schemaPath: "#/properties/legacyPolicies/items/properties/values/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err170] : vErrors.push(err170), errors++;
              }
            }
            if (data103.meets !== void 0) {
              let data108 = data103.meets;
              if (Array.isArray(data108)) {
                if (data108.length < 1) {
                  let err171 = { instancePath: instancePath + "/legacyPolicies/" + i18 + "/meets", schemaPath: "#/properties/legacyPolicies/items/properties/meets/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  vErrors === null ? vErrors = [err171] : vErrors.push(err171), errors++;
                }
                let len20 = data108.length;
                for (let i20 = 0; i20 < len20; i20++)
                  validate53(data108[i20], { instancePath: instancePath + "/legacyPolicies/" + i18 + "/meets/" + i20, parentData: data108, parentDataProperty: i20, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
              } else {
                let err172 = { instancePath: instancePath + "/legacyPolicies/" + i18 + "/meets", schemaPath: "#/properties/legacyPolicies/items/properties/meets/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err172] : vErrors.push(err172), errors++;
              }
            }
            if (data103.note !== void 0) {
              let data110 = data103.note;
              if (typeof data110 == "string") {
                if (func2(data110) < 1) {
                  let err173 = { instancePath: instancePath + "/legacyPolicies/" + i18 + "/note", schemaPath: "#/properties/legacyPolicies/items/properties/note/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err173] : vErrors.push(err173), errors++;
                }
              } else {
                let err174 = { instancePath: instancePath + "/legacyPolicies/" + i18 + "/note", schemaPath: "#/properties/legacyPolicies/items/properties/note/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err174] : vErrors.push(err174), errors++;
              }
            }
          } else {
            let err175 = { instancePath: instancePath + "/legacyPolicies/" + i18, schemaPath: "#/properties/legacyPolicies/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err175] : vErrors.push(err175), errors++;
          }
        }
      } else {
        let err176 = { instancePath: instancePath + "/legacyPolicies", schemaPath: "#/properties/legacyPolicies/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err176] : vErrors.push(err176), errors++;
      }
    }
    if (data.rules !== void 0) {
      let data111 = data.rules;
      if (data111 && typeof data111 == "object" && !Array.isArray(data111)) {
        for (let key26 in data111) {
          let _errs218 = errors;
          validate53(key26, { instancePath: instancePath + "/rules", parentData: data111, parentDataProperty: "rules", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
          var valid68 = _errs218 === errors;
          if (!valid68) {
            let err177 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/propertyNames", keyword: "propertyNames", params: { propertyName: key26 }, message: "property name must be valid" };
            vErrors === null ? vErrors = [err177] : vErrors.push(err177), errors++;
          }
        }
        for (let key27 in data111) {
          let data112 = data111[key27];
          if (typeof data112 == "string") {
            if (func2(data112) < 1) {
              let err178 = { instancePath: instancePath + "/rules/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rules/additionalProperties/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err178] : vErrors.push(err178), errors++;
            }
          } else {
            let err179 = { instancePath: instancePath + "/rules/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rules/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err179] : vErrors.push(err179), errors++;
          }
        }
      } else {
        let err180 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err180] : vErrors.push(err180), errors++;
      }
    }
    if (data.groups !== void 0 && (validate88(data.groups, { instancePath: instancePath + "/groups", parentData: data, parentDataProperty: "groups", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors), errors = vErrors.length)), data.requirements !== void 0) {
      let data114 = data.requirements;
      if (Array.isArray(data114)) {
        let len21 = data114.length;
        for (let i21 = 0; i21 < len21; i21++)
          validate98(data114[i21], { instancePath: instancePath + "/requirements/" + i21, parentData: data114, parentDataProperty: i21, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors), errors = vErrors.length);
      } else {
        let err181 = { instancePath: instancePath + "/requirements", schemaPath: "#/properties/requirements/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err181] : vErrors.push(err181), errors++;
      }
    }
  } else {
    let err182 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err182] : vErrors.push(err182), errors++;
  }
  return validate52.errors = vErrors, errors === 0;
}
validate52.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
module.exports = { validatePack: stdin_default };
