// The console's paths: its page and files, and what the page asks of the bot.

import { type Context, Hono } from 'hono';
import type { Bot } from '../../bot/command.ts';
import { type Locale, locales } from '../../i18n/messages.ts';
import { webStrings } from '../../i18n/web/strings.ts';
import { limitBody } from '../limit-body.ts';
import type { Asset } from './assets.ts';
import { declareWeb, exampleLines } from './declare.ts';
import { type Holdings, renderHoldings } from './holdings.ts';
import { limits } from './limits.ts';
import { preferredLocale } from './locale.ts';
import { personOf } from './person.ts';
import { receivePress, receiveRun, receiveTyping } from './receive.ts';
import { type Preview, renderWeb } from './render.ts';
import { sameSiteOnly } from './same-site.ts';
import type { WireAnswer, WirePage } from './wire.ts';

export interface RoutesOptions {
  readonly bot: Bot;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly holdings: () => Promise<Holdings>;
  readonly defaultLocale: Locale;
  readonly previews: readonly Preview[];
  readonly publicUrl: string | undefined;
}

export function createRoutes(options: RoutesOptions): Hono {
  const { bot, assets, holdings, defaultLocale, previews, publicUrl } = options;
  const app = new Hono();
  const spoken = (context: Context): Locale =>
    locales.find((locale) => locale === context.req.query('locale')) ??
    preferredLocale(context.req.header('accept-language'), defaultLocale);

  app.get('/api/page', async (context) => {
    const locale = spoken(context);
    personOf(context);
    const held = await holdings();
    const page: WirePage = {
      locale,
      locales: locales.map((code) => ({ code, name: webStrings[code].languageName })),
      strings: webStrings[locale],
      holdings: renderHoldings(held, locale),
      isEmpty: held.segments === 0,
      commands: declareWeb(bot.commands, locale),
      examples: exampleLines(bot.commands),
    };
    return context.json(page);
  });

  app.use(
    '/api/*',
    sameSiteOnly(publicUrl),
    limitBody(limits.bodyBytes, (context) => context.json({ error: 'too-long' }, 413)),
  );
  app.post('/api/run', async (context) => {
    const invocation = receiveRun(await bodyOf(context), personOf(context), bot.read);
    if (invocation === undefined) return refuse(context);
    return context.json(await answer(bot.run(invocation), previews));
  });
  app.post('/api/press', async (context) => {
    const press = receivePress(await bodyOf(context), personOf(context));
    if (press === undefined) return refuse(context);
    return context.json(await answer(bot.press(press), previews));
  });
  app.post('/api/suggest', async (context) => {
    const typing = receiveTyping(await bodyOf(context), personOf(context));
    if (typing === undefined) return refuse(context);
    return context.json(await bot.suggest(typing));
  });

  app.get('*', (context) => {
    const asset = assets.get(context.req.path);
    if (asset === undefined) return context.notFound();
    const known = { etag: asset.etag, 'cache-control': 'no-cache' };
    if (context.req.header('if-none-match') === asset.etag) return context.body(null, 304, known);
    return context.body(asset.body, 200, { ...known, 'content-type': asset.type });
  });
  app.notFound((context) => context.text('There is nothing here.\n', 404));
  return app;
}

const refuse = (context: Context): Response => context.json({ error: 'refused' }, 400);

async function answer(given: ReturnType<Bot['run']>, previews: readonly Preview[]): Promise<WireAnswer> {
  const { reply, delivery } = await given;
  return { delivery, reply: renderWeb(reply, previews) };
}

/** `undefined` when it is no JSON. */
async function bodyOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    return undefined;
  }
}
