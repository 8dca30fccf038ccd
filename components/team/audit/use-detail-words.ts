"use client";

import { useTranslations } from "use-intl/react";
import type { DetailWords } from "./details-text.ts";

/** The words that the messages have; codes without one, for instance names that somebody typed, stay as they are. */
export function useDetailWords(): DetailWords {
  const t = useTranslations("audit");
  // A dot in what somebody typed would be a path of the message file.
  const textOf = (place: string, code: string) => {
    const key = `${place}.${code}` as Key; // `has` is there to ask about what may not be one
    return /^\w+$/.test(code) && t.has(key) ? t(key) : code;
  };
  return {
    nameOf: (name) => textOf("details", name),
    wordOf: (value) => textOf("values", value),
  };
}

type Key = "values.owner"; // one that is there; which one does not matter to the compiler
