import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { OperatorError } from "#scripts/operator-error.ts";

/** A backup is a folder: this manifest, `tables/<name>.ndjson`, `objects/<key>`, `secrets.json`. */
export const VERSION = 1;

const fileSchema = z.object({ bytes: z.number(), sha256: z.string() });

const tableSchema = fileSchema.extend({ name: z.string(), rows: z.number() });

const manifestSchema = z.object({
  version: z.literal(VERSION),
  createdAt: z.iso.datetime(),
  /** Names of the migrations that made the schema, in their order. */
  migrations: z.array(z.string()),
  /** In an order in which every row comes after those that it refers to. */
  tables: z.array(tableSchema),
  /** Objects by their keys; what a key promises of its bytes is in the key. */
  objects: z.array(z.object({ key: z.string(), bytes: z.number() })),
  secrets: fileSchema,
});

export type Manifest = z.infer<typeof manifestSchema>;

export type TableFile = z.infer<typeof tableSchema>;

/** Written last and in one step: a folder without it is no backup. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const file = path.join(folder, "manifest.json");
  await writeFile(`${file}.new`, `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, "manifest.json"), "utf8").catch((cause: unknown) => {
    throw new OperatorError(`${folder} holds no complete backup: there is no manifest.json.`, { cause });
  });
  const parsed = manifestSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new OperatorError(`The manifest of ${folder} is damaged, or of another version of Framewright.`, {
    cause: parsed.error,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
