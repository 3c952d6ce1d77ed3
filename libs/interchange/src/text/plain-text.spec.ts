import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainText } from './plain-text.ts';

describe('an abstract', () => {
  it('in HTML is told in paragraphs, bullets and addresses', () => {
    const html =
      '<p>R&amp;D of <strong>radars</strong>,<br/>see <a href="https://a.example">here</a>.</p>\n<ul>\n<li>one</li>\n' +
      '<li><a class="x" href=\'https://b.example\'>https://b.example</a></li>\n</ul>\n<p>2 &lt; 3</p>';
    expect(plainText(html)).toBe(
      'R&D of radars,\nsee here (https://a.example).\n• one\n• https://b.example\n\n2 < 3',
    );
  });

  it.each(['if a < b and c > d', 'use <T> or List<a>', 'R&amp;D', '# Markdown\n\n* one'])(
    'without block elements stays as it is: %s',
    (text) => {
      expect(plainText(text)).toBe(text);
    },
  );

  it('shows a script as nothing but its words', () => {
    expect(plainText('<p>a</p><script>alert(1)</script><a href="javascript:x">b</a>')).toBe('a\n\nalert(1)b');
  });

  it('keeps one empty line where there were thousands, and no blanks before the end of a line', () => {
    const blanks = ' '.repeat(2_000);
    expect(plainText(`<p>a${blanks}\n${`${blanks}\n`.repeat(20)}b${blanks}c</p>`)).toBe(`a\n\nb${blanks}c`);
  });

  it('never keeps a tag', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<a href="https://x.example">',
      '</a>',
      '<',
      '>',
      '<li>',
      'text',
      '\n',
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(plainText(`<p>${pieces.join('')}`)).not.toMatch(/<\/?(p|a|li)>/);
      }),
    );
  });
});
