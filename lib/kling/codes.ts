import type { Localized } from "#lib/shared/localized.ts";

/**
 * What kind of trouble a code reports. `account` codes share HTTP 429 with rate limits upstream, so retry decisions read
 * `retryable`, never the status.
 */
export type BusinessCodeClass = "ok" | "auth" | "account" | "params" | "policy" | "internal";

export type BusinessCode = {
  readonly code: number;
  readonly httpStatus: number;
  readonly class: BusinessCodeClass;
  /** Whether the same request may succeed later without anybody changing anything. */
  readonly retryable: boolean;
  /** Upstream's own wording, English. */
  readonly message: string;
  /** What happened, for a person. */
  readonly explain: Localized;
  /** What to do about it. */
  readonly remedy: Localized;
};

type Row = Omit<BusinessCode, "code">;

const CHECK_KEY: Localized = { zh: "请检查连接的密钥", en: "Check the connection's key" };
const RETRY_LATER: Localized = { zh: "稍后会自动重试", en: "It is retried automatically in a while" };

const ROWS = {
  0: {
    httpStatus: 200,
    class: "ok",
    retryable: false,
    message: "SUCCEED",
    explain: { zh: "请求成功", en: "The request succeeded" },
    remedy: { zh: "无需处理", en: "Nothing to do" },
  },
  1000: {
    httpStatus: 401,
    class: "auth",
    retryable: false,
    message: "Authentication failed",
    explain: { zh: "身份验证失败", en: "The service did not accept the credentials" },
    remedy: CHECK_KEY,
  },
  1001: {
    httpStatus: 401,
    class: "auth",
    retryable: false,
    message: "Authorization is empty",
    explain: { zh: "请求没有携带密钥", en: "The request carried no key" },
    remedy: { zh: "请在 Authorization 请求头中填写密钥", en: "Send the key in the Authorization header" },
  },
  1002: {
    httpStatus: 401,
    class: "auth",
    retryable: false,
    message: "Authorization is invalid",
    explain: { zh: "密钥无效", en: "The key is not valid" },
    remedy: CHECK_KEY,
  },
  1003: {
    httpStatus: 401,
    class: "auth",
    retryable: false,
    message: "Authorization is not yet valid",
    explain: { zh: "令牌尚未生效", en: "The token is not valid yet" },
    remedy: { zh: "请校准时钟，或重新签发令牌", en: "Set the clock right, or issue a new token" },
  },
  1004: {
    httpStatus: 401,
    class: "auth",
    retryable: false,
    message: "Authorization has expired",
    explain: { zh: "令牌已过期", en: "The token has expired" },
    remedy: { zh: "请重新签发令牌", en: "Issue a new token" },
  },
  1100: {
    httpStatus: 429,
    class: "account",
    retryable: false,
    message: "Account exception",
    explain: { zh: "账户状态异常", en: "Something is wrong with the account" },
    remedy: { zh: "请检查账户配置", en: "Check the account's configuration" },
  },
  1101: {
    httpStatus: 429,
    class: "account",
    retryable: false,
    message: "Account in arrears",
    explain: { zh: "账户已欠费", en: "The account is in arrears" },
    remedy: { zh: "请为账户充值后重试", en: "Top up the account, then retry" },
  },
  1102: {
    httpStatus: 429,
    class: "account",
    retryable: false,
    message: "Account balance not enough",
    explain: { zh: "资源包已用完或已过期", en: "The resource pack is used up or has expired" },
    remedy: { zh: "请购买资源包或开通后付费，然后重试", en: "Buy a pack or enable post-payment, then retry" },
  },
  1103: {
    httpStatus: 403,
    class: "account",
    retryable: false,
    message: "Unauthorized access to requested resource",
    explain: { zh: "账户没有该接口或模型的权限", en: "The account may not use this API or model" },
    remedy: {
      zh: "请检查账户权限，或换一个模型",
      en: "Check the account's permissions, or choose another model",
    },
  },
  1200: {
    httpStatus: 400,
    class: "params",
    retryable: false,
    message: "Invalid request parameters",
    explain: { zh: "请求参数无效", en: "The request is not valid" },
    remedy: { zh: "请检查参数后重新提交", en: "Check the parameters and submit again" },
  },
  1201: {
    httpStatus: 400,
    class: "params",
    retryable: false,
    message: "Invalid parameters",
    explain: { zh: "某个参数的名称或取值不合法", en: "A parameter has a wrong name or value" },
    remedy: { zh: "请按提示修改该参数", en: "Change the parameter that the message names" },
  },
  1202: {
    httpStatus: 404,
    class: "params",
    retryable: false,
    message: "Invalid request method",
    explain: { zh: "请求方法不正确", en: "The HTTP method is wrong" },
    remedy: { zh: "请使用文档中的请求方法", en: "Use the documented method" },
  },
  1203: {
    httpStatus: 404,
    class: "params",
    retryable: false,
    message: "The requested resource does not exist",
    explain: {
      zh: "请求的资源（例如模型）不存在",
      en: "What was asked for, such as the model, does not exist",
    },
    remedy: { zh: "请换一个模型或检查请求地址", en: "Choose another model or check the address" },
  },
  1300: {
    httpStatus: 400,
    class: "policy",
    retryable: false,
    message: "Trigger platform strategy",
    explain: { zh: "触发了平台策略", en: "A platform policy was triggered" },
    remedy: { zh: "请检查是否符合平台规则", en: "Check the request against the platform's rules" },
  },
  1301: {
    httpStatus: 400,
    class: "policy",
    retryable: false,
    message: "Trigger the content security policy of the platform",
    explain: { zh: "内容未通过安全审核", en: "The content did not pass the safety check" },
    remedy: { zh: "请修改提示词或图片后重新提交", en: "Change the prompt or the picture and submit again" },
  },
  1302: {
    httpStatus: 429,
    class: "policy",
    retryable: true,
    message: "The API request is too fast, exceeding the platform rate limit",
    explain: { zh: "请求过于频繁", en: "Requests came too fast" },
    remedy: RETRY_LATER,
  },
  1303: {
    httpStatus: 429,
    class: "policy",
    retryable: true,
    message: "parallel task over resource pack limit",
    explain: { zh: "同时进行的任务已达上限", en: "Too many tasks are running at once" },
    remedy: { zh: "有任务完成后会自动提交", en: "It is submitted as soon as another task ends" },
  },
  1304: {
    httpStatus: 429,
    class: "policy",
    retryable: false,
    message: "Trigger the IP whitelisting policy of the platform",
    explain: { zh: "服务器 IP 不在白名单内", en: "The server's address is not on the allow-list" },
    remedy: { zh: "请联系服务商添加白名单", en: "Ask the provider to allow this server's address" },
  },
  5000: {
    httpStatus: 500,
    class: "internal",
    retryable: true,
    message: "Internal server error",
    explain: { zh: "服务内部错误", en: "The service had an internal error" },
    remedy: RETRY_LATER,
  },
  5001: {
    httpStatus: 503,
    class: "internal",
    retryable: true,
    message: "The server is temporarily unavailable, usually due to maintenance",
    explain: { zh: "服务维护中，暂时不可用", en: "The service is down for maintenance" },
    remedy: RETRY_LATER,
  },
  5002: {
    httpStatus: 504,
    class: "internal",
    retryable: true,
    message: "The server timed out internally, usually due to a backlog",
    explain: { zh: "服务繁忙，处理超时", en: "The service is backed up and timed out" },
    remedy: RETRY_LATER,
  },
} as const satisfies Record<number, Row>;

export type KnownBusinessCode = keyof typeof ROWS;

/** Every code of the official table (off-25, off-26 and off-26b agree); there is no 1104. */
export const BUSINESS_CODES: ReadonlyMap<number, BusinessCode> = new Map(
  Object.entries(ROWS).map(([key, row]) => [Number(key), { code: Number(key), ...row }]),
);

/** Undefined for a code that upstream does not document. */
export function findBusinessCode(code: number): BusinessCode | undefined {
  return BUSINESS_CODES.get(code);
}

/** Whether a number is a code of the table. */
export function isKnownCode(code: unknown): code is KnownBusinessCode {
  return typeof code === "number" && Object.hasOwn(ROWS, code);
}

/** The HTTP status that carries a code of the table. */
export function httpStatusOf(code: KnownBusinessCode): number {
  return ROWS[code].httpStatus;
}
