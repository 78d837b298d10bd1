// Everything that people can ask, in the order in which help tells it; then what only buttons reach.

import type { Command } from '../src/bot/command.ts';
import { context } from './context.ts';
import { episode } from './episode.ts';
import { episodes } from './episodes.ts';
import { help } from './help.ts';
import { quote } from './quote.ts';
import { random } from './random.ts';
import { share } from './share.ts';
import { speaker } from './speaker.ts';
import { speakers } from './speakers.ts';

export const commands: readonly Command[] = [quote, random, episode, episodes, speaker, speakers, help, context, share];
