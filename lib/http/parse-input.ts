import { createHash } from "node:crypto";
import type { ZodType } from "zod";
import type { Operation } from "#lib/contract/operation.ts";
import { AppError } from "#lib/shared/errors.ts";
import { DEFAULT_MAX_BODY_BYTES, readBytes, readJson } from "./read-body.ts";
import { isStorableText } from "./storable-text.ts";

/** One value per name; a repeated name is a mistake, or an attempt to be read differently by two readers. */
export function parseQuery(operation: Operation, url: URL): unknown {
  const names = [...url.searchParams.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw refused("query", [{ path: repeated, message: "given more than once" }]);
  const odd = [...url.searchParams].find(([name, value]) => !isStorableText(name + value));
  if (odd) throw refused("query", [{ path: odd[0], message: "contains characters that no text has" }]);
  if (operation.query === undefined) return undefined;
  return parse(operation.query, Object.fromEntries(url.searchParams), "query");
}

/** A path that cannot name a row is a row that does not exist. */
export function parsePath(operation: Operation, params: Record<string, string | string[]>): unknown {
  if (operation.params === undefined) return undefined;
  const result = operation.params.safeParse(params);
  if (result.success) return result.data;
  throw new AppError("not_found", "There is no such thing.");
}

export async function parseBody(
  operation: Operation,
  request: Request,
): Promise<{ body: unknown; bodySha256: string }> {
  const maxBytes = operation.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  if (operation.body === undefined) return { body: undefined, bodySha256: sha256(new Uint8Array()) };
  if (operation.body === "stream") return { body: request.body, bodySha256: sha256(new Uint8Array()) };
  if (operation.body === "bytes") {
    const bytes = await readBytes(request, maxBytes);
    return { body: bytes, bodySha256: sha256(bytes) };
  }
  const { value, bytes } = await readJson(request, maxBytes);
  return { body: parse(operation.body, value, "body"), bodySha256: sha256(bytes) };
}

function parse(schema: ZodType, value: unknown, where: "query" | "body"): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw refused(
    where,
    result.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
  );
}

function refused(where: "query" | "body", issues: readonly { path: string; message: string }[]): AppError {
  return new AppError("invalid_request", `The ${where} is not as documented.`, { details: { issues } });
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
