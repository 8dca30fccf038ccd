"use client";

import { LazyCrashScreen } from "#components/shell/lazy-crash-screen.tsx";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <LazyCrashScreen error={error} onRetry={retry} />;
}
