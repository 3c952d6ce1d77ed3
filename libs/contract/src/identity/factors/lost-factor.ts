import { z } from 'zod';
import { route } from '../../route.ts';
import { enrolmentCode, inFactorHolder } from './factor-holders.ts';

export const reportLostFactor = route({
  method: 'POST',
  path: '/editions/:edition/factor-holders/:person/lost',
  action: 'factor.hand-over',
  summary:
    'Say that somebody has lost their second factor; when another member of the host’s team says the same within a day, it is removed and a code for the next one is answered',
  params: inFactorHolder,
  response: z.strictObject({ made: enrolmentCode.nullable() }),
  factor: 'fresh',
  secret: true,
});
