/** What the server wrote into the page for its script. */
export function readPageData<Data>(): Data {
  const holder = document.getElementById('page-data');
  if (holder === null) throw new Error('The page has no data for its script.');
  return JSON.parse(holder.textContent) as Data;
}

/** The element that a page's script fills. */
export function findPage(): HTMLElement {
  const page = document.getElementById('page');
  if (page === null) throw new Error('The page has no element for its script.');
  return page;
}
