"use client";

import "./globals.css";

/** The last resort, when even the frame of the page fails: no texts can be loaded, so it says it in both languages. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col items-center justify-center gap-3 px-6 text-center">
        <title>Framewright</title>
        <h1 className="font-semibold text-lg">
          <span lang="zh-CN">工作室暂时打不开</span> · The studio cannot be shown
        </h1>
        <p className="max-w-md text-muted text-sm">
          <span lang="zh-CN">不会因此产生任何费用，请稍后重试。</span> Nothing was charged because of it. Try
          again in a moment.
        </p>
        <button
          type="button"
          onClick={retry}
          className="mt-3 min-h-11 rounded-md bg-accent px-5 font-medium text-on-accent"
        >
          <span lang="zh-CN">重试</span> · Try again
        </button>
      </body>
    </html>
  );
}
