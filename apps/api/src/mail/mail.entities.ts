import { MailEntity } from './entities/mail.entity.ts';
import { NoticeEntity } from './entities/notice.entity.ts';

export const mailEntities = [MailEntity, NoticeEntity];
