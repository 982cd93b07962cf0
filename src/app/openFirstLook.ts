import { startFirstLook } from './locations/startFirstLook';
import { client } from './openConnection';
import { connectZaf } from './zaf/connectZaf';

/**
 * What the sidebar is shown from, asked for while the browser still reads the file that draws it; undefined outside Zendesk.
 * A file of its own, loaded first: it needs nothing of React or Garden.
 */
export const sidebar = client && openSidebar(connectZaf(client));

function openSidebar(zaf: ReturnType<typeof connectZaf>) {
  return { zaf, firstLook: startFirstLook(zaf) };
}
