// `verbatim start` as a process: from nothing to quotes, and a stop that loses nothing.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
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

  test.skipIf(process.platform === 'win32')('stops where npm’s shell was ended without passing that on', async () => {
    const cwd = makeFolder();
    // Something behind it, or some shells would let it take their place.
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${packageRoot}/bin/verbatim.mjs" start; :`], {
      cwd,
      env: { PATH: process.env.PATH, PORT: '0', npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    const { pid } = shell;
    onTestFinished(() => {
      try {
        if (pid !== undefined) process.kill(-pid, 'SIGKILL');
      } catch {
        // Nobody of them is left.
      }
    });
    let log = '';
    shell.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('Verbatim is here')) shell.kill('SIGTERM');
    });
    // Its log ends when nobody can write to it any more.
    await once(shell.stderr, 'close');
    expect(log).toMatch(/stopping.*"stopped"/s);
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
