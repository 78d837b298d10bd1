// `verbatim chat` as a process: a script of commands, buttons by their number.
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { shareFolder } from '../support/folder.ts';
import { runVerbatim } from '../support/run-verbatim.ts';

const cwd = shareFolder();

beforeAll(async () => {
  await runVerbatim(['import', join(packageRoot, 'data')], { cwd });
});

const chat = (...lines: string[]) => runVerbatim(['chat'], { cwd, input: `${lines.join('\n')}\n` });

describe('verbatim chat', () => {
  test('answers as fast as one types, however much it is', async () => {
    const { code, stdout } = await chat(...Array.from({ length: 16 }, () => '/quote tiktok'));
    expect(code).toBe(0);
    expect(stdout.match(/1–3 of/g)).toHaveLength(16);
    expect(stdout).not.toMatch(/wait/);
  });

  test('presses the button with the number that was typed', async () => {
    const { stdout } = await chat('/quote tiktok', '[1]');
    expect(stdout).toMatch(/\[1\] Context/);
    expect(stdout).toMatch(/\[\d+\] Share this\s+exchange/);
  });

  test('says which buttons there are where a number stands nowhere', async () => {
    const { stdout } = await chat('7', '/random', '77');
    expect(stdout).toContain('There is no button 7. Buttons come with an answer.');
    expect(stdout).toMatch(/There is no button 77\. They go from 1 to \d\./);
  });

  test('needs a library', async () => {
    const { code, stderr } = await runVerbatim(['chat', '--library', 'none.db'], { cwd, input: '/help\n' });
    expect(code).toBe(1);
    expect(stderr).toContain('There is no library at none.db yet.');
  });
});
