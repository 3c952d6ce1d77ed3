import type { Language, SenderInWords } from './sender.ts';

/** What stands around every letter. */
export interface Frame {
  sender: SenderInWords;
  language: Language;
  /** The forum's own address, without a slash at its end. */
  baseUrl: string;
}

/** Who writes, where the edition is held, and how the host is reached: only what is known. */
export function footOf({ sender, language, baseUrl }: Frame): string[] {
  const reach = [sender.contactMail, sender.contactPhone].filter(Boolean).join(' · ');
  return [
    [sender.short, sender.forum].filter(Boolean).join(' · '),
    [sender.venue, sender.address].filter(Boolean).join(', '),
    reach && `${language === 'ko' ? '주최 측 연락처' : 'The host'}: ${reach}`,
    baseUrl,
  ].filter(Boolean);
}
