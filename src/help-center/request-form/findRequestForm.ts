/** The pages of both form kinds: the theme's React form lies in the first, the classic one is the second (zendesk.md 9). */
const PLACES = '#new-request-form,#new_request';

/** True on a page where a request can be written; the theme may draw the form later. */
export function hasRequestForm(): boolean {
  return /\/requests\/new\b/.test(location.pathname) || document.querySelector(PLACES) !== null;
}

/** The form as it is on the page now. Both kinds give their fields the same names, and nothing else that is stable. */
export function findRequestForm(): HTMLFormElement | undefined {
  const fields = [...document.querySelectorAll('form [name^="request"]')];
  const field = fields.find((each) => each.getAttribute('name')?.startsWith('request['));
  return field?.closest('form') ?? undefined;
}
