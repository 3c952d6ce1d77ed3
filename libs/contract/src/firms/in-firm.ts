import { inEdition } from '../editions/in-edition.ts';
import { id } from '../scalars.ts';

export const inFirm = inEdition.extend({ firm: id });
