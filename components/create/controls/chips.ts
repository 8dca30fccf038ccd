import type { OptionChip } from "#components/ui/option-chips.tsx";
import type { Draft } from "#lib/kling/draft.ts";
import type { Choice } from "#lib/kling/options.ts";
import type { Localized } from "#lib/shared/localized.ts";

type Looks = Pick<OptionChip<string>, "label" | "detail" | "icon">;

type Setup<Value extends string> = {
  readonly choices: readonly Choice<Value>[];
  readonly selected: Value;
  readonly looks: (value: Value) => Looks;
  readonly words: (text: Localized) => string;
  readonly onPatch: (patch: Partial<Draft>) => void;
};

/** The choices of one control as chips: what is legal can be chosen, the rest says why not and how to get there. */
export function chipsOf<Value extends string>(setup: Setup<Value>): OptionChip<Value>[] {
  const { choices, selected, looks, words, onPatch } = setup;
  return choices.map((choice): OptionChip<Value> => {
    const { value } = choice;
    if (choice.allowed)
      return { value, ...looks(value), state: value === selected ? "selected" : "available" };
    const { fix } = choice;
    return {
      value,
      ...looks(value),
      state: "blocked",
      reason: words(choice.reason),
      fixLabel: fix && words(fix.label),
      onFix: fix && (() => onPatch(fix.patch)),
    };
  });
}
