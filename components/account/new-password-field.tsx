"use client";

import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { Field } from "#components/ui/field.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { PASSWORD_MIN_LENGTH } from "#lib/contract/account-limits.ts";
import { type PasswordStrength, passwordStrength } from "./password-strength.ts";

type Props = {
  label: string;
  control: { name: string; value: string; onChange: React.ChangeEventHandler<HTMLInputElement> };
  error: string | undefined;
};

const COLOURS = ["", "bg-danger", "bg-danger", "bg-success", "bg-success"] as const;

/** A password being chosen: says what is still missing while it is typed, not after it was sent. */
export function NewPasswordField({ label, control, error }: Props) {
  return (
    <Field label={label} error={error} hint={<Strength strength={passwordStrength(control.value)} />}>
      {(ties) => <PasswordInput {...ties} {...control} autoComplete="new-password" required />}
    </Field>
  );
}

function Strength({ strength }: { strength: PasswordStrength }) {
  const words = useStrengthWords(strength);
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <span aria-hidden className="flex gap-1">
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            className={classNames(
              "h-1 w-6 rounded-full transition-colors",
              step <= strength.level ? COLOURS[strength.level] : "bg-press",
            )}
          />
        ))}
      </span>
      <span aria-live="polite">{words}</span>
    </span>
  );
}

function useStrengthWords({ level, missingCharacters }: PasswordStrength): string {
  const t = useTranslations("account");
  switch (level) {
    case 0:
      return t("strength.none", { count: PASSWORD_MIN_LENGTH });
    case 1:
      return t("strength.short", { count: missingCharacters });
    case 2:
      return t("strength.uniform");
    case 3:
      return t("strength.good");
    case 4:
      return t("strength.excellent");
  }
}
