// `verbatim import` with addresses, lists of them and folders in one: what is said, followed and kept secret.
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { servePodcast } from '../ingest/podcast-server.ts';
import { makeFolder } from '../support/folder.ts';
import { runVerbatim, startVerbatimProcess } from '../support/run-verbatim.ts';
import { vtt } from '../support/transcripts.ts';

const env = { FETCH_ALLOW: '127.0.0.0/8' };

async function harbour(title = 'Harbour Lights') {
  const server = await servePodcast(
    [
      { guid: 'c' },
      { guid: 'b', transcripts: { '/b.vtt': 'text/vtt' } },
      { guid: 'a', transcripts: { '/a.vtt': 'text/vtt' } },
    ],
    title,
  );
  server.files.set('/a.vtt', vtt('Ann: The first.')).set('/b.vtt', vtt('Bo: The second.'));
  return server;
}

describe('verbatim import', () => {
  test('brings a feed, follows it, and says so and how to end that', async () => {
    const { address, asked } = await harbour();
    const cwd = makeFolder();
    const first = await runVerbatim(['import', address], { cwd, env });
    expect(first.stdout).toMatch(/^Episodes: 2 added, 0 changed, 0 unchanged, 0 removed, 0 failed\.\n2 segments in /);
    expect(first.stdout).toContain('\n1 episode has no transcript yet.\n');
    expect(first.stdout).toContain('\nFollowed from now on: Harbour Lights. New episodes come by themselves');
    expect(first.stdout).toContain('To end that: npm run -s verbatim -- feeds remove "Harbour Lights"');
    expect([first.code, first.stderr]).toEqual([0, '']);
    asked();
    const second = await runVerbatim(['import', address], { cwd, env });
    expect(second.stdout).toContain('Episodes: 0 added, 0 changed, 2 unchanged, 0 removed, 0 failed.');
    expect(second.stdout).not.toContain('Followed from now on');
    expect(asked()).toEqual(['/feed.xml 304']);
    expect((await runVerbatim(['quote', 'second'], { cwd, env })).stdout).toContain('The second.');
  });

  test('takes addresses, lists of feeds and folders in any mix, each feed once', async () => {
    const [one, other] = [await harbour('One'), await harbour('Other')];
    const cwd = makeFolder({
      'talks/ep1.vtt': vtt('Ann: From a folder.'),
      'mine.opml': `<opml version="2.0"><body><outline text="Shows"><outline type="rss" text="One" xmlUrl="${one.address}"/>
        <outline type="rss" text="Other" xmlUrl="${other.address}"/><outline type="rss" text="Lost"/></outline></body></opml>`,
    });
    const { stdout, code } = await runVerbatim(['import', 'talks', 'mine.opml', one.address, '--json'], { cwd, env });
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({
      added: 5,
      awaiting: 2,
      failed: [{ file: 'mine.opml', reason: expect.stringContaining('"Lost"') }],
      feeds: [
        { address: one.address, name: 'One', followed: 'now' },
        { address: other.address, name: 'Other', followed: 'now' },
      ],
      library: { podcasts: 3, episodes: 5, awaiting: 2 },
    });
    expect(code).toBe(1);
  });

  test('lists each failure with its address and reason, and keeps what is secret to itself', async () => {
    const server = await harbour();
    server.files.set('/a.vtt', 404);
    const cwd = makeFolder();
    const secret = server.address.replace('http://', 'http://ann:hunter2@');
    const away = secret.replace('/feed.xml', '/nothing.xml?token=hunter3');
    const { stdout, stderr, code } = await runVerbatim(['import', secret, away], { cwd, env });
    expect(stdout).toContain('Episodes: 1 added, 0 changed, 0 unchanged, 0 removed, 2 failed.');
    // As `feeds list` counts them.
    expect(stdout).toContain('\n2 episodes have no transcript yet; of 1 it could not be read and is tried again.\n');
    expect((await runVerbatim(['feeds', 'list', '--json'], { cwd, env })).stdout).toContain('"awaiting":2');
    expect(stdout).toContain(
      `\n  “Episode a” has no readable transcript yet: ${server.origin}/a.vtt has nothing there`,
    );
    expect(stdout).toContain(`\n  ${server.origin}/nothing.xml?token=… `);
    const library = await runVerbatim(['feeds', 'list'], { cwd, env });
    for (const text of [stdout, stderr, library.stdout, library.stderr]) expect(text).not.toMatch(/hunter|ann:/);
    expect(library.stdout).not.toContain('nothing.xml');
    expect(code).toBe(1);
  });

  test.each([
    ['what is no feed', '/a.vtt', 'a.vtt'],
    ['an address that nobody answers', ':1/feed.xml', 'feed.xml'],
  ])('tells %s, and follows nothing that cannot be read', async (_what, path, name) => {
    const { origin } = await harbour();
    const cwd = makeFolder();
    const { stdout, code } = await runVerbatim(
      ['import', path.startsWith('/') ? origin + path : `http://127.0.0.1${path}`],
      { cwd, env },
    );
    expect(stdout).toContain('\nFailed:\n  ');
    expect(stdout.split('Failed:')[1]).toContain(name);
    expect(code).toBe(1);
  });

  test('ends after the episode under way on Ctrl-C, and goes on from there the next time', async () => {
    const guids = Array.from({ length: 30 }, (_, at) => `ep${at}`);
    const server = await servePodcast(guids.map((guid) => ({ guid, transcripts: { [`/${guid}.vtt`]: 'text/vtt' } })));
    for (const guid of guids) server.files.set(`/${guid}.vtt`, vtt(`Ann: This is ${guid}.`));
    server.delayMs = 20;
    const cwd = makeFolder();
    const args = ['import', server.address, '--json'];
    const child = startVerbatimProcess(args, { cwd, env });
    let stdout = '';
    child.stdout?.on('data', (data) => {
      stdout += data;
    });
    const asked: string[] = [];
    while (asked.length < 10) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      asked.push(...server.asked());
    }
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([1, null]);
    const { added, failed, stopped } = JSON.parse(stdout);
    expect([failed, stopped]).toEqual([[], true]);
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThan(30);
    const next = JSON.parse((await runVerbatim(args, { cwd, env })).stdout);
    expect(next).toMatchObject({ added: 30 - added, unchanged: added, failed: [], stopped: false });
  });

  test('refuses --podcast for a feed, which has a name of its own', async () => {
    const args = ['import', 'https://shows.example.org/feed.xml', '--podcast', 'Mine'];
    const { code, stderr } = await runVerbatim(args, { cwd: makeFolder(), env });
    expect([code, stderr]).toEqual([2, expect.stringContaining('A feed has a name of its own')]);
  });
});
