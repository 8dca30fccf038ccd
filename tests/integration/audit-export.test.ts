import { expect, test } from "vitest";
import { type ChainedEntry, verifyChain } from "#lib/audit/audit-chain.ts";
import { ask, operation } from "./accounts/operation.ts";
import { makeActor } from "./routes/actors.ts";
import { call } from "./routes/call.ts";
import { makeTeam } from "./routes/world.ts";

async function exported(format: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  const response = await call(operation("exportAudit"), { query: { format } }, headers);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-disposition")).toMatch(
    new RegExp(`^attachment; filename="audit-log-.*\\.${format}"$`),
  );
  return response;
}

test("an exported log can be verified without us, and says that it was exported", async () => {
  const home = await makeTeam("exported");
  const { headers } = await makeActor("owner", home, home);
  await ask("updateTeam", { body: { name: "other" } }, headers);
  const rows: (Omit<ChainedEntry, "at"> & { at: string })[] = await (await exported("json", headers)).json();
  const entries = rows.map((row) => ({ ...row, at: new Date(row.at) }));
  expect(verifyChain(entries)).toMatchObject({ ok: true, last: { seq: 3 } });
  expect(entries.map(({ action }) => action)).toEqual(["team.created", "team.renamed", "audit.exported"]);
});

test("a name that a spreadsheet would run is a text in the CSV", async () => {
  const home = await makeTeam("exportedcsv");
  const { headers, userId } = await makeActor("owner", home, home);
  await ask("updateMe", { body: { name: '=HYPERLINK("http://x")' } }, headers);
  await ask("updateTeam", { body: { name: "other" } }, headers);
  const text = Buffer.from(await (await exported("csv", headers)).arrayBuffer()).toString("utf8");
  expect(text.startsWith('\uFEFF"seq","at","actor"')).toBe(true);
  const line = text.split("\r\n").find((it) => it.includes("team.renamed"));
  expect(line).toContain(`"'=HYPERLINK(""http://x"")","${userId}","team.renamed"`);
});
