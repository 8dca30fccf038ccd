import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import samples from "./seed-samples.json" with { type: "json" };

/** The documents of other gateways whose clients must work here unchanged. They are theirs and not part of this repository. */
export const SEEDS = ["002", "003", "004"] as const;

export type Seed = (typeof SEEDS)[number];

/** One request of a document, exactly as printed there. */
export type SeedSample = {
  readonly seed: Seed;
  /** The words above it. */
  readonly title: string;
  readonly method: "GET" | "POST";
  /** Path and query. */
  readonly path: string;
  /** JSON text; undefined for a GET. */
  readonly body: string | undefined;
};

export type SeedBlocks = {
  readonly requests: readonly SeedSample[];
  /** Printed JSON that is no request: answers, and pieces that only show the shape of one field. */
  readonly others: readonly string[];
};

const DOCUMENTS = resolve(import.meta.dirname, "../../../shared/seeds");

/** The document where it lies beside the repository; null elsewhere. */
export function readSeed(seed: Seed): string | null {
  try {
    const name = readdirSync(DOCUMENTS).find((file) => file.startsWith(`${seed}_`));
    return name === undefined ? null : readFileSync(resolve(DOCUMENTS, name), "utf8");
  } catch {
    return null;
  }
}

/** Every JSON body, curl call and address to GET that a document prints. */
export function seedBlocksOf(seed: Seed, text: string): SeedBlocks {
  const requests: SeedSample[] = [];
  const others: string[] = [];
  for (const { body, before, isCurlData } of jsonBlocksOf(text)) {
    const path = isCurlData ? curlPathIn(before.slice(before.lastIndexOf("curl "))) : pathOfBody(body);
    if (path === undefined) others.push(body);
    else requests.push({ seed, title: titleIn(before), method: "POST", path, body });
  }
  return { requests: [...requests, ...readsOf(seed, text)], others };
}

/** Every request of every document, as `seedBlocksOf` takes them out; a test holds them against the documents. */
export const SEED_SAMPLES: readonly SeedSample[] = samples.map(({ seed, method, body, ...rest }) => ({
  ...rest,
  seed: seed as Seed, // written from values of these types
  method: method as SeedSample["method"],
  body,
}));

type JsonBlock = { readonly body: string; readonly before: string; readonly isCurlData: boolean };

/** Objects that begin a line, alone or as the data of a curl call; not what is inside of one. */
function jsonBlocksOf(text: string): JsonBlock[] {
  const blocks: JsonBlock[] = [];
  let end = 0;
  for (const { index, 0: opening, 1: flag } of text.matchAll(/^(-d '|--data ')?\{/gm)) {
    if (index < end) continue;
    const start = index + opening.length - 1;
    const body = objectAt(text, start);
    end = start + body.length;
    blocks.push({ body, before: text.slice(0, index), isCurlData: flag !== undefined });
  }
  return blocks;
}

/** The balanced object that begins at `start`; braces inside strings do not count. */
function objectAt(text: string, start: number): string {
  let depth = 0;
  let isString = false;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (isString && character === "\\") index += 1;
    else if (character === '"') isString = !isString;
    else if (!isString && character === "{") depth += 1;
    else if (!isString && character === "}") depth -= 1;
    if (depth === 0) return text.slice(start, index + 1);
  }
  throw new Error("an object of a seed document does not end");
}

function curlPathIn(call: string): string | undefined {
  return /(?:\{BASE_URL\}|https:\/\/[^/\s"]+)(\/[^"\s]+)/.exec(call)?.[1];
}

/** Where the unified gateway wants a body that is printed without its address (S003); undefined when it is no request. */
function pathOfBody(text: string): string | undefined {
  const body = parsed(text);
  if (body === undefined || "id" in body || "data" in body) return undefined;
  if ("model" in body) return "/v1/videos";
  if ("element_name" in body) return "/v1/elements/custom";
  return "element_id" in body ? "/v1/elements/delete" : undefined;
}

/** Undefined for answers with an ellipsis in them. */
function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Calls without a body: curl without data, and bare addresses on a line of their own. */
function readsOf(seed: Seed, text: string): SeedSample[] {
  const calls = text.matchAll(/^(?:curl "\{BASE_URL\}|GET )?(\/v1\/[\w/?=&-]+)"?(?: \\)?$/gm);
  return [...calls].map(({ index, 1: path = "" }) => {
    return { seed, title: titleIn(text.slice(0, index)), method: "GET", path, body: undefined };
  });
}

/** The last line that says something. */
function titleIn(before: string): string {
  const lines = before.split("\n").map((line) => line.trim());
  const isTitle = (line: string) => line !== "" && !/^(json|bash|curl .*|-.*)$/.test(line);
  return (lines.findLast(isTitle) ?? "").replace(/^\}/, "");
}
