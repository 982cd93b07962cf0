import { startSupportCredits } from './startSupportCredits';

/** The entry: the line in the theme says in `data-bridge` where the bridge is. Only while the script runs is it found so. */
const bridgeUrl = document.currentScript?.dataset['bridge'];

if (bridgeUrl !== undefined) {
  const start = () => void startSupportCredits({ bridgeUrl, fetch: (url, options) => fetch(url, options) });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}
