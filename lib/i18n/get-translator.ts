import { createTranslator } from "use-intl/core";
import type { Area } from "./areas.ts";
import type { Messages } from "./catalogue.ts";
import { compiledMessages } from "./compiled-messages.ts";
import { requestPreferences } from "./request-preferences.ts";

/** Texts of one area for a server component, in the language of the request. */
export async function getTranslator<A extends Area>(area: A) {
  const { locale, timeZone } = await requestPreferences();
  // Compiled messages have the keys of `Messages` with parsed texts as values; use-intl has no type for that.
  const messages = compiledMessages(locale, [area]) as unknown as Messages;
  return createTranslator<Messages, A>({ locale, timeZone, messages, namespace: area });
}
