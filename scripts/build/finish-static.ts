import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const COMPRESSIBLE = /\.(js|css|svg|json|webmanifest|txt)$/;

/** Below this the headers weigh more than what is saved. */
const MIN_BYTES = 512;

/**
 * Asks V8 to compile a script's functions on the background thread that already parses it. Otherwise each module is
 * compiled when it is first needed, on the main thread and in the middle of hydration (docs/decisions/015).
 */
const COMPILE_HINT = "//# allFunctionsCalledOnLoad\n";

/** Readies the files of a build for browsers: the compile hint in scripts, and a brotli and a gzip copy beside each text. */
export async function finishStatic(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name));
  for (const { parentPath, name } of files) await finishFile(path.join(parentPath, name));
}

async function finishFile(file: string): Promise<void> {
  const bytes = await readFile(file);
  const isScript =
    file.endsWith(".js") && !bytes.subarray(0, COMPILE_HINT.length).equals(Buffer.from(COMPILE_HINT));
  const finished = isScript ? Buffer.concat([Buffer.from(COMPILE_HINT), bytes]) : bytes;
  if (isScript) await writeFile(file, finished);
  if (finished.byteLength >= MIN_BYTES) await compress(file, finished);
}

/** Smaller than what a server can afford per answer. */
async function compress(file: string, bytes: Buffer): Promise<void> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
  };
  const [small, compatible] = await Promise.all([
    promisify(brotliCompress)(bytes, { params }),
    promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  await Promise.all([writeFile(`${file}.br`, small), writeFile(`${file}.gz`, compatible)]);
}
