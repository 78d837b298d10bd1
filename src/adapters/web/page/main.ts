// The console's page: fetches what it needs to know, then wires message box and conversation together.

import type { WirePage } from '../wire.ts';
import { createComposer } from './composer.ts';
import { createConversation } from './conversation.ts';
import { button, byId, el } from './dom.ts';
import { chosenLanguage, keepLanguage } from './language.ts';
import { fetchPage } from './server.ts';

const status = byId('status', HTMLParagraphElement);
const say = (text: string): void => {
  status.textContent = text;
};

const page = await fetchPage(chosenLanguage()).catch((error: unknown) => {
  byId('unready', HTMLParagraphElement).hidden = false;
  throw error;
});
const { strings } = page;

document.documentElement.lang = page.locale;
document.title = strings.pageTitle;
for (const [name, sentence] of Object.entries(strings)) {
  for (const element of document.querySelectorAll(`[data-string="${name}"]`)) element.textContent = sentence;
}
drawHoldings(page);
drawLanguages(page);

const welcome = byId('welcome', HTMLElement);
const clear = byId('clear', HTMLButtonElement);
const conversation = createConversation(page, {
  say,
  onChange: (isEmpty) => {
    welcome.hidden = !isEmpty;
    clear.hidden = isEmpty;
  },
  focus: () => composer.focus(),
});
const composer = createComposer(page, (asked) => conversation.ask(asked), say);
drawWelcome(page);
clear.addEventListener('click', () => {
  conversation.clear();
  composer.focus();
});
// On a phone the keyboard would cover half of the page before anybody asked for it.
if (matchMedia('(pointer: fine)').matches) composer.focus();

function drawHoldings({ holdings }: WirePage): void {
  byId('holdings', HTMLParagraphElement).replaceChildren(
    ...holdings.map(({ count, noun }) => el('span', {}, el('b', {}, count), ` ${noun}`)),
  );
}

function drawLanguages({ locale, locales }: WirePage): void {
  const select = byId('language', HTMLSelectElement);
  select.setAttribute('aria-label', locales.map(({ name }) => name).join(' / '));
  select.replaceChildren(
    ...locales.map(({ code, name }) => el('option', { value: code, selected: code === locale, lang: code }, name)),
  );
  select.addEventListener('change', () => {
    keepLanguage(select.value);
    location.reload();
  });
}

function drawWelcome({ isEmpty, examples }: WirePage): void {
  welcome.replaceChildren(
    el('p', { class: 'welcome-mark', 'aria-hidden': true }, '“'),
    el('h2', {}, strings.emptyTitle),
    el('p', { class: 'welcome-text' }, isEmpty ? strings.emptyLibrary : strings.emptyText),
    el('h3', { class: 'welcome-try' }, strings.emptyTry),
    el(
      'ul',
      { class: 'examples' },
      ...examples.map((line) =>
        el(
          'li',
          {},
          button(line, { class: 'example' }, () => {
            composer.ask(line);
            composer.focus();
          }),
        ),
      ),
    ),
  );
}
