"use client";

import { lazy, Suspense } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { useWords } from "#components/ui/use-words.ts";
import type { Field } from "#lib/kling/forms/field.ts";
import { isOf } from "#lib/kling/forms/status-of.ts";
import type { Violation } from "#lib/kling/violation.ts";
import { ChoiceControl } from "./fields/choice-control.tsx";
import { FileControl } from "./fields/file-control.tsx";
import { FlagControl } from "./fields/flag-control.tsx";
import { RangeControl } from "./fields/range-control.tsx";
import { INSTRUMENTS } from "./instruments.tsx";
import type { Tool } from "./use-tool.ts";

// What few tools have.
const ElementsControl = lazy(async () => ({
  default: (await import("./fields/elements-control.tsx")).ElementsControl,
}));
const FilesControl = lazy(async () => ({
  default: (await import("./fields/files-control.tsx")).FilesControl,
}));
const ResultControl = lazy(async () => ({
  default: (await import("./fields/result-control.tsx")).ResultControl,
}));
const SelectControl = lazy(async () => ({
  default: (await import("./fields/select-control.tsx")).SelectControl,
}));
const ShotsControl = lazy(async () => ({
  default: (await import("./fields/shots-control.tsx")).ShotsControl,
}));
const TextControl = lazy(async () => ({ default: (await import("./fields/text-control.tsx")).TextControl }));
const VoiceControl = lazy(async () => ({
  default: (await import("./fields/voice-control.tsx")).VoiceControl,
}));

type Props = { tool: Tool; field: Field };

/** `isWide`: across all columns of the stage, as several files need. */
type ViewProps = Props & { isWide?: boolean };

/** A field of any type, where rules can lead a person to it, with what is to be said of it. */
export function FieldView({ tool, field, isWide = false }: ViewProps) {
  return (
    <div
      id={`create-${field.path}`}
      tabIndex={-1}
      className={classNames("flex min-h-0 min-w-0 flex-col rounded-lg", isWide && "sm:col-span-2")}
    >
      <Suspense>
        <Control tool={tool} field={field} />
      </Suspense>
      <Notes tool={tool} violations={tool.status.violations.filter(({ path }) => isOf(path, field))} />
    </div>
  );
}

function Control({ tool, field }: Props) {
  switch (field.type) {
    case "choice":
      return <ChoiceControl {...{ tool, field }} />;
    case "text":
      return <TextControl {...{ tool, field }} />;
    case "prompt":
      return null; // it has a bar of its own
    case "range":
    case "number":
      return <RangeControl {...{ tool, field }} />;
    case "flag":
      return <FlagControl {...{ tool, field }} />;
    case "file":
      return <FileControl {...{ tool, field }} />;
    case "files":
      return <FilesControl {...{ tool, field }} />;
    case "result":
      return <ResultControl {...{ tool, field }} />;
    case "elements":
      return <ElementsControl {...{ tool, field }} />;
    case "voice":
      return <VoiceControl {...{ tool, field }} />;
    case "shots":
      return <ShotsControl {...{ tool, field }} />;
    case "select":
      return <SelectControl {...{ tool, field }} />;
    case "custom": {
      const Instrument = INSTRUMENTS[field.instrument];
      return Instrument && <Instrument {...{ tool, field }} />;
    }
  }
}

/** What has no effect, and what exceeds a limit, beside the field itself and with its fix; what is missing is told by Generate. */
function Notes({ tool, violations }: { tool: Tool; violations: readonly Violation[] }) {
  const words = useWords();
  const told = violations.filter((violation) => violation.class !== "missing");
  return (
    <div role="status" className="empty:hidden">
      {told.map(({ path, code, severity, message, fix }) => (
        <p
          key={`${path} ${code}`}
          className={severity === "error" ? "mt-1.5 text-sm text-warning-text" : "mt-1.5 text-sm text-muted"}
        >
          {words(message)}
          {severity === "error" && fix && (
            <Button
              size="sm"
              className="ml-2"
              onClick={() => tool.dispatch({ type: "change", patch: fix.patch })}
            >
              {words(fix.label)}
            </Button>
          )}
        </p>
      ))}
    </div>
  );
}
