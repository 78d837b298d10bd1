// `verbatim start` as a process: from nothing to quotes, and a stop that loses nothing.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { makeFolder } from '../support/folder.ts';
import { runVerbatim, startVerbatimProcess } from '../support/run-verbatim.ts';

let running: ChildProcess | undefined;

afterEach(() => {
  running?.kill('SIGKILL');
});

/** Starts it on any free port; answers where it listens and all that it has logged so far. */
async function start(cwd: string, env: Record<string, string> = {}) {
  const child = startVerbatimProcess(['start'], { cwd, env: { PORT: '0', ...env } });
  running = child;
  let log = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      const found = /Verbatim is here: (http:\S+)/.exec(log)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`exited with ${code}: ${log}`)));
  });
  return { child, url, log: () => log };
}

describe('verbatim start', () => {
  test('imports the sample podcasts into an empty library, says so, and is ready', async () => {
    const cwd = makeFolder();
    const { url, log } = await start(cwd);
    expect(log()).toMatch(/sample/);
    expect(log()).toContain('Discord is not started: DISCORD_TOKEN is not set');
    expect(log()).toContain('Slack is not started: SLACK_BOT_TOKEN is not set');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const { stdout } = await runVerbatim(['stats', '--json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ podcasts: 2, episodes: 10 });
  });

  test('stops on SIGTERM with exit code 0, and starts again on what it has', async () => {
    const cwd = makeFolder();
    const first = await start(cwd);
    first.child.kill('SIGTERM');
    expect(await once(first.child, 'exit')).toEqual([0, null]);
    const second = await start(cwd);
    expect(second.log()).not.toMatch(/sample/);
  });

  test('a platform that fails is told in the log with the variable’s name, and the console lives on', async () => {
    const cwd = makeFolder();
    const discord = createServer((socket) => socket.end('HTTP/1.1 401 Unauthorized\r\ncontent-length: 2\r\n\r\n{}'));
    discord.listen(0, '127.0.0.1');
    await once(discord, 'listening');
    const address = discord.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { url, child, log } = await start(cwd, {
      DISCORD_TOKEN: 'MTIzNDU2Nzg5MDEyMzQ1Njc4.AbCdEf.abcdefghijklmnopqrstuvwxyz0',
      DISCORD_API_URL: `http://127.0.0.1:${port}/api`,
    });
    while (!log().includes('DISCORD_TOKEN')) await once(child.stderr ?? child, 'data');
    expect(log()).not.toContain('abcdefghijklmnopqrstuvwxyz0');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    discord.close();
  });

  test('names every variable that is wrong at once, and does not start', async () => {
    const cwd = makeFolder();
    await writeFile(join(cwd, '.env'), 'PORT=seven\nSLACK_BOT_TOKEN=hello\n');
    const { code, stderr } = await runVerbatim(['start'], { cwd, env: { LOG_LEVEL: 'loud' } });
    expect(code).toBe(1);
    for (const variable of ['PORT', 'SLACK_BOT_TOKEN', 'LOG_LEVEL']) expect(stderr).toContain(`${variable}:`);
    expect(stderr).not.toContain('hello');
  });

  test('a port that is taken is told with the variable that changes it', async () => {
    const cwd = makeFolder();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const { code, stderr } = await runVerbatim(['start'], { cwd, env: { PORT: port } });
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`Port ${port}.*PORT=`, 's'));
    other.close();
  });
});
