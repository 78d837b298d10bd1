// Buttons: across restarts, after a week, pressed twice, pressed by others.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Asker, Bot } from '../../src/bot/command.ts';
import { renderPlain } from '../../src/reply/plain.ts';
import type { Action } from '../../src/reply/reply.ts';
import { type Fixture, openFixture } from '../support/fixture-library.ts';

const dayMs = 24 * 60 * 60 * 1000;

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());

let people = 0;
const someone = (name = 'Ana'): Asker => ({ id: `person-${people++}`, name });

function buttons({ reply }: Answer): readonly { readonly label: string; readonly id: string }[] {
  const all: readonly Action<string>[] = [
    ...reply.blocks.flatMap((block) => (block.kind === 'quote' ? block.actions : [])),
    ...reply.actions,
  ];
  return all.flatMap((action) => (action.kind === 'press' ? [{ label: action.label, id: action.press }] : []));
}

function idOf(answer: Answer, label: string): string {
  const found = buttons(answer).find((button) => button.label === label);
  if (found === undefined) throw new Error(`no button ${label}`);
  return found.id;
}

const ask = (bot: Bot, person: Asker, more = {}) =>
  bot.run({ command: 'quote', options: { words: 'tiktok', ...more }, person });

describe('buttons', () => {
  test('carry ids that are short, opaque and of their own', async () => {
    const ids = buttons(await ask(fixture.bot, someone())).map(({ id }) => id);
    expect(ids).toHaveLength(5);
    expect(new Set(ids).size).toBe(5);
    for (const id of ids) expect(id).toMatch(/^[\w.-]{1,32}$/);
  });

  test('work after a restart', async () => {
    const person = someone();
    const answer = await ask(fixture.bot, person);
    const next = await fixture.restart().press({ id: idOf(answer, 'Next'), person });
    expect(next.delivery).toBe('replace');
    expect(renderPlain(next.reply)).toContain('4–6 of 8');
  });

  test.each([
    ['6 days and 23 hours', 7 * dayMs - 60 * 60 * 1000, '4–6 of 8'],
    ['7 days', 7 * dayMs, 'no longer works: they last 7 days'],
  ])('after %s', async (_age, ageMs, expected) => {
    const person = someone();
    const answer = await ask(fixture.restart({ clock: () => new Date(Date.now() - ageMs) }), person);
    const pressed = await fixture.bot.press({ id: idOf(answer, 'Next'), person });
    expect(renderPlain(pressed.reply)).toContain(expected);
  });

  test('answer kindly, to the presser alone, once they have expired', async () => {
    const old = fixture.restart({ clock: () => new Date(Date.now() - 8 * dayMs) });
    const person = someone();
    const pressed = await fixture.bot.press({ id: idOf(await ask(old, person), 'Next'), person, locale: 'id' });
    expect(pressed).toMatchObject({ delivery: 'new', reply: { visibility: 'private', actions: [], locale: 'id' } });
  });

  test.each([[''], ['nonsense'], ['AAAAAAAAAAAAAAAA.0'], ['../../etc'], ['x'.repeat(5000)]])(
    'that never were are as good as expired: %s',
    async (id) => {
      const pressed = await fixture.bot.press({ id, person: someone() });
      expect(renderPlain(pressed.reply)).toContain('no longer works');
    },
  );

  test('of another place in the reply are not made up', async () => {
    const person = someone();
    const id = idOf(await ask(fixture.bot, person), 'Next').replace(/\.\d+$/, '.99');
    expect(renderPlain((await fixture.bot.press({ id, person })).reply)).toContain('no longer works');
  });

  test('share once, however often and how fast they are pressed', async () => {
    const person = someone('Ana');
    const id = idOf(await ask(fixture.bot, person, { private: true }), 'Share');
    const answers = await Promise.all(Array.from({ length: 6 }, () => fixture.bot.press({ id, person })));
    const shared = answers.filter(({ reply }) => reply.visibility === 'public');
    expect(shared).toHaveLength(1);
    expect(shared[0]?.delivery).toBe('new');
    const others = answers.filter((one) => !shared.includes(one)).map(({ reply }) => renderPlain(reply));
    expect(new Set(others)).toEqual(new Set(['This is done already.']));
  });

  test('share again what reached nobody', async () => {
    const person = someone('Ana');
    const id = idOf(await ask(fixture.bot, person, { private: true }), 'Share');
    const lost = await fixture.bot.press({ id, person });
    await lost.undelivered?.();
    expect((await fixture.bot.press({ id, person })).reply.visibility).toBe('public');
    expect(renderPlain((await fixture.bot.press({ id, person })).reply)).toBe('This is done already.');
  });

  test('share the quote as it was seen, highlights and cuts and all', async () => {
    const person = someone('Ana');
    const answer = await ask(fixture.bot, person, { private: true });
    const shared = await fixture.bot.press({ id: idOf(answer, 'Share'), person });
    const seen = answer.reply.blocks.find((block) => block.kind === 'quote');
    const posted = shared.reply.blocks.find((block) => block.kind === 'quote');
    expect(posted).toMatchObject({ text: seen?.text, highlights: seen?.highlights, moment: seen?.moment });
  });

  test('pressed by somebody else give them a copy of their own that goes on being theirs', async () => {
    const answer = await ask(fixture.bot, someone());
    const other = someone('Budi');
    const copy = await fixture.bot.press({ id: idOf(answer, 'Next'), person: other });
    expect(copy).toMatchObject({ delivery: 'new', reply: { visibility: 'private' } });
    const further = await fixture.bot.press({ id: idOf(copy, 'Next'), person: other });
    expect(further).toMatchObject({ delivery: 'replace', reply: { visibility: 'private' } });
    const shared = await fixture.bot.press({ id: idOf(further, 'Share'), person: other });
    expect(shared.reply).toMatchObject({ visibility: 'public', summary: expect.stringContaining('Shared by Budi') });
  });

  test('keep a private answer private, and a public one public', async () => {
    const person = someone();
    for (const visibility of ['private', 'public'] as const) {
      const answer = await ask(fixture.bot, person, { private: visibility === 'private' });
      const next = await fixture.bot.press({ id: idOf(answer, 'Next'), person });
      expect(next.reply.visibility).toBe(visibility);
    }
  });

  test('are not refused to a quick reader, but to a machine', async () => {
    const person = someone();
    const id = idOf(await ask(fixture.bot, person), 'Next');
    const answers = [];
    for (let presses = 0; presses < 16; presses++) answers.push(await fixture.bot.press({ id, person }));
    const refused = answers.filter(({ reply }) => renderPlain(reply).includes('Please wait'));
    expect(refused).toEqual(answers.slice(15));
  });

  test('that have expired are cleared away while the bot works', async () => {
    const pruned: Date[] = [];
    let now = Date.now();
    const state = { ...fixture.library, pruneState: async (time: Date) => void pruned.push(time) };
    const bot = fixture.restart({ state, clock: () => new Date(now) });
    await ask(bot, someone());
    expect(pruned).toEqual([]);
    now += 60 * 60 * 1000;
    await ask(bot, someone());
    await ask(bot, someone());
    expect(pruned).toEqual([new Date(now)]);
  });
});

describe('what is known of an answer before it is there', () => {
  test.each([
    ['quote', {}, 'public'],
    ['quote', { private: true }, 'private'],
    ['quote', { words: 'tiktok private:yes' }, 'private'],
    ['quote', { words: '"private:yes"' }, 'public'],
    ['random', {}, 'public'],
    ['help', {}, 'private'],
    ['episodes', {}, 'private'],
    ['nonsense', {}, 'private'],
  ] as const)('/%s %j is %s', async (command, options, visibility) => {
    expect(await fixture.bot.foresee({ command, options, person: someone() })).toEqual({ delivery: 'new', visibility });
  });

  test('a press goes where its answer then goes', async () => {
    const person = someone();
    const answer = await ask(fixture.bot, person, { private: true });
    for (const { id } of buttons(answer)) {
      for (const presser of [person, someone()]) {
        const { delivery, visibility } = await fixture.bot.foresee({ id, person: presser });
        const pressed = await fixture.bot.press({ id, person: presser });
        if (!renderPlain(pressed.reply).includes('already')) {
          expect({ delivery: pressed.delivery, visibility: pressed.reply.visibility }).toEqual({
            delivery,
            visibility,
          });
        }
      }
    }
  });
});
