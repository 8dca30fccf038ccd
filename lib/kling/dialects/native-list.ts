import { type NativeError, nativeError } from "./native-envelope.ts";

export type ListPage = { readonly pageNum: number; readonly pageSize: number };

/** `?pageNum=1&pageSize=30` (off-26 §1.4). */
const PAGE_NUM = { default: 1, min: 1, max: 1000 } as const;
const PAGE_SIZE = { default: 30, min: 1, max: 500 } as const;

/** Reads the page of a list query. Out of range is 1201: what the real server does there is not documented. */
export function decodeListQuery(
  query: URLSearchParams,
): ({ ok: true } & ListPage) | ({ ok: false } & NativeError) {
  const pageNum = readInteger(query.get("pageNum"), PAGE_NUM);
  if (pageNum === undefined) return { ok: false, ...outOfRange("pageNum", PAGE_NUM) };
  const pageSize = readInteger(query.get("pageSize"), PAGE_SIZE);
  if (pageSize === undefined) return { ok: false, ...outOfRange("pageSize", PAGE_SIZE) };
  return { ok: true, pageNum, pageSize };
}

type Range = { readonly default: number; readonly min: number; readonly max: number };

function readInteger(text: string | null, range: Range): number | undefined {
  if (text === null || text === "") return range.default;
  if (!/^\d{1,9}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= range.min && value <= range.max ? value : undefined;
}

function outOfRange(field: string, { min, max }: Range): NativeError {
  return nativeError(1201, `${field} must be an integer from ${min} to ${max}`);
}
