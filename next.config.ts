import type { NextConfig } from "next";
import { BASE_HEADERS, HEADERS_BY_PATH } from "./lib/http/security-headers.ts";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Kling's clients add trailing slashes to POSTs, which a redirect would lose; the gateway matches paths itself.
  skipTrailingSlashRedirect: true,
  // Users' pictures never pass through the image optimizer, which has a history of decoder holes.
  images: { unoptimized: true },
  // `npm run check` runs the compiler; a start on a clean machine need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // Texts are compiled on the server (lib/i18n/compiled-messages.ts); browsers need no ICU parser.
  turbopack: { resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
  // Native code, WebAssembly and everything that finds its files by its own path.
  serverExternalPackages: [
    "@mediabunny/server",
    "@napi-rs/canvas",
    "@prisma/adapter-pg",
    "@prisma/client",
    "node-av",
    "pg",
    "pg-boss",
    "pino",
    "sharp",
  ],
  // Pages get their own policy, with a nonce, from proxy.ts.
  headers: async () => [
    { source: "/:path*", headers: [...BASE_HEADERS] },
    ...HEADERS_BY_PATH.map(({ source, headers }) => ({ source, headers: [...headers] })),
  ],
};

export default config;
