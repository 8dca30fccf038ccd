import { Card } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** One card, as every team has at least one connection. */
export function ListSkeleton() {
  return (
    <Card className="flex min-h-56 flex-col gap-4 p-5">
      <Skeleton className="h-5 w-40" />
      <Skeleton className="h-4 w-64" />
      <Skeleton className="h-20 w-full" />
    </Card>
  );
}
