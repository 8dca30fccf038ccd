"use client";

import { lazy, Suspense, useState } from "react";
import type { CreateDialogsProps } from "./create-dialogs-props.ts";

const CreateDialogs = lazy(async () => ({ default: (await import("./create-dialogs.tsx")).CreateDialogs }));

/** The dialogs, fetched when the first of them is wanted; from then on they stay, for their closing motion. */
export function LazyCreateDialogs(props: CreateDialogsProps) {
  const { create, isRequestShown, pickingFor } = props;
  const hasUnfitPicture = Object.values(create.intake.works).some(({ step }) => step === "unfit");
  const isWanted = create.isSettingsOpen || isRequestShown || pickingFor !== null || hasUnfitPicture;
  const [wasWanted, setWasWanted] = useState(isWanted);
  if (isWanted && !wasWanted) setWasWanted(true);
  if (!wasWanted) return null;
  return (
    <Suspense>
      <CreateDialogs {...props} />
    </Suspense>
  );
}
