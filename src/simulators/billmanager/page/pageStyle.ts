/** Below 72 rem the table becomes a list of cards, so that nothing scrolls sideways at 320 px. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --text: #1f2933; --dim: #52606d; --back: #f5f7fa; --card: #fff; --line: #cbd2d9;
  --edge: #7b8794; --act: #1f5fa8; --well: #18794e; --ill: #b42318; }
@media (prefers-color-scheme: dark) { :root { --text: #e4e7eb; --dim: #a7b3bf; --back: #14191f; --card: #1d242c;
  --line: #3b4754; --edge: #7b8794; --act: #7db5f0; --well: #58c794; --ill: #ff8a7d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 90rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 1.5rem 0 .5rem; font-size: 1.125rem; }
a { color: var(--act); }
.lead { margin: 0 0 1rem; color: var(--dim); max-width: 44rem; }
.state { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 1rem;
  margin-bottom: .5rem; padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line);
  border-left: .25rem solid var(--well); border-radius: .375rem; }
.state.ill { border-left-color: var(--ill); }
.state p { margin: 0; overflow-wrap: anywhere; }
.note { margin: .5rem 0; color: var(--well); font-weight: 600; }
.note.refusal { color: var(--ill); }
td .note { margin: 0 0 .375rem; font-size: .875rem; }
.search { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin-bottom: .75rem; }
.search label, .pick label { display: inline-flex; flex-wrap: wrap; align-items: center; gap: .5rem; max-width: 100%; }
.search span { color: var(--dim); font-size: .875rem; }
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); }
th, td { padding: .625rem .75rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  font-weight: normal; overflow-wrap: anywhere; }
thead th { color: var(--dim); font-size: .875rem; white-space: nowrap; }
td:nth-child(n+2):nth-child(-n+6) { font-variant-numeric: tabular-nums; white-space: nowrap; }
tr:target { outline: 2px solid var(--act); outline-offset: -2px; scroll-margin-top: 1rem; }
.acts { display: flex; flex-wrap: wrap; gap: .375rem; }
form { margin: 0; }
.pick { display: flex; flex-wrap: wrap; align-items: center; gap: .375rem; }
td .pick { margin-top: .375rem; }
button, input, select { min-height: 2rem; max-width: 100%; padding: .25rem .625rem; border: 1px solid var(--edge);
  border-radius: .25rem; background: var(--card); color: var(--text); font: inherit; font-size: .875rem; }
button { border-color: var(--act); color: var(--act); cursor: pointer; }
button:hover { background: var(--act); color: var(--card); }
:is(button, input, select, a):focus-visible { outline: 2px solid var(--text); outline-offset: 2px; }
@media (min-width: 72.01rem) { td:last-child { width: 33rem; } }
@media (max-width: 72rem) {
  table, tbody, tr, th, td { display: block; width: 100%; }
  table { border: 0; background: none; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { margin-bottom: .75rem; padding: .5rem .75rem; background: var(--card); border: 1px solid var(--line);
    border-radius: .375rem; }
  tbody th, tbody td, td:nth-child(n+2):nth-child(-n+6) { display: flex; gap: .75rem; padding: .25rem 0; border: 0;
    white-space: normal; }
  tbody :is(th, td) > div { min-width: 0; }
  tbody td::before { content: attr(data-name); flex: 0 0 5.5rem; color: var(--dim); font-size: .875rem; }
  button, input, select { min-height: 2.75rem; }
}
@media (max-width: 30rem) {
  tbody td:last-child { flex-direction: column; gap: .25rem; }
  tbody td:last-child::before { flex: none; }
}
`;
