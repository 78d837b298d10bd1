// The thread of a search: a composition root of its own, with its own connection to the library file.

import { workerData } from 'node:worker_threads';
import { openLibrary } from '../library/sqlite/open.ts';
import { stepBack } from '../priority.ts';
import { answerQuestions } from '../threads/answer.ts';
import { createSearch } from './create-search.ts';
import type { SearchThread } from './threads.ts';

stepBack('answers');
const { libraryFile }: SearchThread = workerData;
answerQuestions(openLibrary(libraryFile, { access: 'read' }).then(createSearch));
