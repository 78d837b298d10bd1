// The form that opens when a command is sent without what it needs: a field for each option, with live suggestions.

import type { types, ViewOutput } from '@slack/bolt';
import type { Command, Option, Suggestion } from '../../bot/command.ts';
import { messagesFor } from '../../i18n/languages.ts';
import type { Locale } from '../../i18n/messages.ts';
import { truncate } from '../../text/truncate.ts';
import { wellFormed } from './escape.ts';
import { limits } from './limits.ts';
import { plainText } from './plain-text.ts';

export const formId = 'verbatim-form';
export const fieldId = 'field';

/** What a form remembers until it is sent. */
export interface Form {
  readonly command: string;
  /** Where the answer goes: a form that is sent brings no address of its own. */
  readonly responseUrl: string;
  readonly openedAtMs: number;
}

export function renderForm(command: Command, form: Form, locale: Locale): types.ModalView {
  const { platform } = messagesFor(locale);
  return {
    type: 'modal',
    callback_id: formId,
    private_metadata: JSON.stringify(form),
    title: plainText(`/${command.name}`, limits.modal.title),
    submit: plainText(platform.search, limits.modal.submit),
    close: plainText(platform.cancel, limits.modal.close),
    blocks: Object.entries(command.options)
      .slice(0, limits.modal.blocks)
      .map(([name, option]) => renderField(name, option, locale)),
  };
}

/** A form that has nothing to send any more, and says why. */
export function renderNote(title: string, line: string, locale: Locale): types.ModalView {
  return {
    type: 'modal',
    title: plainText(title, limits.modal.title),
    close: plainText(messagesFor(locale).platform.close, limits.modal.close),
    blocks: [{ type: 'section', text: plainText(line, limits.sectionText) }],
  };
}

/** What a form of ours remembers; nothing for any other view. */
export function formOf(view: Pick<ViewOutput, 'callback_id' | 'private_metadata'> | undefined): Form | undefined {
  if (view?.callback_id !== formId) return undefined;
  const form: Partial<Form> = JSON.parse(view.private_metadata);
  const { command, responseUrl, openedAtMs } = form;
  if (command === undefined || responseUrl === undefined || openedAtMs === undefined) return undefined;
  return { command, responseUrl, openedAtMs };
}

/**
 * What a select offers while somebody types. First of all their own words: a select takes nothing that it did not offer.
 */
export function renderSuggestions(typed: string, suggestions: readonly Suggestion[]): types.PlainTextOption[] {
  const own = typed.trim();
  const offered = [
    ...(own === '' ? [] : [{ label: own, value: truncate(own, limits.select.value) }]),
    ...suggestions.filter(({ value }) => value !== own && value.length <= limits.select.value),
  ];
  return offered
    .filter(({ label, value }) => label.trim() !== '' && value.trim() !== '')
    .slice(0, limits.select.options)
    .map(renderSuggestion);
}

/** What does not fit into the option's line goes on in the small one below. */
function renderSuggestion({ label, value }: Suggestion): types.PlainTextOption {
  const text = truncate(label, limits.select.text);
  const shown = text.endsWith('…') && !label.startsWith(text) ? text.slice(0, -1) : text;
  const rest = label.slice(shown.length).trim();
  const description = rest === '' ? {} : { description: plainText(`…${rest}`, limits.select.description) };
  return { text: plainText(text, limits.select.text), value: wellFormed(value), ...description };
}

function renderField(name: string, option: Option, locale: Locale): types.InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plainText(option.description[locale], limits.modal.label),
    optional: !option.required,
    element: renderElement(option, locale),
  };
}

function renderElement(option: Option, locale: Locale): types.InputBlockElement {
  const example =
    option.example === undefined ? {} : { placeholder: plainText(option.example, limits.select.placeholder) };
  if (option.kind === 'flag') {
    const yes = { text: plainText(messagesFor(locale).platform.yes, limits.select.text), value: 'yes' };
    return { type: 'checkboxes', action_id: fieldId, options: [yes] };
  }
  if (option.suggest !== undefined) {
    return { type: 'external_select', action_id: fieldId, min_query_length: 0, ...example };
  }
  return { type: 'plain_text_input', action_id: fieldId, max_length: limits.modal.input, ...example };
}
