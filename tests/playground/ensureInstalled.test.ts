import { ensureNode } from '../../src/playground/ensureNode.mjs';
import { isInstalled } from '../../src/playground/ensureInstalled.mjs';

describe('isInstalled', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/for-another-machine': { version: '2.0.0', optional: true },
    },
  };

  it('is content with what npm installed, without packages for other machines', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
  });

  it('wants an install after a change of version, and where there is none or it was broken off', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '0.9.0' } } })).toBe(false);
    expect(isInstalled(wanted, {})).toBe(false);
  });
});

describe('ensureNode', () => {
  it.each(['20.19.0', '20.20.2', '22.1.0', '24.0.0'])('takes Node %s', (version) => {
    expect(() => ensureNode(version)).not.toThrow();
  });

  it.each(['20.18.9', '18.20.4', '16.0.0'])('says in one sentence that Node %s is too old', (version) => {
    expect(() => ensureNode(version)).toThrow(`Node.js 20.19 or newer is needed, this is ${version}`);
  });
});
