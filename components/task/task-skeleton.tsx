import { Skeleton } from "#components/ui/skeleton.tsx";

export function TaskSkeleton() {
  return (
    <div aria-hidden className="mx-auto w-full max-w-[90rem] px-4 pt-4 sm:px-6 lg:px-8">
      <Skeleton className="mb-4 h-9 w-64" />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Skeleton className="aspect-video rounded-xl" />
        <Skeleton className="h-80 rounded-lg" />
      </div>
    </div>
  );
}
