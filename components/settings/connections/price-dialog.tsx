"use client";

import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useFormFields } from "#components/ui/use-form-fields.ts";
import { updateConnectionMutation } from "#lib/client/connections.ts";
import { MAX_PRICE_UNITS } from "#lib/contract/connection-limits.ts";
import type { Connection } from "#lib/contract/connections.ts";
import { PRICE_KEYS } from "#lib/kling/kinds/price/price-keys.ts";
import { readUnits } from "../read-units.ts";
import { usePriceKeyText } from "./use-price-key-text.ts";

type Props = { connection: Connection; open: boolean; onOpenChange: (open: boolean) => void };

/** What this account is charged where that is not the published price. */
export function PriceDialog(props: Props) {
  const [opening, setOpening] = useState(0);
  return <OneOpening key={opening} {...props} onClosed={() => setOpening((count) => count + 1)} />;
}

function OneOpening({ connection, open, onOpenChange, onClosed }: Props & { onClosed: () => void }) {
  const t = useTranslations("connections.prices");
  const common = useTranslations("common");
  const formId = useId();
  const book = connection.priceBook ?? {};
  const [keys, setKeys] = useState<readonly string[]>(Object.keys(book));
  const texts = Object.fromEntries(Object.entries(book).map(([key, units]) => [key, String(units)]));
  const form = useFormFields<Readonly<Record<string, string>>>({
    initial: texts,
    check: (values) =>
      Object.fromEntries(
        keys.map((key) => [
          key,
          readUnits(values[key] ?? "", MAX_PRICE_UNITS) === undefined ? t("wrong") : undefined,
        ]),
      ),
  });
  const save = useMutation(updateConnectionMutation());
  const send = (values: Readonly<Record<string, string>>) => {
    const priceBook = Object.fromEntries(
      keys.map((key) => [key, readUnits(values[key] ?? "", MAX_PRICE_UNITS) ?? 0]),
    );
    save.mutate({ id: connection.id, change: { priceBook } }, { onSuccess: () => onOpenChange(false) });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      onClosed={onClosed}
      title={t("title", { name: connection.name })}
      description={t("text")}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={save.isPending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={form.onSubmit(send)} className="flex flex-col gap-4">
        <KeyChoice taken={keys} onAdd={(key) => setKeys((before) => [...before, key])} />
        {keys.length === 0 && <p className="text-muted text-sm">{t("none")}</p>}
        <ul className="flex flex-col gap-3 empty:hidden">
          {keys.map((key) => (
            <PriceRow
              key={key}
              priceKey={key}
              control={form.control(key)}
              error={form.error(key)}
              onRemove={() => setKeys((before) => before.filter((it) => it !== key))}
            />
          ))}
        </ul>
        <FormProblem problem={save.error} />
      </form>
    </Dialog>
  );
}

function KeyChoice({ taken, onAdd }: { taken: readonly string[]; onAdd: (key: string) => void }) {
  const t = useTranslations("connections.prices");
  const textOf = usePriceKeyText();
  const free = PRICE_KEYS.filter(({ key }) => !taken.includes(key));
  return (
    <Select
      aria-label={t("add")}
      value=""
      onValueChange={(key) => key !== "" && onAdd(key)}
      options={[
        { value: "", label: t("choose") },
        ...free.map(({ key }) => ({ value: key, label: textOf(key) })),
      ]}
    />
  );
}

type RowProps = {
  priceKey: string;
  control: ReturnType<ReturnType<typeof useFormFields>["control"]>;
  error: string | undefined;
  onRemove: () => void;
};

function PriceRow({ priceKey, control, error, onRemove }: RowProps) {
  const t = useTranslations("connections.prices");
  const id = useId();
  const what = usePriceKeyText()(priceKey);
  const measure = PRICE_KEYS.find(({ key }) => key === priceKey)?.measure ?? "task";
  return (
    <li>
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="min-w-0 flex-1 text-sm">
          {what}
          <span className="block text-muted text-xs">{t(`measures.${measure}`)}</span>
        </label>
        <TextInput
          {...control}
          id={id}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          className="max-w-24 text-right tabular-nums"
        />
        <IconButton label={t("remove", { what })} onClick={onRemove}>
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-danger-text text-xs">
          {error}
        </p>
      )}
    </li>
  );
}
