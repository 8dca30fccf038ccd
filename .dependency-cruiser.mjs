import path from "node:path";

/**
 * The import law of the architecture: who may know whom. Every rule has one planted violation under tests/planted, and
 * tests/integration/import-law.test.ts proves that each rule bites there and nowhere else.
 */

const FLOOR = "lib/shared/";
const PURE = "lib/(kling|motion|contract)/";
const INFRASTRUCTURE =
  "lib/(env\\.ts|log\\.ts|crash-point\\.ts|(db|engine|media|net|providers|queue|secrets|storage)/)";
const DOMAIN = "lib/(assets|audit|billing|callbacks|connections|drafts|library|tasks|teams|webhooks)/";
const DELIVERY = "lib/(gateway|http|worker)/";
const TESTS = "\\.(test|fixture)\\.tsx?$";

/** A package, wherever the package manager has put it. */
const packages = (...names) => `(^|/)node_modules/(${names.join("|")})/`;

const layers = [
  {
    name: "floor-imports-nothing",
    comment: "lib/shared lies under everything.",
    from: { path: `^${FLOOR}`, pathNot: TESTS },
    to: { path: "^(app|components|lib)/", pathNot: `^${FLOOR}` },
  },
  {
    name: "pure-stays-pure",
    comment:
      "The Kling API, the canvas maths and our contract are knowledge: they know the floor and each other.",
    from: { path: `^${PURE}` },
    to: { path: "^(app|components|lib)/", pathNot: `^(${FLOOR}|${PURE})` },
  },
  {
    name: "contract-above-protocol",
    comment: "Our JSON API is written in terms of the Kling API, not the other way round.",
    from: { path: "^lib/(kling|motion)/" },
    to: { path: "^lib/contract/" },
  },
  {
    name: "pure-has-no-framework",
    comment: "Pure code runs in the browser, on the server and in tests alike.",
    from: { path: `^(${FLOOR}|${PURE})`, pathNot: TESTS },
    to: { path: packages("react", "react-dom", "next", "@prisma/[^/]+", "@tanstack/[^/]+") },
  },
  {
    name: "browser-code-has-no-node",
    comment: "What the browser loads cannot use Node's modules.",
    from: { path: `^(${FLOOR}|${PURE}|lib/client/|components/)`, pathNot: TESTS },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "browser-code-has-no-zod",
    comment: "Schemas would double what /create loads; browser code takes the types only.",
    from: { path: "^(lib/client|components)/", pathNot: TESTS },
    to: { path: packages("zod"), dependencyTypesNot: ["type-only"] },
  },
  {
    name: "client-reaches-no-server",
    comment: "The browser's data layer talks to the server over HTTP only.",
    from: { path: "^lib/client/" },
    to: { path: "^(app|components|lib)/", pathNot: `^(${FLOOR}|${PURE}|lib/client/|lib/i18n/)` },
  },
  {
    name: "texts-know-nobody",
    comment: "Messages and languages serve pages, components and mails; they know none of them.",
    from: { path: "^lib/i18n/" },
    to: { path: "^(app|components|lib)/", pathNot: `^(${FLOOR}|${PURE}|lib/i18n/)` },
  },
  {
    name: "infrastructure-below-domain",
    comment: "Database, blobs, network, media, providers and queue do not know what they are used for.",
    from: { path: `^${INFRASTRUCTURE}` },
    to: { path: "^(app|components|lib)/", pathNot: `^(${FLOOR}|${PURE}|${INFRASTRUCTURE})` },
  },
  {
    name: "domain-knows-no-door",
    comment: "A use case is the same for HTTP, gateway and worker.",
    from: { path: `^${DOMAIN}` },
    to: { path: `^(app/|components/|lib/client/|${DELIVERY})` },
  },
  {
    name: "domain-is-handed-its-provider",
    comment: "A use case may know what a provider is; which one it talks to is handed in.",
    from: { path: `^${DOMAIN}`, pathNot: TESTS },
    to: { path: "^lib/providers/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "domain-has-no-framework",
    comment: "Data in, data out: no React and no Next below the doors.",
    from: { path: `^(${INFRASTRUCTURE}|${DOMAIN})` },
    to: { path: packages("react", "react-dom", "next", "server-only") },
  },
  {
    name: "doors-know-no-screen",
    comment: "HTTP, gateway and worker do not know pages or components.",
    from: { path: `^${DELIVERY}` },
    to: { path: "^(app|components|lib/client)/" },
  },
  {
    name: "doors-keep-apart",
    comment:
      "Worker and web are separate processes, and the studio's API does not know the gateway built on it.",
    from: { path: "^lib/(worker|http)/" },
    to: { path: `^${DELIVERY}`, pathNot: "^lib/$1/" },
  },
  {
    name: "web-starts-no-worker",
    comment: "The other direction: nothing of the web process reaches into the worker.",
    from: { path: "^(app|components|lib/gateway)/" },
    to: { path: "^lib/worker/" },
  },
  {
    name: "worker-runs-without-next",
    comment: "Plain Node runs the worker; `server-only` throws there and Next's modules expect a request.",
    from: { path: "^lib/worker/", pathNot: TESTS },
    to: { path: packages("next", "server-only", "react"), reachable: true },
  },
  {
    name: "primitives-know-no-feature",
    comment: "components/ui is used by every feature.",
    from: { path: "^components/ui/" },
    to: { path: "^components/", pathNot: "^components/ui/" },
  },
  {
    name: "features-keep-apart",
    comment:
      "Features are composed by pages; what two of them share belongs into components/ui, or is an instrument of its own.",
    from: { path: "^components/([^/]+)/", pathNot: "^components/ui/" },
    to: { path: "^components/", pathNot: "^components/(ui|motion|intake|$1)/" },
  },
  {
    name: "brush-for-create-and-task",
    comment: "components/motion is an instrument of these two; no other page may come to load it.",
    from: { path: "^components/", pathNot: "^components/(ui|motion|create|task)/" },
    to: { path: "^components/motion/" },
  },
  {
    name: "intake-for-create-and-library",
    comment: "components/intake is an instrument of these two; no other page may come to load it.",
    from: { path: "^components/", pathNot: "^components/(ui|intake|create|library)/" },
    to: { path: "^components/intake/" },
  },
  {
    name: "components-reach-no-server",
    comment: "A component gets data from lib/client or from its page.",
    from: { path: "^components/" },
    to: { path: "^(app|lib)/", pathNot: `^(${FLOOR}|${PURE}|lib/client/|lib/i18n/)` },
  },
  {
    name: "handlers-declare",
    comment:
      "A route handler names a use case and a contract; it touches neither infrastructure nor screens.",
    from: { path: "^app/.*route\\.tsx?$" },
    to: { path: `^(${INFRASTRUCTURE}|components/|lib/client/)` },
  },
  {
    name: "pages-compose",
    comment:
      "A page calls use cases and shows components; it knows neither infrastructure nor the API's machinery.",
    from: { path: "^app/", pathNot: "route\\.tsx?$" },
    to: { path: `^(${INFRASTRUCTURE}|${DELIVERY})` },
  },
  {
    name: "nobody-imports-app",
    comment: "app/ is the top: routes only.",
    from: { pathNot: "^(app|tests)/" },
    to: { path: "^app/" },
  },
  {
    name: "product-knows-no-tooling",
    comment: "What is shipped does not depend on scripts or tests.",
    from: { path: "^(app|components|lib)/" },
    to: { path: "^(scripts|tests)/" },
  },
];

const resources = [
  {
    name: "only-net-goes-outside",
    comment: "Every outbound connection passes the checks of lib/net against requests to private addresses.",
    from: { path: "^(app|components|lib)/", pathNot: `^lib/net/|${TESTS}` },
    to: {
      path: `${packages("undici", "nodemailer")}|^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)`,
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "only-db-and-queue-reach-postgres",
    comment:
      "Queries go through the client of lib/db, which refuses team data without a team; jobs through lib/queue.",
    from: { path: "^(app|components|lib)/", pathNot: "^lib/(db|queue)/" },
    to: { path: packages("pg", "pg-boss", "@prisma/adapter-pg"), dependencyTypesNot: ["type-only"] },
  },
  {
    name: "no-circles",
    comment:
      "Modules that need each other to load depend on who is loaded first. Types may refer to each other.",
    from: { pathNot: "^lib/db/generated/" },
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "everything-resolves",
    comment: "An import that leads nowhere also means that the rules cannot see where it goes.",
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: "no-tools-in-the-product",
    comment: "What is shipped runs without the devDependencies.",
    from: { path: "^(app|components|lib)/", pathNot: TESTS },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
];

export default {
  forbidden: [...layers, ...resources].map((rule) => ({ severity: "error", ...rule })),
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(tests/planted|\\.next)/" },
    tsPreCompilationDeps: true, // type-only imports are imports too
    tsConfig: { fileName: path.join(import.meta.dirname, "tsconfig.json") },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
