import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './public-address.ts';

const closed = {
  'this machine': ['127.0.0.1', '127.255.255.254', '::1', '0.0.0.0', '::'],
  'private networks': ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1', 'fec0::1'],
  'the link, with the address where clouds keep credentials': ['169.254.169.254', '169.254.0.1', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254'],
  'addresses that a carrier shares out': ['100.64.0.1', '100.127.255.255'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1'],
  'reserved, for documents and for measuring': ['192.0.0.1', '192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '240.0.0.1', '255.255.255.255', '2001:db8::1', '100::1', '3fff::1'],
  'IPv6 that stands for IPv4': ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:a00:1', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::7f00:1', '2002:7f00:1::', '2001::1'],
  'what nobody has been given': ['4000::1', '8000::1', 'e000::1'],
  'no address at all': ['', 'localhost', 'login.example.org', '999.1.1.1', '1.2.3', '[::1]'],
};

describe('isPublicAddress', () => {
  it.each(Object.entries(closed))('is closed to %s', (_, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  it('is open to addresses of the internet', () => {
    const open = ['8.8.8.8', '20.190.128.1', '172.15.255.255', '172.32.0.1', '100.128.0.1', '2603:1030::1', '2a00:1450:4009::1'];
    expect(open.filter((address) => !isPublicAddress(address))).toEqual([]);
  });

  it('is closed to every address of 10.0.0.0/8 and to what maps one', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, (one, two, three) => {
        const address = `10.${one}.${two}.${three}`;
        expect([isPublicAddress(address), isPublicAddress(`::ffff:${address}`)]).toEqual([false, false]);
      }),
    );
  });
});
