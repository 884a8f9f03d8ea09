import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Certificates, makeCertificates } from './index.js';
import { connected, failure, noted, notes, serving, take } from './serving.js';

const user = { username: 'penulis', password: 'rahasia-uji' };

describe('a server with TLS', () => {
  let certificates: Certificates;
  let folder: string;
  beforeAll(async () => {
    certificates = makeCertificates();
    folder = await mkdtemp(join(tmpdir(), 'pembinaan-tls-'));
    await writeFile(join(folder, 'ca.pem'), certificates.authority);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const secured = async () => {
    const { server } = await serving({ tls: certificates, user });
    const url = (login: string) => `esdb://${login}${server.address}?tls=true&tlsCAFile=${join(folder, 'ca.pem')}`;
    return { server, url };
  };

  test('serves the user of the URL', async () => {
    const { url } = await secured();
    const client = connected(url('penulis:rahasia-uji@'));
    await client.appendToStream('diary', noted('one'));
    expect(notes(await take(client.readAll()))).toEqual(['one']);
    expect(notes(await take(client.subscribeToAll(), 1))).toEqual(['one']);
  });

  test('serves the user that is sent with a call', async () => {
    const { server, url } = await secured();
    const client = connected(url(''));
    await client.appendToStream('diary', noted('one'), { credentials: user });
    expect(notes(await take(client.readAll({ credentials: user })))).toEqual(['one']);
    expect(server.journal.appends()).toMatchObject([{ method: 'append', result: 'appended' }]);
  });

  test.each(['', 'penulis:salah@', 'lain:rahasia-uji@'])('refuses "%s"', async (login) => {
    const { server, url } = await secured();
    const client = connected(url(login));
    expect(await failure(client.appendToStream('diary', noted('one')))).toMatchObject({ type: 'access-denied' });
    expect(await failure(take(client.readAll()))).toMatchObject({ type: 'access-denied' });
    expect(server.log.all).toHaveLength(0);
  });

  test('is not reached by a client that does not know its authority', async () => {
    const { server } = await secured();
    const client = connected(server.url);
    expect(await failure(take(client.readAll()))).toMatchObject({ type: 'unavailable' });
  });
});
