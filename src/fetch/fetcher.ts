// The fetcher's port: what the program may ask of the web, and what it gets back whole, checked and within limits.

export interface FetchRequest {
  /** http or https; may hold a name and a password, which are sent to that host alone and told to nobody. */
  readonly url: string;
  /** It stands in what others wrote, a feed: where it leads into a private network, nobody is told how to let it. */
  readonly isOfOthers?: boolean;
  /**
   * What is wanted, for the Accept header. Where it is given, sound and pictures that it does not name are an error, and
   * so is a web page, whatever it is called; a range for everything lets all pass.
   */
  readonly accept?: string;
  /** What the last answer said of itself: where nothing has changed, the answer is `unchanged`. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** The most that is taken, after decompression. */
  readonly mostBytes?: number;
  /** From the first byte asked to the last one got; time spent waiting for the host's turn does not count. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface FetchedHead {
  /** Where the answer came from in the end, without name and password. */
  readonly url: string;
  /**
   * Set where every redirect on the way there was a permanent one: the address to ask from now on, with name and password
   * where they were sent there.
   */
  readonly movedTo?: string;
  /** `text/vtt`, lower case, without parameters; absent: not said. */
  readonly mediaType?: string;
  /** As the Content-Type header has it. */
  readonly charset?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** For how long there is nothing new to be had, as its Cache-Control has it (max-age). */
  readonly freshSeconds?: number;
}

export type Fetched =
  | (FetchedHead & { readonly kind: 'fresh'; readonly body: Buffer })
  | (FetchedHead & { readonly kind: 'unchanged' });

/**
 * All methods throw VerbatimError: `forbidden-address`, `unreachable` (also where it was given up), `bad-response` (with
 * `status` and `retryAfterSeconds` where they were told) or `too-large`; its message names the address without its secrets.
 */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<Fetched>;
  /** Into a file, whole or not at all; for what is too large for memory. */
  download(request: FetchRequest, file: string): Promise<FetchedHead & { readonly bytes: number }>;
  /** Ends what is under way. */
  close(): Promise<void>;
}
