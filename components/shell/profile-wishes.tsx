"use client";

import { useWishesOfProfile } from "#lib/client/profile-preferences.ts";
import type { Me } from "#lib/contract/account.ts";

export function ProfileWishes(profile: Pick<Me["user"], "locale" | "theme">) {
  useWishesOfProfile(profile);
  return null;
}
