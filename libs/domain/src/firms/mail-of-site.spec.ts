import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isMailOfSite } from './mail-of-site.ts';

describe('a mail address', () => {
  it.each([
    ['kim@hanbit.co.kr', 'https://www.hanbit.co.kr/en'],
    ['kim@mail.hanbit.co.kr', 'http://hanbit.co.kr'],
    ['KIM@HANBIT.CO.KR', 'hanbit.co.kr'],
    ['eirik@nordlys.no', 'https://shop.nordlys.no'],
  ])('%s is of the site %s', (mail, site) => expect(isMailOfSite(mail, site)).toBe(true));

  it.each([
    ['kim@gmail.com', 'https://gmail.com'],
    ['kim@naver.com', 'https://blog.naver.com/hanbit'],
    ['kim@kakao.com', 'https://kakao.com/hanbit'],
    ['kim@google.com', 'https://sites.google.com/hanbit'],
    ['kim@co.kr', 'https://hanbit.co.kr'],
    ['kim@evil.co.kr', 'https://hanbit.co.kr'],
    ['kim@hanbit.co.kr.evil.com', 'https://hanbit.co.kr'],
    ['"x@hanbit.co.kr"@evil.com', 'https://hanbit.co.kr'],
    ['kim@evil.github.io', 'https://hanbit.github.io'],
    ['kim@wixsite.com', 'https://wixsite.com/hanbit'],
    ['kim@hanbit.co.kr', 'https://hanbit.co.kr@evil.com/'],
    ['kim@[10.0.0.1]', 'https://10.0.0.1'],
    ['kim@hanbit.co.kr', null],
    ['kim@hanbit.co.kr', ''],
  ])('%s is not of the site %s', (mail, site) => expect(isMailOfSite(mail, site)).toBe(false));

  it('is of no site of another registrable domain, whatever stands before it', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/);
    fc.assert(
      fc.property(label, label, label, (one, other, below) => {
        const isSame = one === other;
        expect(isMailOfSite(`a@${below}.${one}-arms.com`, `https://${other}-arms.com`)).toBe(isSame);
      }),
    );
  });
});
