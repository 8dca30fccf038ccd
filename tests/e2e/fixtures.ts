import { AxeBuilder } from "@axe-core/playwright";
import { test as base, type Page } from "@playwright/test";
import { principalOf } from "#lib/teams/viewer.ts";
import { createFirstTeam } from "#lib/teams/create-first-team.ts";
import { membershipOf } from "#lib/teams/membership.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { newId } from "#lib/shared/ids.ts";

export { expect } from "@playwright/test";
