// Discord's rules for what it is sent that its OpenAPI description does not tell, and Verbatim's own: no ping, no preview.
// Each answers with what is wrong, or nothing. Written apart from the adapter's limits, so that one checks the other.

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const ephemeral = 1 << 6;
const suppressEmbeds = 1 << 2;
const card = 1 << 15;

export function isCard(message: unknown): boolean {
  return (Number(fieldsOf(message).flags ?? 0) & card) !== 0;
}

export function isEphemeral(message: unknown): boolean {
  return (Number(fieldsOf(message).flags ?? 0) & ephemeral) !== 0;
}

/** Every component of a message, however deep. */
export function componentsOf(value: unknown): readonly Fields[] {
  const fields = fieldsOf(value);
  const nested = [...listOf(fields.components), ...(isFields(fields.accessory) ? [fields.accessory] : [])];
  return nested.flatMap((component) => [component, ...componentsOf(component)]);
}

/** All text people see in a message. */
export function textsOf(message: unknown): readonly string[] {
  const { content, embeds } = fieldsOf(message);
  return [
    textOf(content),
    ...listOf(embeds).flatMap(({ title, description }) => [textOf(title), textOf(description)]),
    ...componentsOf(message).flatMap((component) => [textOf(component.content), textOf(component.label)]),
  ].filter((text) => text !== '');
}

export function brokenMessageRules(message: unknown): string[] {
  const { content, embeds, flags = 0, allowed_mentions: mentions } = fieldsOf(message);
  const components = componentsOf(message);
  const broken: string[] = [];
  const rule = (holds: boolean, what: string) => {
    if (!holds) broken.push(what);
  };

  rule(JSON.stringify(fieldsOf(mentions).parse) === '[]', 'allowed_mentions must ping nobody');
  const hasEmbeds = listOf(embeds).length > 0;
  rule(hasEmbeds || (Number(flags) & suppressEmbeds) !== 0, 'link previews must be suppressed');

  const ids = components.flatMap(({ custom_id: id }) => (id === undefined ? [] : [id]));
  rule(new Set(ids).size === ids.length, 'custom_ids must be unique');
  for (const component of components) broken.push(...brokenComponentRules(component));

  if (isCard(message)) {
    rule(!content && !hasEmbeds, 'a card has neither content nor embeds');
    rule(components.length > 0, 'a card must not be empty');
    rule(components.length <= 40, `a card has 40 components at most, not ${components.length}`);
    const texts = components.flatMap((component) => [
      textOf(component.content),
      textOf(component.label),
      textOf(component.placeholder),
      ...listOf(component.options).flatMap(({ label, description }) => [textOf(label), textOf(description)]),
    ]);
    const length = texts.join('').length;
    rule(length <= 4_000, `a card has 4,000 characters of text at most, not ${length}`);
    const displays = components.filter(({ type }) => type === 10);
    const bytes = displays.reduce((sum, { content: text }) => sum + Buffer.byteLength(textOf(text)) + 12, 0);
    rule(bytes <= 10_170, `a card has 10,170 bytes of text at most, not ${bytes}`);
  } else {
    rule(Boolean(content) || hasEmbeds, 'a message must not be empty');
    rule(listOf(fieldsOf(message).components).length <= 5, 'a message has 5 rows at most');
    rule(
      listOf(fieldsOf(message).components).every(({ type }) => type === 1),
      'only cards have components outside of rows',
    );
    const total = listOf(embeds).reduce((sum, embed) => sum + embedLength(embed), 0);
    rule(total <= 6_000, `embeds have 6,000 characters at most, not ${total}`);
  }
  return broken;
}

function embedLength(embed: Fields): number {
  const parts = [embed.title, embed.description, fieldsOf(embed.footer).text, fieldsOf(embed.author).name];
  const fields = listOf(embed.fields).flatMap(({ name, value }) => [name, value]);
  return [...parts, ...fields].reduce<number>((sum, part) => sum + textOf(part).length, 0);
}

function brokenComponentRules(component: Fields): string[] {
  const broken: string[] = [];
  const rule = (holds: boolean, what: string) => {
    if (!holds) broken.push(what);
  };
  const children = listOf(component.components);
  switch (component.type) {
    case 1: {
      const buttons = children.filter(({ type }) => type === 2).length;
      rule(buttons === children.length || children.length === 1, 'a row has buttons, or one menu');
      rule(children.length > 0 && buttons <= 5, `a row has 1 to 5 buttons, not ${buttons}`);
      break;
    }
    case 2: {
      const isLink = component.style === 5;
      rule(isLink === (component.url !== undefined), 'link buttons, and only they, have an address');
      rule(isLink !== (component.custom_id !== undefined), 'other buttons, and only they, have a custom_id');
      rule(!isLink || /^https?:\/\//.test(textOf(component.url)), 'an address is one of the web');
      rule(textOf(component.label).trim() !== '', 'a button has a label');
      break;
    }
    case 3: {
      const values = listOf(component.options).map(({ value }) => value);
      rule(new Set(values).size === values.length, 'a menu’s values are unique');
      break;
    }
    case 9:
      rule(
        children.every(({ type }) => type === 10),
        'a section has texts',
      );
      rule(isFields(component.accessory), 'a section has an accessory');
      break;
    case 10:
      rule(textOf(component.content).trim() !== '', 'a text must not be blank');
      break;
  }
  return broken;
}

export function brokenChoiceRules(data: unknown): string[] {
  const { choices } = fieldsOf(data);
  if (!Array.isArray(choices)) return ['choices must be a list'];
  return [
    ...(choices.length > 25 ? [`25 choices at most, not ${choices.length}`] : []),
    ...listOf(choices).flatMap(({ name, value }) => [
      ...(textOf(name).length < 1 || textOf(name).length > 100 ? ['a choice’s name has 1 to 100 characters'] : []),
      ...(textOf(value).length > 100 ? ['a choice’s value has 100 characters at most'] : []),
    ]),
  ];
}

export function brokenCommandRules(body: unknown): string[] {
  const commands = listOf(body);
  const names = commands.map(({ name, type }) => `${type ?? 1} ${name}`);
  return [
    ...(new Set(names).size === names.length ? [] : ['command names must be unique']),
    ...commands.flatMap((command) => {
      const options = listOf(command.options);
      const optionNames = options.map(({ name }) => name);
      const required = options.map((option) => option.required === true);
      const all = [command, ...options];
      const text = JSON.stringify(all.map(({ name, description }) => [name, description])).length;
      return [
        ...(new Set(optionNames).size === optionNames.length ? [] : ['option names must be unique']),
        ...(required.lastIndexOf(true) > required.indexOf(false) && required.includes(false)
          ? ['required options come first']
          : []),
        ...(text > 8_000 ? ['a command has 8,000 characters at most'] : []),
        ...all
          .filter(
            ({ name }) => !/^[-_'\p{L}\p{N}]{1,32}$/u.test(textOf(name)) || textOf(name) !== textOf(name).toLowerCase(),
          )
          .map(({ name }) => `${name} is no name`),
      ];
    }),
  ];
}
