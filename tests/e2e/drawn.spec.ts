import { rm } from "node:fs/promises";
import { keepAsset } from "#lib/assets/keep-asset.ts";
import { storeClip } from "#lib/assets/store-clip.ts";
import type { MotionReportView } from "#lib/contract/motion-report.ts";
import { systemDb } from "#lib/db/client.ts";
import { renderClip } from "#lib/engine/render-clip.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { keepMotionReport } from "#lib/tasks/motion-report.ts";
import { expect, expectAccessible, sidewaysPx, type TestMember, test } from "./fixtures.ts";
import { seedTask } from "./seed-task.ts";

const MEASURED: MotionReportView = {
  outcome: "measured",
  score: 74,
  regions: [
    {
      region: 1,
      intended: [
        { x: 0.2, y: 0.6 },
        { x: 0.5, y: 0.3 },
        { x: 0.8, y: 0.6 },
      ],
      actual: [
        { x: 0.2, y: 0.6 },
        { x: 0.36, y: 0.46 },
        { x: 0.5, y: 0.32 },
        { x: 0.64, y: 0.44 },
        { x: 0.78, y: 0.61 },
      ],
      errorShare: 0.011,
      score: 98,
    },
    {
      region: 2,
      intended: [
        { x: 0.3, y: 0.8 },
        { x: 0.7, y: 0.8 },
      ],
      actual: [
        { x: 0.3, y: 0.8 },
        { x: 0.34, y: 0.79 },
      ],
      errorShare: 0.18,
      score: 12,
    },
  ],
  stillDriftShare: 0.002,
  camera: null,
};

const CAMERA: MotionReportView = {
  outcome: "measured",
  score: 0,
  regions: [],
  stillDriftShare: null,
  camera: {
    move: "zoom",
    intendedSign: -1,
    measuredSign: 1,
    agrees: false,
    explainedShare: 0.97,
    looksLike: "zoom",
    score: 0,
  },
};

test("what was drawn and what became of it lie over the clip, and are told in words", async ({
  page,
  member,
}) => {
  const { taskId } = await seedClip(member, MEASURED);
  await page.goto(`/tasks/${taskId}`);
  const verdict = page.getByRole("region", { name: "Did it do what was drawn?" });
  await expect(verdict).toContainText("74 of 100");
  await expect(verdict.getByRole("listitem").filter({ hasText: "Region 1" })).toContainText(
    "Keeps to its path (1.1%",
  );
  await expect(verdict.getByRole("listitem").filter({ hasText: "Region 2" })).toContainText(
    "Does not go along",
  );
  await expect(verdict.getByRole("listitem").filter({ hasText: "Still area" })).toContainText(
    "Stays in its place",
  );
  const ways = page.getByRole("region", { name: "Video player" }).locator("svg polyline");
  await expect(ways).toHaveCount(8); // two regions, drawn and measured, each with its outline
  await expectAccessible(page);
  expect(await sidewaysPx(page)).toBe(0);
  await page.getByRole("switch", { name: "Paths over the clip" }).click();
  await expect(ways).toHaveCount(0);
});

test("an open page hears of the report when it is there", async ({ page, member }) => {
  const clip = await seedClip(member, null);
  await page.goto(`/tasks/${clip.taskId}`);
  await expect(page.getByLabel("a kite", { exact: true })).toBeVisible();
  await expect(page.getByText("Did it do what was drawn?")).toBeHidden();
  await keepMotionReport({ ...clip, videoKey: "", brush: null, camera: null }, CAMERA);
  const verdict = page.getByRole("region", { name: "Did it do what was drawn?" });
  await expect(verdict).toContainText("Goes the opposite way; asked for: Zooms in");
  await expect(verdict).toContainText("0 of 100");
  await expect(page.getByText("Compared with what was drawn")).toBeVisible();
  await expect(page.getByRole("switch", { name: "Paths over the clip" })).toHaveCount(0);
});

test("a clip that could not be decoded says so", async ({ page, member }) => {
  const { taskId } = await seedClip(member, { outcome: "unreadable" });
  await page.goto(`/tasks/${taskId}`);
  await expect(page.getByText("The clip cannot be decoded here, so nothing was compared.")).toBeVisible();
  await expectAccessible(page);
});

/** A finished clip of a team, with what was measured of it. */
async function seedClip(member: TestMember, report: MotionReportView | null) {
  const { teamId, caller } = member;
  const clip = await keepClip();
  const origin = { teamId, createdById: caller.userId, origin: "output", name: "clip" } as const;
  const asset = await systemDb.$transaction((tx) => keepAsset(tx, { ...clip, ...origin }));
  const taskId = await seedTask(member, {
    prompt: "a kite",
    status: "succeeded",
    request: { camera_control: { type: "simple", config: { zoom: -5 } } },
    outputs: [{ label: "video", assetId: asset.id }],
  });
  if (report !== null) await systemDb.motionReport.create({ data: { taskId, report } });
  return { taskId, teamId };
}

async function keepClip() {
  const workDir = await blobs.workDir();
  try {
    const size = { widthPx: 640, heightPx: 360, fps: 24, durationSeconds: 1 };
    const job = { kind: "text2video", prompt: "a kite", hasSound: false, outDir: workDir, ...size } as const;
    const { videoPath: path, sha256 } = await renderClip(job);
    return await storeClip({ path, sha256, workDir, blobs, signal: new AbortController().signal });
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
