/** What calendar entries say besides what people wrote, in the language of whoever owns the calendar. */
export interface CalendarWords {
  busy: string;
  interpreter: string;
  cancelledPrefix: string;
  language: 'en' | 'ko';
}

const en: CalendarWords = {
  busy: 'Busy',
  interpreter: 'Interpreter',
  cancelledPrefix: 'CANCELLED: ',
  language: 'en',
};

const ko: CalendarWords = {
  busy: '일정 있음',
  interpreter: '통역',
  cancelledPrefix: '취소: ',
  language: 'ko',
};

/** The words for a language tag; English where it is not spoken. */
export const calendarWords = (tag: string): CalendarWords => (tag.startsWith('ko') ? ko : en);
