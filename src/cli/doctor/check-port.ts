// Whether the console's port is free, or Verbatim is on it already.

import { createServer } from 'node:net';
import type { Finding } from './finding.ts';

export async function checkPort(host: string, port: number): Promise<Finding> {
  const about = 'web console';
  const failure = await tryListening(host, port);
  if (failure === undefined) return { state: 'well', about, text: `Port ${port} on ${host} is free.` };
  if (failure.code === 'EADDRINUSE') {
    if (await isVerbatim(host, port)) return { state: 'well', about, text: `Verbatim runs on port ${port} already.` };
    const mend = `Stop that program, or set PORT to a free port (PORT=${port + 1}).`;
    return { state: 'wrong', about, text: `Port ${port} on ${host} is taken by another program.`, mend };
  }
  const mend = 'Set HOST to an address of this machine (127.0.0.1) and PORT to a number above 1023.';
  return { state: 'wrong', about, text: `Verbatim cannot listen on ${host}:${port} (${failure.message}).`, mend };
}

function tryListening(host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

async function isVerbatim(host: string, port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}/healthz`, {
      signal: AbortSignal.timeout(2_000),
    });
    return (await response.text()).includes('"alive"');
  } catch {
    return false;
  }
}
