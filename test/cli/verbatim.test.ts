// The command line as a whole: help everywhere, exit codes, one version.
import { spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { shareFolder } from '../support/folder.ts';
import { runVerbatim } from '../support/run-verbatim.ts';

const cwd = shareFolder();

const subcommands = ['start', 'quote', 'chat', 'import', 'feeds', 'parse', 'stats', 'register', 'manifest', 'doctor'];

describe('the command line', () => {
  test('--help names every subcommand', async () => {
    const { code, stdout } = await runVerbatim(['--help'], { cwd });
    expect(code).toBe(0);
    for (const name of subcommands) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  });

  test.each(subcommands)('%s --help says how it is used', async (name) => {
    const { code, stdout } = await runVerbatim([name, '--help'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: verbatim ${name}`);
  });

  test.each([
    ['nothing', []],
    ['an unknown subcommand', ['qoute']],
    ['an unknown option', ['stats', '--colour']],
    ['a missing argument', ['parse']],
  ])('%s is wrong usage: exit code 2, told on standard error', async (_, args) => {
    const { code, stdout, stderr } = await runVerbatim(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });

  test.skipIf(!existsSync('/dev/full'))('a disk without room for what was found is told', () => {
    const args = [
      join(packageRoot, 'bin/verbatim.mjs'),
      'parse',
      join(packageRoot, 'data/wrong-change/118-mind-your-soup.srt'),
    ];
    const stdio = ['ignore', openSync('/dev/full', 'w'), 'pipe'] as const;
    const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', stdio: [...stdio] });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^verbatim: what was found cannot be written: ENOSPC.*\n$/);
  });

  test('--version is the package’s', async () => {
    const { version } = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8'));
    expect((await runVerbatim(['--version'], { cwd })).stdout).toBe(`${version}\n`);
  });
});
