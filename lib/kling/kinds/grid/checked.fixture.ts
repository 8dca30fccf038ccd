import { REQUEST_SCHEMAS, type TaskRequest } from "../../requests/request.ts";
import type { CapabilityPolicy, Violation } from "../../violation.ts";
import { checkTask } from "../check-task.ts";
import { type FactsByPath, type FileFacts, NO_FACTS } from "../kind.ts";

/** What the tests of rules ask with. */

export const PICTURE = "https://example.com/a.png";
export const FILM = "https://example.com/a.mp4";

type Checked = { readonly policy?: CapabilityPolicy; readonly facts?: FactsByPath };

export function check(
  body: TaskRequest,
  { policy = "strict", facts = NO_FACTS }: Checked = {},
): readonly Violation[] {
  // Parsed, so that no test asks about what no door lets in.
  REQUEST_SCHEMAS[body.kind].parse(body);
  return checkTask(body, { policy, facts });
}

export function codes(body: TaskRequest, checked?: Checked): string[] {
  return check(body, checked).map(({ code }) => code);
}

export function filmOf(known: Partial<FileFacts>, path: string): FactsByPath {
  const film = {
    mime: "video/mp4",
    bytes: 1000,
    widthPx: 1280,
    heightPx: 720,
    durationSeconds: 5,
    fps: 24,
    hasSound: true,
  };
  return new Map([[path, { ...film, ...known }]]);
}

export function pictureOf(widthPx: number, heightPx: number): FileFacts {
  return {
    mime: "image/png",
    bytes: 1000,
    widthPx,
    heightPx,
    durationSeconds: null,
    fps: null,
    hasSound: null,
  };
}
