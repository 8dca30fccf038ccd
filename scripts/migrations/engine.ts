import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type * as EngineBindings from "@prisma/schema-engine-wasm";
import { z } from "zod";
import { OperatorError } from "#scripts/operator-error.ts";
import { migrationAdapter } from "./adapter.ts";
import { SCHEMA_FILE } from "./files.ts";

export type SchemaEngine = EngineBindings.SchemaEngine;

const rustErrorSchema = z.object({ message: z.string(), code: z.string().optional() });

let loading: Promise<typeof EngineBindings> | undefined;

/**
 * Prisma's schema engine, the WebAssembly build: `prisma migrate` would download a native engine at run time, which
 * fails without a network. It talks to the database through the same adapter as the client.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= loadEngine();
  const { SchemaEngine } = await loading;
  const adapter = migrationAdapter(databaseUrl);
  const schema: [string, string] = [SCHEMA_FILE, await readFile(SCHEMA_FILE, "utf8")];
  const factory = bindMigrationAwareSqlAdapterFactory(adapter.factory);
  const engine = await SchemaEngine.new({ datamodels: [schema] }, () => undefined, factory);
  try {
    return await work(engine);
  } catch (error) {
    throw asOperatorError(error);
  } finally {
    engine.free();
    await adapter.dispose();
  }
}

/** The package's own entry imports its `.wasm` as a module, which Node supports only experimentally. */
async function loadEngine(): Promise<typeof EngineBindings> {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const packageDir = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const wasm = await WebAssembly.compile(await readFile(path.join(packageDir, "schema_engine_bg.wasm")));
  const instance = await WebAssembly.instantiate(wasm, {
    "./schema_engine_bg.js": withoutLingering(bindings),
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return bindings;
}

/** The engine starts a timeout of ten seconds for its lock and never clears it: it must not keep the process alive. */
function withoutLingering(bindings: object): WebAssembly.ModuleImports {
  const imports: WebAssembly.ModuleImports = Object.fromEntries(Object.entries(bindings));
  for (const name of Object.keys(imports).filter((key) => key.startsWith("__wbg_setTimeout_"))) {
    imports[name] = (callback: () => void, milliseconds: number) =>
      setTimeout(callback, milliseconds).unref();
  }
  return imports;
}

function asOperatorError(error: unknown): unknown {
  const parsed = rustErrorSchema.safeParse(error);
  if (!parsed.success || parsed.data.code === undefined) return error;
  return new OperatorError(
    `The database schema could not be migrated (${parsed.data.code}): ${parsed.data.message}`,
    {
      cause: error,
    },
  );
}
