import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeText } from './decode-text.ts';

/** Node writes UTF-8 alone, so the bytes of a character are looked up among all that its encoding has. */
function encoderOf(label: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(label);
  const bytes = new Map<string, number[]>();
  const learn = (...some: number[]) => {
    const read = decoder.decode(Uint8Array.from(some));
    // Node decodes this one byte as ISO 8859-1.
    const char = label === 'windows-1252' && read === '\u0096' ? '–' : read;
    if ([...char].length === 1 && char !== '\ufffd' && !bytes.has(char)) bytes.set(char, some);
  };
  for (let one = 0; one < 256; one++) learn(one);
  if (!label.startsWith('windows'))
    for (let lead = 0x81; lead < 0xff; lead++)
      for (let trail = 0x40; trail < 0xff; trail++) learn(lead, trail);
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((char) => {
        const found = bytes.get(char);
        if (!found) throw new Error(`${char} is not in ${label}`);
        return found;
      }),
    );
}

const lists: [label: string, encoding: string, names: string[]][] = [
  [
    'euc-kr',
    'EUC-KR (CP949)',
    ['한울해양시스템', '대한민국', '㈜세종정밀', '방위사업청', '국가', '회사명', 'LIG넥스원'],
  ],
  [
    'shift_jis',
    'Shift JIS',
    ['関西推進薬', '日本', '三菱重工業', 'カワサキ', '株式会社 東洋', 'すばる', '会社名'],
  ],
  [
    'windows-1252',
    'Windows-1252',
    ['Société Brévent', 'Gröbner Geräte', 'España', 'Ångström', 'Ørsted – Kjær', 'Curaçao'],
  ],
  ['windows-1254', 'Windows-1254', ['Türkiye Savunma Sanayii', 'Gölbaşı', 'Ağaoğlu', 'Işık']],
  ['windows-1250', 'Windows-1250', ['Wytwórnia Łódź', 'Śląsk', 'Zakłady Żelazna', 'Ľubica']],
  ['windows-1251', 'Windows-1251', ['Завод Антонов', 'Україна', 'Арсенал']],
  ['windows-1253', 'Windows-1253', ['Ελληνική Βιομηχανία', 'Αθήνα']],
];

describe('the text of a list', () => {
  it.each(lists)('in %s is recognised, right to the letter', (label, encoding, names) => {
    const encode = encoderOf(label);
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: Math.min(names.length, 3) }), (some) => {
        const text = `Name;Country\r\n${some.join(';X\r\n')};X\r\n`;
        expect(decodeText(encode(text))).toEqual({ text, encoding });
      }),
      { numRuns: 60 },
    );
  });

  it('in UTF-8 and UTF-16 is what it says', () => {
    const text = 'Name\t국가\r\nSociété\t日本\r\n';
    expect(decodeText(new TextEncoder().encode(text))).toEqual({ text, encoding: 'UTF-8' });
    expect(decodeText(new TextEncoder().encode(`\ufeff${text}`))).toEqual({ text, encoding: 'UTF-8' });
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(decodeText(little)).toEqual({ text, encoding: 'UTF-16' });
    expect(decodeText(Buffer.from(little).swap16())).toEqual({ text, encoding: 'UTF-16' });
  });

  it('that is no text is not guessed', () => {
    expect(decodeText(Uint8Array.from({ length: 400 }, (_, n) => (n * 97 + 131) % 256))).toBeNull();
  });
});
