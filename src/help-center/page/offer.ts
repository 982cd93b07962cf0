import type { PublicRules } from '../../contract/clientCredits';
import type { Speech } from '../words/createSpeech';
import { element } from './element';

/** The packs with their prices, and the link to where they are bought. */
export function offer({ packs, buyUrl }: PublicRules, { t, money }: Speech): HTMLElement[] {
  const lines = packs.map(({ credits, priceCents, savesCents }) => {
    const values = {
      credits: t('pack.credits', { count: credits }),
      price: money(priceCents),
      saves: money(savesCents),
    };
    return element('li', {}, t(savesCents > 0 ? 'packs.price_saves' : 'packs.price', values));
  });
  const list = element('ul', {}, ...lines);
  // An address that is none of the web's is never made a link: `javascript:` would run.
  if (!/^https?:\/\//i.test(buyUrl)) return [list];
  const link = element('a', { href: buyUrl, target: '_blank', rel: 'noopener' }, t('packs.buy'));
  return [list, element('p', {}, link)];
}
