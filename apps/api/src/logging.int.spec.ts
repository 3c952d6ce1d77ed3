import { describe, expect, it } from '@jest/globals';
import { told } from './logging.ts';

describe('an error in the log', () => {
  it('tells nothing of the values that a statement carried', () => {
    const refused = Object.assign(new Error('duplicate key: (mail)=(kim@ministry.example)'), {
      name: 'QueryFailedError',
      code: '23505',
      constraint: 'person_mail_once',
      parameters: ['kim@ministry.example', 'Kim Seoyeon'],
      driverError: { detail: 'Key (mail)=(kim@ministry.example) already exists.' },
    });
    const line = JSON.stringify(told(refused));
    expect(line).not.toMatch(/kim/i);
    expect(told(refused)).toMatchObject({
      type: 'QueryFailedError',
      code: '23505',
      constraint: 'person_mail_once',
    });
    expect(line).toContain('logging.int.spec.ts');
  });

  it('is told with its message when it is our own', () => {
    expect(told(new TypeError('no hall'))).toMatchObject({ type: 'TypeError', message: 'no hall' });
    expect(told('thrown text')).toEqual({ type: 'string' });
  });
});
