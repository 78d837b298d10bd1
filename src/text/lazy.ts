// Something made when it is first asked for, and kept: Intl's objects take milliseconds each, and most runs need few.

export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
