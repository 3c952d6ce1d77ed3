import { JournalSecretEntity } from './entities/journal-secret.entity.ts';

export const auditEntities = [JournalSecretEntity];
