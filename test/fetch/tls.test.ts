// Encryption that can be trusted, and the kinds that cannot. Certificates are made by openssl where there is one; the
// authority behind them is known to the fetcher as an operator makes it known, by NODE_EXTRA_CA_CERTS.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { shareFolder } from '../support/folder.ts';
import { failure, openFetcher, serve, serveTls } from './local-server.ts';

const folder = shareFolder();
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** `openssl ca` alone sets both dates in every version of openssl. */
const authority = `
[ca]
default_ca = it
[it]
database = index
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
copy_extensions = copy
[any]
commonName = supplied
`;

function makeCertificate(name: string, subject: string, from: string, to: string): void {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', `${name}.key`];
  openssl('req', '-new', ...key, '-subj', `/CN=${name}`, '-addext', `subjectAltName=${subject}`, '-out', `${name}.csr`);
  const dates = ['-startdate', from, '-enddate', to];
  const signer = ['-cert', 'ca.pem', '-keyfile', 'ca.key'];
  openssl(
    'ca',
    '-batch',
    '-notext',
    '-config',
    'ca.cnf',
    ...signer,
    ...dates,
    '-in',
    `${name}.csr`,
    '-out',
    `${name}.pem`,
  );
}

/** What the built fetcher says in a process that trusts the authority. */
async function askTrusting(urls: readonly string[]): Promise<unknown[]> {
  const script = `
    import { createFetcher } from ${JSON.stringify(join(packageRoot, 'dist/src/fetch/create-fetcher.js'))};
    const fetcher = createFetcher({ allow: [{ network: '127.0.0.0', prefix: 8 }] });
    const answers = [];
    for (const url of ${JSON.stringify(urls)}) {
      answers.push(await fetcher.fetch({ url }).then(({ body }) => body.toString(), ({ code, message }) => code + ': ' + message));
    }
    await fetcher.close();
    console.log(JSON.stringify(answers));
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: { PATH: process.env.PATH ?? '', NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return JSON.parse(output);
}

describe.skipIf(!hasOpenssl)('encryption (openssl makes the certificates; skipped without it)', () => {
  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'ca.cnf'), authority);
    writeFileSync(join(folder, 'index'), '');
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'ca.key'];
    openssl('req', '-x509', ...key, '-subj', '/CN=Fictional Authority', '-days', '3', '-out', 'ca.pem');
    makeCertificate('good', 'IP:127.0.0.1', '20200101000000Z', '20491231000000Z');
    makeCertificate('expired', 'IP:127.0.0.1', '20200101000000Z', '20200201000000Z');
    makeCertificate('early', 'IP:127.0.0.1', '20480101000000Z', '20491231000000Z');
    makeCertificate('misnamed', 'DNS:feeds.example.org', '20200101000000Z', '20491231000000Z');
  });

  test('by an authority that is known is trusted, for its name and its time, and is not given up', async () => {
    const open = await serve((_, response) => response.end('in the clear'));
    const good = await serveTls(read('good.key'), read('good.pem'), (request, response) => {
      if (request.url === '/down') response.writeHead(302, { location: open }).end();
      else response.end('in confidence');
    });
    const up = await serve((_, response) => response.writeHead(301, { location: good }).end());
    const [expired, early, misnamed] = await Promise.all(
      ['expired', 'early', 'misnamed'].map((name) =>
        serveTls(read(`${name}.key`), read(`${name}.pem`), (_, response) => response.end()),
      ),
    );
    expect(await askTrusting([good, up, `${good}/down`, `${expired}`, `${early}`, `${misnamed}`])).toEqual([
      'in confidence',
      'in confidence',
      `bad-response: ${good}/down redirects to ${open}, without encryption. Give that address itself if you trust it.`,
      `unreachable: ${expired} cannot be trusted: the certificate of 127.0.0.1 has expired. Its owner has to renew it.`,
      `unreachable: ${early} cannot be trusted: the certificate of 127.0.0.1 is not valid yet. Check this machine's clock.`,
      `unreachable: ${misnamed} cannot be trusted: its certificate is for another name than 127.0.0.1. Check the address.`,
    ]);
  });

  test.each([
    ['by an authority that nobody knows', 'good', 'good'],
    ['by itself', 'ca', 'ca'],
  ])('%s is not trusted', async (_, key, certificate) => {
    const url = await serveTls(read(`${key}.key`), read(`${certificate}.pem`), (_, response) => response.end());
    const error = await failure(openFetcher().fetch({ url }));
    expect(error.code).toBe('unreachable');
    expect(error.message).toBe(
      `${url} cannot be trusted: nobody known vouches for the certificate of 127.0.0.1. If it is your own, name its issuer in NODE_EXTRA_CA_CERTS.`,
    );
    expect(Object.keys(error.cause ?? {})).toEqual(['code']);
  });
});

test('https where there is none is told', async () => {
  const url = await serve((_, response) => response.end());
  const error = await failure(openFetcher().fetch({ url: url.replace('http:', 'https:') }));
  expect(error.code).toBe('unreachable');
  expect(error.message).toMatch(/no encryption could be agreed on\. Check whether it is https there/);
});
