import type { Localized } from "#lib/shared/localized.ts";
import type { Dialect } from "./endpoints.ts";
import { IMAGE_LIMITS } from "./limits.ts";
import { MEDIA_LIMITS } from "./media-limits.ts";
import type { CapabilityPolicy } from "./violation.ts";

/**
 * The upstreams that a team may connect, as data: what a form fills in for them, and what a provider may count on. Facts come from
 * api-reference, whose section stands in `source`; what it does not tell is null or "unknown".
 */
export const UPSTREAM_IDS = [
  "sandbox",
  "official_global",
  "official_china",
  "dmxapi",
  "kapon",
  "unified",
  "generations",
  "framewright",
  "custom",
] as const;

export type UpstreamId = (typeof UPSTREAM_IDS)[number];

/** Kinds of resource packs; places are counted for each on its own (§1.6). */
export const PACKS = ["video", "image", "try_on"] as const;
export type Pack = (typeof PACKS)[number];

export const CREDENTIAL_KINDS = ["api_key", "access_key_pair"] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

/** What is painted in a mask. */
export type MaskPolarity = "white" | "black";
/** `map`: pan turns sideways and tilt up and down (S003, off-26). `old`: the two swapped (off-25; §3.1a). */
export type AxisSemantics = "map" | "old";

/** Largest files that may travel as base64, in bytes before encoding; null where only addresses are taken. */
export type Base64Limits = { readonly image: number | null; readonly audio: number | null };

export type Upstream = {
  readonly id: UpstreamId;
  readonly name: Localized;
  /** Null: the sandbox, which speaks none, and `custom`, where a person chooses. */
  readonly dialect: Dialect | null;
  /** Origin; null where a person must give it. */
  readonly origin: string | null;
  /** Stands before every path, without a slash at its end. */
  readonly pathPrefix: string;
  /** Empty where no credential is needed. */
  readonly credentialKinds: readonly CredentialKind[];
  readonly policy: CapabilityPolicy;
  /** Ours, to begin with: how many an account has depends on its packs, and no number is stated (§1.6). */
  readonly parallel: Readonly<Record<Pack, number>>;
  readonly maskPolarity: MaskPolarity | "unknown";
  readonly axisSemantics: AxisSemantics | "unknown";
  readonly takesExternalTaskId: boolean;
  /** Whether it is known to refuse a second order under one `external_task_id`; otherwise that must be seen first. */
  readonly refusesDuplicates: boolean;
  readonly takesCallbackUrl: boolean;
  /** Whether its tasks can be listed; null while no page says so. */
  readonly listsTasks: boolean | null;
  /** Whether the account's resource packs can be asked for; null while no page says so. */
  readonly tellsPacks: boolean | null;
  readonly base64: Base64Limits;
  readonly source: string;
};

/** Videos are taken as addresses only: no page offers base64 for them. */
const NATIVE_BASE64: Base64Limits = {
  image: IMAGE_LIMITS.maxBytes,
  audio: MEDIA_LIMITS.lipSyncSound.maxBytes,
};

const PARALLEL = { video: 3, image: 9, try_on: 2 } as const;

const NATIVE = {
  dialect: "native",
  pathPrefix: "",
  policy: "strict",
  parallel: PARALLEL,
  maskPolarity: "unknown",
  axisSemantics: "map",
  takesExternalTaskId: true,
  refusesDuplicates: false,
  takesCallbackUrl: true,
  listsTasks: null,
  tellsPacks: null,
  base64: NATIVE_BASE64,
} as const;

const OFFICIAL = {
  ...NATIVE,
  credentialKinds: ["api_key", "access_key_pair"],
  refusesDuplicates: true,
  listsTasks: true,
  tellsPacks: true,
  source: "§1.1, §1.2, §1.4, §4.5",
} as const;

export const UPSTREAMS: Readonly<Record<UpstreamId, Upstream>> = {
  sandbox: {
    ...NATIVE,
    id: "sandbox",
    name: { zh: "练习引擎", en: "Sandbox" },
    dialect: null,
    origin: null,
    credentialKinds: [],
    maskPolarity: "white",
    refusesDuplicates: true,
    source: "ours",
  },
  official_global: {
    ...OFFICIAL,
    id: "official_global",
    name: { zh: "可灵官方（国际）", en: "Kling official (global)" },
    origin: "https://api-singapore.klingai.com",
  },
  official_china: {
    ...OFFICIAL,
    id: "official_china",
    name: { zh: "可灵官方（中国）", en: "Kling official (China)" },
    origin: "https://api-beijing.klingai.com",
  },
  dmxapi: {
    ...NATIVE,
    id: "dmxapi",
    name: { zh: "DMXAPI", en: "DMXAPI" },
    origin: null,
    pathPrefix: "/kling",
    credentialKinds: ["api_key"],
    axisSemantics: "unknown",
    source: "§10.1",
  },
  kapon: {
    ...NATIVE,
    id: "kapon",
    name: { zh: "Kapon", en: "Kapon" },
    origin: "https://models.kapon.cloud",
    pathPrefix: "/kling",
    credentialKinds: ["api_key"],
    /** Its own samples leave the official map (§10.5 #36). */
    policy: "warn",
    source: "§10.4, S004",
  },
  unified: {
    ...NATIVE,
    id: "unified",
    name: { zh: "统一接口 /v1/videos", en: "Unified gateway (/v1/videos)" },
    dialect: "unified",
    origin: null,
    credentialKinds: ["api_key"],
    /** It passes on what the official map refuses, and its samples do so (§10.5 #21). */
    policy: "warn",
    listsTasks: false,
    tellsPacks: false,
    /** Sounds stand in none of its documented fields. */
    base64: { image: IMAGE_LIMITS.maxBytes, audio: null },
    source: "§10.3, S003",
  },
  generations: {
    ...NATIVE,
    id: "generations",
    name: { zh: "kling-v3 generations 接口", en: "kling-v3 generations gateway" },
    dialect: "generations",
    origin: null,
    credentialKinds: ["api_key"],
    axisSemantics: "unknown",
    takesExternalTaskId: false,
    takesCallbackUrl: false,
    listsTasks: false,
    tellsPacks: false,
    /** Pictures are addresses, and private ones are a common error (S002). */
    base64: { image: null, audio: null },
    source: "§10.2, S002",
  },
  framewright: {
    ...NATIVE,
    id: "framewright",
    name: { zh: "另一个 Framewright", en: "Another Framewright" },
    origin: null,
    credentialKinds: ["api_key", "access_key_pair"],
    maskPolarity: "white",
    refusesDuplicates: true,
    listsTasks: true,
    tellsPacks: true,
    source: "ours",
  },
  custom: {
    ...NATIVE,
    id: "custom",
    name: { zh: "自定义", en: "Custom" },
    dialect: null,
    origin: null,
    credentialKinds: ["api_key", "access_key_pair"],
    policy: "warn",
    axisSemantics: "unknown",
    source: "given by a person",
  },
};

/** The upstream that a connection was made from; undefined for a name that this version does not know. */
export function findUpstream(id: string): Upstream | undefined {
  return UPSTREAM_IDS.some((known) => known === id) ? UPSTREAMS[id as UpstreamId] : undefined;
}

/** A connection's upstream with its dialect, which a person chose where the preset leaves it open. */
export type HttpUpstream = Upstream & { readonly dialect: Dialect };

const BY_DIALECT = {
  native: "custom",
  unified: "unified",
  generations: "generations",
} as const satisfies Record<Dialect, UpstreamId>;

/** What may be counted on at a connection; null for one that is not reached over HTTP, or that this version does not know. */
export function httpUpstreamOf({
  provider,
  preset,
}: {
  readonly provider: string;
  readonly preset: string;
}): HttpUpstream | null {
  if (!isDialect(provider)) return null;
  const found = findUpstream(preset);
  if (found?.dialect === provider) return { ...found, dialect: provider };
  return { ...UPSTREAMS[BY_DIALECT[provider]], id: "custom", dialect: provider };
}

function isDialect(text: string): text is Dialect {
  return Object.hasOwn(BY_DIALECT, text);
}

/** What a form asks for, by the kind of credential; all of it is secret. Names are those of the sealed credential. */
export const CREDENTIAL_FIELDS = {
  api_key: [{ name: "key", label: { zh: "API Key", en: "API key" } }],
  access_key_pair: [
    { name: "accessKey", label: { zh: "Access Key", en: "Access key" } },
    { name: "secretKey", label: { zh: "Secret Key", en: "Secret key" } },
  ],
} as const satisfies Record<CredentialKind, readonly { readonly name: string; readonly label: Localized }[]>;
