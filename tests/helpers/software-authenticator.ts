import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

type Cbor = number | string | Uint8Array | Map<Cbor, Cbor>;

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 0x1_00) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 0xff]);
}

/** As much of CBOR (RFC 8949) as an authenticator speaks here. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Map) return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])]);
  return Buffer.concat([head(2, value.length), value]);
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();
const uint = (bytes: number, value: number) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};

function coseKey(publicKey: KeyObject): Buffer {
  const { x, y } = publicKey.export({ format: 'jwk' });
  const entries: [number, number | Uint8Array][] = [[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x!, 'base64url')], [-3, Buffer.from(y!, 'base64url')]];
  return cbor(new Map<Cbor, Cbor>(entries));
}

/** How an answer differs from an honest one. */
export interface Told {
  origin?: string;
  rpID?: string;
  /** Whether it asked for PIN, finger or face. */
  isVerified?: boolean;
  userHandle?: string | null;
  /** Leaves the counter where it was. */
  keepsCounter?: boolean;
}

/** A passkey in software: ES256, a counter, discoverable. It answers honestly unless told otherwise. */
export function softwareAuthenticator({ origin = 'http://localhost:3000' } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16).toString('base64url');
  const rpID = new URL(origin).hostname;
  let counter = 0;
  let owner = '';

  const clientData = (type: string, challenge: string, told: Told) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: told.origin ?? origin, crossOrigin: false }));
  const data = (told: Told, attested: Uint8Array = Buffer.alloc(0)) => {
    if (!told.keepsCounter) counter += 1;
    const flags = 1 | (told.isVerified === false ? 0 : 4) | (attested.length > 0 ? 64 : 0);
    return Buffer.concat([sha256(told.rpID ?? rpID), uint(1, flags), uint(4, counter), attested]);
  };
  const answer = (response: Record<string, unknown>) =>
    JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });

  return {
    id,
    /** Makes itself the passkey that the options ask for; the answer is what a browser sends. */
    make({ challenge, user }: { challenge: string; user: { id: string } }, told: Told = {}): string {
      owner = user.id;
      const credentialId = Buffer.from(id, 'base64url');
      const attested = Buffer.concat([Buffer.alloc(16), uint(2, credentialId.length), credentialId, coseKey(publicKey)]);
      const attestation = new Map<Cbor, Cbor>([['fmt', 'none'], ['attStmt', new Map()], ['authData', data(told, attested)]]);
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge, told).toString('base64url'),
        attestationObject: cbor(attestation).toString('base64url'),
        transports: ['internal'],
      });
    },
    /** Answers a challenge. */
    show({ challenge }: { challenge: string }, told: Told = {}): string {
      const client = clientData('webauthn.get', challenge, told);
      const authenticatorData = data(told);
      const userHandle = told.userHandle === undefined ? owner : told.userHandle;
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', Buffer.concat([authenticatorData, sha256(client)]), privateKey).toString('base64url'),
        ...(userHandle === null ? {} : { userHandle }),
      });
    },
  };
}
