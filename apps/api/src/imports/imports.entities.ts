import { ProposedImportEntity } from './entities/proposed-import.entity.ts';

export const importsEntities = [ProposedImportEntity];
