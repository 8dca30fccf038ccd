"use client";

import { type ComponentType, lazy, Suspense, useState } from "react";
import { DraftButton } from "./draft-button.tsx";
import type { DraftDesk } from "./draft-desk.ts";
import type { DraftSheetProps } from "./draft-sheet.tsx";

/** Fetched with the first press: `lazy` forgets what it is generic over. */
const DraftSheet = lazy(async () => {
  const { DraftSheet: loaded } = await import("./draft-sheet.tsx");
  return { default: loaded as ComponentType<{ desk: unknown; open: boolean; onOpenChange: unknown }> };
});

/** Where the draft is kept, and behind it all drafts. */
export function DraftMenu<State>({ desk }: { desk: DraftDesk<State> }) {
  const [isOpen, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const props: DraftSheetProps<State> = { desk, open: isOpen, onOpenChange: setOpen };
  const open = () => {
    setWasOpen(true);
    setOpen(true);
  };
  return (
    <>
      <DraftButton desk={desk} onOpen={open} />
      {wasOpen && (
        <Suspense>
          <DraftSheet {...props} />
        </Suspense>
      )}
    </>
  );
}
