/** The box of everything that takes typed or picked values. What stands below it comes into sight with it: its hint and what is wrong. */
export const INPUT_STYLE =
  "control-height w-full scroll-mb-16 min-w-0 rounded-md border border-edge/60 bg-surface px-3 text-base text-text shadow-card transition-colors placeholder:text-faint hover:border-edge focus-visible:border-accent focus-visible:outline-2 focus-visible:-outline-offset-1 aria-invalid:border-danger disabled:opacity-60";
