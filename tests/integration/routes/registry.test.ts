import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { signInOperation } from "#lib/contract/account.ts";
import { AUDIT_ACTIONS } from "#lib/contract/audit-actions.ts";
import { gatewayOperations } from "#lib/contract/gateway.ts";
import { type Operation, READING } from "#lib/contract/operation.ts";
import { ALL_OPERATIONS, STUDIO_OPERATIONS } from "#lib/contract/operations.ts";
import { env } from "#lib/env.ts";
import { studioOpenApi } from "#lib/http/studio-openapi.ts";
import { auth } from "#lib/teams/auth.ts";
import { ACTORS, makeActor } from "./actors.ts";
import { AUTH_ENDPOINTS } from "./auth-endpoints.ts";
import { call, requestOf } from "./call.ts";
import { CALLS } from "./calls.ts";
import { MATRIX } from "./matrix.ts";
import {
  GATEWAY_DOORS,
  HTTP_METHODS,
  operationsOf,
  PROJECT_DIR,
  pathOfFile,
  readEndpoints,
} from "./route-files.ts";
import { makeTeam } from "./world.ts";

const endpoints = await readEndpoints();
const methods: readonly string[] = HTTP_METHODS;
const reading: readonly string[] = READING;

test("route files export nothing but methods, each declared by an operation", () => {
  const undeclared = endpoints.filter((it) => {
    const isGateway = it.path in GATEWAY_DOORS;
    return !methods.includes(it.method) || (operationsOf(it).length === 0 && !isGateway);
  });
  expect(undeclared.map(({ file, method }) => `${file} ${method}`)).toEqual([]);
});

test("a handler's operation has the method and the path that its file is reached at", () => {
  const wrong = endpoints.flatMap((endpoint) =>
    operationsOf(endpoint)
      .filter((operation) => operation.method !== endpoint.method || !isAt(operation.path, endpoint.path))
      .map(
        (operation) => `${endpoint.file} ${endpoint.method} declares ${operation.method} ${operation.path}`,
      ),
  );
  expect(wrong).toEqual([]);
});

test("every operation has exactly one handler, and every handler's operation is in the list", () => {
  const handled = endpoints.flatMap((endpoint) => operationsOf(endpoint).map((it) => it.id));
  expect(handled.toSorted()).toEqual(ALL_OPERATIONS.map((it) => it.id).toSorted());
});

test("no two operations share an id, or a method and path", () => {
  const ids = ALL_OPERATIONS.map((it) => it.id);
  const places = ALL_OPERATIONS.map((it) => `${it.method} ${it.path.replace(/\{\w+\}/g, "{}")}`);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(places).size).toBe(places.length);
});

test("the matrix has a row for every operation, a status for every actor, and a call for every row", () => {
  const inMatrix = new Set(MATRIX.map((row) => row.operationId));
  expect([...inMatrix].toSorted()).toEqual(ALL_OPERATIONS.map((it) => it.id).toSorted());
  for (const row of MATRIX) expect(row.statuses, row.name).toHaveLength(ACTORS.length);
  expect(Object.keys(CALLS).toSorted()).toEqual(MATRIX.map((row) => row.name).toSorted());
});

test("operations that change something are never GET, and take their input where it is parsed", () => {
  for (const operation of ALL_OPERATIONS) {
    if (operation.method === "GET") expect(operation.body, operation.id).toBeUndefined();
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const isGateway = gatewayOperations.includes(operation);
    if (names.length > 0 && !isGateway) expect(operation.params, operation.id).toBeDefined();
  }
});

test("whatever does not only read says what it leaves in the audit log, or why it leaves nothing", () => {
  const silent = ALL_OPERATIONS.filter(
    ({ method, audit }) => !reading.includes(method) && audit === undefined,
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
  const named = ALL_OPERATIONS.flatMap(({ audit }) => (isNoEntry(audit) ? [] : [audit ?? []].flat(2)));
  // What operators do has no route, and a cap is set with its key; a wrong password is an answer of signing in.
  const others = ["session.refused", "budget.set", "master_key.rotated", "backup.restored"];
  expect([...new Set([...named, ...others])].toSorted()).toEqual(AUDIT_ACTIONS.toSorted());
});

test("every page is in the list of pages, with what it asks of its visitor", async () => {
  const { PAGES } = await import("./pages.ts");
  const found = globSync("app/**/page.tsx", { cwd: PROJECT_DIR }).map(pathOfFile);
  expect(found.toSorted()).toEqual(Object.keys(PAGES).toSorted());
  for (const [page, asks] of Object.entries(PAGES)) {
    if (asks !== "member") continue;
    const file =
      globSync("app/**/page.tsx", { cwd: PROJECT_DIR }).find((it) => pathOfFile(it) === page) ?? "";
    expect(sourcesOf(file), `${page} is for members`).toMatch(/requireMember\(/);
  }
});

test("there are no Server Actions, Pages Router, rewrites or redirects: routes are the only doors", () => {
  const sources = globSync("{app,components,lib}/**/*.{ts,tsx}", { cwd: PROJECT_DIR });
  const actions = sources.filter((file) =>
    /^\s*["']use server["']/m.test(readFileSync(path.join(PROJECT_DIR, file), "utf8")),
  );
  expect(actions).toEqual([]);
  expect(globSync("{pages,src}/**/*", { cwd: PROJECT_DIR })).toEqual([]);
  expect(readFileSync(path.join(PROJECT_DIR, "next.config.ts"), "utf8")).not.toMatch(
    /rewrites|redirects|serverActions/,
  );
});

test("the account library's endpoints are exactly those that were looked at", () => {
  const found = Object.values(auth().api).flatMap(endpointsOf);
  expect(found.toSorted()).toEqual(
    AUTH_ENDPOINTS.map(({ method, path: at }) => `${method} ${at}`).toSorted(),
  );
});

test.each(AUTH_ENDPOINTS)("$method /api/auth$path is $state", async ({ method, path: at, state }) => {
  const isOurs = ALL_OPERATIONS.some((it) => it.method === method && it.path === `/api/auth${at}`);
  expect(isOurs).toBe(state === "open");
  if (isOurs) return;
  const door = endpoints.find((it) => it.path === "/api/auth/{...all}" && it.method === method);
  // A method that the door does not export is Next's 405.
  if (door === undefined) return;
  const visitor = await makeActor("owner", await home(), await home());
  for (const spelling of spellingsOf(`/api/auth${at.replace(/:\w+/g, "x")}`)) {
    const operation = { ...signInOperation, method: "POST", path: spelling } as const;
    const request = requestOf(operation, { body: {} }, visitor.headers);
    expect((await door.handler(request, { params: Promise.resolve({}) })).status, spelling).toBe(404);
  }
});

test("no switch of the account library that weakens it is on", () => {
  const { options } = auth();
  expect(options.advanced).not.toHaveProperty("disableCSRFCheck");
  expect(options.advanced).not.toHaveProperty("disableOriginCheck");
  expect(options.session.cookieCache.enabled).toBe(false);
  expect(options.rateLimit.enabled).toBe(true);
  expect(options.emailAndPassword.disableSignUp).toBe(true);
  expect(options.emailAndPassword.revokeSessionsOnPasswordReset).toBe(true);
  expect(options.trustedOrigins).toEqual([env.PUBLIC_URL]);
});

test("the OpenAPI document describes every operation of the studio", () => {
  const document = studioOpenApi(env.PUBLIC_URL);
  const described = Object.values(document.paths ?? {}).flatMap((methodsOfPath) =>
    Object.values(methodsOfPath).map((it) => (isNamed(it) ? it.operationId : "?")),
  );
  expect(described.toSorted()).toEqual(STUDIO_OPERATIONS.map((it) => it.id).toSorted());
  expect(JSON.stringify(document)).not.toContain("undefined");
});

test("calls that carry both a cookie and a key are judged by what the operation asks for", async () => {
  const [team, other] = [await home(), await makeTeam("both")];
  const owner = await makeActor("owner", team, other);
  const key = await makeActor("key read", team, other);
  const getTeam = STUDIO_OPERATIONS.find((it) => it.id === "getTeam");
  if (!getTeam) throw new Error("getTeam is gone");
  expect((await call(getTeam, {}, { ...owner.headers, ...key.headers })).status).toBe(200);
});

let team: Awaited<ReturnType<typeof makeTeam>> | undefined;

async function home() {
  team ??= await makeTeam("home");
  return team;
}

function isNoEntry(audit: Operation["audit"]): audit is { readonly none: string } {
  return typeof audit === "object" && "none" in audit;
}

function isAt(operationPath: string, filePath: string): boolean {
  const catchAll = /^(.*\/)\{\.\.\.\w+\}$/.exec(filePath);
  return catchAll?.[1] === undefined ? operationPath === filePath : operationPath.startsWith(catchAll[1]);
}

function endpointsOf(endpoint: unknown): string[] {
  if (typeof endpoint !== "function" || !("path" in endpoint) || typeof endpoint.path !== "string") return [];
  const method = "options" in endpoint ? (endpoint.options as { method: string | string[] }).method : [];
  return [method].flat().map((name) => `${name} ${endpoint.path}`);
}

/** Other ways to write the same address, which a router might take for it. */
function spellingsOf(at: string): string[] {
  return [
    at,
    `${at}/`,
    at.replace("/api/auth/", "/api/auth//"),
    at.toUpperCase().replace("/API/AUTH", "/api/auth"),
  ];
}

/** A page's own source with the layouts above it, where the check may stand as well. */
function sourcesOf(file: string): string {
  const folders = file.split("/").slice(0, -1);
  const layouts = folders.map((_, index) => path.join(...folders.slice(0, index + 1), "layout.tsx"));
  return [file, ...layouts]
    .filter((it) => existsSync(path.join(PROJECT_DIR, it)))
    .map((it) => readFileSync(path.join(PROJECT_DIR, it), "utf8"))
    .join("\n");
}

function isNamed(it: unknown): it is { operationId: string } {
  return typeof it === "object" && it !== null && "operationId" in it;
}
