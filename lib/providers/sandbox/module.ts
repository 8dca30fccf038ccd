import type { ProviderModule } from "#lib/providers/registry.ts";
import { sandboxProvider } from "./provider.ts";
import { runRenderService } from "./render-service.ts";

export const sandboxModule: ProviderModule = { connect: () => sandboxProvider, run: runRenderService };
