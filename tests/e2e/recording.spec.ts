import { chromiumFlags, findChromium } from "#scripts/browser.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { openMovement } from "./intake-screen.ts";

const executablePath = findChromium();

// A browser whose camera and microphone are drawn and hummed by itself.
test.use({
  launchOptions: {
    args: [...chromiumFlags(), "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
    ...(executablePath === null ? {} : { executablePath }),
  },
});

/** What a browser records may have to be written anew before it is sent. */
const KEPT_WITHIN_MS = 90_000;

test("a film is recorded with the camera, looked at and kept", async ({ page, isMobile }) => {
  test.skip(isMobile, "a phone opens its own camera program");
  const slot = await openMovement(page);
  await slot.getByRole("button", { name: "Use the camera" }).click();
  const recorder = page.getByRole("dialog", { name: "Record a video" });
  await recorder.getByRole("button", { name: "Start recording" }).click();
  await expect(recorder.getByText("Recording 4 s")).toBeVisible();
  await recorder.getByRole("button", { name: "Stop" }).click();
  await expect(recorder.getByLabel("Your recording")).toBeVisible();
  await expectAccessible(page);
  await recorder.getByRole("button", { name: "Use this" }).click();
  await expect(slot.getByRole("button", { name: /^Remove video/ })).toBeVisible({ timeout: KEPT_WITHIN_MS });
});
