import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";

export type Fact = { readonly name: string; readonly value: ReactNode };

/** Names and values, one below the other. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <Card className="px-4 py-1.5">
      <dl className="divide-y divide-line text-sm">
        {facts.map(({ name, value }) => (
          <div key={name} className="flex items-baseline justify-between gap-4 py-2">
            <dt className="shrink-0 text-muted">{name}</dt>
            <dd className="min-w-0 text-right font-medium tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
