// The library's thread: a composition root of its own, with the bot's own connection to the library file.

import { workerData } from 'node:worker_threads';
import { stepBack } from '../priority.ts';
import { answerQuestions } from '../threads/answer.ts';
import { openLibrary } from './sqlite/open.ts';
import type { LibraryThread } from './thread.ts';

// Woken for every few answers, it would take the core from whoever hears people.
stepBack('answers');
const { libraryFile }: LibraryThread = workerData;
answerQuestions(openLibrary(libraryFile, { access: 'write' }));
