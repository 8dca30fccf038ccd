import path from "node:path";
import { findBadObjects } from "./copy-objects.ts";
import { describeFile } from "./hash-file.ts";
import type { Manifest } from "./manifest.ts";

/** Files of a backup that are missing or not what its manifest says. */
export async function findBadFiles(folder: string, manifest: Manifest): Promise<string[]> {
  const files = [
    { name: "secrets.json", ...manifest.secrets },
    ...manifest.tables.map((table) => ({ ...table, name: path.join("tables", `${table.name}.ndjson`) })),
  ];
  const bad: string[] = [];
  for (const { name, bytes, sha256 } of files) {
    const found = await describeFile(path.join(folder, name)).catch(() => null);
    if (found?.bytes !== bytes || found.sha256 !== sha256) bad.push(name);
  }
  return [...bad, ...(await findBadObjects(manifest.objects, folder))];
}
