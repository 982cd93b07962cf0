import { toAddressKey } from '../../../../src/server/http/limits/toAddressKey';

describe('toAddressKey', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:0db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0'],
    ['unknown', 'unknown'],
  ])('counts %s as %s', (address, key) => {
    expect(toAddressKey(address)).toBe(key);
  });

  it('counts all of a network of IPv6 as one, and the next by itself', () => {
    expect(toAddressKey('2001:db8:0:1:ffff::1')).toBe(toAddressKey('2001:db8:0:1::2'));
    expect(toAddressKey('2001:db8:0:2::2')).not.toBe(toAddressKey('2001:db8:0:1::2'));
  });

  it('keeps no more of what a proxy passes on than an address is long', () => {
    expect(toAddressKey('x'.repeat(10_000))).toHaveLength(45);
  });
});
