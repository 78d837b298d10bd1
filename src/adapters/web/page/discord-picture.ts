// A message as Discord's clients show it, drawn from the very payload that Discord would get.
// https://docs.discord.com/developers/components/reference

import { drawMarkdown } from './discord-markdown.ts';
import { drawAvatar, el } from './dom.ts';
import { fieldsOf, listOf, numberOf, textOf } from './payload.ts';

type Component = ReturnType<typeof fieldsOf>;

const type = { row: 1, button: 2, select: 3, section: 9, text: 10, gallery: 12, separator: 14, container: 17 } as const;
const ephemeral = 1 << 6;
const looks: Readonly<Record<number, string>> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link' };

export function drawDiscord(payload: unknown): HTMLElement {
  const { flags, content, components } = fieldsOf(payload);
  return el(
    'div',
    { class: 'discord' },
    el(
      'p',
      { class: 'pictured-who' },
      drawAvatar(),
      el('b', {}, 'Verbatim'),
      ' ',
      el('span', { class: 'discord-app' }, 'APP'),
    ),
    ...drawMarkdown(textOf(content)).filter(({ textContent }) => textContent !== ''),
    ...listOf(components).flatMap(drawComponent),
    (numberOf(flags) & ephemeral) > 0 &&
      el(
        'p',
        { class: 'discord-small' },
        'Only you can see this · ',
        el('span', { class: 'pictured-link' }, 'Dismiss message'),
      ),
  );
}

function drawComponent(component: Component): HTMLElement[] {
  switch (component.type) {
    case type.container:
      return [drawContainer(component)];
    case type.section:
      return [
        el(
          'div',
          { class: 'discord-section' },
          el('div', {}, ...listOf(component.components).flatMap(drawComponent)),
          ...drawComponent(fieldsOf(component.accessory)),
        ),
      ];
    case type.text:
      return [el('div', { class: 'discord-text' }, ...drawMarkdown(textOf(component.content)))];
    case type.row:
      return [el('div', { class: 'pictured-row' }, ...listOf(component.components).flatMap(drawComponent))];
    case type.button:
      return [drawButton(component)];
    case type.select:
      return [el('span', { class: 'discord-select' }, textOf(component.placeholder))];
    case type.separator:
      return [el('div', { class: component.divider === false ? 'discord-gap' : 'discord-rule' })];
    case type.gallery:
      return listOf(component.items).map((item) =>
        el('img', {
          class: 'pictured-image',
          src: textOf(fieldsOf(item.media).url),
          alt: textOf(item.description),
          loading: 'lazy',
          referrerpolicy: 'no-referrer',
        }),
      );
    default:
      return [];
  }
}

function drawContainer({ accent_color, components }: Component): HTMLElement {
  const container = el('div', { class: 'discord-container' }, ...listOf(components).flatMap(drawComponent));
  const colour = numberOf(accent_color).toString(16).padStart(6, '0');
  if (accent_color !== undefined) container.style.setProperty('--bar', `#${colour}`);
  return container;
}

const drawButton = ({ style, label, disabled }: Component): HTMLElement =>
  el(
    'span',
    { class: 'discord-button', 'data-look': looks[numberOf(style)], 'data-off': disabled === true },
    textOf(label),
  );
