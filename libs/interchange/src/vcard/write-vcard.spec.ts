import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { type Contact, writeVcard } from './write-vcard.ts';

const minister: Contact = {
  uid: 'urn:uuid:6a1f0a3e-0000-4000-8000-000000000001',
  displayName: '김민준',
  given: '민준',
  family: '김',
  honorific: 'H.E.',
  sortKey: 'Kim Min-jun',
  office: 'Minister; of Defence, acting',
  organisation: 'Ministry of "Defence"',
  email: 'kim@ministry.example',
  phone: '+82 2 123 4567',
  website: 'https://ministry.example/kim',
  languages: ['ko', 'en'],
  revised: '2027-05-02T08:00:00Z',
};

const unfolded = (card: string) => card.replaceAll('\r\n ', '').split('\r\n');

/** The values of a property as ical.js reads them. */
const read = (card: string, property: string): unknown[] =>
  new ICAL.Component(ICAL.parse(card)).getAllProperties(property).map((found) => found.getFirstValue());

describe('a contact card', () => {
  it('says what RFC 6350 asks', () => {
    expect(unfolded(writeVcard(minister))).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      'UID:urn:uuid:6a1f0a3e-0000-4000-8000-000000000001',
      'FN:김민준',
      'N;SORT-AS="Kim Min-jun":김;민준;;H.E.;',
      'TITLE:Minister; of Defence\\, acting',
      'ORG:Ministry of "Defence"',
      'EMAIL:kim@ministry.example',
      'TEL:+82 2 123 4567',
      'LANG;PREF=1:ko',
      'LANG;PREF=2:en',
      'URL:https://ministry.example/kim',
      'REV:20270502T080000Z',
      'END:VCARD',
      '',
    ]);
  });

  it('of a person with one name does not guess which it is', () => {
    const card = writeVcard({ ...minister, displayName: 'Sukarno', given: null, family: null });
    expect(unfolded(card).filter((line) => /^F?N[:;]/.test(line))).toEqual(['FN:Sukarno']);
  });

  it('says nothing of what is not known', () => {
    const unknown = {
      office: null,
      organisation: null,
      email: null,
      phone: null,
      website: 'javascript:1',
      languages: [],
    };
    expect(unfolded(writeVcard({ ...minister, ...unknown })).map((line) => line.split(/[:;]/)[0])).toEqual([
      'BEGIN',
      'VERSION',
      'UID',
      'FN',
      'N',
      'REV',
      'END',
      '',
    ]);
  });

  it('keeps hostile names as they are, in lines of their own', () => {
    const piece = fc.constantFrom(
      '"',
      ',',
      ';',
      '\\',
      '\r\n',
      '\nEND:VCARD',
      ':',
      '국방',
      '🛰️',
      'n',
      '\u0007',
      ' ',
    );
    const properties = unfolded(writeVcard(minister)).map((line) => line.split(/[:;]/)[0]);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const name = `x${pieces.join('')}`;
        const card = writeVcard({
          ...minister,
          displayName: name,
          given: name,
          sortKey: name,
          office: name,
          email: name,
        });
        const expected = name.replaceAll('\u0007', '').replace(/\s+/g, ' ').trim();
        expect(unfolded(card).map((line) => line.split(/[:;]/)[0])).toEqual(properties);
        expect([...read(card, 'fn'), ...read(card, 'title')]).toEqual([expected, expected]);
        // ical.js takes the separator after a component that ends in a backslash for an escaped one.
        fc.pre(!expected.endsWith('\\'));
        expect(read(card, 'n')).toEqual([['김', expected, '', 'H.E.', '']]);
      }),
    );
  });
});
