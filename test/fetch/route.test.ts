// Where redirects may lead, and how far name and password go with them.
import { describe, expect, test } from 'vitest';
import { authorization, follow, movedTo, startRoute } from '../../src/fetch/route.ts';

const go = (from: string, to: string) => follow(startRoute(from), 301, to);

describe('name and password', () => {
  // https://github.com/psf/requests does it likewise (should_strip_auth); browsers and curl go by the origin alone.
  test.each([
    ['along the same origin', 'https://ann:pw@example.org/a', '/b', true],
    ['to the same place in other words', 'https://ann:pw@example.org/a', 'https://EXAMPLE.org:443/b', true],
    ['from http to https', 'http://ann:pw@example.org/a', 'https://example.org/a', true],
    ['from http to https at another port', 'http://ann:pw@example.org/a', 'https://example.org:8443/a', false],
    ['from http at another port to https', 'http://ann:pw@example.org:8080/a', 'https://example.org/a', false],
    ['to another port', 'https://ann:pw@example.org/a', 'https://example.org:8443/a', false],
    ['to a host below', 'https://ann:pw@example.org/a', 'https://feeds.example.org/a', false],
    ['to a host above', 'https://ann:pw@feeds.example.org/a', 'https://example.org/a', false],
    ['to another host', 'https://ann:pw@example.org/a', 'https://example.com/a', false],
    ['to what looks like the same host', 'https://ann:pw@example.org/a', 'https://example.org@example.com/a', false],
    ['to a host with a dot behind it', 'https://ann:pw@example.org/a', 'https://example.org./a', false],
  ])('go %s: %s → %s: %s', (_, from, to, kept) => {
    const route = go(from, to);
    expect(authorization(route) !== undefined).toBe(kept);
    expect(movedTo(route)?.includes('ann:pw@')).toBe(kept);
    expect(route.url.href).not.toContain('pw');
  });

  test('do not come back once they were left behind', () => {
    const away = go('https://ann:pw@example.org/a', 'https://example.com/');
    expect(authorization(follow(away, 301, 'https://example.org/b'))).toBeUndefined();
  });
});

describe('encryption', () => {
  test('is not given up', () => {
    expect(() => go('https://example.org/a', 'http://example.org/a')).toThrow(
      'https://example.org/a redirects to http://example.org/a, without encryption. Give that address itself if you trust it.',
    );
  });

  test('may be missing from the start', () => {
    expect(go('http://example.org/a', 'http://example.com/a').url.href).toBe('http://example.com/a');
  });
});

test('a place that was asked before is a circle, whatever comes behind its #', () => {
  expect(() => go('https://example.org/a#one', 'https://example.org/a#two')).toThrow(/in circles/);
});
