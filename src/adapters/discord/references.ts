// What Discord makes of a person, a channel, an emoji or a time in what somebody types: numbers, which nobody says.
// https://docs.discord.com/developers/reference#message-formatting

const reference = /<(?:@[!&]?\d+|#\d+|id:\w+|a?:\w+:\d+|t:-?\d+(?::\w)?|\/[^<>:]+:\d+)>/g;

/** What was typed besides; as it was typed, where there is nothing of that kind. */
export function withoutReferences(text: string): string {
  const left = text.replace(reference, ' ');
  return left === text ? text : left.replace(/ {2,}/g, ' ').trim();
}
