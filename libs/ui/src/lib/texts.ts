import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** The languages that the forum speaks, by their own names. Another is a file beside each `en.json` and a line here. */
export const languages = { en: 'English', ko: '한국어' } as const;

export type Language = keyof typeof languages;

/** Texts by their keys, in groups. */
export type Texts = { [key: string]: string | Texts };

/** Loads the texts of one language. */
export type LoadTexts = (language: Language) => Promise<Texts>;

const storedAs = 'forum-language';

/** Begins to speak: in the language chosen before, or the browser's, or English. */
export async function startTexts(loadAppTexts: LoadTexts): Promise<void> {
  const language = preferred();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: await resourcesOf(language, loadAppTexts),
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
  speak = async (next) => {
    if (!i18next.hasResourceBundle(next, 'translation')) {
      const resources = await resourcesOf(next, loadAppTexts);
      i18next.addResourceBundle(next, 'translation', resources[next]?.['translation']);
    }
    await i18next.changeLanguage(next);
    document.documentElement.lang = next;
    localStorage.setItem(storedAs, next);
  };
}

/** The texts of both; what both name is the app's, and a group of both holds what each has in it. */
export function mergeTexts(shared: Texts, own: Texts): Texts {
  const merged = { ...shared };
  for (const [key, text] of Object.entries(own)) {
    const before = merged[key];
    merged[key] = typeof before === 'object' && typeof text === 'object' ? mergeTexts(before, text) : text;
  }
  return merged;
}

/** Changes the language of all that is on the screen. */
export const changeLanguage = (language: Language): Promise<void> => speak(language);

let speak: (language: Language) => Promise<void> = () => Promise.resolve();

async function resourcesOf(language: Language, loadAppTexts: LoadTexts): Promise<Resource> {
  const [shared, own] = await Promise.all([import(`./texts/${language}.json`), loadAppTexts(language)]);
  return { [language]: { translation: mergeTexts((shared as { default: Texts }).default, own) } };
}

function preferred(): Language {
  const wanted = [localStorage.getItem(storedAs) ?? '', ...navigator.languages].map(
    (tag) => tag.split('-')[0] ?? '',
  );
  return (wanted.find((tag) => tag in languages) as Language | undefined) ?? 'en';
}
