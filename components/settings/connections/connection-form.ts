import type {
  Connection,
  ConnectionReach,
  CreateConnection,
  UpdateConnection,
} from "#lib/contract/connections.ts";
import { type CredentialKind, UPSTREAMS, type UpstreamId } from "#lib/kling/upstreams.ts";

/** What is typed in the form of a connection. */
export type ConnectionTexts = {
  name: string;
  baseUrl: string;
  key: string;
  accessKey: string;
  secretKey: string;
  video: string;
  image: string;
  tryOn: string;
  callbackSecret: string;
};

/** What is chosen in it. */
export type ConnectionChoices = {
  readonly preset: UpstreamId;
  readonly dialect: "native" | "unified" | "generations";
  readonly credentialKind: CredentialKind;
  readonly policy: Connection["policy"];
  readonly maskPolarity: Connection["maskPolarity"];
  readonly axisSemantics: Connection["axisSemantics"];
};

/** An empty form for a preset: what it is known for is filled in. `name` is in the person's language. */
export function textsOfPreset(preset: UpstreamId, name: string): ConnectionTexts {
  const { origin, pathPrefix, parallel } = UPSTREAMS[preset];
  return {
    ...NO_SECRETS,
    name,
    baseUrl: origin === null ? "" : origin + pathPrefix,
    video: String(parallel.video),
    image: String(parallel.image),
    tryOn: String(parallel.try_on),
  };
}

export function choicesOfPreset(preset: UpstreamId): ConnectionChoices {
  const { credentialKinds, policy, maskPolarity, axisSemantics } = UPSTREAMS[preset];
  return {
    preset,
    dialect: "native",
    credentialKind: credentialKinds[0] ?? "api_key",
    policy,
    maskPolarity: maskPolarity === "black" ? "black" : "white",
    axisSemantics: axisSemantics === "old" ? "old" : "map",
  };
}

/** The form of a connection as it is; its secrets are not here to be filled in. */
export function textsOf({ name, baseUrl, parallel }: Connection): ConnectionTexts {
  return {
    ...NO_SECRETS,
    name,
    baseUrl: baseUrl ?? "",
    video: String(parallel.video),
    image: String(parallel.image),
    tryOn: String(parallel.try_on),
  };
}

export function choicesOf(connection: Connection): ConnectionChoices {
  const { preset, provider, policy, maskPolarity, axisSemantics } = connection;
  const dialect = provider === "sandbox" ? "native" : provider;
  return { ...choicesOfPreset(preset), dialect, policy, maskPolarity, axisSemantics };
}

type Filled = { readonly texts: ConnectionTexts; readonly choices: ConnectionChoices };

/** Where it is and what it knows us by, for a test before saving. */
export function reachOf({ texts, choices }: Filled): ConnectionReach {
  const { preset, dialect } = choices;
  const credential = credentialOf({ texts, choices });
  return {
    preset,
    ...(preset === "custom" && { dialect }),
    ...(preset !== "sandbox" && { baseUrl: texts.baseUrl.trim() }),
    ...(credential && { credential }),
  };
}

export function newConnectionOf(filled: Filled): CreateConnection {
  return { ...reachOf(filled), ...settingsOf(filled) };
}

/** Everything that the form shows; secrets only when new ones were typed. */
export function changeOf(filled: Filled, { preset, baseUrl }: Connection): UpdateConnection {
  const { preset: _, baseUrl: typed, ...reach } = reachOf(filled);
  return {
    ...settingsOf(filled),
    ...reach,
    ...(preset !== "sandbox" && typed !== undefined && typed !== baseUrl && { baseUrl: typed }),
  };
}

/** Null as long as no key is typed. */
export function credentialOf({ texts, choices }: Filled): ConnectionReach["credential"] | null {
  const { key, accessKey, secretKey } = texts;
  if (UPSTREAMS[choices.preset].credentialKinds.length === 0) return null;
  if (choices.credentialKind === "api_key")
    return key.trim() === "" ? null : { kind: "api_key", key: key.trim() };
  if (accessKey.trim() === "" && secretKey.trim() === "") return null;
  return { kind: "access_key_pair", accessKey: accessKey.trim(), secretKey: secretKey.trim() };
}

function settingsOf({ texts, choices }: Filled) {
  const { name, video, image, tryOn, callbackSecret } = texts;
  const { policy, maskPolarity, axisSemantics } = choices;
  return {
    name: name.trim(),
    policy,
    maskPolarity,
    axisSemantics,
    parallel: { video: Number(video), image: Number(image), try_on: Number(tryOn) },
    ...(callbackSecret.trim() !== "" && { callbackSecret: callbackSecret.trim() }),
  };
}

const NO_SECRETS = { key: "", accessKey: "", secretKey: "", callbackSecret: "" } as const;
