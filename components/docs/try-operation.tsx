"use client";

import { useMutation } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { withQuery } from "#lib/client/api.ts";
import { tryGateway } from "#lib/client/try-gateway.ts";
import type { ReferenceEntry } from "#lib/contract/api-reference.ts";
import { CodeBlock } from "./code-block.tsx";

/** A call of the gateway with one's own key; the key lives in this form only. */
export function TryOperation({ entry }: { entry: ReferenceEntry }) {
  const t = useTranslations("docs.api.try");
  const { method, parameters, examples } = entry;
  const [key, setKey] = useState("");
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [body, setBody] = useState(examples[0]?.text ?? "{}");
  const call = useMutation({ mutationFn: tryGateway });
  const send = (event: FormEvent) => {
    event.preventDefault();
    call.mutate({ method, path: addressOf(entry, values), key, body: method === "GET" ? undefined : body });
  };
  return (
    <Card className="p-4">
      <form onSubmit={send} className="flex flex-col gap-4">
        <div>
          <h3 className="text-sm font-semibold">{t("title")}</h3>
          <p className="text-xs text-muted">{t("hint")}</p>
        </div>
        <Field label={t("key")}>
          {(ties) => (
            <PasswordInput
              {...ties}
              autoComplete="off"
              required
              value={key}
              onChange={(event) => setKey(event.currentTarget.value)}
            />
          )}
        </Field>
        {parameters.map(({ name, isRequired }) => (
          <Field key={name} label={name}>
            {(ties) => (
              <TextInput
                {...ties}
                required={isRequired}
                value={values[name] ?? ""}
                onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
        {examples.length > 1 && (
          <Field label={t("example")}>
            {(ties) => (
              <Select
                {...ties}
                options={examples.map(({ title, text }) => ({ value: text, label: title }))}
                value={examples.find(({ text }) => text === body)?.text ?? ""}
                onValueChange={setBody}
              />
            )}
          </Field>
        )}
        {method !== "GET" && (
          <Field label={t("body")}>
            {(ties) => (
              <TextArea
                {...ties}
                rows={Math.min(body.split("\n").length + 1, 16)}
                spellCheck={false}
                value={body}
                onChange={(event) => setBody(event.currentTarget.value)}
                className="font-mono text-xs leading-5"
              />
            )}
          </Field>
        )}
        <Button
          type="submit"
          variant="primary"
          busy={call.isPending}
          icon={<Send aria-hidden />}
          className="self-start"
        >
          {t("send")}
        </Button>
      </form>
      <div role="status">
        {call.isError && <p className="mt-4 text-sm text-danger-text">{t("failed")}</p>}
        {call.data && (
          <>
            <p className="mt-4 mb-2 text-sm font-medium">
              {t("status", { status: String(call.data.status) })}
            </p>
            <CodeBlock text={call.data.text} />
          </>
        )}
      </div>
    </Card>
  );
}

/** The path with its parameters filled in, and what was given of the query. */
function addressOf({ path, parameters }: ReferenceEntry, values: Readonly<Record<string, string>>): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
  const query = parameters.filter(({ place }) => place === "query").map(({ name }) => [name, values[name]]);
  return withQuery(filled, Object.fromEntries(query));
}
