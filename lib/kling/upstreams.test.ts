import { expect, test } from "vitest";
import { CREDENTIAL_FIELDS, findUpstream, PACKS, UPSTREAM_IDS, UPSTREAMS } from "./upstreams.ts";

test.each(UPSTREAM_IDS)("%s is complete and usable as it stands", (id) => {
  const upstream = UPSTREAMS[id];
  expect(upstream.id).toBe(id);
  expect(upstream.name.zh).not.toBe("");
  expect(upstream.name.en).not.toBe("");
  expect(upstream.pathPrefix).not.toMatch(/\/$/);
  if (upstream.origin !== null) expect(new URL(upstream.origin).origin).toBe(upstream.origin);
  for (const pack of PACKS) expect(upstream.parallel[pack]).toBeGreaterThan(0);
  for (const kind of upstream.credentialKinds) expect(CREDENTIAL_FIELDS[kind].length).toBeGreaterThan(0);
  expect(findUpstream(id)).toBe(upstream);
});

test("only the official service and our own are known to refuse duplicates; a gateway must be seen doing it", () => {
  const known = UPSTREAM_IDS.filter((id) => UPSTREAMS[id].refusesDuplicates);
  expect(known).toEqual(["sandbox", "official_global", "official_china", "framewright"]);
});

test("a name of another version is nobody", () => {
  expect(findUpstream("toString")).toBeUndefined();
});
