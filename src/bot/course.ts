// Who will see an answer, and whether it takes the place of the message whose button was pressed.

import type { OptionValue, Visibility } from '../reply/reply.ts';
import type { Asker, Command, Course } from './command.ts';
import type { Opened } from './sessions.ts';

/** Where the answer to a press goes. Somebody else's press leaves the message as it is and gives them their own copy. */
export function courseOf({ call, owner, visibility }: Opened, command: Command, person: Asker): Course {
  if (person.id !== owner.person) return { delivery: 'new', visibility: 'private' };
  return {
    delivery: call.delivery,
    visibility: call.visibility ?? visibilityOf(command, call.options, visibility),
  };
}

/** `asAsked`: who sees it where the command leaves that open. */
export function visibilityOf(
  command: Command,
  options: Readonly<Record<string, OptionValue>>,
  asAsked: Visibility,
): Visibility {
  if (command.answers === 'public' || command.answers === 'private') return command.answers;
  return 'private' in command.options && options.private === true ? 'private' : asAsked;
}
