export type GatewayCall = {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  /** JSON text; absent for a GET. */
  readonly body?: string | undefined;
};

export type GatewayAnswer = { readonly status: number; readonly text: string };

/** Calls this instance's own gateway as a client would: with a key, and without the session's cookie. */
export async function tryGateway({ method, path, key, body }: GatewayCall): Promise<GatewayAnswer> {
  const answer = await fetch(path, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    body: body ?? null,
    credentials: "omit",
    cache: "no-store",
  });
  return { status: answer.status, text: indented(await answer.text()) };
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text; // not JSON: shown as it came
  }
}
