import { accreditationStates } from '@forum/domain/accreditation/accreditation';
import { delegateCategories } from '@forum/domain/people/delegate-category';
import { z } from 'zod';

export const category = z.enum(delegateCategories);
export const state = z.enum(accreditationStates);
