/** Below 60 rem the table becomes a list of cards, so that nothing scrolls sideways at 320 px. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --text: #1f2933; --dim: #52606d; --back: #f5f7fa; --card: #fff; --line: #cbd2d9;
  --act: #1f5fa8; --well: #18794e; --ill: #b42318; }
@media (prefers-color-scheme: dark) { :root { --text: #e4e7eb; --dim: #a7b3bf; --back: #14191f; --card: #1d242c;
  --line: #3b4754; --act: #7db5f0; --well: #58c794; --ill: #ff8a7d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 84rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 1.5rem 0 .5rem; font-size: 1.125rem; }
.lead { margin: 0 0 1rem; color: var(--dim); max-width: 44rem; }
.state { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 1rem;
  padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line); border-left: .25rem solid var(--well);
  border-radius: .375rem; }
.state.ill { border-left-color: var(--ill); }
.state p { margin: 0; overflow-wrap: anywhere; }
.note { min-height: 1.5rem; margin: .75rem 0 0; color: var(--well); }
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); }
th, td { padding: .625rem .75rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  font-weight: normal; overflow-wrap: anywhere; }
thead th { color: var(--dim); font-size: .875rem; white-space: nowrap; }
td:nth-child(2), td:nth-child(4) { font-variant-numeric: tabular-nums; white-space: nowrap; }
tbody th { font-weight: 600; }
tr:target { outline: 2px solid var(--act); outline-offset: -2px; }
.acts { display: flex; flex-wrap: wrap; gap: .375rem; }
form { margin: 0; }
button { min-height: 2rem; padding: .25rem .625rem; border: 1px solid var(--act); border-radius: .25rem;
  background: transparent; color: var(--act); font: inherit; font-size: .875rem; cursor: pointer; }
button:hover { background: var(--act); color: var(--card); }
button:focus-visible { outline: 2px solid var(--text); outline-offset: 2px; }
@media (min-width: 82rem) { td:last-child { width: 32.5rem; } }
@media (max-width: 60rem) {
  table, tbody, tr, th, td { display: block; width: 100%; }
  table { border: 0; background: none; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { margin-bottom: .75rem; padding: .5rem .75rem; background: var(--card); border: 1px solid var(--line);
    border-radius: .375rem; }
  tbody th, tbody td { display: flex; gap: .75rem; padding: .25rem 0; border: 0; white-space: normal; }
  tbody td::before { content: attr(data-name); flex: 0 0 6.5rem; color: var(--dim); font-size: .875rem; }
  button { min-height: 2.75rem; }
}
`;
