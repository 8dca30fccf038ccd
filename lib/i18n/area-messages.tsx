import type { ReactNode } from "react";
import type { Area } from "./areas.ts";
import { compiledMessages } from "./compiled-messages.ts";
import { MoreMessages } from "./messages-provider.tsx";
import { requestPreferences } from "./request-preferences.ts";

/** Sends the texts of these areas to the client components inside, on top of what a parent already sent. */
export async function AreaMessages({ areas, children }: { areas: readonly Area[]; children: ReactNode }) {
  const { locale } = await requestPreferences();
  return <MoreMessages messages={compiledMessages(locale, areas)}>{children}</MoreMessages>;
}
