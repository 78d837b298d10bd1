// What Slack refuses in a message, by the code it refuses it with. The figures stand here once more, from Slack's
// documentation and not from the adapter's table: a wrong figure there must not make itself right here.
// https://docs.slack.dev/reference/block-kit/blocks

export type Json = Readonly<Record<string, unknown>>;

/** Slack's error code, with what is wrong for whoever reads the test's output; nothing where the message is taken. */
export interface Complaint {
  readonly error: string;
  readonly about: string;
}

class Wrong extends Error {
  readonly code: string;
  constructor(code: string, about: string) {
    super(about);
    this.code = code;
  }
}

export function complainAboutMessage(message: Json): Complaint | undefined {
  return complain(() => checkMessage(message));
}

export function complainAboutView(view: Json): Complaint | undefined {
  return complain(() => checkView(view));
}

export function complainAboutOptions(answer: Json): Complaint | undefined {
  return complain(() => {
    const options = list(answer.options, 'options', 0, 100);
    for (const option of options) checkOption(option);
  });
}

function complain(check: () => void): Complaint | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof Wrong) return { error: error.code, about: error.message };
    throw error;
  }
}

const messageKeys = new Set([
  'response_type',
  'replace_original',
  'delete_original',
  'text',
  'blocks',
  'mrkdwn',
  'unfurl_links',
  'unfurl_media',
  'thread_ts',
]);

function checkMessage(message: Json): void {
  for (const key of Object.keys(message)) must(messageKeys.has(key), `unknown argument ${key}`, 'invalid_arguments');
  if (message.delete_original === true && message.text === undefined) return;
  const { text, blocks } = message;
  must(text !== undefined || blocks !== undefined, 'neither text nor blocks', 'no_text');
  if (text !== undefined) {
    must(typeof text === 'string' && text !== '', 'the text is empty', 'no_text');
    must(String(text).length <= 40_000, 'the text is too long', 'msg_too_long');
  }
  must(['in_channel', 'ephemeral', undefined].includes(optional(message.response_type)), 'response_type');
  if (blocks === undefined) return;
  const all = list(blocks, 'blocks', 1, 50);
  must(
    JSON.stringify(all).length <= 13_200,
    `${JSON.stringify(all).length} characters of blocks`,
    'msg_blocks_too_long',
  );
  const ids = all.flatMap((block) => (block.block_id === undefined ? [] : [block.block_id]));
  must(new Set(ids).size === ids.length, 'a block_id stands twice');
  for (const block of all) checkBlock(block);
}

function checkBlock(block: Json): void {
  if (block.block_id !== undefined) string(block.block_id, 'block_id', 1, 255);
  switch (block.type) {
    case 'header':
      checkPlain(block.text, 'header', 150);
      return;
    case 'section':
      must(block.text !== undefined || block.fields !== undefined, 'a section without text');
      if (block.text !== undefined) checkText(block.text, 'section', 3_000);
      if (block.fields !== undefined) {
        for (const field of list(block.fields, 'fields', 1, 10)) checkText(field, 'field', 2_000);
      }
      if (block.accessory !== undefined) checkElement(object(block.accessory, 'accessory'));
      return;
    case 'context':
      for (const element of list(block.elements, 'context elements', 1, 10)) checkText(element, 'context', 3_000);
      return;
    case 'actions': {
      const elements = list(block.elements, 'actions', 1, 25);
      const ids = elements.map((element) => element.action_id);
      must(new Set(ids).size === ids.length, 'an action_id stands twice in its block');
      for (const element of elements) checkElement(element);
      return;
    }
    case 'divider':
      must(
        Object.keys(block).every((key) => key === 'type' || key === 'block_id'),
        'a divider has nothing in it',
      );
      return;
    case 'image':
      checkUrl(block.image_url, 'image_url', 3_000);
      string(block.alt_text, 'alt_text', 1, 2_000);
      return;
    case 'rich_text':
      for (const element of list(block.elements, 'rich text', 1, 1_000)) checkRichText(element);
      return;
    case 'input':
      checkPlain(block.label, 'label', 2_000);
      if (block.hint !== undefined) checkPlain(block.hint, 'hint', 2_000);
      checkElement(object(block.element, 'element'));
      return;
    default:
      must(false, `unknown block ${String(block.type)}`);
  }
}

function checkElement(element: Json): void {
  string(element.action_id, 'action_id', 1, 255);
  if (element.placeholder !== undefined) checkPlain(element.placeholder, 'placeholder', 150);
  switch (element.type) {
    case 'button':
      checkPlain(element.text, 'button', 75);
      if (element.value !== undefined) string(element.value, 'value', 0, 2_000);
      if (element.url !== undefined) checkUrl(element.url, 'button url', 3_000);
      must([undefined, 'primary', 'danger'].includes(optional(element.style)), 'button style');
      return;
    case 'external_select':
      must(element.options === undefined, 'an external select with options of its own');
      return;
    case 'plain_text_input':
      must(Number(element.max_length ?? 1) <= 3_000, 'max_length');
      return;
    case 'checkboxes':
      for (const option of list(element.options, 'checkboxes', 1, 10)) checkOption(option);
      return;
    default:
      must(false, `unknown element ${String(element.type)}`);
  }
}

function checkOption(option: Json): void {
  checkPlain(option.text, 'option', 75);
  string(option.value, 'option value', 1, 150);
  if (option.description !== undefined) checkPlain(option.description, 'option description', 75);
}

function checkRichText(part: Json): void {
  switch (part.type) {
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      for (const element of list(part.elements, String(part.type), 1, 1_000)) checkRichElement(element);
      return;
    case 'rich_text_list':
      must(part.style === 'bullet' || part.style === 'ordered', 'list style');
      for (const item of list(part.elements, 'list', 1, 1_000)) {
        must(item.type === 'rich_text_section', 'a list of something else than sections');
        checkRichText(item);
      }
      return;
    default:
      must(false, `unknown rich text ${String(part.type)}`);
  }
}

function checkRichElement(element: Json): void {
  switch (element.type) {
    case 'text':
      // A space alone is fine here: Slack's own editor puts one between two words in bold.
      must(typeof element.text === 'string' && element.text !== '', 'an empty text in rich text');
      string(`.${element.text}`, 'rich text', 2, 4_000);
      return;
    case 'link':
      if (element.text !== undefined) string(element.text, 'link text', 1, 4_000);
      checkUrl(element.url, 'link', 3_000);
      return;
    case 'emoji':
    case 'user':
    case 'channel':
    case 'usergroup':
    case 'broadcast':
      return;
    default:
      must(false, `unknown rich text element ${String(element.type)}`);
  }
}

/** https://docs.slack.dev/reference/views/modal-views */
function checkView(view: Json): void {
  must(view.type === 'modal', 'not a modal');
  checkPlain(view.title, 'title', 24);
  if (view.submit !== undefined) checkPlain(view.submit, 'submit', 24);
  if (view.close !== undefined) checkPlain(view.close, 'close', 24);
  if (view.private_metadata !== undefined) string(view.private_metadata, 'private_metadata', 0, 3_000);
  if (view.callback_id !== undefined) string(view.callback_id, 'callback_id', 1, 255);
  const blocks = list(view.blocks, 'blocks', 1, 100);
  must(view.submit !== undefined || blocks.every((block) => block.type !== 'input'), 'inputs without submit');
  for (const block of blocks) checkBlock(block);
}

function checkText(value: unknown, name: string, most: number): void {
  const text = object(value, name);
  must(text.type === 'plain_text' || text.type === 'mrkdwn', `${name} is no text`);
  must(text.type === 'plain_text' || text.emoji === undefined, `${name}: emoji is for plain text`);
  string(text.text, name, 1, most);
}

function checkPlain(value: unknown, name: string, most: number): void {
  must(object(value, name).type === 'plain_text', `${name} is not plain text`);
  checkText(value, name, most);
}

function checkUrl(value: unknown, name: string, most: number): void {
  const url = string(value, name, 1, most);
  must(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol), `${name} is no address: ${url}`);
}

function string(value: unknown, name: string, least: number, most: number): string {
  must(typeof value === 'string', `${name} is no text`);
  const text = String(value);
  must(text.length >= least && text.length <= most, `${name} has ${text.length} characters, not ${least} to ${most}`);
  must(least === 0 || text.trim() !== '', `${name} is blank`);
  must(!/\p{Surrogate}/u.test(text), `${name} is not well-formed`);
  return text;
}

function list(value: unknown, name: string, least: number, most: number): Json[] {
  must(Array.isArray(value), `${name} is no list`);
  const items: unknown[] = Array.isArray(value) ? value : [];
  must(items.length >= least && items.length <= most, `${items.length} ${name}, not ${least} to ${most}`);
  return items.map((item) => object(item, name));
}

export function object(value: unknown, name = 'value'): Json {
  must(typeof value === 'object' && value !== null && !Array.isArray(value), `${name} is no object`);
  return { ...value };
}

const optional = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));

function must(holds: boolean, about: string, code = 'invalid_blocks'): asserts holds {
  if (!holds) throw new Wrong(code, about);
}

/** The blocks of a message or view. */
export function blocksOf({ blocks }: Json): Json[] {
  return Array.isArray(blocks) ? blocks.map((block: unknown) => object(block)) : [];
}

/** Everything in a message that would notify somebody. */
export function pingsIn(message: Json): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, text } = object({ ...value });
    if (['user', 'usergroup', 'broadcast', 'channel'].includes(String(type))) found.push(JSON.stringify(value));
    if (type === 'mrkdwn') found.push(...markup(String(text)));
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(message.blocks);
  if (typeof message.text === 'string') found.push(...markup(message.text));
  return found;
}

const markup = (text: string): string[] => text.match(/<[!@#][^>]*>/g) ?? [];
