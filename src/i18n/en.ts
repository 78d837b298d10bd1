// English.
export const en = {};
