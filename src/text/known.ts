// Facts without the unknown ones: what is not known is left out, never null.

type Known<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** The same facts without those that are null or undefined. */
export function known<T extends object>(facts: T): Known<T> {
  const present: Known<T> = {};
  for (const key in facts) {
    const value = facts[key];
    if (value !== null && value !== undefined) present[key] = value;
  }
  return present;
}
