// Numbers as the command line says them: `1 episode`, `3,159 segments`.

export const plain = (number: number): string => number.toLocaleString('en');

/** @param thing in the singular; its plural must be regular. */
export const counted = (number: number, thing: string): string => `${plain(number)} ${thing}${number === 1 ? '' : 's'}`;
