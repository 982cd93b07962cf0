import type { Faults } from '../faults/parseFaults';
import { FAULT_PRESETS } from '../faults/faultPresets';
import type { PanelSettings } from '../settings/panelSettings';
import { escapeHtml, renderActButton, renderHidden } from './html';
import { renderNote } from './note';
import type { Note } from './note';
import { PAGE_STYLE } from './pageStyle';
import { renderClients } from './renderClients';
import type { ClientPage } from './searchClients';

/** What the page shows: clients, what the last button did, and how the panel is. */
export type PageContent = {
  clients: ClientPage;
  faults: Faults;
  settings: PanelSettings;
  note: Note | undefined;
};

const TITLE = 'BILLmanager (simulator)';

/**
 * The page a person sees: clients, what can be done for each, and whether the panel answers. It works without scripts.
 * What the last button did stands in the title too, which a screen reader says when the page is there again.
 */
export function renderPage(page: PageContent): string {
  const { note, clients } = page;
  const title = note === undefined ? TITLE : `${note.text} · ${TITLE}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>${TITLE}</h1>
<p class="lead">Stands in for the billing system on this machine. What you do here is found at the next reading, as it would be in the real one.</p>
${renderState(page.faults, clients.query)}
${renderSettings(page.settings, clients.query)}
${note === undefined || note.accountId !== undefined ? '' : renderNote(note)}
<h2 id="clients">Clients</h2>
${renderSearch(clients)}
${renderClients(clients, note)}
</main>
</body>
</html>
`;
}

function renderState(faults: Faults, query: string): string {
  const isWell = Object.keys(faults).length === 0;
  const state = isWell
    ? 'Answers every call.'
    : `Misbehaves: <code>${escapeHtml(JSON.stringify(faults))}</code>`;
  const options = Object.entries(FAULT_PRESETS)
    .map(([name, { label }]) => `<option value="${name}">${label}</option>`)
    .join('');
  const acts = isWell
    ? `${renderActButton({ action: 'go_down', q: query }, { text: 'Go down' })}
<form method="post" action="/_control/act" class="pick">${renderHidden({ action: 'misbehave', q: query })}<select name="fault" aria-label="How to misbehave">${options}</select><button>Misbehave</button></form>`
    : renderActButton({ action: 'come_back', q: query }, { text: 'Come back' });
  return `<section class="state ${isWell ? 'well' : 'ill'}" aria-label="State"><p>${state}</p><div class="acts">${acts}</div></section>`;
}

function renderSettings(settings: PanelSettings, query: string): string {
  if (Object.keys(settings).length === 0) return '';
  const text = escapeHtml(JSON.stringify(settings));
  const button = renderActButton({ action: 'usual_settings', q: query }, { text: 'Usual settings' });
  return `<section class="state ill" aria-label="Settings"><p>Is set up as <code>${text}</code></p><div class="acts">${button}</div></section>`;
}

function renderSearch({ lines, count, query }: ClientPage): string {
  const all = query === '' ? '' : '<a href="/">All clients</a>';
  const shown = `${String(lines.length)} of ${String(count)} shown`;
  return `<form class="search" role="search" method="get" action="/"><label>Name, e-mail or account id <input type="search" name="q" value="${escapeHtml(query)}"></label><button>Find</button> <span>${shown}</span> ${all}</form>`;
}
