// Builds the page's elements. Texts are set as text, never as markup: nothing that anybody wrote can become an element.

type Child = Node | string | false | undefined;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** `true` stands for an attribute without a value; `false` and `undefined` leave it out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** A button that acts. */
export function button(
  label: string,
  attributes: Attributes,
  act: (button: HTMLButtonElement) => void,
): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', () => act(made));
  return made;
}

/** A link that leaves the page where it is. */
export const outward = (label: string, url: string, attributes: Attributes = {}): HTMLAnchorElement =>
  el('a', { href: url, target: '_blank', rel: 'noopener noreferrer', ...attributes }, label);

/** The element that index.html gives this id. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`index.html has no ${id}`);
}

/** Verbatim's own picture, as platforms show it beside its name. */
export const drawAvatar = (): HTMLImageElement => el('img', { src: '/icon.svg', alt: '', width: 22, height: 22 });
