"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "use-intl/react";
import { Select, type SelectOption } from "#components/ui/select.tsx";
import { withQuery } from "#lib/client/api.ts";

type Props = {
  kind: string;
  model: string;
  kinds: readonly SelectOption<string>[];
  models: readonly SelectOption<string>[];
};

/** Which part of the map is shown. The choice is in the address; the server answers it. */
export function CapabilityFilter({ kind, model, kinds, models }: Props) {
  const t = useTranslations("docs.capabilities");
  const router = useRouter();
  const pathname = usePathname();
  const show = (next: { kind: string; model: string }) =>
    router.replace(withQuery(pathname, { kind: next.kind || undefined, model: next.model || undefined }), {
      scroll: false,
    });
  return (
    <search aria-label={t("filter")} className="flex flex-wrap gap-2">
      <Select
        aria-label={t("kind")}
        options={[{ value: "", label: t("everyKind") }, ...kinds]}
        value={kind}
        onValueChange={(chosen) => show({ kind: chosen, model })}
        className="w-full sm:w-64"
      />
      <Select
        aria-label={t("model")}
        options={[{ value: "", label: t("everyModel") }, ...models]}
        value={model}
        onValueChange={(chosen) => show({ kind, model: chosen })}
        className="w-full sm:w-64"
      />
    </search>
  );
}
