import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";

export type Fact = {
  /** Tells the fact from the others of its list; a name that is a text does so by itself. */
  readonly id?: string;
  readonly name: ReactNode;
  readonly value: ReactNode;
};

/** Names and values, one below the other. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <Card className="px-4 py-1.5">
      <dl className="divide-y divide-line text-sm">
        {facts.map(({ id, name, value }) => (
          <div key={id ?? String(name)} className="flex items-baseline justify-between gap-4 py-2">
            <dt className="max-w-3/5 shrink-0 text-muted [overflow-wrap:anywhere]">{name}</dt>
            <dd className="min-w-0 text-right font-medium tabular-nums [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
