/** Made when it is first asked for, and then kept: what the first moment of a shot does not need shall not keep it waiting. */
export function onceAsked<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
