import { KeyedWriteEntity } from './entities/keyed-write.entity.ts';

export const httpEntities = [KeyedWriteEntity];
