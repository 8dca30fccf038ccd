"use client";

import { type ChangeEvent, type MouseEvent, type SyntheticEvent, useRef, useState } from "react";

type Texts = Readonly<Record<string, string>>;
type Errors<F extends Texts> = { readonly [Name in keyof F]?: string | undefined };

type Options<F extends Texts> = {
  initial: F;
  /** What is wrong with each field, in the person's language; nothing when all is well. */
  check: (values: F) => Errors<F>;
};

/**
 * The texts of a form. Errors appear when someone tries to send, and then follow the typing; the first wrong
 * field gets the focus, also when it is the server that refused it. What was typed is never thrown away by a failure.
 */
export function useFormFields<F extends Texts>({ initial, check }: Options<F>) {
  const [values, setValues] = useState(initial);
  const [refused, setRefused] = useState<Errors<F>>({});
  const [tried, setTried] = useState(false);
  const element = useRef<HTMLFormElement | null>(null);
  const errors: Errors<F> = tried ? { ...refused, ...withoutGaps(check(values)) } : refused;

  const set = (name: keyof F & string, value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    setRefused((before) => ({ ...before, [name]: undefined }));
  };

  return {
    values,
    set,
    error: (name: keyof F & string) => errors[name],
    /** Back to how it began, for a form that can be sent again. */
    clear: () => {
      setValues(initial);
      setRefused({});
      setTried(false);
    },
    /** What the server had to say about single fields. */
    refuse: (problems: Errors<F>) => {
      setRefused(problems);
      focusFirst(element.current, Object.keys(withoutGaps(problems)));
    },
    /** Props of the control of a field. */
    control: (name: keyof F & string) => ({
      name,
      value: values[name] ?? "",
      onChange: (event: ChangeEvent<HTMLInputElement>) => set(name, event.currentTarget.value),
    }),
    onSubmit: (send: (values: F) => void) => (event: SyntheticEvent<HTMLFormElement>) => {
      event.preventDefault();
      element.current = event.currentTarget;
      setTried(true);
      const wrong = Object.keys(withoutGaps(check(values)));
      if (wrong.length === 0) send(values);
      else focusFirst(event.currentTarget, wrong);
    },
    /** For a second button of the form, which needs only these fields to be right. */
    onPress:
      (names: readonly (keyof F & string)[], send: (values: F) => void) =>
      (event: MouseEvent<HTMLButtonElement>) => {
        element.current = event.currentTarget.form;
        const problems = check(values);
        const wrong = names.filter((name) => problems[name] !== undefined);
        setRefused(Object.fromEntries(wrong.map((name) => [name, problems[name]])) as Errors<F>); // as below
        if (wrong.length === 0) send(values);
        else focusFirst(element.current, wrong);
      },
  };
}

function withoutGaps<F extends Texts>(errors: Errors<F>): Errors<F> {
  const entries = Object.entries(errors).filter(([, error]) => error !== undefined);
  return Object.fromEntries(entries) as Errors<F>; // fromEntries forgets which keys it was given
}

function focusFirst(form: HTMLFormElement | null, names: readonly string[]): void {
  const controls = Array.from(form?.elements ?? []);
  const first = controls.find(
    (control) => control instanceof HTMLInputElement && names.includes(control.name),
  );
  if (first instanceof HTMLInputElement) first.focus();
}
