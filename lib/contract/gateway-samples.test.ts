import { expect, test } from "vitest";
import { decodeGenerations } from "#lib/kling/dialects/generations.ts";
import { decodeCreate } from "#lib/kling/dialects/native-create.ts";
import { decodeUnified } from "#lib/kling/dialects/unified.ts";
import { ENDPOINTS } from "#lib/kling/endpoints.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import { TASK_KINDS } from "#lib/kling/task-kinds.ts";
import { sampleOf } from "./gateway-samples.ts";

test.each(TASK_KINDS)("the sample of %s is taken, and the map allows it", (kind) => {
  const decoded = decodeCreate(
    kind,
    sampleOf({ dialect: "native", method: "POST", path: "", operation: "create", kind }),
  );
  expect(decoded).toMatchObject({ ok: true, extraFields: {}, warnings: [] });
  if (!decoded.ok) return;
  const { grid, pointOf } = kindOf(kind);
  expect(grid.refusals(pointOf(decoded.request))).toEqual([]);
});

test("the samples of the other dialects are taken", () => {
  const bodyOf = (dialect: string) => {
    const endpoint = ENDPOINTS.find((one) => one.dialect === dialect && one.operation === "create_job");
    return endpoint && sampleOf(endpoint);
  };
  expect(decodeUnified(bodyOf("unified"))).toMatchObject({ ok: true });
  expect(decodeGenerations(bodyOf("generations"))).toMatchObject({ ok: true });
});
