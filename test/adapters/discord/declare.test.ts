// The commands as Discord is told them, and what is compared before it is.

import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { compareCommands } from '../../../src/adapters/discord/compare.ts';
import { declareDiscord } from '../../../src/adapters/discord/declare.ts';
import { applicationIdOf, inviteLink, userInstallLink } from '../../../src/adapters/discord/permissions.ts';
import { type Command, defineCommand, type Option } from '../../../src/bot/command.ts';
import { brokenSchema } from '../../support/discord/openapi.ts';
import { brokenCommandRules } from '../../support/discord/rules.ts';
import { token } from '../../support/discord/stand-in.ts';

const both = (text: string) => ({ en: text, id: text });
const text: Option<'text', false> = { kind: 'text', description: both('Words'), required: false };

function command(parts: Partial<Command> = {}): Command {
  return {
    ...defineCommand({ name: 'ask', description: both('Asks'), options: {}, reach: 'typed', run: never }),
    ...parts,
  };
}
const never = () => Promise.reject(new Error('No test runs it'));

test('every command that people can type is one Discord takes', () => {
  const declared = declareDiscord(commands);
  expect(brokenCommandRules(declared)).toEqual([]);
  for (const one of declared) expect(brokenSchema('ApplicationCommandUpdateRequest', one)).toEqual([]);
  const typed = commands.filter(({ reach }) => reach === 'typed').map(({ name }) => name);
  expect(declared.map(({ name }) => name)).toEqual(typed);
});

test('a command is declared with its names and descriptions in every language, its options and where it can be used', () => {
  const declared = declareDiscord([
    command({
      name: 'quote',
      localNames: { id: 'kutipan' },
      description: { en: 'Finds a quote', id: 'Mencari kutipan' },
      options: {
        private: { kind: 'flag', description: { en: 'Only for you', id: 'Hanya untukmu' }, required: false },
        after: { kind: 'day', description: both('From this day'), required: false },
        words: {
          kind: 'text',
          localNames: { id: 'kata' },
          description: { en: 'What was said', id: 'Apa yang dikatakan' },
          required: true,
          suggest: async () => [],
        },
      },
    }),
    command({ name: 'share', reach: 'pressed' }),
  ]);
  expect(declared).toEqual([
    {
      type: 1,
      name: 'quote',
      name_localizations: { id: 'kutipan' },
      description: 'Finds a quote',
      description_localizations: { id: 'Mencari kutipan' },
      options: [
        {
          type: 3,
          name: 'words',
          name_localizations: { id: 'kata' },
          description: 'What was said',
          description_localizations: { id: 'Apa yang dikatakan' },
          required: true,
          autocomplete: true,
        },
        {
          type: 5,
          name: 'private',
          description: 'Only for you',
          description_localizations: { id: 'Hanya untukmu' },
          required: false,
        },
        {
          type: 3,
          name: 'after',
          description: 'From this day',
          description_localizations: { id: 'From this day' },
          required: false,
          autocomplete: false,
        },
      ],
      integration_types: [0, 1],
      contexts: [0, 1, 2],
    },
  ]);
});

const options = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`o${index}`, text]));

describe('what breaks one of Discord’s rules is named', () => {
  test.each<[string, readonly Command[], string]>([
    ['a name in capitals', [command({ name: 'Ask' })], '"Ask"'],
    ['a name with a space', [command({ name: 'ask me' })], '"ask me"'],
    ['a name of 33 letters', [command({ name: 'a'.repeat(33) })], 'a'.repeat(33)],
    ['a local name in capitals', [command({ localNames: { id: 'Tanya' } })], '"Tanya"'],
    ['an option’s name with a space', [command({ options: { 'two words': text } })], '"two words"'],
    ['no description', [command({ description: { en: 'Asks', id: '' } })], '/ask'],
    ['a description of 101 characters', [command({ description: both('x'.repeat(101)) })], '101 characters'],
    [
      'an option’s description of 101',
      [command({ options: { o: { ...text, description: both('x'.repeat(101)) } } })],
      '/ask o',
    ],
    ['26 options', [command({ options: options(26) })], '26 options'],
    ['101 commands', Array.from({ length: 101 }, (_, index) => command({ name: `a${index}` })), '101 commands'],
  ])('%s', (_what, list, words) => {
    expect(() => declareDiscord(list)).toThrow(words);
  });

  test('and what just keeps them is taken', () => {
    const full = command({ name: 'a'.repeat(32), description: both('x'.repeat(100)), options: options(25) });
    expect(brokenCommandRules(declareDiscord([full]))).toEqual([]);
    expect(declareDiscord(Array.from({ length: 100 }, (_, index) => command({ name: `a${index}` })))).toHaveLength(100);
  });
});

test('for one server alone, nothing is said of where a command can be used', () => {
  for (const one of declareDiscord(commands, 'server')) {
    expect(one).not.toHaveProperty('contexts');
    expect(one).not.toHaveProperty('integration_types');
  }
});

describe('compared with what Discord has', () => {
  const declared = declareDiscord([
    command({ options: { words: { ...text, required: true, suggest: async () => [] } } }),
  ]);
  const [asked] = declared;
  /** As Discord tells it: ids and defaults filled in, what is "no" left out, languages where they were asked for. */
  const known = {
    ...asked,
    name: 'ask',
    id: '1',
    version: '2',
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    name_localizations: null,
    integration_types: [1, 0],
    options: [{ ...asked?.options?.[0], name_localizations: null }],
  };

  test('the same is the same, however Discord writes it', () => {
    expect(compareCommands(declared, [known])).toEqual({ added: [], changed: [], removed: [], unchanged: ['ask'] });
  });

  test.each<[string, object]>([
    ['a description', { description: 'Other' }],
    ['a description in another language', { description_localizations: { id: 'Lain' } }],
    ['a name in another language', { name_localizations: { id: 'tanya' } }],
    ['where it can be used', { contexts: [0] }],
    ['who may use it', { default_member_permissions: '0' }],
    ['its options', { options: [] }],
    ['an option that is no longer required', { options: [{ ...known.options[0], required: undefined }] }],
    ['an option without suggestions', { options: [{ ...known.options[0], autocomplete: undefined }] }],
    ['an option with choices', { options: [{ ...known.options[0], choices: [{ name: 'a', value: 'a' }] }] }],
  ])('%s makes it another', (_what, other) => {
    expect(compareCommands(declared, [{ ...known, ...other }]).changed).toEqual(['ask']);
  });

  test('where it can be used is nothing that one server’s own commands differ in', () => {
    const known = { ...asked, name: 'ask', contexts: null, integration_types: [0] };
    expect(compareCommands(declared, [known], 'server').unchanged).toEqual(['ask']);
    expect(compareCommands(declared, [known]).changed).toEqual(['ask']);
  });

  test('what is new, what is gone, and a command of another kind', () => {
    const difference = compareCommands(declared, [
      { name: 'old', type: 1 },
      { name: 'ask', type: 3 },
    ]);
    expect(difference).toEqual({ added: ['ask'], changed: [], removed: ['old', 'ask'], unchanged: [] });
  });
});

test('the invitation asks for exactly what is used: to write in channels and in threads', () => {
  const link = new URL(inviteLink('100000000000000001'));
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_id: '100000000000000001',
    scope: 'bot applications.commands',
    permissions: String((1n << 11n) | (1n << 38n)),
    integration_type: '0',
  });
  expect(new URL(userInstallLink('1')).searchParams.get('integration_type')).toBe('1');
});

test.each([
  [token, '100000000000000001'],
  [`Bot ${token}`, '100000000000000001'],
  ['no token at all', undefined],
  ['', undefined],
])('the application of the token %j is %j', (given, id) => {
  expect(applicationIdOf(given)).toBe(id);
});
