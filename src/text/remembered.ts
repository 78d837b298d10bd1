// A function that works out the same answer once: of a file's thousands of names most are the same few.

/** Where they are not the same few, remembering takes more than it saves; forgetting leaves what the collector comes late for. */
const mostAnswers = 5000;

export function remembered<T>(workOut: (question: string) => T): (question: string) => T {
  const answers = new Map<string, { readonly value: T }>();
  return (question) => {
    const known = answers.get(question);
    if (known !== undefined) return known.value;
    const value = workOut(question);
    if (answers.size < mostAnswers) answers.set(question, { value });
    return value;
  };
}
