// The console's own figures. A browser has few limits; these keep one page from asking too much of the server.

export const limits = {
  /** Of a request's body. Room for the longest text below with every character escaped. */
  bodyBytes: 256 * 1024,
  /** Of what is typed at once: well above the 10,000 that search still answers kindly. */
  typedCharacters: 20_000,
  /** Of an option's value, a command's name, a button's id. */
  valueCharacters: 2_000,
  /** Of what somebody is called. */
  nameCharacters: 80,
  /** Options of one command, as on Discord. */
  options: 25,
} as const;
