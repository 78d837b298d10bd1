// What Discord gets for answers of every kind, as files: `vitest run --update` writes them anew, to be read before they stay.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Form, type MessageBody, previewDiscord, renderDiscord } from '../../../src/adapters/discord/render.ts';
import { mapPresses } from '../../../src/reply/map-presses.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { brokenSchema } from '../../support/discord/openapi.ts';
import { brokenMessageRules } from '../../support/discord/rules.ts';
import { replies } from './replies.ts';

const forms: readonly Form[] = ['card', 'embed', 'plain', 'bare'];
const cases = Object.entries(replies).flatMap(([name, reply]) => forms.map((form) => ({ name, reply, form })));

test.each(cases)('$name as $form', async ({ name, reply, form }) => {
  await expectGolden(renderDiscord(reply, form), `${name}.${form}`);
});

// What the commands really answer, as their own golden files have it.
const golden = new URL('../../golden/replies/', import.meta.url);
const answers = readdirSync(golden).map((file) => file.replace(/\.json$/, ''));

test.each(answers)('the answer %s as card', async (name) => {
  const reply: Reply<string> = JSON.parse(readFileSync(new URL(`${name}.json`, golden), 'utf8'));
  // There every button has the same id; in a message each has its own.
  let place = 0;
  const filed = mapPresses(reply, () => `id.${place++}`);
  await expectGolden(renderDiscord(filed), `commands/${name}.card`);
});

async function expectGolden(body: MessageBody, name: string): Promise<void> {
  expect(brokenMessageRules(body)).toEqual([]);
  expect(brokenSchema('IncomingWebhookInteractionRequest', body)).toEqual([]);
  await expect(`${JSON.stringify(body, undefined, 2)}\n`).toMatchFileSnapshot(`../../golden/discord/${name}.json`);
}

test('a preview is the card that would be posted', () => {
  for (const reply of Object.values(replies)) expect(previewDiscord(reply)).toEqual(renderDiscord(reply, 'card'));
});
