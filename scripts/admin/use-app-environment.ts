import { appEnvironment } from "../app-environment.ts";
import { dataDirFromEnvironment, prepareDataDir } from "../data-dir.ts";
import { loadSecrets } from "../secrets.ts";

/** Modules of `lib` read the environment when they are loaded, so it is completed first and they are loaded after. */
export async function useAppEnvironment(databaseUrl: string): Promise<void> {
  const dataDir = dataDirFromEnvironment(process.env);
  await prepareDataDir(dataDir);
  const secrets = await loadSecrets(dataDir);
  const complete = appEnvironment(process.env, { databaseUrl, dataDir, secrets });
  // Assigned as it is, `undefined` would become a text of that name.
  const given = Object.entries(complete).filter(([, value]) => value !== undefined);
  Object.assign(process.env, Object.fromEntries(given));
}
