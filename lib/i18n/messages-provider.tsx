"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { IntlProvider, useLocale, useMessages } from "use-intl/react";
import type { Locale } from "#lib/shared/localized.ts";
import type { Messages } from "./catalogue.ts";
import type { CompiledMessages } from "./compiled-messages.ts";

type RootProps = { locale: Locale; timeZone: string; messages: CompiledMessages; children: ReactNode };

/** Language and base texts of the whole page. Dates turn from the server's guess of the zone to the real one. */
export function MessagesProvider({ locale, timeZone, messages, children }: RootProps) {
  const zone = useSyncExternalStore(subscribeToNothing, browserTimeZone, () => timeZone);
  return (
    <IntlProvider locale={locale} timeZone={zone} messages={asMessages(messages)}>
      {children}
    </IntlProvider>
  );
}

export function MoreMessages({ messages, children }: { messages: CompiledMessages; children: ReactNode }) {
  const inherited = useMessages();
  return (
    <IntlProvider locale={useLocale()} messages={{ ...inherited, ...asMessages(messages) }}>
      {children}
    </IntlProvider>
  );
}

/** Compiled messages have the keys of `Messages` with parsed texts as values; use-intl has no type for that. */
function asMessages(messages: CompiledMessages): Messages {
  return messages as unknown as Messages;
}

function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function subscribeToNothing(): () => void {
  return () => {};
}
