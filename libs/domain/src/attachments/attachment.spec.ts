import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attachmentLimits, attachmentName, fitAttachment, placeOfAttachment } from './attachment.ts';
import { attachmentEndings, attachmentKindNames, kindOfName, resembles } from './kinds.ts';
import { namesInZip } from './zip-names.ts';

const refused = (code: string, message = '') =>
  expect.objectContaining({ code, message: expect.stringContaining(message) });
const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A ZIP archive of empty files, as far as its directory goes. */
function zipOf(...names: string[]): Uint8Array {
  const two = (n: number) => [n & 0xff, n >> 8];
  const header = (name: string, signature: number[], until: number) => [
    ...signature,
    ...Array.from({ length: until - 4 }, () => 0),
    ...two(name.length),
  ];
  const files = names.flatMap((name) => [...header(name, [0x50, 0x4b, 3, 4], 26), 0, 0, ...bytesOf(name)]);
  const directory = names.flatMap((name) => [
    ...header(name, [0x50, 0x4b, 1, 2], 28),
    ...Array.from({ length: 16 }, () => 0),
    ...bytesOf(name),
  ]);
  const count = two(names.length);
  const end = [0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...count, ...count];
  const sizes = [...two(directory.length), 0, 0, ...two(files.length), 0, 0, 0, 0];
  return new Uint8Array([...files, ...directory, ...end, ...sizes]);
}

const pdf = bytesOf('%PDF-1.7\n');
const docx = zipOf('[Content_Types].xml', '_rels/.rels', 'word/document.xml');

describe('a file', () => {
  it.each([
    ['Sight.pdf', pdf, 'pdf'],
    ['photo.PNG', bytesOf('\x89PNG\r\n\x1a\n'), 'png'],
    ['photo.jpeg', bytesOf('\xff\xd8\xff\xe0'), 'jpeg'],
    ['notes.txt', new Uint8Array([0xc1, 0xb6, 0x0d, 0x0a, 0x09, 0x41]), 'text'],
    ['offer.docx', docx, 'docx'],
    ['prices.xlsx', zipOf('xl/workbook.xml', '[Content_Types].xml'), 'xlsx'],
    ['talk.pptx', zipOf('[Content_Types].xml', 'ppt/presentation.xml'), 'pptx'],
  ] as const)('%s is attached as what it is', (name, bytes, kind) => {
    expect(fitAttachment(name, bytes)).toEqual({ name, kind });
  });

  it.each([
    ['sight.pdf', bytesOf('MZ\x90'), 'does not hold what its name says'],
    ['sight.pdf', new Uint8Array(), 'is empty'],
    ['sight.exe', pdf, 'save it as one of: pdf, png, jpg, jpeg, txt, docx, xlsx, pptx'],
    ['sight.pdf.exe', pdf, 'of no kind'],
    ['sight', pdf, 'of no kind'],
    ['notes.txt', bytesOf('a\0b'), 'plain text'],
    ['offer.docx', zipOf('[Content_Types].xml', 'xl/workbook.xml'), '(docx)'],
    ['offer.docx', zipOf('word/document.xml'), '(docx)'],
    ['offer.docx', zipOf('[Content_Types].xml', 'word/vbaProject.bin'), '(docx)'],
    ['offer.docx', docx.subarray(0, docx.length - 1), '(docx)'],
    ['offer.docx', bytesOf('PK\x03\x04'), '(docx)'],
  ] as const)('%s that is something else is refused, with the remedy', (name, bytes, remedy) => {
    expect(() => fitAttachment(name, bytes)).toThrow(refused('attachment.kind', remedy));
  });

  it('is refused when it is a byte too large, with its size', () => {
    const largest = new Uint8Array(attachmentLimits.bytes).fill(0x20);
    expect(fitAttachment('a.txt', largest).kind).toBe('text');
    expect(() => fitAttachment('a.txt', new Uint8Array(attachmentLimits.bytes + 1))).toThrow(
      refused('attachment.too_large', `a.txt has ${attachmentLimits.bytes + 1} bytes`),
    );
  });

  it('of random bytes is of no kind but text, whatever they are called', () => {
    const anyBytes = fc.uint8Array({ maxLength: 300 });
    const signatures = fc.constantFrom(
      pdf,
      docx,
      bytesOf('\xff\xd8\xff'),
      bytesOf('PK\x03\x04'),
      bytesOf(''),
    );
    fc.assert(
      fc.property(signatures, anyBytes, (signature, rest) => {
        const bytes = new Uint8Array([...signature, ...rest]);
        const kinds = attachmentKindNames.filter((kind) => kind !== 'text' && resembles(kind, bytes));
        expect(kinds.length).toBeLessThanOrEqual(1);
        if (signature.length === 0 && !['%', '\x89', '\xff', 'P'].includes(String.fromCharCode(rest[0] ?? 0)))
          expect(kinds).toEqual([]);
      }),
    );
  });
});

describe('an archive', () => {
  it('tells the names in it, and survives any damage', () => {
    expect(namesInZip(docx)).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(docx.length), (noise, at) => {
        const spoilt = new Uint8Array([...docx.subarray(0, at), ...noise, ...docx.subarray(at)]);
        expect(() => namesInZip(spoilt)).not.toThrow();
        expect(namesInZip(noise.subarray(0, 21))).toBeNull();
      }),
    );
  });
});

describe('the name of an attachment', () => {
  it.each([
    ['C:\\private\\Sight 2027.pdf', 'Sight 2027.pdf'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['a\r\nSet-Cookie: b.pdf', 'a Set-Cookie: b.pdf'],
    ['exe.\u202efdp.pdf', 'exe.fdp.pdf'],
    ['.hidden.pdf ', 'hidden.pdf'],
    ['\u200b\u3164Sight\u{e0041}.pdf', 'Sight.pdf'],
    ['조준경.pdf', '조준경.pdf'],
    ['..', '…'],
  ])('%j becomes %j', (sent, name) => {
    expect(attachmentName(sent)).toBe(name);
  });

  it('is safe, short, and the same when it is cleaned again; its kind stays', () => {
    const unseen = fc.constantFrom(
      ...['\u200d', '\ufe0f', '\u0301', '\u200b', '\u202e', ' ', '.', 'e', 'क', '❤'],
    );
    const anyStem = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: unseen, maxLength: 300 }),
    );
    const anyName = fc
      .tuple(anyStem, fc.constantFrom('', ...attachmentEndings))
      .map(([stem, ending]) => (ending ? `${stem}a.${ending}` : stem));
    fc.assert(
      fc.property(anyName, (sent) => {
        const name = attachmentName(sent);
        expect(name).not.toMatch(/[\p{Cc}\p{Cs}/\\\u202a-\u202e\u2066-\u2069]/u);
        expect([...name].length).toBeGreaterThan(0);
        expect([...name].length).toBeLessThanOrEqual(attachmentLimits.name);
        expect(attachmentName(name)).toBe(name);
        if (/a\.\w+$/.test(sent)) expect(kindOfName(name)).toBe(kindOfName(sent));
      }),
    );
  });
});

describe('a side', () => {
  it('attaches at most as many as are allowed, each in a place of its own', () => {
    const places = fc.subarray(Array.from({ length: attachmentLimits.perSide }, (_, n) => n + 1));
    fc.assert(
      fc.property(places, (taken) => {
        if (taken.length === attachmentLimits.perSide) {
          expect(() => placeOfAttachment('accepted', taken)).toThrow(
            refused('attachment.too_many', 'delete one'),
          );
        } else {
          const place = placeOfAttachment('requested', taken);
          expect(taken).not.toContain(place);
          expect(place >= 1 && place <= attachmentLimits.perSide).toBe(true);
        }
      }),
    );
  });

  it('attaches nothing to a meeting that will not take place', () => {
    for (const state of ['declined', 'withdrawn', 'cancelled', 'expired'] as const) {
      expect(() => placeOfAttachment(state, [])).toThrow(refused('meeting.transition', state));
    }
  });
});
