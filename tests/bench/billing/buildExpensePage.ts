/** A page of `expense` as the panel writes it (billmanager.md 1.2, 4.2): the columns of the reference, all of them. */
export function buildExpensePage(rows: number): string {
  const elem = Array.from({ length: rows }, (_, index) => {
    const cents = 500 + ((index * 7_919) % 90_000);
    const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')} EUR`;
    return {
      id: { $: String(100_000 + index) },
      account: { $: String(1 + (index % 50)) },
      account_name: { $: 'Пример Хостинг GmbH' },
      name: { $: `VMmanager 6 Hosting, licence ${index}, prolong for one month` },
      amount: { $: amount },
      taxamount: { $: '0.95 EUR' },
      realdate: { $: '2026-05-02' },
      cdate: { $: '2026-05-02 10:30:00' },
      intname: { $: 'vm' },
      main_item: { $: String(900 + (index % 100)) },
      item_status: { $orig: '2', $: 'Active' },
      locale_name: {},
    };
  });
  const envelope = { $lang: 'en', $func: 'expense', $binary: '/billmgr', $host: 'https://bill.example.com' };
  const counts = { p_cnt: { $: '1000' }, p_elems: { $: String(rows) }, p_num: { $: '1' } };
  const metadata = { $name: 'expense', $type: 'list', $key: 'id', $mgr: 'billmgr' };
  return JSON.stringify({ doc: { ...envelope, elem, metadata, ...counts, saved_filters: {} } });
}
