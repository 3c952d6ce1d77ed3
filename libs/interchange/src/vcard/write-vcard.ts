import { cleanLine } from '../text/clean-text.ts';
import { foldLines } from '../text/fold-lines.ts';
import { webAddress } from '../reading/web-address.ts';

/** A person as they agreed to be given to another. */
export interface Contact {
  /** Stable and unlike any other, such as `urn:uuid:…`; the same person is then the same card. */
  uid: string;
  displayName: string;
  /** Null where a name does not part into given and family, as many do not; it is never guessed. */
  given: string | null;
  family: string | null;
  honorific: string | null;
  /** How the name sorts. */
  sortKey: string | null;
  office: string | null;
  organisation: string | null;
  email: string | null;
  phone: string | null;
  website: string | null;
  /** BCP 47 tags, the preferred one first. */
  languages: string[];
  /** Instant of the last change, in UTC. */
  revised: string;
}

/**
 * A person as a vCard 4.0 (RFC 6350): CRLF after every line, folded at 75 octets, the same bytes for the same person.
 * A hostile name cannot add a line or a field, because every text is cleaned to one line and escaped.
 */
export function writeVcard(contact: Contact): string {
  const { given, family, honorific, sortKey } = contact;
  const sortAs = sortKey ? `;SORT-AS="${quoted(sortKey)}"` : '';
  const names = [family, given, null, honorific, null].map((part) => component(part ?? ''));
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:${escaped(contact.uid)}`,
    `FN:${escaped(contact.displayName)}`,
    ...(given || family ? [`N${sortAs}:${names.join(';')}`] : []),
    ...told('TITLE', contact.office),
    ...told('ORG', contact.organisation, component),
    ...told('EMAIL', contact.email),
    ...told('TEL', contact.phone),
    ...contact.languages.map(
      (tag, at) => `LANG;PREF=${Math.min(at + 1, 100)}:${tag.replace(/[^A-Za-z0-9-]/g, '')}`,
    ),
    ...webAddressLine(contact.website),
    `REV:${basicFormat(contact.revised)}`,
    'END:VCARD',
    '',
  ];
  return foldLines(lines.join('\r\n'));
}

function told(property: string, value: string | null, write = escaped): string[] {
  const text = write(value ?? '');
  return text ? [`${property}:${text}`] : [];
}

function webAddressLine(website: string | null): string[] {
  const address = webAddress(website ?? '');
  return address ? [`URL:${new URL(address).href}`] : [];
}

/** A text value of one line; a semicolon parts nothing in it and stays (RFC 6350 §3.4). */
function escaped(text: string): string {
  return cleanLine(text).replace(/[\\,]/g, (character) => `\\${character}`);
}

/** One component of a value that semicolons part. */
function component(text: string): string {
  return escaped(text).replaceAll(';', '\\;');
}

/** A parameter has no escapes that all readers know, so the few unsafe characters become a space. */
function quoted(text: string): string {
  return cleanLine(text.replace(/["\\;^]/g, ' '));
}

function basicFormat(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
}
