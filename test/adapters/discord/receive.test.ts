// Interactions as Discord sends them, read into what the bot understands.

import type { APIInteraction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { receive } from '../../../src/adapters/discord/receive.ts';
import {
  bela,
  buttonPayload,
  commandPayload,
  formPayload,
  menuPayload,
  messageCommandPayload,
  type Scene,
  type Sent,
  typingPayload,
} from '../../support/discord/payloads.ts';

/** As it arrives: text over a wire. */
function received(sent: Sent) {
  const interaction: APIInteraction = JSON.parse(JSON.stringify(sent.payload));
  return receive(interaction);
}

test('a command with its options, who asked it and in which language', () => {
  const read = received(commandPayload('quote', { words: 'tiktok data', private: true }, { locale: 'id' }));
  expect(read).toMatchObject({
    kind: 'command',
    invocation: {
      command: 'quote',
      options: { words: 'tiktok data', private: true },
      person: { id: '200000000000000001', name: 'Ada' },
      locale: 'id',
      prefix: '/',
    },
    place: { applicationId: '100000000000000001', locale: 'id', mayPost: true },
  });
});

test.each([
  ['<@200000000000000001> tiktok', 'tiktok'],
  ['tiktok <@!200000000000000001> in <#300000000000000001>', 'tiktok in'],
  ['tiktok <:kekw:400000000000000001> data <a:party:400000000000000001>', 'tiktok data'],
  ['since <t:1618953630:R> tiktok', 'since tiktok'],
  ['a < b and c > d <3', 'a < b and c > d <3'],
])('of “%s”, “%s” was typed: the rest is ids of Discord’s', (sent, typed) => {
  expect(received(commandPayload('quote', { words: sent }))).toMatchObject({
    invocation: { options: { words: typed } },
  });
  expect(received(typingPayload('quote', 'words', { words: sent }))).toMatchObject({ typing: { typed } });
});

test.each<[string, Scene, string]>([
  ['their name on the server', {}, 'Ada'],
  ['their own name where they have none there', { person: bela }, 'bela'],
  ['their own name in a chat', { chat: 'bot' }, 'ada'],
])('people are called by %s', (_what, scene, name) => {
  expect(received(commandPayload('help', {}, scene))).toMatchObject({ invocation: { person: { name } } });
});

test('what is being typed, apart from what is given', () => {
  const read = received(typingPayload('quote', 'speaker', { words: 'data', speaker: 'mi', private: false }));
  expect(read).toMatchObject({
    kind: 'typing',
    typing: { command: 'quote', option: 'speaker', typed: 'mi', given: { words: 'data', private: false } },
  });
  expect(received(typingPayload('quote', 'nothing', {}))).toMatchObject({ typing: { option: '', typed: '' } });
});

describe('a press', () => {
  const card = { id: '1', flags: 1 << 15 };

  test('of a button carries the press within its id', () => {
    const read = received(buttonPayload(card, '3:c0ffee:with:colons'));
    expect(read).toMatchObject({ kind: 'press', press: { id: 'c0ffee:with:colons' }, onCard: true });
  });

  test('of a menu carries what was picked', () => {
    const read = received(menuPayload({ id: '1', flags: 4 }, '0:menu', 'query-7'));
    expect(read).toMatchObject({ kind: 'press', press: { id: 'query-7' }, onCard: false });
  });

  test('is the same for the same button, message and person, and else another', () => {
    const keys = [
      buttonPayload(card, '0:a'),
      buttonPayload(card, '0:a'),
      buttonPayload(card, '1:a'),
      buttonPayload({ id: '2' }, '0:a'),
      buttonPayload(card, '0:a', { person: bela }),
      menuPayload(card, '0:a', 'x'),
    ].map((sent) => {
      const read = received(sent);
      return read.kind === 'press' ? read.key : '';
    });
    expect(new Set(keys).size).toBe(5);
    expect(keys[0]).toBe(keys[1]);
  });
});

test.each([
  ['a form', formPayload()],
  ['a command of a message’s menu', messageCommandPayload('Quote this')],
])('%s is nothing Verbatim asked for', (_what, sent) => {
  expect(received(sent).kind).toBe('unknown');
});

const may = 1n << 11n;
const mayInThreads = 1n << 38n;
const mayUseApps = 1n << 50n;
const administrator = 1n << 3n;

describe('a message for all', () => {
  test.each<[string, Scene, boolean]>([
    ['where the bot may write', { appPermissions: may }, true],
    ['where it may not', { appPermissions: 0n }, false],
    ['where it is administrator', { appPermissions: administrator }, true],
    ['in a thread where it may write in threads', { appPermissions: mayInThreads, channelType: 11 }, true],
    ['in a thread where it may write in channels only', { appPermissions: may, channelType: 12 }, false],
    ['in a chat with it', { chat: 'bot', appPermissions: 0n }, true],
    ['in a chat of others', { chat: 'private', installed: 'user', appPermissions: 0n }, true],
    ['where somebody may use apps of their own', { installed: 'user', memberPermissions: mayUseApps }, true],
    ['where they may not', { installed: 'user', memberPermissions: may }, false],
  ])('%s: %#', (_where, scene, allowed) => {
    expect(received(commandPayload('quote', {}, scene)).place.mayPost).toBe(allowed);
  });
});
