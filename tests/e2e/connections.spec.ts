import type { Page } from "@playwright/test";
import { createConnection } from "#lib/connections/create-connection.ts";
import { systemDb } from "#lib/db/client.ts";
import { expect, expectAccessible, sidewaysPx, type TestMember, test } from "./fixtures.ts";

/** A name that never resolves (RFC 2606): nobody answers there. */
const NOWHERE = "https://upstream.invalid";
const KEY = "sk-canary-0123456789abcdef";

function card(page: Page, name: string) {
  return page.getByRole("article", { name, exact: true });
}

async function choose(page: Page, { of, action }: { of: string; action: string }): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${of}` }).click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
}

/** A gateway of one's own, as the dialog would have made it. */
function makeGateway({ teamId }: TestMember): Promise<string> {
  const credential = { kind: "api_key", key: KEY } as const;
  return createConnection(teamId, {
    preset: "custom",
    dialect: "native",
    name: "Own gateway",
    baseUrl: NOWHERE,
    credential,
    isDefault: false,
  });
}

/** Adds a gateway of one's own through the dialog; it is tested first, which fails. */
async function addGateway(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Add connection" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a connection" });
  await dialog.getByRole("radio", { name: "Custom", exact: true }).check();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Address").fill(NOWHERE);
  await dialog.getByLabel("API key", { exact: true }).fill(KEY);
  await dialog.getByRole("button", { name: "Test first" }).click();
  await expect(dialog.getByRole("status").filter({ hasText: "Does not work" })).toContainText(
    "Nobody answers at this address. Check the address, and whether this machine may reach it.",
  );
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog).toBeHidden();
}

test("a connection is added, tested, edited, made the default, paused, resumed and deleted", async ({
  page,
}) => {
  await page.goto("/settings/connections");
  await expect(card(page, "Sandbox")).toContainText("Default");
  await addGateway(page, "Own gateway");
  const gateway = card(page, "Own gateway");
  await expect(gateway).toContainText(NOWHERE);
  await expect(gateway).toContainText("Key …cdef");
  expect(await page.content()).not.toContain(KEY);

  await gateway.getByRole("button", { name: "Test Own gateway" }).click();
  await expect(gateway.getByRole("status")).toContainText("Does not work");

  await choose(page, { of: "Own gateway", action: "Edit" });
  const dialog = page.getByRole("dialog", { name: "Edit Own gateway" });
  await dialog.getByLabel("Name").fill("Studio gateway");
  await dialog.getByText("Limits and details").click();
  await dialog.getByLabel("Clips").fill("0");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("1 to 200")).toBeVisible();
  await dialog.getByLabel("Clips").fill("12");
  await dialog.getByRole("button", { name: "Save" }).click();
  const renamed = card(page, "Studio gateway");
  await expect(renamed).toContainText("12 clips");
  await expect(dialog).toBeHidden();

  await choose(page, { of: "Studio gateway", action: "Make it the default" });
  await expect(renamed).toContainText("Default");
  await expect(card(page, "Sandbox")).not.toContainText("Default");

  await choose(page, { of: "Studio gateway", action: "Pause" });
  await expect(renamed).toContainText("What is queued waits; what runs goes on.");
  await renamed.getByRole("button", { name: "Resume" }).click();
  await expect(renamed).not.toContainText("Paused");

  await choose(page, { of: "Sandbox", action: "Make it the default" });
  await expect(card(page, "Sandbox")).toContainText("Default");
  await choose(page, { of: "Studio gateway", action: "Delete" });
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(renamed).toBeHidden();
});

test("another address asks for the key again", async ({ page, member, pageErrors }) => {
  pageErrors.allow(/400/);
  await makeGateway(member);
  await page.goto("/settings/connections");
  await choose(page, { of: "Own gateway", action: "Edit" });
  const dialog = page.getByRole("dialog", { name: "Edit Own gateway" });
  await dialog.getByLabel("Address").fill("https://elsewhere.invalid");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Enter the key again")).toBeVisible();
  await dialog.getByLabel("Address").fill("http://elsewhere.invalid");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Use https: the key travels with every call")).toBeVisible();
});

test("what was copied wrongly is said at its field before anything is sent, and a verdict comes into sight", async ({
  page,
  pageErrors,
}) => {
  pageErrors.allow(/400/);
  await page.goto("/settings/connections");
  await page.getByRole("button", { name: "Add connection" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a connection" });
  await dialog.getByRole("radio", { name: "Custom", exact: true }).check();
  const key = dialog.getByLabel("API key", { exact: true });
  await key.fill("Bearer sk-0123");
  await dialog.getByRole("button", { name: "Test first" }).click();
  await expect(dialog.getByText("Enter the address")).toBeVisible();
  await expect(dialog.getByText("This is not a key")).toBeVisible();
  await key.fill(KEY);
  for (const [address, words] of [
    ["upstream.invalid/kling", "Enter the whole address"],
    [`${NOWHERE}/kling/v1`, "Leave out /v1"],
  ] as const) {
    await dialog.getByLabel("Address").fill(address);
    await dialog.getByRole("button", { name: "Test first" }).click();
    await expect(dialog.getByText(words)).toBeVisible();
    await expect(dialog.getByLabel("Address")).toBeFocused();
  }
  await dialog.getByLabel("Address").fill(NOWHERE);
  await dialog.getByRole("button", { name: "Test first" }).click();
  await expect(dialog.getByRole("status").filter({ hasText: "Does not work" })).toBeInViewport();
});

test("own prices stand beside the others where clips are made", async ({ page, member, isMobile }) => {
  await makeGateway(member);
  await page.goto("/settings/connections");
  await choose(page, { of: "Own gateway", action: "Own prices" });
  const dialog = page.getByRole("dialog", { name: "Own prices of Own gateway" });
  await dialog.getByLabel("Add a price").selectOption("clip/kling-v3/std/off");
  await dialog.getByRole("textbox", { name: "Clip · Kling 3.0 · Standard · silent" }).fill("0,25");
  await dialog.getByRole("button", { name: "Save prices" }).click();
  await expect(dialog).toBeHidden();
  await page.goto("/create/text-to-video");
  if (isMobile) await page.getByRole("button", { name: /Change$/ }).click();
  const places = page.getByRole("group", { name: /^Made at/ });
  await expect(places).toContainText("Own gateway1.25 units");
  await expect(places).toContainText("Sandboxfree practice");
});

test("a creator sees how connections do, no secrets, and nothing to press", async ({ page, member }) => {
  await makeGateway(member);
  await systemDb.member.update({ where: { id: member.caller.memberId }, data: { role: "creator" } });
  await page.goto("/settings/connections");
  await expect(page.getByText("Owners and admins manage these connections.")).toBeVisible();
  const gateway = card(page, "Own gateway");
  await expect(gateway).toBeVisible();
  await expect(gateway.getByRole("button")).toHaveCount(0);
  await expect(gateway).not.toContainText(NOWHERE);
  await expect(gateway).not.toContainText("cdef");
  await expect(page.getByRole("button", { name: "Add connection" })).toHaveCount(0);
  const answer = await page.request.post("/api/connections/test", { data: { preset: "sandbox" } });
  expect(answer.status()).toBe(403);
});

for (const theme of ["light", "dark"] as const) {
  test(`the screen and its dialog have no serious accessibility problem in the ${theme} theme`, async ({
    page,
    member,
  }) => {
    const { teamId } = member;
    const connection = await systemDb.connection.findFirstOrThrow({ where: { teamId } });
    const call = { connectionId: connection.id, minute: new Date(), operation: "submit", latencyMsSum: 900n };
    await systemDb.connectionCalls.createMany({
      data: [
        { ...call, outcome: "ok", calls: 8 },
        { ...call, outcome: "1303", calls: 3 },
        { ...call, outcome: "timeout", calls: 1 },
      ],
    });
    const pauseReason = { by: "account", code: 1102, message: "Account balance not enough" };
    await systemDb.connection.update({
      where: { id: connection.id },
      data: { pausedAt: new Date(), pauseReason },
    });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: page.viewportSize()?.width === 1280 ? 1280 : 390, height: 800 });
    await page.goto("/settings/connections");
    const sandbox = card(page, "Sandbox");
    await expect(sandbox).toContainText("The resource pack is used up or has expired.");
    await expect(sandbox).toContainText("91.7%");
    await expectAccessible(page);
    expect(await sidewaysPx(page)).toBe(0);
    await page.getByRole("button", { name: "Add connection" }).click();
    await page.getByRole("dialog").getByText("Limits and details").click();
    await expect(page.getByLabel("Camera axes")).toBeVisible();
    await expectAccessible(page);
    expect(await sidewaysPx(page)).toBe(0);
  });
}
