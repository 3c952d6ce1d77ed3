import { CapitalEntity } from './entities/capital.entity.ts';
import { EditionEntity } from './entities/edition.entity.ts';
import { EditionPartnerEntity } from './entities/edition-partner.entity.ts';
import { RotationChoiceEntity } from './entities/rotation-choice.entity.ts';

export const editionsEntities = [CapitalEntity, EditionEntity, EditionPartnerEntity, RotationChoiceEntity];
