import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { keepAsset } from "#lib/assets/keep-asset.ts";
import { storeSound } from "#lib/assets/store-output.ts";
import { systemDb } from "#lib/db/client.ts";
import { fileSha256 } from "#lib/media/file-sha256.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { testSound } from "#tests/support/test-media.ts";
import { uploadPicture } from "#tests/support/test-picture.ts";
import { expect, expectAccessible, sidewaysPx, type TestMember, test } from "./fixtures.ts";
import { seedTask } from "./seed-task.ts";

const SQUARE = { widthPx: 512, heightPx: 512 } as const;

test("pictures stand side by side, and the key that ordered them is named", async ({ page, member }) => {
  const first = await uploadPicture(member.caller, SQUARE);
  const second = await uploadPicture(member.caller, SQUARE);
  const taskId = await seedTask(member, {
    prompt: "two paper boats",
    status: "succeeded",
    request: { kind: "image-generation", model_name: "kling-v2-1", resolution: "2k", n: 2 },
    apiKeyName: "ComfyUI",
    outputs: [
      { label: "image", assetId: first.id },
      { label: "image", assetId: second.id },
    ],
  });
  await page.goto("/gallery");
  const card = page.getByRole("article", { name: "two paper boats" });
  await expect(card).toContainText("2 files");
  await expect(card).toContainText("API key ComfyUI");
  await page.goto(`/tasks/${taskId}`);
  await expect(page.getByRole("img", { name: "Picture (1)" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Download: Picture (2)" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "2k" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Use settings" })).toBeVisible();
  await expectAccessible(page);
  expect(await sidewaysPx(page)).toBe(0);
});

test("a sound can be played and saved", async ({ page, member }) => {
  const taskId = await seedTask(member, {
    prompt: "",
    status: "succeeded",
    request: { kind: "text-to-audio", prompt: "rain on a tin roof", duration: 3 },
    outputs: [{ label: "audio_wav", assetId: await keepSound(member) }],
  });
  await page.goto("/gallery");
  await expect(page.getByRole("article", { name: "Text to sound" })).toContainText("0:06");
  await page.goto(`/tasks/${taskId}`);
  await expect(page.getByLabel("Sound (WAV)", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Download: Sound (WAV)" })).toBeVisible();
  await expectAccessible(page);
  expect(await sidewaysPx(page)).toBe(0);
});

test("a task that made no file tells what it found", async ({ page, member }) => {
  const taskId = await seedTask(member, {
    prompt: "Captain Fox",
    status: "succeeded",
    request: { kind: "custom-elements", element_name: "Captain Fox", element_description: "a fox at sea" },
    result: { type: "element", element_id: "801234567890123456" },
  });
  await page.goto("/gallery");
  await expect(page.getByRole("article", { name: "Captain Fox" })).toContainText("Element");
  await page.goto(`/tasks/${taskId}`);
  await expect(page.getByRole("region", { name: "Result" })).toContainText("801234567890123456");
  await expectAccessible(page);
  expect(await sidewaysPx(page)).toBe(0);
});

/** A sound, stored as the worker stores a sound. */
async function keepSound({ teamId }: TestMember): Promise<string> {
  const workDir = await mkdtemp(path.join(tmpdir(), "sound-"));
  const file = path.join(workDir, "hum.wav");
  await writeFile(file, testSound());
  const sha256 = await fileSha256(file);
  const signal = AbortSignal.timeout(10_000);
  const stored = await storeSound({ path: file, sha256, workDir, blobs, signal });
  await rm(workDir, { recursive: true });
  const asset = await systemDb.$transaction((tx) =>
    keepAsset(tx, { teamId, origin: "output", name: "rain", ...stored }),
  );
  return asset.id;
}
