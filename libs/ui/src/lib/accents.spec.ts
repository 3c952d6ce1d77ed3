import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

const css = ['tokens', 'accents']
  .map((name) => readFileSync(`libs/ui/src/styles/${name}.css`, 'utf8'))
  .join('\n');

type Pair = readonly [light: string, dark: string];

const pairsOf = (pattern: RegExp): Map<string, Pair> =>
  new Map(
    [...css.matchAll(pattern)].map(([, name = '', light = '', dark = '']) => [name, [light, dark] as const]),
  );

const tokens = pairsOf(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g);
const accents = pairsOf(/data-accent='(\w+)'\] \{\s+--accent: light-dark\((#\w{6}), (#\w{6})\)/g);

const channel = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const at = (from: number) => channel(parseInt(colour.slice(from, from + 2), 16) / 255);
  return 0.2126 * at(1) + 0.7152 * at(3) + 0.0722 * at(5);
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const pair = (name: string): Pair => tokens.get(name) ?? ['#000000', '#000000'];

const least = (a: Pair, b: Pair): number => Math.min(contrast(a[0], b[0]), contrast(a[1], b[1]));

describe('the accents of the editions', () => {
  it('are six', () => {
    expect([...accents.keys()].sort()).toEqual(['blue', 'jade', 'ochre', 'saffron', 'slate', 'vermilion']);
  });

  it.each([...accents])('%s carries text on paper, on ground and on a filled button', (_, accent) => {
    for (const under of ['paper', 'ground', 'on-accent']) {
      expect(least(accent, pair(under))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('the colours of state', () => {
  it.each(['live', 'soon', 'late', 'moved', 'cancelled', 'full', 'ink', 'ink-2'])(
    '%s can be read',
    (state) => {
      expect(least(pair(state), pair('paper'))).toBeGreaterThanOrEqual(4.5);
      expect(least(pair(state), pair('ground'))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('edges of controls are seen', () => {
    expect(least(pair('edge'), pair('paper'))).toBeGreaterThanOrEqual(3);
  });
});
