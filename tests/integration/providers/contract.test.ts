import { afterAll, beforeAll } from "vitest";
import type { Dialect } from "#lib/kling/endpoints.ts";
import { type ContractWorld, describeContract } from "./contract.ts";
import { KEY, type MockUpstream, startMockUpstream } from "./mock-upstream.ts";

const PRESETS = { native: "official_global", unified: "unified", generations: "generations" } as const;

const stopping = new AbortController();
let service: Promise<void> = Promise.resolve();
let upstreams: Readonly<Record<Dialect, MockUpstream>>;

beforeAll(async () => {
  upstreams = {
    native: await startMockUpstream("native"),
    unified: await startMockUpstream("unified"),
    generations: await startMockUpstream("generations"),
  };
  // lib/env.ts reads the environment when it is first loaded: so nothing that needs it is imported before.
  process.env.SANDBOX_QUEUE_SECONDS = "0";
  process.env.OUTBOUND_ALLOWED_HOSTS = Object.values(upstreams)
    .map(({ host }) => host)
    .join(",");
  const { runRenderService } = await import("#lib/providers/sandbox/render-service.ts");
  service = runRenderService(stopping.signal);
});
afterAll(async () => {
  for (const upstream of Object.values(upstreams)) upstream.close();
  stopping.abort();
  await service;
});

describeContract("the sandbox", async (): Promise<ContractWorld> => {
  const { sandboxProvider } = await import("#lib/providers/sandbox/provider.ts");
  const { systemDb } = await import("#lib/db/client.ts");
  return {
    provider: sandboxProvider,
    succeed: () => undefined,
    expire({ outputs: [output] }) {
      if (output === undefined) throw new Error("no output");
      return { ...output, url: "sandbox://clips/deleted/1" };
    },
    openedCount: () => systemDb.sandboxTask.count({ where: { state: { not: "refused" } } }),
  };
});

for (const dialect of ["native", "unified", "generations"] as const) {
  describeContract(`an upstream that speaks ${dialect}`, async (): Promise<ContractWorld> => {
    const { openProvider } = await import("./open-provider.ts");
    const upstream = upstreams[dialect];
    return {
      provider: openProvider({ dialect, preset: PRESETS[dialect], baseUrl: upstream.origin, key: KEY }),
      succeed: upstream.succeed,
      expire({ outputs: [output] }) {
        upstream.expireLinks();
        if (output === undefined) throw new Error("no output");
        return output;
      },
      openedCount: async () => upstream.opened().length,
    };
  });
}
