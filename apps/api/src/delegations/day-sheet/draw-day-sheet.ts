import { dateToTell } from '@forum/domain/time/forum-day';
import { wallClockAt } from '@forum/domain/time/wall-clock';
import { offsetLabel } from '@forum/domain/time/zoned';
import type { DaySheet, DaySheetItem, DaySheetPerson, PrintedName } from './day-sheet.ts';
import { daySheetTexts } from './day-sheet-texts.ts';
import { isDrawable } from './script-runs.ts';
import { Typesetter } from './typesetter.ts';

const page = { width: 595.28, height: 841.89, margin: 48, foot: 64 };
const text = page.width - 2 * page.margin;
const columns = { time: 62, place: 132, gap: 14 };
const ink = { strong: '#14202b', plain: '#3a4754', faint: '#6b7783', rule: '#d5dae0', warn: '#a3341f' };

/** Draws the sheet of a day on A4: what, when, where, and with whom, in the venue's time. */
export async function drawDaySheet(sheet: DaySheet): Promise<Uint8Array<ArrayBuffer>> {
  const title = `${nameLine(sheet.principal)} · ${sheet.day}`;
  const setter = await Typesetter.open({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    displayTitle: true,
    lang: sheet.language,
    info: { Title: title, Subject: sheet.edition.title },
  });
  const drawing = new DaySheetDrawing(setter, sheet);
  drawing.draw();
  return bytesOf(setter.document);
}

class DaySheetDrawing {
  #y = page.margin;

  constructor(
    private readonly setter: Typesetter,
    private readonly sheet: DaySheet,
  ) {}

  draw(): void {
    this.#heading();
    const { items, people } = this.sheet;
    if (items.length === 0) this.#line(daySheetTexts(this.sheet.language).nothing, 11, ink.plain);
    const ends = items.map((_, i) => latestEnd(items.slice(0, i)));
    items.forEach((item, i) => this.#item(item, !item.isCancelled && item.start < (ends[i] ?? '')));
    if (people.length > 0) this.#people(people);
    this.#feet();
  }

  #heading(): void {
    const { principal, edition, day, language } = this.sheet;
    const instant = this.sheet.items[0]?.start ?? `${day}T12:00:00Z`;
    const date = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: 'UTC' }).format(
      new Date(`${day}T12:00:00Z`),
    );
    this.#line(`${edition.title} · ${edition.city}`, 9, ink.faint);
    this.#y += 4;
    this.#line(nameLine(principal), 21, ink.strong, 'bold', principal.nativeLanguage);
    const post = [principal.office, principal.organisation].filter(Boolean).join(', ');
    if (post) this.#line(post, 10.5, ink.plain);
    this.#y += 10;
    this.#line(date, 13, ink.strong, 'bold');
    this.#line(`${edition.city}, ${offsetLabel(instant, edition.zone)} · ${edition.venue}`, 9.5, ink.faint);
    this.#y += 8;
    this.#rule();
  }

  #item(item: DaySheetItem, isOverlapping: boolean): void {
    const words = daySheetTexts(this.sheet.language);
    const middle = text - columns.time - columns.place - 2 * columns.gap;
    const x = {
      title: page.margin + columns.time + columns.gap,
      place: page.width - page.margin - columns.place,
    };
    const label = item.isCancelled
      ? `${words.kinds[item.kind]} · ${words.cancelled}`
      : words.kinds[item.kind];
    const titleStyle = {
      size: 11.5,
      weight: 'bold',
      colour: ink.strong,
      isStruck: item.isCancelled,
    } as const;
    const withWhom = item.with.join(' · ');
    const height =
      28 +
      this.setter.heightOf(item.title, middle, titleStyle) +
      (withWhom ? this.setter.heightOf(withWhom, middle, { size: 9.5 }) : 0);
    this.#room(
      Math.max(
        height,
        this.setter.heightOf(item.place ?? '', columns.place, { size: 11, weight: 'bold' }) + 28,
      ),
    );
    const top = this.#y + 9;
    const afterStart = this.setter.draw(
      this.#clock(item.start, this.sheet.day),
      { x: page.margin, y: top, width: columns.time },
      { size: 14, weight: 'bold', colour: item.isCancelled ? ink.faint : ink.strong },
    );
    this.setter.draw(
      `– ${this.#clock(item.end, wallClockAt(item.start, this.sheet.edition.zone).date)}`,
      { x: page.margin, y: afterStart - 3, width: columns.time },
      { size: 9.5, colour: ink.faint },
    );
    let y = this.setter.draw(
      isOverlapping ? `${label} · ${words.overlaps}` : label,
      { x: x.title, y: top, width: middle },
      { size: 8.5, colour: isOverlapping || item.isCancelled ? ink.warn : ink.faint },
    );
    y = this.setter.draw(item.title, { x: x.title, y, width: middle }, titleStyle);
    if (withWhom) {
      y = this.setter.draw(withWhom, { x: x.title, y, width: middle }, { size: 9.5, colour: ink.plain });
    }
    const placeEnd = this.setter.draw(
      item.place ?? '',
      { x: x.place, y: top, width: columns.place, align: 'right' },
      { size: 11, weight: 'bold', colour: item.isCancelled ? ink.faint : ink.strong },
    );
    this.#y = Math.max(y, placeEnd, top + 34) + 8;
    this.#rule();
  }

  /** A time, with its day of the week where its date is another one. */
  #clock(instant: string, day: string): string {
    const { zone } = this.sheet.edition;
    const date = dateToTell(instant, zone, day);
    const weekday = new Intl.DateTimeFormat(localeOf(this.sheet.language), {
      weekday: 'short',
      timeZone: 'UTC',
    });
    return `${clockIn(instant, zone)}${date ? ` ${weekday.format(new Date(`${date}T12:00:00Z`))}` : ''}`;
  }

  #people(people: readonly DaySheetPerson[]): void {
    this.#room(90);
    this.#y += 22;
    this.#line(daySheetTexts(this.sheet.language).whoIsWho, 13, ink.strong, 'bold');
    this.#y += 6;
    for (const person of people) this.#person(person);
  }

  #person(person: DaySheetPerson): void {
    const words = daySheetTexts(this.sheet.language);
    const width = text - columns.time - columns.gap;
    const post = [person.office, person.organisation].filter(Boolean).join(', ');
    const languages = person.languages.map((tag) => languageName(tag, this.sheet.language)).join(', ');
    const origin = [placeName(person.country, this.sheet.language), languages && words.speaks(languages)]
      .filter(Boolean)
      .join(' · ');
    const name = nameLine(person);
    this.#room(this.setter.heightOf(name, width, { size: 11, weight: 'bold' }) + 34);
    const at = { x: page.margin + columns.time + columns.gap, y: this.#y, width };
    this.setter.draw(
      this.#clock(person.start, this.sheet.day),
      { x: page.margin, y: this.#y + 1, width: columns.time },
      { size: 9.5, colour: ink.faint },
    );
    const y = this.setter.draw(name, at, {
      size: 11,
      weight: 'bold',
      colour: ink.strong,
      language: person.nativeLanguage,
    });
    const afterPost = this.setter.draw(post, { ...at, y }, { size: 9.5, colour: ink.plain });
    this.#y = this.setter.draw(origin, { ...at, y: afterPost }, { size: 9.5, colour: ink.faint }) + 9;
  }

  #feet(): void {
    const { preparedBy, principal, asOf, edition, language } = this.sheet;
    const words = daySheetTexts(language);
    const time = new Intl.DateTimeFormat(localeOf(language), {
      dateStyle: 'medium',
      timeStyle: 'short',
      hourCycle: 'h23',
      timeZone: edition.zone,
    }).format(new Date(asOf));
    const left = [
      preparedBy ? words.preparedBy(principal.name, preparedBy) : '',
      words.asOf(`${time} ${edition.city}`),
    ];
    const { count } = this.setter.document.bufferedPageRange();
    for (let i = 0; i < count; i++) {
      this.setter.document.switchToPage(i);
      const at = { x: page.margin, y: page.height - 44, width: text };
      this.setter.draw(
        left.filter(Boolean).join(' · '),
        { ...at, width: text - 60 },
        { size: 8, colour: ink.faint },
      );
      this.setter.draw(words.page(i + 1, count), { ...at, align: 'right' }, { size: 8, colour: ink.faint });
    }
  }

  #line(
    line: string,
    size: number,
    colour: string,
    weight: 'regular' | 'bold' = 'regular',
    language: string | null = null,
  ): void {
    this.#y = this.setter.draw(
      line,
      { x: page.margin, y: this.#y, width: text },
      { size, colour, weight, language },
    );
  }

  #rule(): void {
    this.setter.document
      .moveTo(page.margin, this.#y)
      .lineTo(page.width - page.margin, this.#y)
      .lineWidth(0.6)
      .stroke(ink.rule);
  }

  /** Begins a new page where what comes next would be cut. */
  #room(height: number): void {
    if (this.#y + height <= page.height - page.foot) return;
    this.setter.document.addPage();
    this.#y = page.margin;
  }
}

/** `H.E. Kim Minjun  김민준`; a native name in a script that no font here draws is left out. */
function nameLine({ name, nativeName, honorific }: PrintedName): string {
  const native = nativeName && nativeName !== name && isDrawable(nativeName) ? nativeName : '';
  return [honorific, name, native].filter(Boolean).join(' ');
}

const latestEnd = (items: readonly DaySheetItem[]): string =>
  items
    .filter((item) => !item.isCancelled)
    .map((item) => item.end)
    .sort()
    .at(-1) ?? '';

const localeOf = (language: string) => (language.startsWith('ko') ? 'ko' : 'en-GB');

const clockIn = (instant: string, zone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));

const placeName = (country: string, language: string) =>
  country ? (new Intl.DisplayNames(localeOf(language), { type: 'region' }).of(country) ?? country) : '';

const languageName = (tag: string, language: string) =>
  new Intl.DisplayNames(localeOf(language), { type: 'language' }).of(tag) ?? tag;

async function bytesOf(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.on('end', () => resolve()));
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
