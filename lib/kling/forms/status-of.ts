import { countCharacters, firstCharacters } from "../characters.ts";
import { checkWith } from "../kinds/check-with.ts";
import type { FactsByPath, OutputPlan } from "../kinds/kind.ts";
import { priceWith } from "../kinds/price/price-with.ts";
import { limit, missing } from "../kinds/rules/field-rules.ts";
import type { PriceBook } from "../price-book.ts";
import type { Price } from "../prices.ts";
import type { TaskRequest } from "../requests/request.ts";
import type { CapabilityPolicy, Violation } from "../violation.ts";
import { type Field, pathsOf } from "./field.ts";
import { factsAt, filesOf, type KnownFiles } from "./form-files.ts";
import { listAt, readPath, type ToolDraft, textAt } from "./tool-draft.ts";
import { isRequired, isShown, judgedOf, requestOf, type ToolForm } from "./tool-form.ts";

export type ToolStatus = {
  /** What would be sent; only to be sent when no violation is an error. */
  readonly request: TaskRequest;
  readonly violations: readonly Violation[];
  readonly facts: FactsByPath;
  readonly price: Price;
  readonly output: OutputPlan;
};

type Situation = {
  readonly known: KnownFiles;
  readonly policy: CapabilityPolicy;
  readonly book: PriceBook | null;
};

/** Everything that the form's kind says of the draft as it stands. */
export function statusOf(form: ToolForm, draft: ToolDraft, { known, policy, book }: Situation): ToolStatus {
  const files = filesOf(form, draft);
  const facts = factsAt([...files, ...instrumentsFiles(form, draft)], known);
  const judged = judgedOf(form, draft);
  const found = checkWith(form.kind, judged, { policy, facts, files });
  return {
    request: requestOf(form, draft),
    violations: withFieldsOwn(form, draft, found),
    facts,
    price: priceWith(form.kind, judged, { facts, book }),
    output: form.kind.output(judged, facts),
  };
}

/** What an instrument has put under its path may stand for a file: a session for the film on which it was opened. */
function instrumentsFiles(form: ToolForm, draft: ToolDraft) {
  return form.fields
    .filter((field) => field.type === "custom" && isShown(field, draft))
    .map(({ path }) => ({ path, reference: textAt(draft, path) }));
}

/** What the schema would refuse, in a person's words; the kind's own rules say it better where they speak of it. */
function withFieldsOwn(form: ToolForm, draft: ToolDraft, found: readonly Violation[]): readonly Violation[] {
  const isTold = (field: Field) =>
    found.some(({ path, severity }) => severity === "error" && isOf(path, field));
  const own = form.fields.flatMap((field) =>
    isShown(field, draft) && (field.type === "shots" || !isTold(field)) ? fieldViolations(field, draft) : [],
  );
  const isMissing = (violation: Violation) => violation.class === "missing";
  const all = [...found, ...own];
  // A person fills a form in from its top: what is missing is told in the order of the fields, before everything else.
  const rank = ({ path }: Violation) => form.fields.findIndex((field) => isOf(path, field));
  return [
    ...all.filter(isMissing).sort((a, b) => rank(a) - rank(b)),
    ...all.filter((violation) => !isMissing(violation)),
  ];
}

/** Whether a rule's path leads to this field, or to anything that its instrument writes. */
export function isOf(violationPath: string, field: Field): boolean {
  return [field.path, ...pathsOf(field)].some((path) => isAt(violationPath, path));
}

/** Whether a rule's path leads to this one: to it, or into it. */
function isAt(violationPath: string, fieldPath: string): boolean {
  if (violationPath === fieldPath) return true;
  return violationPath.startsWith(`${fieldPath}.`) || violationPath.startsWith(`${fieldPath}[`);
}

function fieldViolations(field: Field, draft: ToolDraft): readonly Violation[] {
  switch (field.type) {
    case "text":
    case "prompt":
      return textViolations(field, draft);
    case "files":
      return countViolations(field, draft);
    case "elements": {
      const max = field.max(draft);
      return listAt(draft, field.path).length > max ? [tooMany(field, max)] : [];
    }
    case "shots":
      return shotTextViolations(field, draft);
    case "choice":
      return [];
    default:
      return isRequired(field) && readPath(draft, field.path) === undefined ? [notGiven(field)] : [];
  }
}

function textViolations(
  field: Extract<Field, { maxCharacters: number; placeholder?: unknown }>,
  draft: ToolDraft,
) {
  const text = textAt(draft, field.path);
  const max = field.maxCharacters;
  if (text.trim() === "") return isRequired(field) ? [notGiven(field)] : [];
  return countCharacters(text) <= max ? [] : [tooLong(field.path, text, max)];
}

function tooLong(path: string, text: string, max: number): Violation {
  const found = limit(path, "text_too_long", {
    zh: `不能超过 ${max} 个字符`,
    en: `No longer than ${max.toLocaleString("en")} characters`,
  });
  const label = { zh: `截短到 ${max} 个字符`, en: `Shorten to ${max.toLocaleString("en")} characters` };
  return { ...found, fix: { label, patch: { [path]: firstCharacters(text, max) } } };
}

function shotTextViolations(
  field: Extract<Field, { type: "shots" }>,
  draft: ToolDraft,
): readonly Violation[] {
  const max = field.maxCharacters;
  return listAt(draft, field.path).flatMap((_shot, at) => {
    const path = `${field.path}[${at}].prompt`;
    const text = textAt(draft, path);
    if (text.trim() === "")
      return [
        missing(path, { zh: `请写出第 ${at + 1} 镜的画面`, en: `Write what is seen in shot ${at + 1}` }),
      ];
    return countCharacters(text) > max ? [tooLong(path, text, max)] : [];
  });
}

function countViolations(field: Extract<Field, { type: "files" }>, draft: ToolDraft): readonly Violation[] {
  const count = listAt(draft, field.path).length;
  const max = field.max(draft);
  if (count > max) return [tooMany(field, max)];
  return count < field.min ? [notGiven(field)] : [];
}

function tooMany({ path }: Field, max: number): Violation {
  return limit(path, "too_many", { zh: `最多 ${max} 个`, en: `At most ${max}` });
}

function notGiven(field: Exclude<Field, { type: "choice" }>): Violation {
  const { zh, en } = field.label;
  return missing(field.path, { zh: `还缺少：${zh}`, en: `Still missing: ${en}` });
}
