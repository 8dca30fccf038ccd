import type { Localized } from "#lib/shared/localized.ts";
import { countCharacters } from "./characters.ts";
import { encodeGenerations } from "./dialects/generations-encode.ts";
import { MAX_UNIFIED_ELEMENT_NAME } from "./dialects/unified-elements.ts";
import { encodeUnified } from "./dialects/unified-encode.ts";
import { type DeliveredFile, type DeliveryProblem, deliveryOf } from "./media-delivery.ts";
import type { TaskRequest } from "./requests/request.ts";
import { mediaOf } from "./requests/request-media.ts";
import type { HttpUpstream } from "./upstreams.ts";
import type { Violation } from "./violation.ts";

type UpstreamFacts = {
  readonly upstream: HttpUpstream;
  readonly isStudioPublic: boolean;
  /** By the path at which the request names the file; one without an entry is not judged. */
  readonly files: ReadonlyMap<string, DeliveredFile>;
};

/**
 * Why this upstream cannot be sent this request at all: its dialect has no words for it, or a file cannot get there. Told before
 * anything is reserved, spent or sent; empty when nothing stands in the way.
 */
export function upstreamViolations(
  request: TaskRequest,
  { upstream, isStudioPublic, files }: UpstreamFacts,
): readonly Violation[] {
  const unspoken = fieldsWithoutWord(request, upstream);
  if (unspoken.length > 0)
    return unspoken.map((path) => refusal(path, "not_spoken", notSpoken(path, upstream)));
  if (hasTooLongName(request, upstream)) return [refusal("element_name", "too_long", NAME_TOO_LONG)];
  const facts = { isStudioPublic, base64: upstream.base64 };
  return mediaOf(request).flatMap((media) => {
    const file = files.get(media.path);
    if (file === undefined) return [];
    const delivery = deliveryOf({ kind: request.kind, media, file, facts });
    return delivery.ok ? [] : [refusal(media.path, delivery.problem, PROBLEMS[delivery.problem])];
  });
}

function fieldsWithoutWord(request: TaskRequest, { dialect }: HttpUpstream): readonly string[] {
  switch (dialect) {
    case "native":
      return [];
    case "unified": {
      if (request.kind === "custom-elements") return []; // these paths are native (§10.3)
      const encoded = encodeUnified(request);
      return encoded.ok ? [] : encoded.fields;
    }
    case "generations": {
      const encoded = encodeGenerations(request);
      return encoded.ok ? [] : encoded.fields;
    }
  }
}

/** The unified gateway takes shorter names than Kling does (§10.5 #26). */
function hasTooLongName(request: TaskRequest, { dialect }: HttpUpstream): boolean {
  return (
    dialect === "unified" &&
    request.kind === "custom-elements" &&
    countCharacters(request.element_name) > MAX_UNIFIED_ELEMENT_NAME
  );
}

const NAME_TOO_LONG: Localized = {
  zh: `此网关的主体名称最多 ${MAX_UNIFIED_ELEMENT_NAME} 个字`,
  en: `This gateway takes names of elements of at most ${MAX_UNIFIED_ELEMENT_NAME} characters`,
};

function notSpoken(path: string, { name }: HttpUpstream): Localized {
  return path === "kind"
    ? { zh: `“${name.zh}”没有这类任务的接口`, en: `“${name.en}” has no endpoint for this kind of task` }
    : { zh: `“${name.zh}”的接口不支持 ${path}`, en: `“${name.en}” has no field for ${path}` };
}

const PROBLEMS: Readonly<Record<DeliveryProblem, Localized>> = {
  made_elsewhere: {
    zh: "此接口只接受在同一连接上生成的结果",
    en: "Only a result that was made on this very connection can be used here",
  },
  needs_address: {
    zh: "上游只能通过网址读取这个文件，而本站没有公网地址（PUBLIC_URL）",
    en: "The upstream must fetch this file, and the studio has no public address (PUBLIC_URL)",
  },
  too_large: {
    zh: "本站没有公网地址（PUBLIC_URL），而这个文件太大，无法随请求发送",
    en: "The studio has no public address (PUBLIC_URL), and this file is too large to travel with the request",
  },
};

function refusal(path: string, code: string, message: Localized): Violation {
  return { path, code, class: "limit", severity: "error", message };
}
