import { sendsMail } from "#lib/net/send-mail.ts";
import { hasTeam } from "./create-first-team.ts";

/** What the entry screens need to know before anyone is signed in. */
export async function setupState(): Promise<{ done: boolean; sendsMail: boolean }> {
  return { done: await hasTeam(), sendsMail: sendsMail() };
}
