import { representationStates } from '@forum/domain/firms/representation';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { inFirm } from '../firms/in-firm.ts';
import { route } from '../route.ts';
import { filledLine, id, instant } from '../scalars.ts';

/** Somebody accredited who names a firm, as its representatives and the host see them. */
export const firmPerson = z.strictObject({
  delegateId: id,
  name: z.string(),
  nativeName: z.string().nullable(),
  office: z.string(),
  organisation: z.string(),
  country: z.string(),
  /** Of their mail address; the address itself is not shown. */
  mailDomain: z.string(),
  state: z.enum(representationStates),
  /** Since when the state holds. */
  since: instant,
  /** Who confirmed or ended it; null while they wait, and for those who were carried over. */
  by: z.string().nullable(),
  byHost: z.boolean(),
  reason: z.string().nullable(),
  /** Is it the reader? */
  self: z.boolean(),
});
export type FirmPerson = z.infer<typeof firmPerson>;
const ofFirm = inFirm.extend({ delegate: id });
const reason = filledLine(300);

export const listFirmPeople = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/people',
  action: 'representation.decide',
  summary: 'Who speaks for a firm, who waits to be confirmed, and whose standing has ended',
  params: inFirm,
  response: z.array(firmPerson),
});

export const confirmRepresentative = route({
  method: 'POST',
  path: '/editions/:edition/firms/:firm/people/:delegate/confirmation',
  action: 'representation.decide',
  summary: 'Confirm that somebody speaks for a firm; the host gives a reason, and may restore what was ended',
  params: ofFirm,
  body: z.strictObject({ reason: reason.nullable() }),
  response: z.array(firmPerson),
});

export const endRepresentative = route({
  method: 'POST',
  path: '/editions/:edition/firms/:firm/people/:delegate/end',
  action: 'representation.decide',
  summary: 'End the standing of another representative, or turn away somebody who waits, with a reason',
  params: ofFirm,
  body: z.strictObject({ reason }),
  response: z.array(firmPerson),
});

export const ownRepresentation = z
  .strictObject({
    firm: z.strictObject({ id, name: z.string() }),
    state: z.enum(representationStates),
    /** Those of the firm whom every accredited delegate can find. */
    ask: z.array(z.strictObject({ delegateId: id, name: z.string(), office: z.string() })),
  })
  .nullable();
export type OwnRepresentation = z.infer<typeof ownRepresentation>;

export const readOwnRepresentation = route({
  method: 'GET',
  path: '/editions/:edition/registration/representation',
  action: 'registration.own',
  summary: 'Whether I am confirmed for the firm that I named, and whom to ask; null when I named none',
  params: inEdition,
  response: ownRepresentation,
});
