// A `response_url`: how often it is used, whatever becomes of it.

import { expect, test } from 'vitest';
import { renderLine } from '../../../src/adapters/slack/render.ts';
import { sendTo } from '../../../src/adapters/slack/respond.ts';
import { SlackStandIn } from '../../support/slack/stand-in.ts';

const line = renderLine('Hello', 'private');

test('is never used more than five times, and not the times that are spared', async () => {
  const slack = await new SlackStandIn().start();
  try {
    let uses = 0;
    const counted: typeof fetch = (...request) => {
      uses++;
      return fetch(...request);
    };
    const send = sendTo(slack.responseUrl(slack.who), { fetch: counted, pausesMs: [1, 1, 1, 1, 1, 1] });
    slack.misbehave('response_url', ...Array.from({ length: 4 }, () => ({ status: 503, body: 'upstream' })));
    await expect(send(line, 1)).rejects.toMatchObject({ status: 503, isPassing: true });
    expect(uses).toBe(4);
    await expect(send(line, 1)).rejects.toMatchObject({ said: 'used_url', isFinal: true });
    await send(line);
    await expect(send(line)).rejects.toMatchObject({ said: 'used_url', isFinal: true });
    expect(uses).toBe(5);
    expect(slack.shown).toHaveLength(1);
  } finally {
    await slack.close();
  }
});
