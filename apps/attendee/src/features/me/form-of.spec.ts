import { describe, expect, it } from '@jest/globals';
import { formOf } from './form-of.ts';

const begun = (draft: Record<string, unknown>) => ({ state: 'draft' as const, draft, form: null });

describe('the form of a registration', () => {
  it('begins with what was typed last, on this device before elsewhere', () => {
    const form = formOf(begun({ office: 'Director', name: { family: 'Kim' } }), { office: 'Minister' });
    expect(form).toMatchObject({
      office: 'Minister',
      name: { family: 'Kim', display: '' },
      category: 'industry',
    });
  });

  it('leaves out what a draft keeps in another shape, and reads the rest', () => {
    const draft = {
      category: 'royalty',
      name: 'Kim',
      office: 7,
      languages: { ko: true },
      consents: { photographs: 'yes', nextEditions: true },
      country: 'KR',
      strange: {},
    };
    expect(formOf(begun(draft), 'nonsense', 'government')).toEqual({
      ...formOf(null, null, 'government'),
      consents: { profileVisible: false, nextEditions: true, photographs: false },
      country: 'KR',
    });
  });

  it('proposes the name that they gave before, until another is typed', () => {
    const known = { ...formOf(null, null).name, family: 'Kim', given: 'Minjun', display: 'Kim Minjun' };
    expect(formOf(null, null, 'industry', known)).toEqual({ ...formOf(null, null), name: known });
    expect(formOf(begun({ office: 'Director' }), null, 'industry', known).name).toEqual(known);
    expect(formOf(begun({ name: { family: 'Sharma' } }), null, 'industry', known).name).toMatchObject({
      family: 'Sharma',
      given: null,
    });
  });

  it('of a closed registration forgets what was typed since', () => {
    const submitted = formOf(null, { office: 'Director' });
    const declined = { state: 'declined' as const, draft: { office: 'Minister' }, form: submitted };
    expect(formOf(declined, { office: 'King' })).toEqual(submitted);
  });
});
