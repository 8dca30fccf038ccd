"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, MouseEvent } from "react";

type Props = ComponentProps<"a"> & { href: string };

/**
 * A link to another screen of the studio. `next/link` does the same and more, at 4 KB on every page, and fetches
 * every screen in sight; this one fetches a screen when someone reaches for it.
 */
export function AppLink({ href, onClick, ...rest }: Props) {
  const router = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || opensElsewhere(event)) return;
    event.preventDefault();
    router.push(href);
  };
  const reach = () => router.prefetch(href);
  return <a {...rest} href={href} onClick={follow} onPointerEnter={reach} onFocus={reach} />;
}

/** In a new tab or window: the browser's business. */
function opensElsewhere(event: MouseEvent<HTMLAnchorElement>): boolean {
  const { target } = event.currentTarget;
  const isModified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return isModified || event.button !== 0 || (target !== "" && target !== "_self");
}
