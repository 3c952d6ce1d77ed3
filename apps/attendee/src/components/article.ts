import type { TFunction } from 'i18next';

/** The article of an act, which the rule packs name in English, as readers know it; one that nobody has looked up says so. */
export function articleIn(article: string, t: TFunction): string {
  switch (article) {
    case 'not looked up':
    case 'none':
      return t('routes.no-article');
    case 'eligibility':
      return t('routes.eligibility');
    case 'investment criteria':
      return t('routes.investment-criteria');
  }
  const numbers = [...article.matchAll(/(\d+)(?:\((\d+)\))?/g)];
  if (!/^Articles? /.test(article) || numbers.length === 0) return article;
  return numbers
    .map(([, number, paragraph]) =>
      paragraph ? t('routes.paragraph', { number, paragraph }) : t('routes.article', { number }),
    )
    .join(', ');
}
