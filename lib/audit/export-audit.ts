import type { AuditEntry, AuditFormat } from "#lib/contract/audit.ts";
import { systemDb } from "#lib/db/client.ts";
import { appendAudit } from "./append-audit.ts";
import type { ChainedEntry } from "./audit-chain.ts";
import { csvLine } from "./csv-line.ts";
import { nameEntries } from "./name-entries.ts";
import { readChain, readHead } from "./read-chain.ts";

/**
 * A team's whole log as text, oldest first, a page at a time; its last entry is that it was exported. The JSON carries everything that
 * is under the hashes, so that whoever has it can verify the chain without us.
 */
export async function exportAudit(teamId: string, format: AuditFormat): Promise<AsyncGenerator<string>> {
  await systemDb.$transaction((tx) =>
    appendAudit(tx, { teamId, action: "audit.exported", objectId: null, details: { format } }),
  );
  const until = (await readHead(teamId))?.seq ?? 0;
  return format === "csv" ? csvOf(teamId, until) : jsonOf(teamId, until);
}

const COLUMNS = [
  "seq",
  "at",
  "actor",
  "actorId",
  "action",
  "object",
  "objectId",
  "details",
  "requestId",
  "hash",
];

/** Tells a spreadsheet that this is UTF-8; without it Chinese names are garbled. */
const BYTE_ORDER_MARK = "\uFEFF";

async function* csvOf(teamId: string, until: number): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  for await (const page of readChain(teamId, until))
    yield (await nameEntries(teamId, page)).map((entry) => csvLine(cellsOf(entry))).join("");
}

function cellsOf({
  seq,
  at,
  actor,
  action,
  object,
  details,
  requestId,
  hash,
}: AuditEntry): readonly string[] {
  const said = Object.keys(details).length === 0 ? "" : JSON.stringify(details);
  const who = actor.name ?? actor.kind;
  return [
    String(seq),
    at,
    who,
    actor.id ?? "",
    action,
    object.name ?? object.type,
    object.id ?? "",
    said,
    requestId ?? "",
    hash,
  ];
}

async function* jsonOf(teamId: string, until: number): AsyncGenerator<string> {
  let before = "[\n";
  for await (const page of readChain(teamId, until)) {
    const named = await nameEntries(teamId, page);
    yield before + page.map((entry, index) => lineOf(entry, named[index])).join(",\n");
    before = ",\n";
  }
  yield "\n]\n";
}

function lineOf(entry: ChainedEntry, named: AuditEntry | undefined): string {
  return JSON.stringify({
    ...entry,
    actorName: named?.actor.name ?? null,
    objectName: named?.object.name ?? null,
  });
}
