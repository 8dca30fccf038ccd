import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLossless, stringifyLossless } from "../json.ts";
import { anyRequestOf } from "../requests/arbitraries.fixture.ts";
import { type TaskRequest, taskRequestSchema } from "../requests/request.ts";
import { TASK_KINDS } from "../task-kinds.ts";
import { decodeCreate } from "./native-create.ts";
import { encodeCreate } from "./native-encode.ts";

/** The request that upstream would read from what we send, through JSON as it travels. */
function overTheWire(request: TaskRequest): TaskRequest {
  const body = parseLossless(stringifyLossless(encodeCreate(request).body));
  const result = decodeCreate(request.kind, body);
  if (!result.ok) throw new Error(`${result.message} in ${JSON.stringify(request)}`);
  return result.request;
}

const door = fc.record(
  { externalTaskId: fc.stringMatching(/^[\w-]{1,24}$/), callbackUrl: fc.webUrl() },
  { requiredKeys: [] },
);

const strange = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.stringMatching(/^[a-z]{1,9}$/),
  fc.record({ weight: fc.integer(), names: fc.array(fc.constant("x"), { minLength: 1 }) }),
);

describe.each(TASK_KINDS)("%s", (kind) => {
  test("what is generated are requests of the kind", () => {
    fc.assert(
      fc.property(anyRequestOf(kind), (request) => {
        expect(taskRequestSchema.parse(request)).toEqual(request);
      }),
    );
  });

  test("decode(encode(x)) is x, with everything that travels beside it", () => {
    fc.assert(
      fc.property(anyRequestOf(kind), door, (request, beside) => {
        const { method, body } = encodeCreate(request, beside);
        const { ok, ...decoded } = decodeCreate(kind, body);
        expect(method).toBe("POST");
        expect(ok).toBe(true);
        expect(decoded).toMatchObject({ request, extraFields: {}, warnings: [], ...beside });
        expect(decoded).toHaveProperty("request", request);
      }),
      { numRuns: 200 },
    );
  });

  test("survives the wire as JSON", () => {
    fc.assert(
      fc.property(anyRequestOf(kind), (request) => {
        expect(overTheWire(request)).toEqual(request);
      }),
    );
  });

  test("a field that nobody knows comes back where the client had it", () => {
    fc.assert(
      fc.property(anyRequestOf(kind), strange, (request, value) => {
        const body = { ...encodeCreate(request).body, not_known_yet: value };
        const decoded = decodeCreate(kind, body);
        if (!decoded.ok) throw new Error(decoded.message);
        expect(decoded.extraFields).toEqual({ not_known_yet: value });
        expect(encodeCreate(decoded.request, decoded).body).toMatchObject({ not_known_yet: value });
      }),
      { numRuns: 30 },
    );
  });
});

describe("ids beyond 2^53", () => {
  const ID = "842130978230767622";
  const BODIES = {
    image2video:
      '{"model_name":"kling-v3","image":"AAAA","prompt":"a boat","element_list":[{"element_id":ID}]}',
    "omni-video": '{"prompt":"a boat","element_list":[{"element_id":ID}]}',
    "omni-image": '{"prompt":"a boat","element_list":[{"element_id":ID}]}',
    "image-generation": '{"prompt":"a boat","element_list":[{"element_id":ID}]}',
    "motion-control":
      '{"model_name":"kling-v3","image_url":"AAAA","video_url":"https://example.com/v.mp4","character_orientation":"video","mode":"std","element_list":[{"element_id":ID}]}',
  } as const;

  test.each(Object.entries(BODIES) as [keyof typeof BODIES, string][])(
    "an element of %s keeps every digit, as a bare number",
    (kind, template) => {
      for (const spelled of [ID, `"${ID}"`]) {
        const decoded = decodeCreate(kind, parseLossless(template.replace("ID", spelled)));
        if (!decoded.ok) throw new Error(decoded.message);
        expect(decoded.request).toMatchObject({ element_list: [{ element_id: ID }] });
        expect(stringifyLossless(encodeCreate(decoded.request).body)).toContain(`"element_id":${ID}}`);
      }
    },
  );
});
