import { ASSET_POLICY, DATA_POLICY } from "./content-security-policy.ts";

type Header = { readonly key: string; readonly value: string };

/** What a page may ask of the device: camera and microphone, for files that are made on the spot, and to play and copy. Nothing else. */
const PERMISSIONS = [
  "accelerometer=()",
  "autoplay=(self)",
  "browsing-topics=()",
  "camera=(self)",
  "clipboard-read=(self)",
  "clipboard-write=(self)",
  "display-capture=()",
  "fullscreen=(self)",
  "geolocation=()",
  "gyroscope=()",
  "magnetometer=()",
  "microphone=(self)",
  "payment=()",
  "picture-in-picture=(self)",
  "usb=()",
].join(", ");

/** On every answer. `next.config.ts` sends them; a route's own header of the same name would lose. */
export const BASE_HEADERS: readonly Header[] = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  // Links of invitations and resets carry secrets in their paths.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: PERMISSIONS },
];

const DATA: Header = { key: "Content-Security-Policy", value: DATA_POLICY };

/** Results of the gateway are shown by its clients' own sites, by signed addresses. */
const FOR_OTHER_SITES: Header = { key: "Cross-Origin-Resource-Policy", value: "cross-origin" };

export const HEADERS_BY_PATH: readonly { readonly source: string; readonly headers: readonly Header[] }[] = [
  { source: "/api/:path*", headers: [DATA] },
  { source: "/v1/:path*", headers: [DATA, FOR_OTHER_SITES] },
  { source: "/account/:path*", headers: [DATA] },
  { source: "/kling/:path*", headers: [DATA, FOR_OTHER_SITES] },
  { source: "/_next/:path*", headers: [{ key: "Content-Security-Policy", value: ASSET_POLICY }] },
];
