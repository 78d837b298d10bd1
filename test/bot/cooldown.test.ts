// Five asks in ten seconds, then a wait.

import { expect, test } from 'vitest';
import { createCooldown } from '../../src/bot/cooldown.ts';

function at(start: number) {
  let time = start;
  const cooldown = createCooldown({ asks: 5, withinMs: 10_000 }, () => time);
  return { cooldown, pass: (ms: number) => (time += ms) };
}

test('the sixth ask waits until the first is ten seconds old', () => {
  const { cooldown, pass } = at(1_000_000);
  for (let asks = 0; asks < 5; asks++) {
    expect(cooldown.ask('ana')).toBe(0);
    pass(1_000);
  }
  expect(cooldown.ask('ana')).toBe(5_000);
  pass(4_999);
  expect(cooldown.ask('ana')).toBe(1);
  pass(1);
  expect(cooldown.ask('ana')).toBe(0);
});

test('asking while waiting makes the wait no longer', () => {
  const { cooldown, pass } = at(0);
  for (let asks = 0; asks < 5; asks++) cooldown.ask('ana');
  for (let asks = 0; asks < 100; asks++) cooldown.ask('ana');
  pass(10_000);
  expect(cooldown.ask('ana')).toBe(0);
});

test('nobody waits for somebody else', () => {
  const { cooldown } = at(0);
  for (let asks = 0; asks < 9; asks++) cooldown.ask('ana');
  expect(cooldown.ask('budi')).toBe(0);
});

test('a crowd is forgotten once it is quiet, and those who are not are still counted', () => {
  const { cooldown, pass } = at(0);
  for (let person = 0; person < 10_000; person++) cooldown.ask(`p${person}`);
  pass(9_000);
  for (let asks = 0; asks < 5; asks++) cooldown.ask('ana');
  pass(1_000);
  cooldown.ask('somebody new');
  expect(cooldown.ask('ana')).toBe(9_000);
});
