"use client";

import { CopyButton } from "#components/ui/copy-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

/** A secret in full, to be copied. */
export function Secret({ label, hint, value }: { label: string; hint?: string; value: string }) {
  return (
    <Field label={label} hint={hint}>
      {(ties) => (
        <div className="flex items-center gap-2">
          <TextInput
            {...ties}
            readOnly
            value={value}
            onFocus={(event) => event.currentTarget.select()}
            className="font-mono text-sm"
          />
          <CopyButton text={value} size="md" />
        </div>
      )}
    </Field>
  );
}
