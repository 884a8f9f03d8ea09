import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What a server with TLS needs, and what its clients have to trust; all as PEM. */
export interface Certificates {
  readonly authority: string;
  readonly certificate: string;
  readonly privateKey: string;
}

/** Makes an authority and a certificate of it for this machine, good for a day. Nothing of it is kept anywhere. */
export function makeCertificates(): Certificates {
  const authority = { name: 'Invented authority', keys: generateKeyPairSync('ec', { namedCurve: 'P-256' }) };
  const server = { name: 'localhost', keys: generateKeyPairSync('ec', { namedCurve: 'P-256' }) };
  return {
    authority: certificate(authority, authority, [extension(BASIC_CONSTRAINTS, sequence(TRUE))]),
    certificate: certificate(server, authority, [
      extension(SUBJECT_ALT_NAME, sequence(der(0x87, LOOPBACK), der(0x82, 'localhost'))),
    ]),
    privateKey: server.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

interface Party {
  readonly name: string;
  readonly keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
}

/** An X.509 certificate of version 3 (RFC 5280, section 4.1). */
function certificate(subject: Party, issuer: Party, extensions: readonly Uint8Array[]): string {
  const day = 24 * 60 * 60 * 1000;
  const content = sequence(
    der(0xa0, der(INTEGER, Uint8Array.of(2))),
    der(INTEGER, Uint8Array.of(0x01, ...randomBytes(8))),
    sequence(ECDSA_WITH_SHA256),
    distinguished(issuer.name),
    sequence(time(Date.now() - day), time(Date.now() + day)),
    distinguished(subject.name),
    subject.keys.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', content, issuer.keys.privateKey);
  const whole = sequence(content, sequence(ECDSA_WITH_SHA256), der(BIT_STRING, Uint8Array.of(0), signature));
  const lines =
    Buffer.from(whole)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const LOOPBACK = Uint8Array.of(127, 0, 0, 1);
const TRUE = Uint8Array.of(0x01, 0x01, 0xff);
// Object identifiers, encoded: 1.2.840.10045.4.3.2, 2.5.4.3, 2.5.29.19, 2.5.29.17.
const ECDSA_WITH_SHA256 = Uint8Array.of(0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02);
const COMMON_NAME = Uint8Array.of(0x06, 0x03, 0x55, 0x04, 0x03);
const BASIC_CONSTRAINTS = Uint8Array.of(0x06, 0x03, 0x55, 0x1d, 0x13);
const SUBJECT_ALT_NAME = Uint8Array.of(0x06, 0x03, 0x55, 0x1d, 0x11);

function distinguished(name: string): Uint8Array {
  return sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, name))));
}

function extension(id: Uint8Array, value: Uint8Array): Uint8Array {
  return sequence(id, TRUE, der(0x04, value));
}

function time(milliseconds: number): Uint8Array {
  return der(0x18, new Date(milliseconds).toISOString().replace(/[-:T]|\.\d+/g, ''));
}

function sequence(...parts: readonly Uint8Array[]): Uint8Array {
  return der(0x30, ...parts);
}

/** A value in the Distinguished Encoding Rules: tag, length, contents. */
function der(tag: number, ...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const contents = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const { length } = contents;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Uint8Array.of(tag, ...size), contents]);
}
