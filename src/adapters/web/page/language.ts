// The language that somebody chose for the page: kept by the browser, where it lets a page keep anything.

const key = 'verbatim.language';

export function chosenLanguage(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepLanguage(code: string): void {
  try {
    localStorage.setItem(key, code);
  } catch {
    // Forbidden: the page goes on in the browser's own.
  }
}
