import type { ReactNode } from "react";

export function FactList({ children }: { children: ReactNode }) {
  return <dl className="flex flex-col divide-y divide-line">{children}</dl>;
}

type Props = { name: string; note?: string | undefined; children: ReactNode };

/** One fact under its name; `note` says where it is known from. */
export function Fact({ name, note, children }: Props) {
  return (
    <div className="py-2.5">
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="mt-0.5 text-sm [overflow-wrap:anywhere]">
        {children}
        {note && <span className="mt-0.5 block text-faint text-xs">{note}</span>}
      </dd>
    </div>
  );
}
