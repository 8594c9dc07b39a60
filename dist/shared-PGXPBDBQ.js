var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var RETRIES = 3;
var TOTAL = 6e4;
var ANSWER = 1e4;
async function openClient(token, version, clock) {
  const { connect } = await Promise.resolve().then(() => require("./github-octokit.js"));
  const end = clock() + TOTAL;
  const left = () => end - clock();
  const request = connect(token, `configmgr-firewall-lint/${version}`, { retries: RETRIES, answer: ANSWER, left });
  return {
    request,
    async once(write, found) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await write();
        } catch (error) {
          const wait = (retryAfter(error) ?? attempt ** 2) * 1e3;
          if (!mayPass(error) || attempt > RETRIES || wait > left()) throw error;
          await new Promise((resolve) => {
            setTimeout(resolve, wait);
          });
        }
        const there = await found();
        if (there !== void 0) return there;
      }
    }
  };
}
var NO_RETRY = { request: { retries: 0 } };
var field = (value, key) => typeof value === "object" && value !== null ? value[key] : void 0;
var statusOf = (error) => {
  const status = field(field(error, "response"), "status");
  return typeof status === "number" ? status : void 0;
};
var headerOf = (error, name) => field(field(field(error, "response"), "headers"), name);
function retryAfter(error) {
  const seconds = Number(headerOf(error, "retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : void 0;
}
function mayPass(error) {
  const status = statusOf(error);
  return status === void 0 || status === 429 || status >= 500;
}
function failureOf(error) {
  const status = statusOf(error);
  if (status === void 0) return { kind: "no-answer" };
  const limited = headerOf(error, "x-ratelimit-remaining") === "0" || retryAfter(error) !== void 0 || /\brate limit\b/i.test(String(field(error, "message")));
  if (status === 429 || status === 403 && limited) return { kind: "rate-limit" };
  if (status === 401) return { kind: "token" };
  if (status === 403) return { kind: "permission" };
  if (status === 404 || status === 410) return { kind: "gone" };
  return { kind: status >= 500 ? "server" : "refused", status };
}
async function allPages(most, page) {
  const all = [];
  for (let number = 1; number <= most; number++) {
    const items = await page(number);
    all.push(...items);
    if (items.length < 100) break;
  }
  return all;
}
module.exports = { openClient, NO_RETRY, statusOf, failureOf, allPages };
