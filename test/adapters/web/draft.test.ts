// The message that is being written, without a browser.
import { describe, expect, test } from 'vitest';
import {
  activate,
  clear,
  type Draft,
  drop,
  emptyDraft,
  pick,
  send,
  sendPicked,
  stepBack,
  typed,
} from '../../../src/adapters/web/page/draft.ts';
import { keyAtCaret, matchCommands, readLine } from '../../../src/adapters/web/page/line.ts';
import type { WireCommand, WireOption, WirePage } from '../../../src/adapters/web/wire.ts';

const option = (name: string, more: Partial<WireOption> = {}): WireOption => ({
  name,
  kind: 'text',
  description: name,
  required: false,
  rest: false,
  suggests: true,
  ...more,
});
const words = option('words', { rest: true });
const speaker = option('speaker', { key: 'from' });
const quiet = option('private', { kind: 'flag' });
const quote: WireCommand = {
  name: 'quote',
  otherNames: ['kutipan'],
  description: '',
  options: [words, speaker, quiet],
};
const random: WireCommand = { name: 'random', otherNames: ['acak'], description: '', options: [speaker] };
const commands = [quote, random];
const page: Pick<WirePage, 'commands'> = { commands };

const write = (...lines: string[]): Draft => lines.reduce((draft, line) => typed(draft, line, page), emptyDraft);

describe('writing', () => {
  test('a command’s name and a space make the command, and what follows its words', () => {
    expect(write('/quote tik')).toMatchObject({ command: quote, text: 'tik' });
    expect(write('/KUTIPAN tik')).toMatchObject({ command: quote, text: 'tik' });
    expect(write('/quote')).toMatchObject({ text: '/quote' });
    expect(write('/nothing tik')).toMatchObject({ text: '/nothing tik' });
  });

  test('another command among the words of one takes its place', () => {
    expect(write('/quote ', '/random mara')).toMatchObject({ command: random, text: 'mara' });
    expect(write('/quote ', '/help', '/random')).toEqual({ ...emptyDraft, text: '/random' });
    expect(write('/random mara', '/quotemara', '/quote mara')).toMatchObject({ command: quote, text: 'mara' });
    expect(write('/quote ', '/r/programming')).toMatchObject({ command: quote, text: '/r/programming' });
  });

  test('the command’s own name among its words was pasted with them', () => {
    const quietly = activate(write('/quote '), quiet, 'on');
    expect(typed(quietly, '/quote tiktok', page)).toMatchObject({ ...quietly, text: 'tiktok' });
  });

  test('an option’s value may look like a command', () => {
    const entering = activate(write('/quote tiktok'), speaker, 'on');
    expect(typed(entering, '/random x', page)).toMatchObject({ active: speaker, text: '/random x' });
  });

  test('taking all away at once takes the command as well, unless something was picked for it', () => {
    expect(clear(write('/quote tiktok'))).toEqual(emptyDraft);
    expect(clear(activate(write('/quote tiktok'), quiet, 'on'))).toMatchObject({ command: quote, text: '' });
    expect(clear(activate(write('/quote tiktok'), speaker, 'on'))).toMatchObject({ active: speaker, text: '' });
  });

  test('an option takes the box for its value and gives it back with the words in it', () => {
    const entering = activate(write('/quote tiktok'), speaker, 'on');
    expect(entering).toMatchObject({ active: speaker, text: '', words: 'tiktok' });
    const picked = pick(typed(entering, 'mar', page), speaker, { label: 'Mara', value: 'mara-id' });
    expect([picked.active, picked.text]).toEqual([undefined, 'tiktok']);
    expect([...picked.picked]).toEqual([['speaker', { label: 'Mara', value: 'mara-id' }]]);
  });

  test('a flag is turned on and off and takes no value', () => {
    const on = activate(write('/quote tiktok'), quiet, 'on');
    expect([...on.picked.keys()]).toEqual(['private']);
    expect(activate(on, quiet, 'on')).toMatchObject({ text: 'tiktok', picked: new Map() });
  });

  test('a step back takes the option at hand, then the one picked last, then the command', () => {
    const entering = activate(activate(write('/quote '), quiet, 'on'), speaker, 'on');
    const one = stepBack(entering);
    expect([one.active, [...one.picked.keys()]]).toEqual([undefined, ['private']]);
    const two = stepBack(one);
    expect([two.command, two.picked.size]).toEqual([quote, 0]);
    expect(stepBack(two)).toEqual({ ...emptyDraft, text: '/quote' });
    expect(stepBack(emptyDraft)).toBe(emptyDraft);
  });
});

describe('sending', () => {
  test.each([
    ['/quote tiktok', 'quote', 'tiktok'],
    ['/quote  tiktok  from:mara ', 'quote', 'tiktok  from:mara'],
    ['/random', 'random', ''],
    ['/Nothing at all', 'nothing', 'at all'],
    ['plain words', 'quote', 'plain words'],
    ['  /quote tiktok', 'quote', 'tiktok'],
  ])('%j asks for %s with %j', (line, command, text) => {
    expect(send(write(line), page)).toMatchObject({ command, text, options: {} });
  });

  test.each(['', '  ', '/', ' / '])('%j asks for nothing', (line) => {
    expect(send(write(line), page)).toBeUndefined();
  });

  test('an option that is still being typed is sent as it stands', () => {
    const entering = typed(activate(write('/quote tiktok'), speaker, 'on'), ' mara ', page);
    expect(send(entering, page)).toMatchObject({ text: 'tiktok', options: { speaker: 'mara' } });
    expect(send(typed(entering, ' ', page), page)).toMatchObject({ text: 'tiktok', options: {} });
  });

  test('a quote that was picked is asked for by its value and shown by its words', () => {
    const draft = activate(write('/quote tik'), quiet, 'on');
    expect(sendPicked(draft, quote, words, { label: 'Mara: TikTok knows', value: 'id:7' })).toEqual({
      command: 'quote',
      text: '',
      options: { private: true, words: 'id:7' },
      shown: { command: 'quote', picked: [{ name: 'private', label: 'on' }], text: 'Mara: TikTok knows' },
    });
  });

  test('what was taken away is not sent', () => {
    expect(send(drop(activate(write('/quote tik'), quiet, 'on'), 'private'), page)?.options).toEqual({});
  });
});

test.each([
  ['/', ['quote', 'random']],
  ['/q', ['quote']],
  ['/AN', ['quote', 'random']],
  ['/aca', ['random']],
  ['/x', []],
  ['/quote ', []],
  ['quote', []],
])('%j may become %j', (line, names) => {
  expect(matchCommands(line, commands).map(({ name }) => name)).toEqual(names);
});

test.each([
  ['from:', '', 0],
  ['from:mar', 'mar', 0],
  ['tiktok from:mar', 'mar', 7],
  ['tiktok FROM:"mara li', 'mara li', 7],
  ['tiktok speaker:“mara li', 'mara li', 7],
])('in %j the caret stands in the speaker %j', (line, value, from) => {
  expect(keyAtCaret(line, line.length, quote.options)).toEqual({
    option: speaker,
    typed: value,
    from,
    to: line.length,
  });
});

test.each(['from', 'from: mar', 'from:"mara" tik', 'xfrom:mar', 'words:tik', 'after:2020'])(
  'in %j it stands in no option',
  (line) => {
    expect(keyAtCaret(line, line.length, quote.options)).toBeUndefined();
  },
);

test('a line is read to its end, over several lines and signs', () => {
  expect(readLine('/quote a\nb 👩‍👩‍👧 "c"', 'quote')).toEqual({ command: 'quote', text: 'a\nb 👩‍👩‍👧 "c"' });
});
