import { classNames } from "./class-names.ts";

/** Holds the place of what is coming; give it the size of the real thing, so that nothing shifts. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames("animate-pulse-soft rounded-md bg-hover", className)} />;
}
