import { expect, test } from "vitest";
import { decodeGenerations } from "#lib/kling/dialects/generations.ts";
import { decodeCreate } from "#lib/kling/dialects/native-create.ts";
import { decodeUnified } from "#lib/kling/dialects/unified.ts";
import { ENDPOINTS } from "#lib/kling/endpoints.ts";
import { checkTask } from "#lib/kling/kinds/check-task.ts";
import { NO_FACTS } from "#lib/kling/kinds/kind.ts";
import { TASK_KINDS, type TaskKind } from "#lib/kling/task-kinds.ts";
import { examplesOf } from "./examples.ts";

function errorsOf(kind: TaskKind, body: unknown, policy: "strict" | "warn") {
  const decoded = decodeCreate(kind, body);
  expect(decoded).toMatchObject({ ok: true, extraFields: {}, warnings: [] });
  if (!decoded.ok) return [];
  const violations = checkTask(decoded.request, { policy, facts: NO_FACTS });
  return violations.filter(({ severity }) => severity === "error");
}

test.each(TASK_KINDS)("the basic example of %s is taken by the strictest connection", (kind) => {
  const endpoint = { dialect: "native", method: "POST", path: "", operation: "create", kind } as const;
  const [basic, ...others] = examplesOf(endpoint);
  expect(errorsOf(kind, basic?.body, "strict")).toEqual([]);
  for (const { body } of others) expect(errorsOf(kind, body, "warn")).toEqual([]);
});

const jobs = ENDPOINTS.filter(({ operation }) => operation === "create_job").flatMap((endpoint) =>
  examplesOf(endpoint).map(({ title, body }) => ({ dialect: endpoint.dialect, title: title.en, body })),
);

test.each(jobs)("$dialect, $title: is taken where that gateway's paths are", ({ dialect, body }) => {
  const decoded = dialect === "unified" ? decodeUnified(body) : decodeGenerations(body);
  if (!decoded.ok) throw new Error(decoded.message);
  expect(errorsOf(decoded.kind, decoded.nativeBody, "warn")).toEqual([]);
});
