import { uploadPicture } from "#tests/support/test-picture.ts";
import { expect, expectAccessible, sidewaysPx, test } from "./fixtures.ts";

test("a file is found by its name, renamed, deleted with a warning, and taken back", async ({
  page,
  member,
}) => {
  const { id } = await uploadPicture(member.caller, { widthPx: 640, heightPx: 480 });
  await page.goto("/library/assets");
  const files = page.getByRole("list", { name: "Files" });
  await expect(files.getByRole("button")).toHaveCount(1);
  await expectAccessible(page);
  await files.getByRole("button").first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Rename" }).click();
  const naming = page.getByRole("dialog", { name: "Rename the file" });
  await naming.getByLabel("Name").fill("A paper boat.png");
  await naming.getByRole("button", { name: "Save" }).click();
  const sheet = page.getByRole("dialog", { name: "A paper boat.png" });
  await expect(sheet).toContainText("Nowhere so far");
  await expect(sheet.getByRole("link", { name: "Image to video" })).toHaveAttribute(
    "href",
    `/create/image-to-video?asset=${id}`,
  );
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Delete" }).click();
  await page
    .getByRole("dialog", { name: "Delete this file?" })
    .getByRole("button", { name: "Delete" })
    .click();
  await expect(page.getByRole("heading", { name: "Files will be here" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(files.getByRole("button")).toHaveCount(1);
  await page.getByRole("searchbox", { name: "Search by name" }).fill("no such name");
  await expect(page.getByRole("heading", { name: "No file matches" })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search by name" }).fill("paper");
  await expect(files.getByRole("button")).toHaveCount(1);
  expect(await sidewaysPx(page)).toBe(0);
});

test("an element is made from pictures, kept with its exact id, and deleted", async ({ page, member }) => {
  await uploadPicture(member.caller, { widthPx: 640, heightPx: 480 });
  await page.goto("/library/elements");
  await page.getByRole("button", { name: "New element" }).click();
  const form = page.getByRole("dialog", { name: "New element" });
  await form.getByRole("button", { name: "Create element" }).click();
  await expect(form).toContainText("Give it a name");
  for (const field of ["Front", "Other view 1"]) {
    await form.getByRole("button", { name: `Choose ${field}` }).click();
    await page
      .getByRole("dialog", { name: `Choose a file: ${field}` })
      .getByRole("listitem")
      .getByRole("button")
      .click();
  }
  await form.getByLabel("Name").fill("Fox");
  await form.getByLabel("Description").fill("A small red fox");
  await form.getByRole("button", { name: "Animal" }).click();
  await expect(form).toContainText("Free practice");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Create element" }).click();
  const list = page.getByRole("list", { name: "Elements", exact: true });
  await list.getByRole("button", { name: /Fox/ }).click();
  const sheet = page.getByRole("dialog", { name: "Fox" });
  await expect(sheet.getByText(/^\d{6,}$/)).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog", { name: "Delete Fox?" }).getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { name: "Nobody has been cast yet" })).toBeVisible();
  expect(await sidewaysPx(page)).toBe(0);
});

test("the voices of speech are there in both languages, and a sample is made once and kept", async ({
  page,
}) => {
  await page.goto("/library/voices");
  const list = page.getByRole("list", { name: "Voices of lip-sync and speech" });
  await expect(list.getByRole("listitem")).toHaveCount(27);
  await page.getByRole("radio", { name: "Chinese" }).click({ force: true });
  await expect(list.getByRole("listitem")).toHaveCount(35);
  await page.getByRole("radio", { name: "English" }).click({ force: true });
  await page.getByRole("searchbox", { name: "Search voices" }).fill("sunny");
  await expect(page.getByText("a practice sound, not the real voice")).toBeVisible();
  await page.getByRole("button", { name: "Make a sample of Sunny" }).click();
  await expect(page.getByLabel("Sample of Sunny")).toBeVisible();
  await page.reload();
  await page.getByRole("searchbox", { name: "Search voices" }).fill("sunny");
  await expect(page.getByLabel("Sample of Sunny")).toBeVisible();
  await expectAccessible(page);
  expect(await sidewaysPx(page)).toBe(0);
});
