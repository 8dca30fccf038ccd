"use client";

import { useTranslations } from "use-intl/react";
import { Field } from "#components/ui/field.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { Connection } from "#lib/contract/connections.ts";
import type { ConnectionForm } from "./use-connection-form.ts";

const PLACES = [
  { name: "video", pack: "video" },
  { name: "image", pack: "image" },
  { name: "tryOn", pack: "try_on" },
] as const;
const POLICIES = ["strict", "warn", "off"] as const;
const MASKS = ["white", "black"] as const;
const AXES = ["map", "old"] as const;

type Props = { connection: Connection | undefined; state: ConnectionForm };

/** What the preset usually knows: places, what is done about the map, and how this upstream reads masks and cameras. */
export function DetailFields({ connection, state: { form, choices, choose } }: Props) {
  const t = useTranslations("connections.form");
  const isWrong = PLACES.some(({ name }) => form.error(name)) || form.error("callbackSecret") !== undefined;
  return (
    <details open={isWrong || undefined} className="group rounded-md border border-line">
      <summary className="cursor-pointer select-none px-3 py-2.5 font-medium text-sm">{t("more")}</summary>
      <div className="flex flex-col gap-5 border-line border-t p-3">
        <fieldset>
          <legend className="font-medium text-sm">{t("parallel")}</legend>
          <p className="mb-2 text-muted text-xs">{t("parallelHint")}</p>
          <div className="grid grid-cols-3 gap-3">
            {PLACES.map(({ name, pack }) => (
              <Field key={name} label={t(`packs.${pack}`)} error={form.error(name)}>
                {(ties) => (
                  <TextInput {...ties} {...form.control(name)} inputMode="numeric" autoComplete="off" />
                )}
              </Field>
            ))}
          </div>
        </fieldset>
        <Field label={t("policy")}>
          {(ties) => (
            <Select
              {...ties}
              value={choices.policy}
              onValueChange={(policy) => choose({ policy })}
              options={POLICIES.map((value) => ({ value, label: t(`policies.${value}`) }))}
            />
          )}
        </Field>
        {choices.preset !== "sandbox" && (
          <>
            <div className="grid gap-5 sm:grid-cols-2">
              <Field label={t("mask")}>
                {(ties) => (
                  <Select
                    {...ties}
                    value={choices.maskPolarity}
                    onValueChange={(maskPolarity) => choose({ maskPolarity })}
                    options={MASKS.map((value) => ({ value, label: t(`masks.${value}`) }))}
                  />
                )}
              </Field>
              <Field label={t("axes")}>
                {(ties) => (
                  <Select
                    {...ties}
                    value={choices.axisSemantics}
                    onValueChange={(axisSemantics) => choose({ axisSemantics })}
                    options={AXES.map((value) => ({ value, label: t(`axesOptions.${value}`) }))}
                  />
                )}
              </Field>
            </div>
            <Field
              label={t("callbackSecret")}
              hint={connection?.hasCallbackSecret ? t("callbackKeep") : t("callbackHint")}
              error={form.error("callbackSecret")}
              optional
            >
              {(ties) => <PasswordInput {...ties} {...form.control("callbackSecret")} autoComplete="off" />}
            </Field>
          </>
        )}
      </div>
    </details>
  );
}
