// `verbatim feeds` as a process: following, looking, letting go, and moving house.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { startFeedServer, type ToldEpisode } from '../support/feed-server.ts';
import { makeFolder } from '../support/folder.ts';
import { runVerbatim } from '../support/run-verbatim.ts';

const walrus: ToldEpisode = { guid: 'one', title: 'The walrus', words: 'A walrus has moved into the lighthouse.' };
const silent: ToldEpisode = { guid: 'two', title: 'The silence' };
const kettle: ToldEpisode = { guid: 'three', title: 'The kettle', words: 'The kettle sings louder than the foghorn.' };

/** A podcast host, a folder for one library, and the command line in it. */
async function setUp() {
  const server = await startFeedServer();
  server.feeds.set('/harbour.xml', { title: 'Harbour Lights', episodes: [walrus, silent] });
  const cwd = makeFolder();
  const feeds = (...args: readonly string[]) => run('feeds', ...args);
  const run = (...args: readonly string[]) => runVerbatim(args, { cwd, env: { FETCH_ALLOW: '127.0.0.1' } });
  const library = () => openLibrary(join(cwd, 'var/library.db'), { access: 'write' });
  return { server, cwd, feeds, run, library, harbour: `${server.url}/harbour.xml` };
}

const list = (stdout: string): readonly Record<string, unknown>[] => JSON.parse(stdout).feeds;

describe('verbatim feeds', () => {
  test('add brings the episodes, list tells how the feed is, refresh brings what is new, remove lets it go', async () => {
    const { server, feeds, run, harbour } = await setUp();
    expect(await feeds('add', harbour)).toEqual({
      code: 0,
      stdout: 'Followed now. Harbour Lights: 1 new episode; 1 episode without transcript yet.\n',
      stderr: '',
    });
    expect((await run('quote', 'walrus')).stdout).toContain('A walrus has moved into the lighthouse.');

    const table = (await feeds('list')).stdout;
    expect(table).toMatch(/^Episodes {2}Awaiting {2}Checked {6}Next {9}State {4}Podcast$/m);
    expect(table).toMatch(/^ {7}2 {9}1 {2}just now {5}in \d+ min {4}fine {5}Harbour Lights$/m);
    expect(list((await feeds('list', '--json')).stdout)).toMatchObject([
      { title: 'Harbour Lights', address: harbour, state: 'fine', episodes: 2, awaiting: 1, failures: 0 },
    ]);

    expect((await feeds('refresh')).stdout).toBe('Harbour Lights: nothing new; 1 episode without transcript yet.\n');
    expect(server.asked.at(-1)).toBe('GET /harbour.xml 304');
    server.feeds.set('/harbour.xml', {
      title: 'Harbour Lights',
      episodes: [kettle, walrus, { ...silent, words: 'Not so silent any more.' }],
    });
    expect((await feeds('refresh', 'harbour')).stdout).toBe('Harbour Lights: 2 new episodes.\n');

    expect((await feeds('add', harbour)).stdout).toBe('Followed already. Harbour Lights: nothing new.\n');
    expect((await feeds('remove', 'Harbour', 'Lights')).stdout).toBe(
      'Harbour Lights is not followed any more; 3 episodes kept.\n',
    );
    expect((await feeds('list')).stdout).toBe(
      'No feed is followed. Follow one: npm run -s verbatim -- feeds add https://…\n',
    );
    expect((await run('quote', 'kettle')).stdout).toContain('sings louder');

    await feeds('add', '--no-import', harbour);
    await feeds('refresh');
    expect((await feeds('remove', harbour, '--episodes')).stdout).toContain('3 episodes removed.');
    expect(JSON.parse((await run('stats', '--json')).stdout)).toMatchObject({ episodes: 0, awaiting: 0 });
  });

  test.each([
    [['/open.xml', '/members.xml'], '1 episode removed.'],
    // These had been brought by the feed that goes, and come back with the one that stays.
    [['/members.xml', '/open.xml'], '3 episodes removed.'],
  ])('remove --episodes leaves what another feed of the podcast has: %j', async (paths, told) => {
    const { server, feeds, run } = await setUp();
    const head = '<podcast:guid>8cd95cd2-0b50-5b3e-a322-3526db0c4319</podcast:guid>';
    const bonus: ToldEpisode = { guid: 'four', title: 'The bonus', words: 'The foghorn is for members alone.' };
    server.feeds.set('/open.xml', { title: 'Open', episodes: [walrus, kettle], head });
    server.feeds.set('/members.xml', { title: 'Members', episodes: [walrus, kettle, bonus], head });
    for (const path of paths) await feeds('add', `${server.url}${path}`);
    expect((await feeds('remove', 'members.xml', '--episodes')).stdout).toContain(told);
    await feeds('refresh');
    expect(JSON.parse((await run('stats', '--json')).stdout)).toMatchObject({ podcasts: 1, episodes: 2 });
    expect((await run('quote', '--json', 'foghorn members')).stdout).not.toContain('for members alone');
  });

  test('a private feed is read with its name and password, which are shown nowhere', async () => {
    const { server, feeds, run } = await setUp();
    server.feeds.set('/members.xml', { title: 'Members', episodes: [kettle], wants: 'ann:open-sesame' });
    const address = `${server.url}/members.xml`;
    const secret = `${address.replace('://', '://ann:open-sesame@')}?token=tr4pd00r`;
    const wrong = await feeds('add', address.replace('://', '://ann:guess-work@'));
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toMatch(/^Not followed: .*\(401\)/);
    const said = [
      wrong,
      await feeds('add', secret),
      await feeds('list'),
      await feeds('list', '--json'),
      await feeds('refresh'),
      await feeds('export'),
      await run('quote', 'kettle', '--json'),
      await run('doctor'),
      await feeds('remove', `${address}?token=`),
    ];
    expect(said.map(({ stdout, stderr }) => stdout + stderr).join()).not.toMatch(
      /ann:|guess-work|open-sesame|tr4pd00r/,
    );
    expect(said[6]?.stdout).toContain('sings louder');
  });

  test('add follows nothing where nothing is there, where it is gone for good, and where there is no feed', async () => {
    const { server, feeds } = await setUp();
    server.feeds.set('/gone.xml', (response) => response.writeHead(410).end());
    server.feeds.set('/page.xml', (response) => response.setHeader('content-type', 'text/plain').end('hello'));
    const { code, stdout } = await feeds(
      'add',
      ...['nothing', 'gone', 'page'].map((name) => `${server.url}/${name}.xml`),
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Not followed: .*\(404\).*\nNot followed: .*\(410\).*\nNot followed: .*page\.xml.*\n$/);
    expect(list((await feeds('list', '--json')).stdout)).toEqual([]);
  });

  test('add keeps a feed whose server is only busy, and says when it is asked again', async () => {
    const { server, feeds } = await setUp();
    server.feeds.set('/busy.xml', (response) => response.writeHead(503, { 'retry-after': '7200' }).end());
    const { code, stdout } = await feeds('add', `${server.url}/busy.xml`);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Followed all the same: .*\(503\).* A running bot asks again in 2 hr\.\n$/);
    expect((await feeds('list')).stdout).toMatch(/failing {2}127\.0\.0\.1.*\n {4}Failed just now: http/);
  });

  test('an address inside a private network is refused unless FETCH_ALLOW has it', async () => {
    const { cwd, harbour } = await setUp();
    const { code, stdout } = await runVerbatim(['feeds', 'add', harbour], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Not followed: .*FETCH_ALLOW/);
  });

  test('what cannot be an address is told, and nothing of what was named with it is followed', async () => {
    const { feeds, harbour } = await setUp();
    const { code, stderr } = await feeds('add', harbour, 'shows.opml');
    expect(code).toBe(1);
    expect(stderr).toMatch(/“shows.opml” is neither a feed's address .* nor a file/);
    expect((await feeds('remove', 'Harbour')).stderr).toContain('No feed is followed under “Harbour”');
  });

  test('refresh asks a feed that is gone only where it is named', async () => {
    const { server, feeds, harbour } = await setUp();
    await feeds('add', harbour);
    const { title, episodes } = { title: 'Harbour Lights', episodes: [walrus] };
    server.feeds.set('/harbour.xml', (response) => response.writeHead(410).end());
    const gone = await feeds('refresh');
    expect(gone.code).toBe(1);
    expect(gone.stdout).toContain('It is not asked any more.');
    server.feeds.set('/harbour.xml', { title, episodes });
    const asked = server.asked.length;
    await feeds('refresh');
    expect(server.asked).toHaveLength(asked);
    expect((await feeds('refresh', 'harbour')).code).toBe(0);
    expect(list((await feeds('list', '--json')).stdout)).toMatchObject([{ state: 'fine' }]);
  });

  test('a feed that has failed for days is told once to whoever comes by; list and doctor say it always', async () => {
    const { server, feeds, run, library, harbour } = await setUp();
    await feeds('add', harbour);
    const shelf = await library();
    const [feed] = await shelf.feeds();
    const failingSince = new Date(Date.now() - 4 * 24 * 3600_000);
    if (feed) await shelf.updateFeed({ ...feed, failures: 9, failingSince, failure: 'It is broken.' });
    await shelf.close();
    const other = `${server.url}/harbour.xml?other`;
    expect((await feeds('add', '--no-import', other)).stderr).toMatch(
      /^Note: Harbour Lights has failed since .* broken/,
    );
    expect((await feeds('add', '--no-import', other)).stderr).toBe('');
    expect((await feeds('list')).stdout).toContain('Failed 9 times, first 4 days ago: It is broken.');
    expect((await run('doctor')).stdout).toMatch(/feeds {2}Harbour Lights has failed since/);
  });

  test('a list of feeds moves from one library to another, private feeds only where that is said', async () => {
    const { server, cwd, feeds, harbour } = await setUp();
    server.feeds.set('/members.xml', { title: 'Members', episodes: [kettle], wants: 'ann:open-sesame' });
    await feeds('add', harbour, `${server.url}/members.xml`.replace('://', '://ann:open-sesame@'));
    const everybody = await feeds('export');
    expect(everybody.stdout).toContain(`xmlUrl="${harbour}"`);
    expect(everybody.stdout).not.toContain('members');
    expect(everybody.stderr).toBe('1 private feed left out; --private takes them along.\n');

    await writeFile(join(cwd, 'shows.opml'), (await feeds('export', '--private')).stdout);
    const moved = await feeds('add', 'shows.opml', '--library', 'other.db');
    expect(moved.code).toBe(0);
    expect(moved.stdout).toMatch(/^Followed now\. Harbour Lights: .*\nFollowed now\. Members: 1 new episode\.\n$/);
    expect(await readFile(join(cwd, 'shows.opml'), 'utf8')).toContain('open-sesame');
  });
});
