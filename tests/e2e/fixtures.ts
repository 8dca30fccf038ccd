import { AxeBuilder } from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";
import type { Principal, Role } from "#lib/contract/permissions.ts";
import { systemDb } from "#lib/db/client.ts";
import { newId } from "#lib/shared/ids.ts";
import { createFirstTeam } from "#lib/teams/create-first-team.ts";
import { findMembership } from "#lib/teams/membership.ts";
import { principalOf } from "#lib/teams/viewer.ts";

export { expect } from "@playwright/test";

/** A team of its own for one test, with its owner, who is signed in. */
export type TestMember = {
  readonly teamId: string;
  readonly caller: Principal & { readonly kind: "member" };
  readonly name: string;
};

export type PageErrors = {
  /** Lets messages through that this test causes on purpose. */
  readonly allow: (message: RegExp) => void;
};

const PASSWORD = "paper-boat-lantern-91";

type Fixtures = { member: TestMember; pageErrors: PageErrors };

/** Every test has a team of its own and a signed-in page; an unexpected error in the browser fails it. */
export const test = base.extend<Fixtures>({
  locale: "en-US",
  member: [
    async ({ context, baseURL }, use) => {
      const email = `${newId("user").toLowerCase()}@example.com`;
      const account = { email, password: PASSWORD, name: "Ada Lovelace" };
      const { userId, teamId } = await createFirstTeam({ ...account, teamName: "Paper Boats", force: true });
      const membership = await findMembership(userId, teamId);
      if (membership === null) throw new Error("a new team has no owner");
      await signIn(context, { email, origin: baseURL ?? "" });
      await use({ teamId, caller: principalOf(userId, membership), name: account.name });
    },
    { auto: true },
  ],
  pageErrors: [
    async ({ context }, use) => {
      const allowed: RegExp[] = [];
      const errors: string[] = [];
      context.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      context.on("weberror", (error) => errors.push(error.error().message));
      await use({ allow: (message) => allowed.push(message) });
      const unexpected = errors.filter((error) => !allowed.some((pattern) => pattern.test(error)));
      expect(unexpected, "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],
});

/** Another person at a browser of their own: of this team with this role, or a stranger with a team of their own. */
export async function otherPerson(
  browser: Browser,
  { teamId, role, origin }: { teamId: string | null; role: Role; origin: string },
): Promise<BrowserContext> {
  const email = `${newId("user").toLowerCase()}@example.com`;
  const account = { email, password: PASSWORD, name: "Grace Hopper", teamName: "Lanterns", force: true };
  const { userId } = await createFirstTeam(account);
  if (teamId !== null)
    await systemDb.member.updateMany({ where: { userId }, data: { organizationId: teamId, role } });
  const context = await browser.newContext({ locale: "en-US", baseURL: origin });
  await signIn(context, { email, origin });
  return context;
}

async function signIn(context: BrowserContext, { email, origin }: { email: string; origin: string }) {
  const answer = await context.request.post("/api/auth/sign-in/email", {
    headers: { origin },
    data: { email, password: PASSWORD },
  });
  if (!answer.ok()) throw new Error(`signing in failed with ${answer.status()}: ${await answer.text()}`);
}

/** Waits until React answers for this element: before that a key press has nobody to hear it. */
export async function untilAwake(element: Locator): Promise<void> {
  await element.evaluate(
    (node) =>
      new Promise<void>((resolve) => {
        const look = () => {
          const isHydrated = Object.keys(node).some((key) => key.startsWith("__reactProps$"));
          if (isHydrated)
            requestIdleCallback(() => resolve()); // effects run after the element is React's
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

/** WCAG 2.2 AA by axe: nothing serious or critical on the page as it stands, once nothing fades any more. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const isEnding = (animation: Animation) => animation.effect?.getComputedTiming().endTime !== Infinity;
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(isEnding)
        .map(({ finished }) => finished),
    );
  });
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const told = grave.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.target) }));
  expect(told).toEqual([]);
}

/** How far the page can be scrolled sideways, in pixels; 0 on every screen. */
export async function sidewaysPx(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
