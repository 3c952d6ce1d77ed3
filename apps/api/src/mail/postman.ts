import { Injectable } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Config } from '../config.ts';
import type { NewMail } from './mails.ts';

/** A mail as the mail server is given it; without HTML where it was written before there was any. */
interface Delivery extends Pick<NewMail, 'to' | 'subject' | 'text' | 'calendar'> {
  id: string;
  replyTo: string | null;
  fromName: string | null;
  html?: string | null;
}

/** In milliseconds: a mail server that hangs must not keep other mails from going. */
const waits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
/** One mail takes no longer, however slowly a mail server goes on. */
export const mostSeconds = 90;

/** Whether a mail server has refused this mail for good (RFC 5321 4.2.1); a refused sign-in is not the mail's fault. */
export function isRefusal(error: Error): boolean {
  const { code, responseCode = 500 } = error as { code?: string; responseCode?: number };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500;
}

/** Delivers mails by SMTP, or, where none is configured, as `.eml` files under the data folder. */
@Injectable()
export class Postman {
  readonly #transport: Transporter;
  readonly #folder: string;

  constructor(private readonly config: Config) {
    this.#folder = path.join(config.dataDir, 'mail');
    this.#transport = config.smtpUrl
      ? createTransport({ url: config.smtpUrl, ...waits })
      : createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  }

  /** The folder that mails are kept in when there is no SMTP server. */
  get folder(): string {
    return this.#folder;
  }

  async deliver(mail: Delivery): Promise<void> {
    const { hostname } = new URL(this.config.baseUrl);
    const from = mail.fromName ?? 'Forum';
    const message: SendMailOptions & { signal: AbortSignal } = {
      from: { name: from, address: this.config.mailFrom },
      to: { name: '', address: mail.to },
      ...(mail.replyTo ? { replyTo: { name: from, address: mail.replyTo } } : {}),
      // No machine answers it, such as one that says that its owner is away (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
      subject: mail.subject,
      signal: AbortSignal.timeout(mostSeconds * 1_000),
      text: mail.text,
      ...(mail.html ? { html: mail.html } : {}),
      messageId: `<${mail.id}@${hostname}>`,
      ...(mail.calendar
        ? {
            icalEvent: {
              method: mail.calendar.method,
              filename: 'meeting.ics',
              content: mail.calendar.content,
            },
          }
        : {}),
    };
    const sent = (await this.#transport.sendMail(message)) as { message?: Buffer };
    if (!this.config.smtpUrl && sent.message) await this.#keep(mail.id, sent.message);
  }

  async #keep(id: string, message: Buffer): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await writeFile(path.join(this.#folder, `${id}.eml`), message, { mode: 0o600 });
  }
}
