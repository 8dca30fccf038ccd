import { classNames } from "./class-names.ts";

/** Holds the place of what is coming; give it the size of the real thing, so that nothing shifts. */
export function Skeleton({ round, className }: { round?: boolean; className?: string }) {
  return (
    <div
      aria-hidden
      className={classNames("animate-pulse-soft bg-hover", round ? "rounded-full" : "rounded-md", className)}
    />
  );
}
