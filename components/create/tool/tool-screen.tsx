"use client";

import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from "react";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { FORMS, type FormKind } from "./load-form.ts";
import type { ToolSetup } from "./use-tool.ts";

export type ToolScreenProps = Omit<ToolSetup, "form"> & { readonly kind: FormKind };

type Page = ComponentType<Omit<ToolSetup, "form">>;

// FORMS has a row for every kind.
const PAGES = Object.fromEntries(
  Object.entries(FORMS).map(([kind, load]) => [kind, pageOf(load)]),
) as unknown as Readonly<Record<FormKind, LazyExoticComponent<Page>>>;

/** The Create screen of one tool; its form and everything around it come when it is opened. */
export function ToolScreen({ kind, ...setup }: ToolScreenProps) {
  const Page = PAGES[kind];
  return (
    <Suspense fallback={<Skeleton className="m-4 min-h-96 flex-1" />}>
      <Page key={kind} {...setup} />
    </Suspense>
  );
}

function pageOf(load: (typeof FORMS)[FormKind]): LazyExoticComponent<Page> {
  return lazy(async () => {
    const [{ form }, { ToolWorkspace }] = await Promise.all([load(), import("./tool-workspace.tsx")]);
    return { default: (setup) => <ToolWorkspace form={form} {...setup} /> };
  });
}
