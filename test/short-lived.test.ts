// The switch of V8 that reading long files turns off is still known to this version of Node: it would only warn otherwise.

import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('V8 knows the switch', () => {
  const knows = (flag: string) =>
    execFileSync(process.execPath, [flag, '-p', '1'], { encoding: 'utf8', stdio: 'pipe' });
  expect(knows('--no-allocation-site-pretenuring')).toBe('1\n');
  expect(() => knows('--no-such-switch-of-old')).toThrow('bad option');
});
