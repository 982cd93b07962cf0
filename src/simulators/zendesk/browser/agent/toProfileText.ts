import type { UserFieldView } from '../../pages/views/UserFieldView';

/** What a person reads for a user field: yes or no, an amount with two decimals or more, a day; a dash for nothing. */
export function toProfileText({ type, value }: Pick<UserFieldView, 'type' | 'value'>): string {
  if (type === 'checkbox') return value === true ? 'Yes' : 'No';
  if (value === null) return '–';
  if (type === 'decimal' && typeof value === 'number') {
    return value.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 6 });
  }
  // A date of the account is midnight UTC: in the browser's own zone it might become the day before.
  if (type === 'date')
    return new Date(String(value)).toLocaleDateString('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
  return String(value);
}
