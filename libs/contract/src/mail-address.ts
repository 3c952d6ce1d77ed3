import { z } from 'zod';

/** What every browser and Node have, and know international names by. */
declare const URL: new (address: string) => { readonly hostname: string };

/**
 * A mail address as it is sent and kept: without the spaces around it, its domain in ASCII, as a browser makes of what is
 * typed into a field for mail addresses. What has no domain stays as it is.
 */
export function sentAs(typed: string): string {
  const mail = typed.trim();
  const at = mail.lastIndexOf('@');
  const domain = mail.slice(at + 1);
  // What is more than a name would be read as the rest of an address.
  if (at < 1 || !/^[^\s/?#:@[\]\\%]+$/u.test(domain)) return mail;
  try {
    return `${mail.slice(0, at + 1)}${new URL(`https://${domain}`).hostname}`;
  } catch {
    return mail;
  }
}

/** A mail address; its domain may be international, its local part is ASCII, because few servers take another. */
export const mailAddress = z
  .string()
  .overwrite(sentAs)
  .max(254)
  .regex(
    z.regexes.email,
    'a mail address such as kim@firm.example; what stands before the @ has only letters a to z, digits and . _ + -',
  );
