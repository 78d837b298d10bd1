// A parse thread that does what the text says: answers, never ends, fills the memory, fails, or goes away.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ text }) => {
  if (text === 'loop') for (;;);
  if (text === 'fill') for (let all = {}; ; ) all = { all };
  if (text === 'throw') throw new Error('a fault of our own');
  if (text === 'leave') process.exit();
  const transcript = { format: text, facts: { language: 'en' }, segments: [] };
  const tally = { newWords: [], afresh: false, said: new Uint32Array(), ends: new Uint32Array() };
  parentPort.postMessage({ kind: 'transcript', transcript, tally });
});
