import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { aide } from '../identity/aides.ts';
import { done, route } from '../route.ts';
import { id, mailAddress } from '../scalars.ts';

export const arrangeAide = route({
  method: 'POST',
  path: '/editions/:edition/aides',
  action: 'aide.arrange',
  summary:
    'Propose an aide on behalf of a principal; it waits until the principal confirms, or the head of their delegation does',
  params: inEdition,
  body: z.strictObject({ delegateId: id, mail: mailAddress }),
  response: aide,
});

export const listAidesOf = route({
  method: 'GET',
  path: '/editions/:edition/delegates/:delegate/aides',
  action: 'aide.manage',
  summary: 'The aides of a delegate: who waits for a confirmation, who was invited, who may act',
  params: inEdition.extend({ delegate: id }),
  response: z.array(aide),
});

export const listAidesToConfirm = route({
  method: 'GET',
  path: '/editions/:edition/aides',
  action: 'aide.confirm',
  summary: 'Aides whom the host proposed for people of my delegation, and who wait for a confirmation',
  params: inEdition,
  response: z.array(aide.extend({ principal: z.strictObject({ id, name: z.string() }) })),
});

const inAideOfEdition = inEdition.extend({ aide: id });

export const confirmAideOf = route({
  method: 'POST',
  path: '/editions/:edition/aides/:aide/confirmation',
  action: 'aide.confirm',
  summary: 'Agree, as the head of the delegation, to an aide whom the host proposed for somebody of it',
  params: inAideOfEdition,
  response: done,
  factor: 'fresh',
});

export const endAideOf = route({
  method: 'DELETE',
  path: '/editions/:edition/aides/:aide',
  action: 'aide.manage',
  summary: 'End what somebody may do as the aide of a delegate, for principals who do not sign in',
  params: inAideOfEdition,
  response: done,
});
