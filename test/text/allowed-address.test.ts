// FETCH_ALLOW's entries: what is meant is read, and what may not be meant is not guessed.
import { describe, expect, test } from 'vitest';
import { VerbatimError } from '../../src/errors.ts';
import { readSettings } from '../../src/settings.ts';
import { parseAllowedAddress } from '../../src/text/allowed-address.ts';

describe('an entry of FETCH_ALLOW', () => {
  test.each([
    ['nas.local', { host: 'nas.local' }],
    ['NAS.Local.', { host: 'nas.local' }],
    ['localhost:3000', { host: 'localhost', port: 3000 }],
    ['media_server', { host: 'media_server' }],
    ['büro.example.org', { host: 'xn--bro-hoa.example.org' }],
    ['192.168.1.20', { network: '192.168.1.20', prefix: 32 }],
    ['192.168.1.20:8080', { network: '192.168.1.20', prefix: 32, port: 8080 }],
    ['10.0.0.0/8', { network: '10.0.0.0', prefix: 8 }],
    ['10.0.0.0/8:8080', { network: '10.0.0.0', prefix: 8, port: 8080 }],
    ['0.0.0.0/0', { network: '0.0.0.0', prefix: 0 }],
    ['fd00::1', { network: 'fd00::1', prefix: 128 }],
    ['FD00:0::/8', { network: 'fd00::', prefix: 8 }],
    ['[fd00::1]', { network: 'fd00::1', prefix: 128 }],
    ['[fd00::1]:8080', { network: 'fd00::1', prefix: 128, port: 8080 }],
    ['[fd00::/8]:8080', { network: 'fd00::', prefix: 8, port: 8080 }],
    ['::ffff:10.0.0.1', { network: '::ffff:a00:1', prefix: 128 }],
  ])('%s', (text, expected) => {
    expect(parseAllowedAddress(text)).toEqual(expected);
  });

  test.each([
    '',
    '*',
    '*.example.org',
    'https://nas.local',
    'nas.local/feeds',
    'nas.local/8',
    'nas.local:0',
    'nas.local:65536',
    'nas.local:http',
    'ann@nas.local',
    '10.0.0',
    '10.1',
    '010.0.0.1',
    '0x7f.1',
    '2130706433',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.256',
    'fd00::/129',
    'fd00:::1',
    'fe80::1%eth0',
    '[fd00::1',
    'nas..local',
    '-nas.local',
  ])('%j says nothing that can be relied on', (text) => {
    expect(parseAllowedAddress(text)).toBeUndefined();
  });
});

describe('FETCH_ALLOW', () => {
  test('is a list with commas or spaces in between', () => {
    expect(readSettings({ FETCH_ALLOW: 'nas.local:8080, 10.0.0.0/8\n fd00::1,' }).fetchAllow).toEqual([
      { host: 'nas.local', port: 8080 },
      { network: '10.0.0.0', prefix: 8 },
      { network: 'fd00::1', prefix: 128 },
    ]);
  });

  test('allows nothing where it is left out', () => {
    expect(readSettings({}).fetchAllow).toEqual([]);
  });

  test('each wrong entry is told, with the variable and with what is right', () => {
    const read = () => readSettings({ FETCH_ALLOW: 'nas.local, http://nas.local, 10.0.0.0/40' });
    expect(read).toThrow(VerbatimError);
    expect(read).toThrow(/FETCH_ALLOW: “http:\/\/nas\.local” is no host.*nas\.local, 192\.168\.1\.20:8080/);
    expect(read).toThrow(/FETCH_ALLOW: “10\.0\.0\.0\/40” is no/);
  });
});
