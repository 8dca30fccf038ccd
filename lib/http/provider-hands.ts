import { findProvider } from "#lib/providers/registry.ts";

/** What a use case that talks to an upstream is handed; it ends when whoever called is gone. */
export function providerHands({ signal }: Request) {
  return { providerOf: findProvider, signal };
}
