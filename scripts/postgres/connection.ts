import { Client } from "pg";

const CONNECT_WITHIN_MS = 5_000;

/** Runs some statements on a connection of their own and closes it whatever happens. */
export async function withConnection<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  client.on("error", () => undefined); // a server that goes away also rejects the running query, which is where it is handled
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Null when the server answers a query, otherwise why not. */
export async function connectionRefused(url: string): Promise<unknown> {
  return withConnection(url, (client) => client.query("SELECT 1")).then(
    () => null,
    (error: unknown) => error,
  );
}
