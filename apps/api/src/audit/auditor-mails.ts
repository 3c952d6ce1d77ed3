import { Injectable } from '@nestjs/common';
import { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { Jobs } from '../jobs/jobs.ts';
import { Mails } from '../mail/mails.ts';
import { JournalHeads } from './journal-heads.ts';

/** Mails the auditor each day where every journal stands, so that a tail cannot be cut without their knowing. */
@Injectable()
export class AuditorMails {
  constructor(
    private readonly database: Database,
    private readonly heads: JournalHeads,
    private readonly mails: Mails,
    private readonly config: Config,
    jobs: Jobs,
  ) {
    jobs.handle('mail-heads', () => this.mail());
  }

  async mail(): Promise<void> {
    const { auditorMail: to, baseUrl } = this.config;
    const heads = await this.heads.all();
    const [first] = heads;
    if (to === null || !first) return;
    const day = first.at.slice(0, 10);
    const reader = await this.database.row<{ language: string }>(
      'select language from person where mail = $1',
      [to.toLowerCase()],
    );
    const text = texts[reader?.language.startsWith('ko') ? 'ko' : 'en'];
    const blocks = heads.map((head) => JSON.stringify(head, null, 2)).join('\n\n');
    await this.database.write((transaction) =>
      this.mails.send(transaction, {
        to,
        urgency: 'bulk',
        about: undefined,
        subject: text.subject(day),
        text: `${text.body(baseUrl)}\n\n${blocks}\n`,
        once: `heads:${day}:${to.toLowerCase()}`,
      }),
    );
  }
}

const texts = {
  en: {
    subject: (day: string) => `Heads of the audit journal, ${day}`,
    body: (forum: string) =>
      `Keep this mail. It says where the audit journal of each edition of ${forum} stands, signed by the forum.\n\n` +
      'To check later that nothing was cut off or made again, save a block of this mail as a file and run:\n' +
      '  npm run forum -- verify-audit --expect FILE\n' +
      'To check the signature, with the public key that the host gave you:\n' +
      '  npm run forum -- verify-head FILE --key KEY',
  },
  ko: {
    subject: (day: string) => `감사 기록의 최신 지점, ${day}`,
    body: (forum: string) =>
      `이 메일을 보관하십시오. ${forum} 각 회차의 감사 기록이 어디까지 왔는지 포럼이 서명하여 알립니다.\n\n` +
      '나중에 기록이 잘리거나 다시 만들어지지 않았는지 확인하려면, 이 메일의 한 블록을 파일로 저장하고 다음을 실행하십시오:\n' +
      '  npm run forum -- verify-audit --expect FILE\n' +
      '서명을 확인하려면, 주최 측에서 받은 공개 키로 다음을 실행하십시오:\n' +
      '  npm run forum -- verify-head FILE --key KEY',
  },
};
