// The manifest of the Slack app, and which command was meant by what was typed.

import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { asTypedInSlack, declareSlack, readSlash, scopes } from '../../../src/adapters/slack/declare.ts';
import type { Command } from '../../../src/bot/command.ts';

const socketMode = declareSlack(commands, { locale: 'en' });
const overHttp = declareSlack(commands, { locale: 'id', publicUrl: 'https://bot.example.org' });

/** What Slack checks, from the public schema of manifests: https://json.schemastore.org/slack-app-manifest.json */
const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
const url = { type: 'string', pattern: '^https://' };
const closed = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const schema = closed(
  {
    _metadata: closed({ major_version: { type: 'integer' }, minor_version: { type: 'integer' } }),
    display_information: closed(
      { name: text(35), description: text(140), background_color: { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' } },
      ['name'],
    ),
    features: closed({
      bot_user: closed({ display_name: { ...text(80), pattern: '^[\\w\\-.]+$' }, always_online: { type: 'boolean' } }, [
        'display_name',
      ]),
      slash_commands: {
        type: 'array',
        maxItems: 50,
        items: closed(
          {
            command: { ...text(32), pattern: '^/[a-z0-9_-]+$' },
            description: text(2_000),
            usage_hint: text(1_000),
            should_escape: { const: true },
            url,
          },
          ['command', 'description', 'should_escape'],
        ),
      },
    }),
    oauth_config: closed({ scopes: closed({ bot: { type: 'array', items: { type: 'string' } } }) }),
    settings: closed({
      interactivity: closed({ is_enabled: { const: true }, request_url: url, message_menu_options_url: url }, [
        'is_enabled',
      ]),
      org_deploy_enabled: { type: 'boolean' },
      socket_mode_enabled: { type: 'boolean' },
      token_rotation_enabled: { type: 'boolean' },
    }),
  },
  ['display_information', 'features', 'oauth_config', 'settings'],
);
const validate = new Ajv().compile(schema);

/** https://slack.com/help/articles/201259356: one of these makes Slack refuse the whole manifest. */
const reserved = [
  'help',
  'status',
  'me',
  'away',
  'dnd',
  'shrug',
  'remind',
  'msg',
  'feed',
  'who',
  'search',
  'topic',
  'open',
  'join',
  'leave',
  'mute',
  'invite',
  'feedback',
  'commands',
];

describe.each([
  ['Socket Mode', socketMode],
  ['HTTP', overHttp],
])('the manifest for %s', (_way, manifest) => {
  test('is one that Slack takes', () => {
    validate(manifest);
    expect(validate.errors).toBeNull();
  });

  test('has every command that can be typed, under no name that Slack keeps to itself', () => {
    const names = manifest.features.slash_commands.map(({ command }) => command.slice(1));
    expect(names).toHaveLength(commands.filter(({ reach }) => reach === 'typed').length);
    expect(names.filter((name) => reserved.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('asks for no more than is used', () => {
    expect(manifest.oauth_config.scopes.bot).toEqual(['commands', 'users:read']);
    expect(scopes).toEqual(manifest.oauth_config.scopes.bot);
  });
});

test('over a socket no address is needed', () => {
  expect(socketMode.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
  expect(JSON.stringify(socketMode)).not.toContain('http');
});

test('over HTTP everything comes to the one signed address', () => {
  const address = 'https://bot.example.org/slack/events';
  expect(overHttp.settings).toMatchObject({
    socket_mode_enabled: false,
    interactivity: { request_url: address, message_menu_options_url: address },
  });
  expect(new Set(overHttp.features.slash_commands.map((command) => command.url))).toEqual(new Set([address]));
});

test.each([
  ['https://bot.example.org', 'https://bot.example.org/slack/events'],
  ['https://bot.example.org/verbatim', 'https://bot.example.org/verbatim/slack/events'],
  ['https://bot.example.org/a/b/?x=1#y', 'https://bot.example.org/a/b/slack/events'],
])('Verbatim at %s is reached at %s', (publicUrl, address) => {
  const { interactivity } = declareSlack(commands, { locale: 'en', publicUrl }).settings;
  expect(interactivity).toMatchObject({ request_url: address });
});

test('hints show what may be typed, by its keys, required first without brackets', () => {
  const hints = Object.fromEntries(socketMode.features.slash_commands.map((one) => [one.command, one.usage_hint]));
  expect(hints['/quote']).toMatch(/^words \[from:"[^"]+"\] \[in:…\] .*\[after:2020-08\].* \[private:yes\]$/);
  expect(hints['/episode']).toBe('title');
  expect(hints).toHaveProperty('/speakers', undefined);
});

test('a set of more commands than Slack takes, with longer words, still makes a manifest', () => {
  const long: Command = {
    name: 'long',
    description: { en: 'x'.repeat(3_000), id: 'x' },
    reach: 'typed',
    options: Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [
        `option-${n}`,
        { kind: 'text', required: false, description: { en: 'x', id: 'x' }, example: 'x'.repeat(50) } as const,
      ]),
    ),
    run: () => Promise.reject(new Error('never run')),
  };
  validate(
    declareSlack(
      Array.from({ length: 80 }, (_, n) => ({ ...long, name: `long-${n}` })),
      { locale: 'en' },
    ),
  );
  expect(validate.errors).toBeNull();
});

test.each([
  ['/quote', 'tiktok', { command: 'quote', text: 'tiktok' }],
  ['/QUOTE', '', { command: 'quote', text: '' }],
  ['/verbatim', '', { command: 'help', text: '' }],
  ['/verbatim', 'help', { command: 'help', text: '' }],
  ['/verbatim', 'what is this', { command: 'help', text: '' }],
  ['/verbatim', '  Quote   tiktok  from:paul', { command: 'quote', text: 'tiktok  from:paul' }],
  ['/verbatim', 'kutipan tiktok', { command: 'quote', text: 'tiktok' }],
  ['/verbatim', 'share x', { command: 'help', text: '' }],
  ['/something', 'x', { command: 'something', text: 'x' }],
])('%s %s', (slash, text, meant) => {
  expect(readSlash(slash, text, commands)).toEqual(meant);
});

test('help goes by the name it has in Slack', () => {
  expect(['/help', '/help me', '/helpful', '/quote help'].map(asTypedInSlack)).toEqual([
    '/verbatim',
    '/verbatim me',
    '/helpful',
    '/quote help',
  ]);
});

test.each([
  ['/quote words [speaker] [private]', '/quote words [speaker:] [private:]'],
  ['/random [speaker]', '/random [speaker:]'],
  ['/episode title', '/episode title'],
  ['/quote [laughs] and goes', '/quote [laughs] and goes'],
  ['words [speaker]', 'words [speaker]'],
])('options are typed by their keys: %s is %s', (text, typed) => {
  expect(asTypedInSlack(text)).toBe(typed);
});
