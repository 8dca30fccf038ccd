import type { Operation } from "#lib/contract/operation.ts";
import { ALL_OPERATIONS } from "#lib/contract/operations.ts";
import { call, type Input } from "../routes/call.ts";

/** Calls an operation by its id and reads the answer. */
export async function ask(id: string, input: Input = {}, headers: Readonly<Record<string, string>> = {}) {
  const response = await call(operation(id), input, headers);
  const text = await response.text();
  return {
    status: response.status,
    body: text === "" ? null : JSON.parse(text),
    cookie: cookieOf(response.headers.getSetCookie()),
    headers: response.headers,
  };
}

export function operation(id: string): Operation {
  const found = ALL_OPERATIONS.find((it) => it.id === id);
  if (found === undefined) throw new Error(`there is no operation ${id}`);
  return found;
}

/** What a browser would send back. */
function cookieOf(setCookies: readonly string[]): { cookie: string } {
  const live = setCookies.filter((line) => !/max-age=0/i.test(line));
  return { cookie: live.map((line) => line.split(";")[0]).join("; ") };
}

export async function signIn(email: string, password: string) {
  const { status, cookie } = await ask("signIn", { body: { email, password } });
  if (status !== 204) throw new Error(`sign-in answered ${status}`);
  return cookie;
}
