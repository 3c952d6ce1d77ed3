import { firmLimits } from '@forum/domain/firms/firm-limits';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { touched } from '../losses/touched.ts';
import { done, route } from '../route.ts';
import { countryCode, filledLine, id, line, version } from '../scalars.ts';
import { firm } from './firms.ts';
import { inFirm } from './in-firm.ts';

export const createFirm = route({
  method: 'POST',
  path: '/editions/:edition/firms',
  action: 'firm.import',
  summary: 'Add one firm to the edition',
  params: inEdition,
  body: z.strictObject({
    name: filledLine(firmLimits.name),
    country: countryCode.nullable(),
    categories: z.array(filledLine(firmLimits.category)).max(firmLimits.categories).default([]),
    website: z
      .url({ protocol: /^https?$/ })
      .max(firmLimits.website)
      .nullable()
      .default(null),
    stand: line(firmLimits.stand).nullable().default(null),
  }),
  response: firm,
});

/** A firm as the host lists it. */
export const firmListing = z.strictObject({
  id,
  version,
  name: z.string(),
  country: z.string().nullable(),
  stand: z.string().nullable(),
  /** The mail address that an exhibitor list gave; nobody but the host sees it. */
  mail: z.string().nullable(),
  /** Whom its removal touches, and which meetings. */
  representatives: z.array(z.string()),
  touched,
});
export type FirmListing = z.infer<typeof firmListing>;

export const readFirmListing = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/listing',
  action: 'firm.import',
  summary: 'How the host lists a firm, and whom its removal touches',
  params: inFirm,
  response: firmListing,
});

export const correctFirm = route({
  method: 'PATCH',
  path: '/editions/:edition/firms/:firm/listing',
  action: 'firm.import',
  summary: 'Correct name, country and stand of a firm; everything of it stays, and later lists still mean it',
  params: inFirm,
  body: z.strictObject({
    version,
    name: filledLine(firmLimits.name),
    country: countryCode.nullable(),
    stand: line(firmLimits.stand).nullable(),
  }),
  response: firm,
});

export const removeFirm = route({
  method: 'POST',
  path: '/editions/:edition/firms/:firm/removal',
  action: 'firm.import',
  summary: 'Take a firm out of the edition, as a list without it would',
  params: inFirm,
  body: z.strictObject({ version }),
  response: done,
});
