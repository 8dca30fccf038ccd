import { classNames } from "./class-names.ts";

type Props = {
  label: string;
  /** 0..1; absent when nobody knows. */
  value?: number | undefined;
  className?: string;
};

export function Progress({ label, value, className }: Props) {
  const percent = value === undefined ? undefined : Math.round(Math.min(Math.max(value, 0), 1) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={classNames("h-1 overflow-hidden rounded-full bg-line-strong", className)}
    >
      {percent === undefined ? (
        <div className="h-full w-2/5 animate-slide rounded-full bg-accent" />
      ) : (
        <div
          className="h-full origin-left rounded-full bg-accent transition-transform duration-200"
          style={{ transform: `scaleX(${percent / 100})` }}
        />
      )}
    </div>
  );
}
