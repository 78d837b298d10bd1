// Making a message fit: texts are cut shorter until all of it is let in; where even that is too much, the end goes, visibly.

import type { types } from '@slack/bolt';
import { limits } from './limits.ts';

type SlackBlock = types.KnownBlock;

/** From what one text may hold down to a line: each step keeps more of the many texts by less of the long ones. */
const steps = [limits.richText, 1_500, 800, 500, 300, 150, 75];

/**
 * `layOut` gets the characters each text may have, and gives groups that belong together (a quote and who said it);
 * the `rows` of buttons below them stay.
 */
export function fitMessage(
  layOut: (most: number) => SlackBlock[][],
  rows: readonly SlackBlock[],
  cutNotice: string,
): SlackBlock[] {
  const cutMark: SlackBlock = { type: 'context', elements: [{ type: 'plain_text', text: cutNotice, emoji: false }] };
  let below = rows;
  while (below.length > 0 && !fits([cutMark, ...below])) below = below.slice(0, -1);
  let groups: SlackBlock[][] = [];
  for (const most of steps) {
    groups = layOut(most);
    const whole = [...groups.flat(), ...below];
    if (fits(whole)) return whole;
  }
  while (groups.length > 0 && !fits([...groups.flat(), cutMark, ...below])) groups = groups.slice(0, -1);
  return [...groups.flat(), cutMark, ...below];
}

function fits(blocks: readonly SlackBlock[]): boolean {
  return blocks.length <= limits.message.blocks && JSON.stringify(blocks).length <= limits.message.serialisedBlocks;
}
