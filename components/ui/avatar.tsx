import { classNames } from "./class-names.ts";

type Props = { name: string; size?: "sm" | "md" | "lg"; shape?: "circle" | "square"; className?: string };

const SIZES = { sm: "size-6 text-[0.6875rem]", md: "size-8 text-xs", lg: "size-12 text-lg" } as const;

/** Initials on a tint that stays the same for the same name. They are drawn, not text: the name itself stands beside. */
export function Avatar({ name, size = "md", shape = "circle", className }: Props) {
  const hue = hueOf(name);
  return (
    <span
      aria-hidden
      data-initials={initialsOf(name)}
      style={{
        backgroundColor: `light-dark(oklch(0.9 0.05 ${hue}), oklch(0.36 0.07 ${hue}))`,
        color: `light-dark(oklch(0.36 0.1 ${hue}), oklch(0.93 0.04 ${hue}))`,
      }}
      className={classNames(
        "before:content-[attr(data-initials)] inline-flex shrink-0 select-none items-center justify-center font-semibold",
        shape === "circle" ? "rounded-full" : "rounded-md",
        SIZES[size],
        className,
      )}
    />
  );
}

/** Two letters for "Ada Lovelace", one character for "王小明" or "Ada". */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).slice(0, 2);
  const latin = words.every((word) => /^\p{Script=Latin}/u.test(word));
  return (latin ? words : words.slice(0, 1))
    .map((word) => Array.from(word)[0] ?? "")
    .join("")
    .toUpperCase();
}

function hueOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 3600;
  return hash / 10;
}
