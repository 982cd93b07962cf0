/** What a proxy in front of the panel says when the panel is down. */
export const BROKEN_PAGE =
  '<!doctype html><html lang="en"><title>Bad gateway</title><h1>Bad gateway</h1></html>\n';

/** What the panel shows to whom it takes for a browser: a login form instead of data (billmanager.md 1.2). */
export const LOGIN_PAGE =
  '<!doctype html><html lang="en"><title>BILLmanager</title><form method="post" action="/billmgr">' +
  '<label>Login <input name="username"></label> <label>Password <input name="password" type="password"></label> ' +
  '<button>Log in</button></form></html>\n';
