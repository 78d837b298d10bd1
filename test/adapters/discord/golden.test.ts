// What Discord gets for answers of every kind, as files: `vitest run --update` writes them anew, to be read before they stay.

import { expect, test } from 'vitest';
import { type Form, previewDiscord, renderDiscord } from '../../../src/adapters/discord/render.ts';
import { brokenSchema } from '../../support/discord/openapi.ts';
import { brokenMessageRules } from '../../support/discord/rules.ts';
import { replies } from './replies.ts';

const forms: readonly Form[] = ['card', 'embed', 'plain', 'bare'];
const cases = Object.entries(replies).flatMap(([name, reply]) => forms.map((form) => ({ name, reply, form })));

test.each(cases)('$name as $form', async ({ name, reply, form }) => {
  const body = renderDiscord(reply, form);
  expect(brokenMessageRules(body)).toEqual([]);
  expect(brokenSchema('IncomingWebhookInteractionRequest', body)).toEqual([]);
  const file = `../../golden/discord/${name}.${form}.json`;
  await expect(`${JSON.stringify(body, undefined, 2)}\n`).toMatchFileSnapshot(file);
});

test('a preview is the card that would be posted', () => {
  for (const reply of Object.values(replies)) expect(previewDiscord(reply)).toEqual(renderDiscord(reply, 'card'));
});
