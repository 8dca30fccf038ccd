import { classNames } from "./class-names.ts";

/** The mark: a viewfinder's corners around a play triangle. Same drawing as `public/icon.svg`. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={classNames("size-8", className)}>
      <rect width="32" height="32" rx="8.5" className="fill-accent" />
      <g fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
        <path d="M8 13.2V10.6C8 9.2 9.2 8 10.6 8h2.6M24 18.8v2.6c0 1.4-1.2 2.6-2.6 2.6h-2.6" />
      </g>
      <path
        d="M13.2 11.9v8.2c0 .8.9 1.3 1.6.9l6.5-4.1c.7-.4.7-1.4 0-1.8L14.8 11c-.7-.4-1.6.1-1.6.9Z"
        fill="#fff"
      />
    </svg>
  );
}
