import { Clapperboard, LibraryBig, Settings2, Sparkles, Users } from "lucide-react";

/** Where the main navigation leads, in its order; `key` is pressed after `g`. */
export const DESTINATIONS = [
  { name: "create", href: "/create", icon: Sparkles, key: "c" },
  { name: "gallery", href: "/gallery", icon: Clapperboard, key: "g" },
  { name: "library", href: "/library", icon: LibraryBig, key: "l" },
  { name: "team", href: "/team", icon: Users, key: "t" },
  { name: "settings", href: "/settings", icon: Settings2, key: "s" },
] as const;

export type Destination = (typeof DESTINATIONS)[number];

/** A task belongs to the gallery that it was opened from. */
export function isCurrent({ href }: Destination, pathname: string): boolean {
  if (href === "/gallery" && pathname.startsWith("/tasks/")) return true;
  return pathname === href || pathname.startsWith(`${href}/`);
}
