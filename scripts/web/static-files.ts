import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import sirv from "sirv";
import { BASE_HEADERS, HEADERS_BY_PATH } from "#lib/http/security-headers.ts";
import { PROJECT_DIR } from "#scripts/project-dir.ts";

const PREFIX = "/_next/static/";
const YEAR_SECONDS = 365 * 24 * 60 * 60;
const HEADERS = [
  ...BASE_HEADERS,
  ...HEADERS_BY_PATH.filter(({ source }) => source === "/_next/:path*").flatMap(({ headers }) => headers),
];

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Files of the build, whose names carry their content's hash: brotli or gzip of the highest level, made when the studio
 * was built (`scripts/build/finish-static.ts`). What is not among them is for Next to answer.
 */
export function staticFiles(): Middleware {
  const serve = sirv(path.join(PROJECT_DIR, ".next", "static"), {
    brotli: true,
    gzip: true,
    immutable: true,
    maxAge: YEAR_SECONDS,
    setHeaders: (response) => {
      for (const { key, value } of HEADERS) response.setHeader(key, value);
    },
  });
  return (request, response, next) => {
    const url = request.url ?? "";
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (!isRead || !url.startsWith(PREFIX)) return next();
    request.url = url.slice(PREFIX.length - 1);
    return serve(request, response, () => {
      request.url = url;
      next();
    });
  };
}
