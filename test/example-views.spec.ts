import { competencyHistory, type PersonView } from '@pembinaan/competency-history';
import { memoryStore } from '@pembinaan/event-sourcing';
import { sleman } from '@pembinaan-examples/sleman';
import { personText, stage, storyClock } from '@pembinaan-examples/stage';
import { expect, it } from 'vitest';

async function personOn(employeeId: string, effective: string): Promise<PersonView> {
  const clock = storyClock(sleman.region);
  const store = memoryStore({ now: clock.now });
  await sleman.tell(stage(store, { runtime: clock }));
  const person = await (await competencyHistory(store)).asOf({ effective }).person(employeeId);
  return person ?? expect.fail(`${employeeId} is not told of.`);
}

it('tells what happened before 07:00 WIB on the day that it was there, not on that of UTC', async () => {
  const text = personText(await personOn('slm-asn-10', '2026-12-31'), 'Lestari (rekaan)', 'id', 20);
  expect(text).toContain('2026-06-15  Seorang ASN mengajukan klaim JP');
});

it('says of a certificate that has lapsed or was revoked that it is not valid', async () => {
  const lapsed = personText(await personOn('slm-asn-19', '2026-12-31'), 'Sekar (rekaan)', 'id');
  expect(lapsed).toContain('Sertifikat: slm-aplikasi-1/003 (8 JP, tidak berlaku); slm-berkala-4/003 (20 JP)');
  const revoked = personText(await personOn('slm-asn-21', '2026-12-31'), 'Rini (rekaan)', 'en');
  expect(revoked).toContain('Certificates: slm-aplikasi-1/005 (8 JP, not valid); slm-berkala-4/004 (20 JP)');
});
