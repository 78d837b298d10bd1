// Which addresses are asked, and that no spelling, name or redirect leads to any other.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isForbidden } from '../../src/fetch/forbidden.ts';
import { parseAllowedAddress } from '../../src/text/allowed-address.ts';
import { failure, openFetcher, serve } from './local-server.ts';

const forbidden = [
  // unspecified, loopback, private, carriers' NAT, link-local
  ...['0.0.0.0', '0.1.2.3', '127.0.0.1', '127.255.255.254', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.0.1'],
  ...['100.64.0.1', '100.127.255.255', '169.254.1.1'],
  // metadata: most clouds, Alibaba, Oracle, Azure, AWS, Google
  ...[
    '169.254.169.254',
    '169.254.170.2',
    '100.100.100.200',
    '192.0.0.192',
    '168.63.129.16',
    'fd00:ec2::254',
    'fd20:ce::254',
  ],
  // documentation, benchmarks, 6to4 relays, multicast, reserved, broadcast
  ...[
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '198.18.0.1',
    '198.19.255.255',
    '192.88.99.1',
    '224.0.0.1',
    '239.255.255.250',
  ],
  ...['240.0.0.1', '255.255.255.255'],
  // the same in IPv6
  ...[
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'febf::1',
    'fec0::1',
    'fc00::1',
    'fdff::1',
    'ff02::1',
    '2001:db8::1',
    '3fff::1',
  ],
  ...['100::1', '5f00::1', '2001:2::1', '2001:10::1', '4000::1', '3ffe::1'],
  // IPv4 within IPv6: mapped, compatible, translated, NAT64, local NAT64, 6to4, Teredo
  ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::FFFF:10.0.0.1', '0:0:0:0:0:ffff:a9fe:a9fe', '::ffff:0.0.0.0'],
  ...['::127.0.0.1', '::8.8.8.8', '::ffff:0:127.0.0.1', '::ffff:0:8.8.8.8'],
  ...['64:ff9b::127.0.0.1', '64:ff9b::a00:1', '64:ff9b::', '64:ff9b::1', '64:ff9b:1::a00:1', '64:ff9b:1::808:808'],
  ...['2002:7f00:1::', '2002:a00:1::1', '2002:808:808::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  // not addresses at all
  ...[
    '',
    'localhost',
    '127.1',
    '0x7f.0.0.1',
    '017700000001',
    '2130706433',
    '127.0.0.1:80',
    '[::1]',
    '1.2.3.4.5',
    '::1/128',
  ],
];

const permitted = [
  ...[
    '8.8.8.8',
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
  ],
  ...[
    '169.253.255.255',
    '169.255.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
  ],
  ...['198.20.0.0', '223.255.255.255', '168.63.129.15', '192.0.1.1'],
  ...[
    '2606:4700:4700::1111',
    '2a00:1450:4001::200e',
    '2001:4860:4860::8888',
    '2400:cb00::1',
    '2003::1',
    '3ffd::1',
    '2620:fe::fe',
  ],
  ...['::ffff:8.8.8.8', '64:ff9b::8.8.8.8', '2001:200::1'],
];

describe('an address', () => {
  test.each(forbidden)('%j is not asked', (address) => {
    expect(isForbidden(address)).toBe(true);
  });

  test.each(permitted)('%s is asked', (address) => {
    expect(isForbidden(address)).toBe(false);
  });

  test('is the same in every spelling of IPv6', () => {
    const half = fc.nat(0xffff);
    fc.assert(
      fc.property(fc.tuple(half, half), fc.constantFrom('::ffff:', '64:ff9b::'), ([high, low], prefix) => {
        const ipv4 = [high >> 8, high & 255, low >> 8, low & 255].join('.');
        const inHex = `${high.toString(16)}:${low.toString(16)}`;
        for (const spelling of [
          ipv4,
          inHex,
          inHex.toUpperCase(),
          inHex.replace(/\b\w{1,3}\b/g, (digits) => digits.padStart(4, '0')),
        ]) {
          expect(isForbidden(`${prefix}${spelling}`)).toBe(isForbidden(ipv4));
        }
      }),
    );
  });
});

/** Ways to write one byte, or several in one, that some reader of addresses somewhere understands. */
const asNumber = (value: number) =>
  fc.constantFrom(
    `${value}`,
    `0${value.toString(8)}`,
    `000${value.toString(8)}`,
    `0x${value.toString(16)}`,
    `0X${value.toString(16).toUpperCase()}`,
    `0x0000${value.toString(16)}`,
  );
const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const loopback = fc.tuple(fc.constant(127), fc.nat(255), fc.nat(255), fc.nat(255));
const inside = fc.oneof(
  loopback,
  fc.tuple(fc.constant(10), fc.nat(255), fc.nat(255), fc.nat(255)),
  fc.tuple(fc.constant(192), fc.constant(168), fc.nat(255), fc.nat(255)),
  fc.constant([169, 254, 169, 254] as [number, number, number, number]),
  fc.constant([0, 0, 0, 0] as [number, number, number, number]),
);

const ipv4Host = inside.chain(([a, b, c, d]) =>
  fc
    .oneof(
      fc.tuple(asNumber(a), asNumber(b), asNumber(c), asNumber(d)),
      fc.tuple(asNumber(a), asNumber(b), asNumber(c * 256 + d)),
      fc.tuple(asNumber(a), asNumber((b * 256 + c) * 256 + d)),
      fc.tuple(asNumber(((a * 256 + b) * 256 + c) * 256 + d)),
    )
    .chain((parts) => fc.constantFrom('.', '。', '．', '｡', '%2e').map((dot) => parts.join(dot)))
    .chain((host) => fc.constantFrom(host, `${host}.`, fullWidth(host), percent(host))),
);
const ipv6Host = inside
  .chain(([a, b, c, d]) => {
    const dotted = [a, b, c, d].join('.');
    const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
    return fc.constantFrom(
      ...[
        `::ffff:${dotted}`,
        `::FFFF:${hex}`,
        `0:0:0:0:0:ffff:${hex}`,
        `0000::ffff:${dotted}`,
        `::${dotted}`,
        `::ffff:0:${dotted}`,
      ],
      ...[
        `64:ff9b::${dotted}`,
        `64:ff9b:1::${hex}`,
        `2002:${hex}::1`,
        '::1',
        '::',
        '0:0:0:0:0:0:0:1',
        'fe80::1',
        'fd00:ec2::254',
      ],
    );
  })
  .map((address) => `[${address}]`);
const spelledUrl = (port: string) =>
  fc
    .tuple(
      fc.constantFrom(
        'http://',
        'HTTP://',
        'http:',
        'http:/',
        'http:///',
        'http:\\\\',
        'ht\ntp://',
        ' http://',
        'https://',
        'ftp://',
        '//',
        '',
      ),
      fc.constantFrom('', 'ann:secret@', 'example.org@', 'example.org:80@', 'example.org%2f@', '@'),
      fc.oneof(
        ipv4Host,
        ipv6Host,
        fc.constantFrom('localhost', 'LOCALHOST', 'localhost.', 'ｌocalhost', '%6cocalhost'),
      ),
      fc.constantFrom(
        '/',
        '/feed.xml',
        '\\@example.org/',
        '?@example.org/',
        '#@example.org/',
        '/\\example.org',
        '\t/',
        '',
      ),
    )
    .map(([scheme, user, host, rest]) => `${scheme}${user}${host}${port}${rest}`);

describe('no way leads inside', () => {
  test('by any spelling of an address', async () => {
    let reached = 0;
    const url = await serve((_, response) => {
      reached += 1;
      response.end();
    });
    // Every name stands for this machine here.
    const fetcher = openFetcher({ allow: [], resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
    await fc.assert(
      fc.asyncProperty(spelledUrl(`:${new URL(url).port}`), async (spelled) => {
        expect((await failure(fetcher.fetch({ url: spelled }))).code).toBe('forbidden-address');
      }),
      { numRuns: 500, examples: [[url]] },
    );
    expect(reached).toBe(0);
  });

  test('by a redirect to any spelling of an address', async () => {
    let reached = 0;
    const inner = await serve((_, response) => {
      reached += 1;
      response.end();
    });
    let location = '';
    const outer = await serve((_, response) => {
      response.writeHead(302, { location }).end();
    });
    const fetcher = openFetcher({
      allow: [{ network: '127.0.0.1', prefix: 32, port: Number(new URL(outer).port) }],
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    await fc.assert(
      fc.asyncProperty(spelledUrl(`:${new URL(inner).port}`), async (spelled) => {
        // A header is bytes; servers that know their trade encode the rest.
        location = spelled.replace(/[^\x20-\x7e]/g, (character) =>
          character < ' ' ? '' : encodeURIComponent(character),
        );
        const error = await failure(fetcher.fetch({ url: outer }));
        // Without a scheme or two slashes it is a path at the first host: `http:feed.xml` is, too.
        expect(['forbidden-address', 'bad-response']).toContain(error.code);
      }),
      { numRuns: 300, examples: [[inner]] },
    );
    expect(reached).toBe(0);
  });

  test.each(forbidden.filter((address) => address !== '' && !address.includes('/')))(
    'by a name that stands for %s',
    async (address) => {
      const resolve = async () => [{ address, family: address.includes(':') ? 6 : 4 }];
      const error = await failure(openFetcher({ allow: [], resolve }).fetch({ url: 'https://feeds.example.org/a' }));
      expect(error.code).toBe('forbidden-address');
      expect(error.message).toBe(
        address === '0.0.0.0' || address === '::'
          ? 'https://feeds.example.org/a is not to be had: feeds.example.org is blocked where this machine looks up names, as by a filter for advertising. Let it through there.'
          : 'https://feeds.example.org/a is not asked: feeds.example.org is inside a private or reserved network. If Verbatim may ask there, list feeds.example.org in FETCH_ALLOW.',
      );
    },
  );

  test('and nobody is told to make an exception that a feed asks for, or of a cloud’s own services', async () => {
    const fetcher = openFetcher({ allow: [] });
    const told = async (url: string, isOfOthers = false) =>
      (await failure(fetcher.fetch({ url, isOfOthers }))).message.replace(/^.*network/, '');
    expect(await told('http://10.0.0.7/1.vtt', true)).toBe(', and where to ask there is not for a feed to say.');
    expect(await told('http://10.0.0.7/feed.xml')).toContain('FETCH_ALLOW');
    for (const host of [
      '169.254.169.254',
      '[::ffff:169.254.169.254]',
      '[fe80::1]',
      '100.100.100.200',
      '[fd00:ec2::254]',
    ]) {
      expect(await told(`http://${host}/latest`)).toBe(', where clouds tell a machine its secrets.');
    }
  });

  test('and a redirect that tries is told with both addresses, but not with what its name stands for', async () => {
    const outer = await serve((_, response) =>
      response.writeHead(302, { location: 'http://nas.local/admin?key=s3cret' }).end(),
    );
    const resolve = async () => [{ address: '10.20.30.40', family: 4 }];
    const error = await failure(openFetcher({ resolve }).fetch({ url: `${outer}/feed` }));
    expect(error.message).toBe(
      `${outer}/feed (now http://nas.local/admin?key=…) is not asked: nas.local is inside a private or reserved network. If Verbatim may ask there, list nas.local in FETCH_ALLOW.`,
    );
    expect(error.cause).toMatchObject({ message: 'nas.local is at 10.20.30.40' });
  });

  test('by a name with a good address and a bad one', async () => {
    const resolve = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '::1', family: 6 },
    ];
    const error = await failure(openFetcher({ allow: [], resolve }).fetch({ url: 'http://feeds.example.org' }));
    expect(error.code).toBe('forbidden-address');
  });

  test('by a name that changes its mind after it was checked', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { connection: 'close' }).end('outside');
    });
    const { port } = new URL(url);
    const answers = ['127.0.0.1', '127.0.0.2', '127.0.0.2'];
    let asked = 0;
    const resolve = async () => [{ address: answers[asked++] ?? '127.0.0.2', family: 4 }];
    const fetcher = openFetcher({ allow: [{ network: '127.0.0.1', prefix: 32 }], resolve });
    const again = { url: `http://feeds.example.org:${port}` };
    expect(await fetcher.fetch(again)).toMatchObject({ body: Buffer.from('outside') });
    expect(asked).toBe(1);
    expect((await failure(fetcher.fetch(again))).code).toBe('forbidden-address');
    expect(asked).toBe(2);
  });

  test('by an address that the system takes for another', async () => {
    let reached = 0;
    const url = await serve((_, response) => {
      reached += 1;
      response.end();
    });
    // Linux connects 0.0.0.0 to this machine.
    const fetcher = openFetcher({ allow: [{ network: '0.0.0.0', prefix: 32 }] });
    const error = await failure(fetcher.fetch({ url: `http://0.0.0.0:${new URL(url).port}` }));
    expect(['forbidden-address', 'unreachable']).toContain(error.code);
    expect(reached).toBe(0);
  });

  test.each([
    'ftp://example.org/a',
    'file:///etc/passwd',
    'data:text/plain,hi',
    'gopher://example.org',
    'javascript:alert(1)',
    'example.org/feed',
    '',
  ])('by another scheme, or none: %j', async (url) => {
    const error = await failure(openFetcher().fetch({ url }));
    expect(error.code).toBe('forbidden-address');
    expect(error.message).toMatch(/is no web address\. Give one that starts with https:\/\/\.$/);
  });
});

describe('what FETCH_ALLOW lists is asked', () => {
  test('by the name that the system knows', async () => {
    const { port } = new URL(await serve((_, response) => response.end('hello')));
    const url = `http://localhost:${port}`;
    expect((await failure(openFetcher({ allow: [] }).fetch({ url }))).code).toBe('forbidden-address');
    expect(await openFetcher({ allow: [{ host: 'localhost' }] }).fetch({ url })).toMatchObject({ kind: 'fresh' });
  });

  const resolve = async () => [{ address: '127.0.0.1', family: 4 }];

  test.each([
    ['127.0.0.1', '127.0.0.1'],
    ['127.0.0.0/8', '127.0.0.1'],
    ['127.0.0.1:PORT', '127.0.0.1'],
    ['127.0.0.1', 'nas.local'],
    ['nas.local', 'nas.local'],
    ['NAS.local', 'nas.LOCAL'],
    ['nas.local', 'nas.local.'],
    ['nas.local:PORT', 'nas.local'],
    ['0.0.0.0/0', '[::ffff:127.0.0.1]'],
    ['::ffff:127.0.0.1', '[::ffff:127.0.0.1]'],
  ])('%s: %s', async (entry, host) => {
    const { port } = new URL(await serve((_, response) => response.end('hello')));
    const allowed = parseAllowedAddress(entry.replace('PORT', port));
    const fetcher = openFetcher({ allow: allowed ? [allowed] : [], resolve });
    expect(await fetcher.fetch({ url: `http://${host}:${port}` })).toMatchObject({ kind: 'fresh' });
  });

  test.each([
    ['127.0.0.2', '127.0.0.1'],
    ['127.0.0.1:1', '127.0.0.1'],
    ['10.0.0.0/8', '127.0.0.1'],
    ['nas.local', 'other.local'],
    ['nas.local', 'nas.local.example.org'],
    ['nas.local', 'sub.nas.local'],
    ['nas.local:1', 'nas.local'],
    ['::1', '127.0.0.1'],
    ['fd00::/8', '127.0.0.1'],
  ])('and nothing beside it, %s: %s', async (entry, host) => {
    const { port } = new URL(await serve((_, response) => response.end('hello')));
    const allowed = parseAllowedAddress(entry);
    const fetcher = openFetcher({ allow: allowed ? [allowed] : [], resolve });
    expect((await failure(fetcher.fetch({ url: `http://${host}:${port}` }))).code).toBe('forbidden-address');
  });
});
