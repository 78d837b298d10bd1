// A function that works out the same answer once: of a file's thousands of names most are the same few.

export function remembered<T>(workOut: (question: string) => T): (question: string) => T {
  const answers = new Map<string, { readonly value: T }>();
  return (question) => {
    const found = answers.get(question) ?? { value: workOut(question) };
    answers.set(question, found);
    return found.value;
  };
}
