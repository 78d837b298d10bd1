// Runs the built program as a process of its own, as people do.
import { type ChildProcess, spawn } from 'node:child_process';
import { packageRoot } from '../../src/package-root.ts';

const program = `${packageRoot}/bin/verbatim.mjs`;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The working directory: a `.env` there is read, and `var/library.db` is below it. */
  readonly cwd: string;
  readonly input?: string;
}

/** Only what is given and what node needs: nothing of the machine's own settings reaches the program. */
function environment(given: RunOptions['env'] = {}): Record<string, string> {
  return { PATH: process.env.PATH ?? '', NO_COLOR: '1', ...given };
}

export function startVerbatimProcess(args: readonly string[], { cwd, env }: RunOptions): ChildProcess {
  return spawn(process.execPath, [program, ...args], { cwd, env: environment(env), stdio: ['pipe', 'pipe', 'pipe'] });
}

export async function runVerbatim(args: readonly string[], options: RunOptions): Promise<Ran> {
  const child = startVerbatimProcess(args, options);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdin?.end(options.input ?? '');
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, stdout, stderr };
}
