/** A fault in the product that a named test must see. */
export type Mutant = {
  readonly name: string;
  readonly file: string;
  /** Each text must stand in the file exactly once. */
  readonly changes: readonly (readonly [from: string, to: string])[];
  readonly test: { readonly project: "faults" | "integration"; readonly file: string };
};

/** The list of promises §1.5, and what the model found. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: "F14: the fence predicate is dropped",
    file: "lib/tasks/record-step.ts",
    changes: [
      [` AND "fence" = \${task.fence} AND "status" =`, ' AND "status" ='],
      ["where: { id: task.id, fence: task.fence }", "where: { id: task.id }"],
    ],
    test: { project: "faults", file: "tests/faults/f14-fence.test.ts" },
  },
  {
    name: "F1: a fresh external id on every retry",
    file: "lib/worker/find-or-submit.ts",
    changes: [
      [
        "externalId: task.upstreamExternalId,",
        "externalId: [task.upstreamExternalId, task.submitCalls].join(),",
      ],
    ],
    test: { project: "faults", file: "tests/faults/f01-lost-replies.test.ts" },
  },
  {
    name: "F5: stored before it was read back",
    file: "lib/storage/disk-blob-store.ts",
    changes: [["const stored = await hashFile(fileOf(key));", "const stored = blob.sha256;"]],
    test: { project: "faults", file: "tests/faults/f05-reread.test.ts" },
  },
  {
    name: "F7: jobs are made outside the transaction",
    file: "lib/queue/queue.ts",
    changes: [["singletonKey: isUrgent", "...{ db: undefined },\n          singletonKey: isUrgent"]],
    test: { project: "faults", file: "tests/faults/f07-one-transaction.test.ts" },
  },
  {
    name: "F9: nobody listens to the queue's errors",
    file: "lib/queue/boss.ts",
    changes: [['  boss.on("error", (error) => log.error({ err: error }, "queue error"));\n', ""]],
    test: { project: "faults", file: "tests/faults/f09-database-restarts.test.ts" },
  },
  {
    name: "F6: a callback is believed",
    file: "lib/callbacks/receive-callback.ts",
    changes: [
      [
        "  await hintTask(target);",
        `  const told = JSON.parse(Buffer.from(received.body).toString()).task_status;
  const status = told === "succeed" ? "archiving" : told;
  await systemDb.task.updateMany({ where: { id: target.taskId }, data: { status } });
  await hintTask(target);`,
      ],
    ],
    test: { project: "faults", file: "tests/faults/f06-callbacks.test.ts" },
  },
  {
    name: "F13: the budget is read, then written",
    file: "lib/billing/budgets.ts",
    changes: [
      [
        "  const taken = await tx.$queryRaw",
        `  const held = await tx.$queryRaw<{ subjectId: string; room: number }[]>\`
    SELECT "subjectId", ("capUnits" - "usedUnits")::float8 AS room FROM "Budget" WHERE "capUnits" IS NOT NULL\`;
  const full = budgets.find((it) => held.some((row) => row.subjectId === it.subjectId && row.room < Number(it.units)));
  if (full !== undefined) throw budgetExceeded(full.scope);
  const taken = await tx.$queryRaw`,
      ],
      [
        '\n      WHERE held."capUnits" IS NULL OR held."usedUnits" + excluded."usedUnits" <= held."capUnits"',
        "",
      ],
    ],
    test: { project: "faults", file: "tests/faults/f13-budget-race.test.ts" },
  },
  {
    name: "F15: webhooks follow redirects",
    file: "lib/net/post-outside.ts",
    changes: [
      [
        "  answer.body.destroy();",
        `  answer.body.destroy();
  const { location } = answer.headers;
  if (answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === "string")
    return postOutside(location, options);`,
      ],
    ],
    test: { project: "integration", file: "tests/integration/webhooks.test.ts" },
  },
  {
    name: "I11: an entry does not say which one it follows",
    file: "lib/audit/append-audit.ts",
    changes: [["const hash = hashOf(last.hash, content);", "const hash = hashOf(GENESIS.hash, content);"]],
    test: { project: "integration", file: "tests/integration/audit.test.ts" },
  },
  {
    name: "I11: nobody waits for the entry before",
    file: "lib/audit/append-audit.ts",
    changes: [[`WHERE "teamId" = \${teamId} FOR UPDATE`, `WHERE "teamId" = \${teamId}`]],
    test: { project: "integration", file: "tests/integration/audit.test.ts" },
  },
  {
    name: "I11: the entry is written outside the transaction",
    file: "lib/teams/team.ts",
    changes: [
      ["await appendAudit(tx, {", "systemDb.$transaction((other) => appendAudit(other, {"],
      ["details: { from, to: name } });", "details: { from, to: name } })).catch(() => undefined);"],
    ],
    test: { project: "integration", file: "tests/integration/audit.test.ts" },
  },
  {
    name: "F8: a repeat is not given the first answer",
    file: "lib/tasks/once-per-key.ts",
    changes: [["  if (known !== null) return known.responseBody as T;\n", ""]],
    test: { project: "faults", file: "tests/faults/f08-web-kills.test.ts" },
  },
  {
    name: "F11: a full disk is a failure like any other",
    file: "lib/http/problem.ts",
    changes: [
      [
        "error instanceof AppError ? error : passingTroubleOf(error)",
        "error instanceof AppError ? error : null",
      ],
    ],
    test: { project: "faults", file: "tests/faults/f11-full-disks.test.ts" },
  },
  {
    name: "F19: whoever looks raises the alarm anew",
    file: "lib/tasks/raise-archive-alarms.ts",
    changes: [["days === 0 || told.some((earlier) => earlier >= days)", "days === 0"]],
    test: { project: "faults", file: "tests/faults/f19-purge.test.ts" },
  },
  {
    name: "F21: a final refusal of a repeat gives the money back",
    file: "lib/tasks/next-step.ts",
    changes: [["if (doubtfulCalls === 0) return { kind: ", "if (doubtfulCalls >= 0) return { kind: "]],
    test: { project: "faults", file: "tests/faults/f21-model.test.ts" },
  },
  {
    name: "F21: one doubt is none",
    file: "lib/tasks/next-step.ts",
    changes: [["if (doubtfulCalls === 0) return { kind: ", "if (doubtfulCalls <= 1) return { kind: "]],
    test: { project: "faults", file: "tests/faults/f21-model.test.ts" },
  },
  {
    name: "F21: after a few looks a refusal counts although there are doubts",
    file: "lib/tasks/next-step.ts",
    changes: [
      [
        '{ kind: "look_again", delayMs } : { kind: "abandon" };\n    }',
        '{ kind: "look_again", delayMs } : { kind: "refuse", code, message };\n    }',
      ],
    ],
    test: { project: "faults", file: "tests/faults/f21-model.test.ts" },
  },
];
