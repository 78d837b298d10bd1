// Why something failed, as the log may have it.

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Without what libraries hang onto their errors: a whole certificate, bytes of the answer, sockets. */
export function plainCause(error: unknown): Error {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}
