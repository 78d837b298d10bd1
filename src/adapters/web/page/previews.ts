// The panel below a reply: how other platforms get it, as a picture and as the payload behind it.

import type { WebStrings } from '../../../i18n/web/strings.ts';
import type { WirePreview } from '../wire.ts';
import { drawDiscord } from './discord-picture.ts';
import { el } from './dom.ts';
import { drawSlack } from './slack-picture.ts';
import { fill } from './strings.ts';

const pictures: Readonly<Record<string, (payload: unknown) => HTMLElement>> = {
  Discord: drawDiscord,
  Slack: drawSlack,
};

/** Nothing where no other platform is known. Drawn when somebody opens it, since most people never do. */
export function drawPreviews(previews: readonly WirePreview[], locale: string, strings: WebStrings): HTMLElement[] {
  if (previews.length === 0) return [];
  const names = new Intl.ListFormat(locale).format(previews.map(({ name }) => name));
  const panel = el(
    'details',
    { class: 'platforms' },
    el('summary', {}, fill(strings.platforms, { names })),
    el('div', { class: 'pictures' }),
  );
  panel.addEventListener('toggle', () => {
    const drawn = previews.map((preview) => drawPreview(preview, strings));
    panel.lastElementChild?.replaceChildren(...(panel.open ? drawn : []));
    // They open below an answer, which often means below what can be seen.
    if (panel.open) panel.scrollIntoView({ block: 'nearest' });
  });
  return [panel];
}

const drawPreview = ({ name, payload }: WirePreview, strings: WebStrings): HTMLElement =>
  el(
    'figure',
    { class: 'picture' },
    el('figcaption', {}, name),
    pictures[name]?.(payload),
    el(
      'details',
      { class: 'payload' },
      el('summary', {}, strings.payload),
      el('pre', { tabindex: 0, lang: '', dir: 'ltr' }, JSON.stringify(payload, null, 2)),
    ),
  );
