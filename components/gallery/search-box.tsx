"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Kbd } from "#components/ui/kbd.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

/** Long enough for a typed word, short enough to feel at once. */
const PAUSE_MS = 250;

type Props = { value: string; onSearch: (text: string | undefined) => void };

/** Searches when the typing pauses; `/` jumps here from anywhere on the page. */
export function SearchBox({ value, onSearch }: Props) {
  const t = useTranslations("gallery");
  const box = useRef<HTMLInputElement>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [typed, setTyped] = useState(value);
  const [applied, setApplied] = useState(value);
  if (applied !== value) {
    setApplied(value); // the address changed by itself: back button, "clear"
    if (value !== typed.trim()) setTyped(value);
  }
  useEffect(() => () => clearTimeout(pause.current), []);
  useEffect(() => jumpOnSlash(box), []);

  const type = (text: string) => {
    setTyped(text);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => onSearch(text.trim() || undefined), PAUSE_MS);
  };

  return (
    <div className="relative w-full lg:min-w-52 lg:max-w-xs lg:flex-1">
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4 text-muted"
      />
      <TextInput
        ref={box}
        type="search"
        enterKeyHint="search"
        maxLength={200}
        aria-label={t("search")}
        placeholder={t("search")}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        className="pr-10 pl-9"
      />
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-2.5 hidden items-center pointer-fine:flex [input:not(:placeholder-shown)~&]:hidden"
      >
        <Kbd>/</Kbd>
      </span>
    </div>
  );
}

function jumpOnSlash(box: { readonly current: HTMLInputElement | null }): () => void {
  const aborter = new AbortController();
  addEventListener(
    "keydown",
    (event) => {
      const isTyping =
        event.target instanceof HTMLElement &&
        event.target.matches("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    },
    { signal: aborter.signal },
  );
  return () => aborter.abort();
}
