import { resolve } from "node:path";
import { z } from "zod";

/**
 * Every environment variable of Framewright: its rule, what it means, and the line `.env.example` shows. Web and worker
 * parse it once, when they start; nothing else reads `process.env`. `npm start` fills in whatever it can work out
 * itself (the address of the embedded database, the secrets it keeps in DATA_DIR), so that no variable must be set.
 */
export const ENVIRONMENT = {
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }),
    example: "postgresql://framewright:password@db.internal:5432/framewright",
    about: `PostgreSQL 15 or newer. Unset, \`npm start\` brings up its own PostgreSQL with its data in DATA_DIR, listening on
the loopback interface only. Set, no database server is started; the schema is migrated on every start. LISTEN needs a
direct connection: behind a transaction pooler, set DATABASE_DIRECT_URL too.`,
  },
  DATABASE_DIRECT_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    example: "postgresql://framewright:password@db.internal:5432/framewright",
    about: `The same database without a pooler in between, for migrations, the queue and LISTEN, when DATABASE_URL leads through a
transaction pooler such as PgBouncer. Unset, DATABASE_URL serves for everything.`,
  },
  DATA_DIR: {
    schema: z.string().default(".data"),
    example: ".data",
    about: `The folder that holds what must survive: \`postgres/\` (the embedded database), \`media/\` (pictures and videos) and
\`secrets.json\`. \`npm run backup\` copies what matters of it, also while the server runs. A relative path counts from the
project's folder.`,
  },
  PORT: {
    schema: z.coerce.number().int().min(1).max(65_535).default(3000),
    example: "3000",
    about: "The port of the web server.",
  },
  HOST: {
    schema: z.string().optional(),
    example: "127.0.0.1",
    about: `The address the web server listens on. Unset, all of them: right behind a firewall or in a container. Set it to
127.0.0.1 when a reverse proxy on the same machine is the only way in.`,
  },
  PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    example: "https://studio.example.com",
    about: `The address people type, without a path: the origin of cookies, invitation links and callbacks, and the only origin
from which a browser may change anything. Unset, http://localhost with PORT. With https, cookies are secure-only.`,
  },
  BETTER_AUTH_SECRET: {
    schema: z.string().min(32),
    example: "at least 32 random characters",
    about: `Signs sessions. Unset, \`npm start\` creates one and keeps it in DATA_DIR/secrets.json. Several machines must share
one. Changing it signs everybody out.`,
  },
  MASTER_KEY: {
    schema: z.string().min(32),
    example: "at least 32 random characters",
    about: `Encrypts the credentials of upstream connections and the secret keys of teams at rest. Unset, \`npm start\` creates
one and keeps it in DATA_DIR/secrets.json. Without it those credentials cannot be read again.`,
  },
  MASTER_KEY_PREVIOUS: {
    schema: z.string().min(32).optional(),
    example: "at least 32 random characters",
    about: `While MASTER_KEY is being replaced: the other one of the two, which then only opens what it has sealed. See
docs/guides/replace-the-master-key.md.`,
  },
  SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
    example: "smtps://user:password@mail.example.com:465",
    about:
      "The mail server for invitations. Unset, no mail is sent and invitation links are shown to be copied.",
  },
  SMTP_FROM: {
    schema: z.string().default("Framewright <noreply@localhost>"),
    example: "Framewright <noreply@example.com>",
    about: "The sender of those mails.",
  },
  SUBMIT_TIMEOUT_SECONDS: {
    schema: z.coerce.number().int().min(1).max(120).default(60),
    example: "60",
    about: `How long an upstream may take to answer an order; pictures may travel in it. Afterwards its outcome is in doubt: the
task is looked up, and ordered again under the same id only when it cannot be found and this time has passed once more.`,
  },
  LOG_LEVEL: {
    schema: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
    example: "info",
    about:
      "How much web and worker write to the log, one JSON line per event: trace, debug, info, warn, error, fatal or silent.",
  },
  TRUSTED_PROXY_HEADER: {
    schema: z.string().toLowerCase().optional(),
    example: "x-forwarded-for",
    about: `The request header in which the reverse proxy in front of Framewright names the client's address, for rate limits.
Unset, such headers are ignored, because anyone could write them.`,
  },
  OUTBOUND_ALLOWED_HOSTS: {
    schema: z
      .string()
      .default("")
      .transform((text) =>
        text
          .split(",")
          .map((host) => host.trim())
          .filter((host) => host !== ""),
      ),
    example: "media.internal:8080",
    about: `Hosts of your own network, as host:port and separated by commas, from which clients of the gateway may have media
fetched although they are not public. Unset, only the open internet is reached.`,
  },
  OUTBOUND_HOST_MAP: {
    schema: z.string().default("").transform(readHostMap),
    example: "example.com=127.0.0.1:4321",
    about: `For tests only, as host=address:port and separated by commas: calls to these hosts end at a fixture there, which
speaks plain HTTP. All other rules for outbound calls stay on. Framewright refuses to start with it unless NODE_ENV is
test.`,
  },
  METRICS_TOKEN: {
    schema: z.string().min(16).optional(),
    example: "at least 16 random characters",
    about: `What monitoring must send as bearer token to read /metrics (Prometheus text). Unset, that address does not exist.`,
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    example: "http://collector.internal:4318",
    about: `An OpenTelemetry collector that the worker sends its spans to, from submit to archive: one trace per task. Unset, nothing is
sent. The other OTEL_EXPORTER_OTLP_* variables are read too.`,
  },
  STORAGE: {
    schema: z.enum(["disk", "s3"]).default("disk"),
    example: "s3",
    about: `Where pictures and videos are kept: \`disk\` (DATA_DIR/media) or \`s3\` (the bucket below). \`npm run storage:move\`
takes what is there from one to the other; as long as both are configured, what is missing in one is read from the other.`,
  },
  S3_BUCKET: {
    schema: z.string().optional(),
    example: "framewright-media",
    about: "A bucket for Framewright alone, at Amazon or any server that speaks S3.",
  },
  S3_ENDPOINT: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    example: "https://s3.example.com",
    about: "The server's address. Unset, Amazon's in S3_REGION.",
  },
  S3_REGION: {
    schema: z.string().default("us-east-1"),
    example: "us-east-1",
    about: "The bucket's region; servers of your own usually take any.",
  },
  S3_ACCESS_KEY_ID: {
    schema: z.string().optional(),
    example: "access key",
    about: `A key that may list the bucket, and read, write and delete its objects. Unset, the machine's own role is used where
there is one.`,
  },
  S3_SECRET_ACCESS_KEY: {
    schema: z.string().optional(),
    example: "secret key",
    about: "The secret of that key.",
  },
  S3_PATH_STYLE: {
    schema: z
      .enum(["true", "false"])
      .default("false")
      .transform((text) => text === "true"),
    example: "true",
    about: "`true` when the server wants host/bucket/key instead of bucket.host/key; most of your own do.",
  },
  TEAM_UPLOADS_GB: {
    schema: z.coerce.number().min(0).default(100),
    example: "100",
    about: `How much a team may have in files that its people uploaded, those on their way included, in GB. What tasks made does
not count.`,
  },
  SANDBOX_QUEUE_SECONDS: {
    schema: z.coerce.number().min(0).max(3600).default(2),
    example: "2",
    about: "How long the sandbox engine pretends that a task waits in the provider's queue, in seconds.",
  },
  SANDBOX_MAX_SIDE_PX: {
    schema: z.coerce.number().int().min(64).optional(),
    example: "640",
    about: `How long the longer side of what the sandbox engine makes may be, in pixels: practice on a small machine is quicker with
small clips. Unset, everything is as large as it was ordered.`,
  },
} as const;

/** Where a host of the map leads. */
type Fixture = { readonly hostname: string; readonly port: string };

function readHostMap(text: string, context: z.RefinementCtx): ReadonlyMap<string, Fixture> {
  const fixtures = new Map<string, Fixture>();
  for (const entry of text.split(",").filter((it) => it.trim() !== "")) {
    const [, host, hostname, port] = /^\s*([^=\s]+)=([\d.]+):(\d{1,5})\s*$/.exec(entry) ?? [];
    if (host === undefined || hostname === undefined || port === undefined) {
      context.addIssue("must be host=address:port, separated by commas");
      return z.NEVER;
    }
    fixtures.set(host.toLowerCase(), { hostname, port });
  }
  return fixtures;
}

const environmentSchema = z
  .object({
    ...pickSchemas(ENVIRONMENT),
    NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
    /** For tests of recovery only: the process kills itself at this point, see lib/crash-point.ts. */
    CRASH_AT: z.string().optional(),
  })
  .refine(({ NODE_ENV, OUTBOUND_HOST_MAP }) => NODE_ENV === "test" || OUTBOUND_HOST_MAP.size === 0, {
    path: ["OUTBOUND_HOST_MAP"],
    message: "is for tests only",
  })
  .refine(({ STORAGE, S3_BUCKET }) => STORAGE === "disk" || S3_BUCKET !== undefined, {
    path: ["S3_BUCKET"],
    message: "is needed when STORAGE is s3",
  })
  .transform((parsed) => ({
    ...parsed,
    DATA_DIR: resolve(parsed.DATA_DIR),
    PUBLIC_URL: new URL(parsed.PUBLIC_URL ?? `http://localhost:${parsed.PORT}`).origin,
  }));

export type Env = z.infer<typeof environmentSchema>;

/** Throws one error that names every variable that is missing or wrong; never shows a value, which may be a secret. */
export function parseEnvironment(source: Readonly<Record<string, string | undefined>>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(filled);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`The environment is not usable. ${problems.join("; ")}. See .env.example.`);
}

type Variables = typeof ENVIRONMENT;

function pickSchemas(variables: Variables): { [Name in keyof Variables]: Variables[Name]["schema"] } {
  const entries = Object.entries(variables).map(([name, { schema }]) => [name, schema]);
  return Object.fromEntries(entries); // fromEntries forgets the names; the return type puts them back
}

export const env: Env = parseEnvironment(process.env);
