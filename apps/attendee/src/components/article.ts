import { type TFunction } from 'i18next';

/** The article of an act as the rule packs name it; one that nobody has looked up says so. */
export const articleIn = (article: string, t: TFunction): string =>
  article === 'not looked up' || article === 'none' ? t('routes.no-article') : article;
