// The adapter's port: what carries the bot to a place where people type. main hands each one the bot.

export interface Adapter {
  /** `discord`, `slack`, `web`, `terminal`: for logs and health. */
  readonly name: string;
  /** Resolves once it listens; rejects with a VerbatimError that names the mend. */
  start(): Promise<void>;
  /** Answers what is under way, takes nothing new, and resolves when all is closed. */
  stop(): Promise<void>;
  /** Whether people can be answered now, in one sentence for `/readyz` and `doctor`. */
  health(): { readonly ready: boolean; readonly detail: string };
}
