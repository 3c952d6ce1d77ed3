// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the declaration goes along to every project that imports this
/// <reference path="./email-providers.d.ts" />
import emailProviders from 'email-providers';
import { getDomain } from 'tldts';

/** Mailboxes for anybody, and pages for anybody at addresses below one domain, that the lists of the libraries lack. */
const ofAnybody = [
  ...[
    'kakao.com',
    'hanmail.com',
    'tutanota.com',
    'tuta.com',
    'pm.me',
    'hey.com',
    'fastmail.fm',
    'telenor.no',
  ],
  ...['facebook.com', 'instagram.com', 'linkedin.com', 'google.com', 'x.com', 'twitter.com', 'youtube.com'],
  ...['tistory.com', 'notion.so', 'notion.site', 'wixsite.com', 'wordpress.com', 'blogspot.com', 'imweb.me'],
  ...['modoo.at', 'github.io', 'medium.com', 'alibaba.com', 'made-in-china.com', 'ec21.com', 'europages.com'],
];
const shared: ReadonlySet<string> = new Set([...emailProviders, ...ofAnybody]);

/**
 * Whether a mail address is of the organisation that a web site belongs to: both have one registrable domain (Public
 * Suffix List, with the suffixes of hosting companies), which is not one where anybody can have a mailbox or a page. It
 * is a hint for whoever decides and proves nothing.
 *
 * @param website of the exhibitor list, never one that the firm's own people typed; null when it names none
 */
export function isMailOfSite(mail: string, website: string | null): boolean {
  if (website === null) return false;
  const site = registrable(website);
  return site !== null && !shared.has(site) && registrable(domainOfMail(mail)) === site;
}

/** The part of a mail address behind the last `@`. */
export const domainOfMail = (mail: string): string => mail.slice(mail.lastIndexOf('@') + 1).toLowerCase();

const registrable = (address: string): string | null =>
  getDomain(address.trim(), { allowPrivateDomains: true });
