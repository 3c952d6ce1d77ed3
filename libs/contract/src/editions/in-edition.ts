import { z } from 'zod';
import { editionSlug } from '../scalars.ts';

export const inEdition = z.strictObject({ edition: editionSlug });
