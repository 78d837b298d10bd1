// What is kept of a reply for its buttons, and reading it back: another version may have written something else.

import { z } from 'zod';

const call = z.object({
  command: z.string(),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  delivery: z.enum(['replace', 'new']),
  visibility: z.enum(['public', 'private']).exactOptional(),
  once: z.boolean().exactOptional(),
});

const filed = z.object({
  owner: z.object({ person: z.string(), prefix: z.string() }),
  visibility: z.enum(['public', 'private']),
  calls: z.array(call),
});

export type Filed = z.output<typeof filed>;

/** `undefined` for what no version like this one has written. */
export function readFiled(value: unknown): Filed | undefined {
  return filed.safeParse(value).data;
}
