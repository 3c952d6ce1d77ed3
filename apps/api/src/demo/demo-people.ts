import type { SignInService } from '../identity/sign-in.service.ts';

const shown = [
  { role: 'delegate', mail: 'delegate@demo.example' },
  { role: 'firm (Hanbit)', mail: 'hanbit@demo.example' },
  { role: 'firm (Nordlys)', mail: 'nordlys@demo.example' },
  { role: 'secretariat', mail: 'secretariat@demo.example' },
] as const;

const validHours = 24;

/** A link for each role that a newcomer may want to be; each signs in once, and the next start makes new ones. */
export async function signInLinks(signIn: SignInService): Promise<{ role: string; link: string }[]> {
  const links: { role: string; link: string }[] = [];
  for (const { role, mail } of shown) links.push({ role, link: await signIn.linkFor(mail, validHours) });
  return links;
}
