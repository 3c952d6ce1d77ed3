import { SecurityEventEntity } from './entities/security-event.entity.ts';

export const securityEventsEntities = [SecurityEventEntity];
