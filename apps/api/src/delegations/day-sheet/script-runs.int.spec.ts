import { beforeAll, describe, expect, it } from '@jest/globals';
import { isDrawable } from './script-runs.ts';
import { Typesetter } from './typesetter.ts';

/** Names and titles in each script that the fields accept. */
const samples: Record<string, string> = {
  latin: 'Jørgen Łukasz Nguyễn Þórunn Šćepanović – 24 °C',
  greek: 'Κωνσταντίνος Ελευθερίου',
  cyrillic: 'Олена Коваль, Ґонта Їжак',
  hangul: '박지훈 국방부 장관',
  japanese: '山田 花子 サイトウ ひろし レーダー、ミサイル・システム「海」ﾚｰﾀﾞｰ',
  chinese: '國防工業合作論壇',
  devanagari: 'प्रिया शर्मा क्षत्रिय',
  arabic: 'الأمير محمد بن سلمان، وزارة الدفاع ٢٠٢٧',
  hebrew: 'נִצָּן בֶּן־דוד ש״ס',
  thai: 'สมชาย ใจดี กระทรวงกลาโหม',
};

let setter: Typesetter;

beforeAll(async () => {
  setter = await Typesetter.open({ size: 'A4' });
});

describe('the day sheet', () => {
  it.each(Object.entries(samples))('has a letter for every character of a name in %s', (_, text) => {
    expect(isDrawable(text)).toBe(true);
    for (const weight of ['regular', 'bold'] as const) expect(setter.drawn(text, { weight })).toBe(text);
  });

  it.each([
    ['Night of drones 🚀🇰🇷 ©', 'Night of drones [emoji] ©'],
    ['Family 👩‍👩‍👧 and 👍🏽', 'Family [emoji] and [emoji]'],
    ['አዲስ አበባ Summit', '[…] […] Summit'],
    ['国防 业论坛', '国防 […]'],
    ['\u{f0000}x', 'x'],
  ])('draws %s as %s, and never a box', (text, drawn) => {
    expect(setter.drawn(text, {})).toBe(drawn);
  });

  it('sets words of Arabic and Hebrew from right to left, and those around them from left to right', () => {
    const placed: { text: string; x: number }[] = [];
    const { document } = setter;
    document.text = (text: string, x?: unknown) => {
      placed.push({ text, x: Number(x) });
      return document;
    };
    setter.draw('Talk: محمد بن سلمان, Seoul', { x: 0, y: 0, width: 500 }, { size: 10 });
    const fromLeft = placed.sort((a, b) => a.x - b.x).map(({ text }) => text);
    expect(fromLeft.join('').replace(/\s+/g, ' ')).toBe('Talk: سلمان بن محمد, Seoul');
  });
});
