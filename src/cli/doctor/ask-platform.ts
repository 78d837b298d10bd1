// Asks a platform whether a token works, in one request.

import { known } from '../../text/known.ts';

const timeoutMs = 5_000;

export type PlatformAnswer =
  | { readonly reached: true; readonly status: number; readonly body: Readonly<Record<string, unknown>> }
  | { readonly reached: false; readonly why: string };

export async function askPlatform(
  url: string,
  request: { readonly method: 'GET' | 'POST'; readonly authorization: string },
): Promise<PlatformAnswer> {
  try {
    const response = await fetch(url, {
      method: request.method,
      headers: { authorization: request.authorization },
      // The bot follows none either, and the token is for this address alone.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body: unknown = await response.json().catch(() => ({}));
    return { reached: true, status: response.status, body: typeof body === 'object' ? { ...body } : {} };
  } catch (error) {
    return { reached: false, why: reason(error) };
  }
}

/** fetch says only that it failed; why stands in its cause. */
function reason(error: unknown): string {
  const { cause, message } = known(error instanceof Error ? error : new Error(String(error)));
  return cause instanceof Error ? cause.message || String(cause) : (message ?? 'no answer');
}
