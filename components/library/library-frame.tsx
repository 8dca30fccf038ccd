import type { ReactNode } from "react";
import { PageHeader } from "#components/ui/page-header.tsx";

type Props = { title: string; text?: string; actions?: ReactNode; children: ReactNode };

/** The ground that the parts of the library share. */
export function LibraryFrame({ title, text, actions, children }: Props) {
  return (
    <div className="mx-auto flex w-full max-w-[110rem] flex-col gap-6 px-4 pt-5 pb-12 sm:px-6 lg:px-8">
      <PageHeader title={title} text={text}>
        {actions}
      </PageHeader>
      {children}
    </div>
  );
}
