// What Discord's adapter itself has to say to people, in the language their Discord is in.

const english = {
  failed: 'Discord did not take my answer. Please try again.',
  tooLate: 'That took too long. Please try again.',
  cannotPost: 'I may not post in this channel. Ask someone who manages it to let me, or share it elsewhere.',
  restarting: 'I am just restarting. Please try again in a moment.',
  unknown: 'I do not know that one. Type / to see what I can do.',
};

export function sentences(_locale: string | undefined): typeof english {
  return english;
}
