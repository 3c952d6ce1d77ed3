import type { DaySheetItem } from './day-sheet.ts';

interface Texts {
  kinds: Record<DaySheetItem['kind'], string>;
  cancelled: string;
  overlaps: string;
  nothing: string;
  whoIsWho: string;
  speaks: (languages: string) => string;
  preparedBy: (principal: string, aide: string) => string;
  asOf: (time: string) => string;
  page: (page: number, of: number) => string;
}

const en: Texts = {
  kinds: { session: 'Session', speaking: 'You speak', meeting: 'Meeting' },
  cancelled: 'Cancelled',
  overlaps: 'Overlaps with the item above',
  nothing: 'Nothing is planned for this day yet.',
  whoIsWho: 'Who is who',
  speaks: (languages) => `Speaks ${languages}`,
  preparedBy: (principal, aide) => `Prepared for ${principal} by ${aide}`,
  asOf: (time) => `As of ${time}`,
  page: (page, of) => `${page} / ${of}`,
};

const ko: Texts = {
  kinds: { session: '세션', speaking: '발표', meeting: '회의' },
  cancelled: '취소됨',
  overlaps: '위 일정과 겹칩니다',
  nothing: '이 날은 아직 일정이 없습니다.',
  whoIsWho: '만나는 분들',
  speaks: (languages) => `사용 언어: ${languages}`,
  preparedBy: (principal, aide) => `${principal} 님을 위해 ${aide} 작성`,
  asOf: (time) => `${time} 기준`,
  page: (page, of) => `${page} / ${of}`,
};

/** The words of a day sheet in the language of whoever reads it; English where it is not spoken. */
export const daySheetTexts = (language: string): Texts => (language.startsWith('ko') ? ko : en);
