import { describe, expect, it } from 'vitest';
import { type ProgramCellAsked, programExplanationText } from '../../src/explain/index.js';
import { explained } from './asking.js';
import { corrected, held } from './past.js';

const past = [...held(5), corrected];

const told = async (cell: ProgramCellAsked, language: 'en' | 'id') =>
  programExplanationText(await explained(past, cell, '2026-07-31'), language);

/** Without the event behind each line, which {@link told} shows for money. */
const sentences = async (cell: ProgramCellAsked, language: 'en' | 'id') =>
  (await told(cell, language)).replace(/ \[(event|peristiwa) [^\]]*\]/g, '');

const waiting = {
  of: 'improvement',
  programId: 'p',
  evaluationId: 'e',
  service: 'ktp-el',
  metric: 'waiting',
} as const;

describe('an explanation as text names each event, what was worked out of what, and what may be said', () => {
  it('of what was spent, with the event behind each line', async () => {
    expect(await told({ of: 'budget', programId: 'p' }, 'en')).toMatchInlineSnapshot(`
      "Spent on the programme p: Rp9.000.000
      On 2026-07-31, by everything that is recorded, up to position 0000000000000052 of the log.
      1. - The item item of the plan x-2026 foresees Rp12.000.000. It does not count: a plan foresees and does not spend. [event 1 of developmentPlan-x-2026, PlanItemAdded, recorded 2026-01-12T02:00:00.000Z]
      2. + Rp12.000.000 of the budget x-2026 was committed for the programme (c1). [event 0 of budget-x-2026, BudgetCommitted, recorded 2026-02-01T02:00:00.000Z]
      3. + Rp2.000.000 of the commitment c1 was given back. [event 1 of budget-x-2026, BudgetReleased, recorded 2026-03-20T02:00:00.000Z]
      4. + Rp9.000.000 of the commitment c1 was spent. [event 2 of budget-x-2026, BudgetRealized, recorded 2026-03-25T02:00:00.000Z]
      5. = Committed: Rp12.000.000.
      6. = Given back: Rp2.000.000.
      7. = Spent: Rp9.000.000.
      8. = Still open, committed and neither given back nor spent: Rp1.000.000.
      9. = Spent of what was committed: 75%."
    `);
    expect(await told({ of: 'budget', programId: 'p' }, 'id')).toMatchInlineSnapshot(`
      "Realisasi anggaran program p: Rp9.000.000
      Per 2026-07-31, menurut semua yang tercatat, sampai posisi 0000000000000052 pada log.
      1. - Butir item pada rencana x-2026 memperkirakan Rp12.000.000. Tidak dihitung: rencana hanya memperkirakan, bukan membelanjakan. [peristiwa 1 pada developmentPlan-x-2026, PlanItemAdded, dicatat 2026-01-12T02:00:00.000Z]
      2. + Rp12.000.000 dari anggaran x-2026 dikomitmenkan untuk program (c1). [peristiwa 0 pada budget-x-2026, BudgetCommitted, dicatat 2026-02-01T02:00:00.000Z]
      3. + Rp2.000.000 dari komitmen c1 dikembalikan. [peristiwa 1 pada budget-x-2026, BudgetReleased, dicatat 2026-03-20T02:00:00.000Z]
      4. + Rp9.000.000 dari komitmen c1 direalisasikan. [peristiwa 2 pada budget-x-2026, BudgetRealized, dicatat 2026-03-25T02:00:00.000Z]
      5. = Dikomitmenkan: Rp12.000.000.
      6. = Dikembalikan: Rp2.000.000.
      7. = Direalisasikan: Rp9.000.000.
      8. = Masih terbuka, dikomitmenkan tetapi belum dikembalikan atau direalisasikan: Rp1.000.000.
      9. = Serapan dari yang dikomitmenkan: 75%."
    `);
  });

  it('of what a completed place cost', async () => {
    expect(await sentences({ of: 'costPerParticipant', programId: 'p' }, 'en')).toMatchInlineSnapshot(`
      "Cost of the programme p per completed place: Rp1.800.000
      On 2026-07-31, by everything that is recorded, up to position 0000000000000052 of the log.
      1. + Rp9.000.000 of the commitment c1 was spent.
      2. = Spent: Rp9.000.000.
      3. + A participant completed the batch b1.
      4. + A participant completed the batch b1.
      5. + A participant completed the batch b1.
      6. + A participant completed the batch b1.
      7. + A participant completed the batch b1.
      8. = Rp9.000.000 for 5 completed places: Rp1.800.000 each, to the nearest rupiah."
    `);
    expect(await sentences({ of: 'costPerParticipant', programId: 'p' }, 'id')).toMatchInlineSnapshot(`
      "Biaya program p per tempat yang diselesaikan: Rp1.800.000
      Per 2026-07-31, menurut semua yang tercatat, sampai posisi 0000000000000052 pada log.
      1. + Rp9.000.000 dari komitmen c1 direalisasikan.
      2. = Direalisasikan: Rp9.000.000.
      3. + Seorang peserta menyelesaikan angkatan b1.
      4. + Seorang peserta menyelesaikan angkatan b1.
      5. + Seorang peserta menyelesaikan angkatan b1.
      6. + Seorang peserta menyelesaikan angkatan b1.
      7. + Seorang peserta menyelesaikan angkatan b1.
      8. = Rp9.000.000 untuk 5 tempat yang diselesaikan: Rp1.800.000 per tempat, dibulatkan ke rupiah terdekat."
    `);
  });

  it('of an improvement', async () => {
    expect(await sentences(waiting, 'en')).toMatchInlineSnapshot(`
      "The waiting time of ktp-el, improvement in the evaluation e of the programme p: 40.8%
      On 2026-07-31, by everything that is recorded, up to position 0000000000000052 of the log.
      1. + The evaluation e was planned on 2026-02-05: before and after, with nothing to compare with; it measures loket, camat.
      2. + The batch b1 was scheduled, with sessions from 2026-03-10 to 2026-03-11.
      3. + The policy p-2026 was adopted, in force from 2026-01-01.
      4. evaluation.l3.window of the policy p-2026: results are looked for until 365 days after the last day of the last batch (basis: Practice of post-training evaluation; from memory, unverified [M]).
      5. > Taught from 2026-03-10 to 2026-03-11: before is from 2024-03-10 to 2026-03-09, and after is from 2026-03-12 to 2027-03-11.
      6. + In loket, the waiting time of ktp-el was measured from 2026-01-01 to 2026-01-31: 2400 seconds (100 cases).
      7. - In loket, the waiting time of ktp-el was measured from 2026-03-01 to 2026-03-31: 1900 seconds (100 cases). It does not count: its period shares days with the training.
      8. - In loket, the waiting time of ktp-el was measured from 2026-04-01 to 2026-04-30: 1600 seconds (100 cases). It does not count: corrected by event 5 of serviceUnit-loket (reason: angka April salah ketik).
      9. + In loket, the waiting time of ktp-el was measured from 2026-04-01 to 2026-04-30: 1500 seconds (100 cases).
      10. + In camat, the waiting time of ktp-el was measured from 2026-01-01 to 2026-01-31: 2000 seconds (100 cases).
      11. + In camat, the waiting time of ktp-el was measured from 2026-04-01 to 2026-04-30: 1105 seconds (100 cases).
      12. = Mean of loket before, over 1 period: 2400 seconds.
      13. = Mean of loket after, over 1 period: 1500 seconds.
      14. = Mean of camat before, over 1 period: 2000 seconds.
      15. = Mean of camat after, over 1 period: 1105 seconds.
      16. = The served units: 2200 seconds before, 1302.5 seconds after, -897.5 seconds.
      17. > 95% interval of the difference: -929.3 seconds to -865.7 seconds.
      18. = -897.5 seconds of 2200 seconds is an improvement of 40.8% (95% interval 39.35% to 42.24%); lower is better.
      19. effect.minimum of the policy p-2026: an improvement counts from 10% (basis: choice of the test; set by the agency).
      20. = The plan asks for 10%; the stricter of plan and policy is 10%.
      21. > The improvement is not held against the 10%: something stands against any claim for the programme, as told below.
      22. > For people to judge: whether the change goes beyond where the trend before was leading.
      23. > For people to judge: whether those who took part were not chosen for good or bad figures.
      24. > For people to judge: whether nothing else began at that time that acts on the figures.
      25. > To be kept in mind: there is nobody to compare with.
      26. > To be kept in mind: whatever else began at the same time is not excluded.
      27. > To be kept in mind: whoever is chosen for bad figures is better the next time without any programme.
      28. R24: A metric of speed needs a guard metric that is not one itself; 'effective' is refused when the guard metric worsened beyond the tolerance.
      29. + In loket, the error rate of ktp-el was measured from 2026-01-01 to 2026-01-31: 4% (100 cases).
      30. + In loket, the error rate of ktp-el was measured from 2026-04-01 to 2026-04-30: 4.1% (100 cases).
      31. + In camat, the error rate of ktp-el was measured from 2026-01-01 to 2026-01-31: 3% (100 cases).
      32. + In camat, the error rate of ktp-el was measured from 2026-04-01 to 2026-04-30: 3% (100 cases).
      33. = The guard in the served units: 3.5% before, 3.55% after, +0.05 percentage points.
      34. effect.guardTolerance of the policy p-2026: a guard may rise by 0% of what it was (basis: No source; choice of the agency; from memory, unverified [M]).
      35. = Of 3.5%, that tolerates a rise of 0 percentage points.
      36. > What must not suffer, the error rate of ktp-el, rose by more than the policy tolerates.
      37. > It was bought at the cost of its guard: faster but worse is not better.
      38. > What would tell more: more units to compare with (five beside two that take part) and more measured periods before.
      39. > What may be said: the figures settle nothing for the programme. That does not mean that nothing changed."
    `);
    expect(await sentences(waiting, 'id')).toMatchInlineSnapshot(`
      "Waktu tunggu ktp-el, perbaikan dalam evaluasi e atas program p: 40,8%
      Per 2026-07-31, menurut semua yang tercatat, sampai posisi 0000000000000052 pada log.
      1. + Evaluasi e direncanakan pada 2026-02-05: sebelum dan sesudah, tanpa pembanding; mengukur loket, camat.
      2. + Angkatan b1 dijadwalkan, dengan sesi dari 2026-03-10 sampai 2026-03-11.
      3. + Kebijakan p-2026 ditetapkan, berlaku mulai 2026-01-01.
      4. evaluation.l3.window menurut kebijakan p-2026: hasil dicari sampai 365 hari sesudah hari terakhir angkatan terakhir (dasar: Practice of post-training evaluation; dari ingatan, belum diverifikasi [M]).
      5. > Pelatihan dari 2026-03-10 sampai 2026-03-11: masa sebelum dari 2024-03-10 sampai 2026-03-09, dan masa sesudah dari 2026-03-12 sampai 2027-03-11.
      6. + Di loket, waktu tunggu ktp-el diukur dari 2026-01-01 sampai 2026-01-31: 2400 detik (100 kasus).
      7. - Di loket, waktu tunggu ktp-el diukur dari 2026-03-01 sampai 2026-03-31: 1900 detik (100 kasus). Tidak dihitung: periodenya beririsan dengan masa pelatihan.
      8. - Di loket, waktu tunggu ktp-el diukur dari 2026-04-01 sampai 2026-04-30: 1600 detik (100 kasus). Tidak dihitung: dikoreksi oleh peristiwa 5 pada serviceUnit-loket (alasan: angka April salah ketik).
      9. + Di loket, waktu tunggu ktp-el diukur dari 2026-04-01 sampai 2026-04-30: 1500 detik (100 kasus).
      10. + Di camat, waktu tunggu ktp-el diukur dari 2026-01-01 sampai 2026-01-31: 2000 detik (100 kasus).
      11. + Di camat, waktu tunggu ktp-el diukur dari 2026-04-01 sampai 2026-04-30: 1105 detik (100 kasus).
      12. = Rata-rata loket sebelum pelatihan, dari 1 periode: 2400 detik.
      13. = Rata-rata loket sesudah pelatihan, dari 1 periode: 1500 detik.
      14. = Rata-rata camat sebelum pelatihan, dari 1 periode: 2000 detik.
      15. = Rata-rata camat sesudah pelatihan, dari 1 periode: 1105 detik.
      16. = Unit yang dilayani: 2200 detik sebelum, 1302,5 detik sesudah, -897,5 detik.
      17. > Interval 95% selisih: -929,3 detik sampai -865,7 detik.
      18. = -897,5 detik dari 2200 detik adalah perbaikan 40,8% (interval 95%: 39,35% sampai 42,24%); makin rendah makin baik.
      19. effect.minimum menurut kebijakan p-2026: perbaikan diperhitungkan mulai 10% (dasar: choice of the test; ditetapkan instansi).
      20. = Rencana meminta 10%; yang lebih ketat antara rencana dan kebijakan adalah 10%.
      21. > Perbaikannya tidak dibandingkan dengan 10%: ada yang menghalangi kesimpulan bagi program, sebagaimana disebut di bawah.
      22. > Perlu dinilai orang: apakah perubahannya melampaui arah kecenderungan sebelumnya.
      23. > Perlu dinilai orang: apakah yang ikut tidak dipilih karena angkanya baik atau buruk.
      24. > Perlu dinilai orang: apakah tidak ada hal lain yang dimulai pada saat itu dan memengaruhi angkanya.
      25. > Perlu diingat: tidak ada pembanding.
      26. > Perlu diingat: hal lain yang dimulai pada saat yang sama belum dapat dikesampingkan.
      27. > Perlu diingat: yang dipilih karena angkanya buruk cenderung membaik dengan sendirinya.
      28. R24: Ukuran kecepatan memerlukan ukuran penjaga yang bukan kecepatan; 'effective' ditolak bila ukuran penjaga memburuk melebihi toleransi.
      29. + Di loket, tingkat kesalahan ktp-el diukur dari 2026-01-01 sampai 2026-01-31: 4% (100 kasus).
      30. + Di loket, tingkat kesalahan ktp-el diukur dari 2026-04-01 sampai 2026-04-30: 4,1% (100 kasus).
      31. + Di camat, tingkat kesalahan ktp-el diukur dari 2026-01-01 sampai 2026-01-31: 3% (100 kasus).
      32. + Di camat, tingkat kesalahan ktp-el diukur dari 2026-04-01 sampai 2026-04-30: 3% (100 kasus).
      33. = Ukuran penjaga di unit yang dilayani: 3,5% sebelum, 3,55% sesudah, +0,05 poin persentase.
      34. effect.guardTolerance menurut kebijakan p-2026: ukuran penjaga boleh naik 0% dari nilai semula (dasar: No source; choice of the agency; dari ingatan, belum diverifikasi [M]).
      35. = Dari 3,5%, kenaikan yang ditoleransi adalah 0 poin persentase.
      36. > Ukuran penjaga, tingkat kesalahan ktp-el, naik melebihi toleransi kebijakan.
      37. > Perbaikan dicapai dengan mengorbankan ukuran penjaga: lebih cepat tetapi lebih buruk bukanlah perbaikan.
      38. > Yang dapat memberi kepastian lebih: lebih banyak unit pembanding (lima bila yang mengikuti hanya dua) dan lebih banyak periode pengukuran sebelum program.
      39. > Yang boleh disimpulkan: angkanya belum memastikan apa pun bagi program. Itu tidak berarti tidak ada perubahan."
    `);
  });

  it('of what was learnt', async () => {
    const cell = { of: 'learningGain', programId: 'p', evaluationId: 'e' } as const;
    expect(await sentences(cell, 'en')).toMatchInlineSnapshot(`
      "Gain in the tests, evaluation e of the programme p: 24 points
      On 2026-07-31, by everything that is recorded, up to position 0000000000000052 of the log.
      1. + The evaluation e was planned on 2026-02-05: before and after, with nothing to compare with; it measures loket, camat.
      2. + The batch b1 was scheduled, with sessions from 2026-03-10 to 2026-03-11.
      3. + A test before of a participant of the batch b1 was recorded.
      4. + A test before of a participant of the batch b1 was recorded.
      5. + A test before of a participant of the batch b1 was recorded.
      6. + A test before of a participant of the batch b1 was recorded.
      7. + A test before of a participant of the batch b1 was recorded.
      8. + A test after of a participant of the batch b1 was recorded.
      9. + A test after of a participant of the batch b1 was recorded.
      10. + A test after of a participant of the batch b1 was recorded.
      11. + A test after of a participant of the batch b1 was recorded.
      12. + A test after of a participant of the batch b1 was recorded.
      13. > 5 people, of whom 5 sat both tests, 0 only the one before, 0 only the one after and 0 neither.
      14. + The policy p-2026 was adopted, in force from 2026-01-01.
      15. disclosure.minimumN of the policy p-2026: figures of people are told of 5 or more (basis: No source; choice of the agency; from memory, unverified [M]).
      16. = Mean score of the 5 people with both tests: 53 before, 77 after: a difference of 24 points.
      17. > 95% interval of the difference: +22.04 points to +25.96 points.
      18. > Checked, and holds: the figures stand had those who were lost done badly.
      19. > For people to judge: whether those who took part were not chosen for good or bad figures.
      20. > For people to judge: whether nothing else began at that time that acts on the figures.
      21. > To be kept in mind: there is nobody to compare with.
      22. > To be kept in mind: whatever else began at the same time is not excluded.
      23. > To be kept in mind: whoever is chosen for bad figures is better the next time without any programme.
      24. > What may be said: the scores are higher after than before; nothing is said of why."
    `);
    expect(await sentences(cell, 'id')).toMatchInlineSnapshot(`
      "Peningkatan nilai tes, evaluasi e atas program p: 24 poin
      Per 2026-07-31, menurut semua yang tercatat, sampai posisi 0000000000000052 pada log.
      1. + Evaluasi e direncanakan pada 2026-02-05: sebelum dan sesudah, tanpa pembanding; mengukur loket, camat.
      2. + Angkatan b1 dijadwalkan, dengan sesi dari 2026-03-10 sampai 2026-03-11.
      3. + Tes awal seorang peserta angkatan b1 dicatat.
      4. + Tes awal seorang peserta angkatan b1 dicatat.
      5. + Tes awal seorang peserta angkatan b1 dicatat.
      6. + Tes awal seorang peserta angkatan b1 dicatat.
      7. + Tes awal seorang peserta angkatan b1 dicatat.
      8. + Tes akhir seorang peserta angkatan b1 dicatat.
      9. + Tes akhir seorang peserta angkatan b1 dicatat.
      10. + Tes akhir seorang peserta angkatan b1 dicatat.
      11. + Tes akhir seorang peserta angkatan b1 dicatat.
      12. + Tes akhir seorang peserta angkatan b1 dicatat.
      13. > 5 orang, 5 di antaranya mengikuti kedua tes, 0 hanya tes awal, 0 hanya tes akhir, dan 0 tidak keduanya.
      14. + Kebijakan p-2026 ditetapkan, berlaku mulai 2026-01-01.
      15. disclosure.minimumN menurut kebijakan p-2026: angka tentang orang hanya ditampilkan mulai 5 orang (dasar: No source; choice of the agency; dari ingatan, belum diverifikasi [M]).
      16. = Nilai rata-rata 5 orang dengan kedua tes: 53 sebelum, 77 sesudah: selisih 24 poin.
      17. > Interval 95% selisih: +22,04 poin sampai +25,96 poin.
      18. > Diperiksa dan terpenuhi: angkanya tetap bertahan seandainya yang hilang berhasil buruk.
      19. > Perlu dinilai orang: apakah yang ikut tidak dipilih karena angkanya baik atau buruk.
      20. > Perlu dinilai orang: apakah tidak ada hal lain yang dimulai pada saat itu dan memengaruhi angkanya.
      21. > Perlu diingat: tidak ada pembanding.
      22. > Perlu diingat: hal lain yang dimulai pada saat yang sama belum dapat dikesampingkan.
      23. > Perlu diingat: yang dipilih karena angkanya buruk cenderung membaik dengan sendirinya.
      24. > Yang boleh disimpulkan: nilai sesudah lebih tinggi daripada sebelum; penyebabnya tidak ditunjukkan."
    `);
  });

  it('of behaviour at work', async () => {
    const cell = { of: 'behaviour', programId: 'p', evaluationId: 'e' } as const;
    expect(await sentences(cell, 'en')).toMatchInlineSnapshot(`
      "Behaviour at work, evaluation e of the programme p: 3.8 of 5
      On 2026-07-31, by everything that is recorded, up to position 0000000000000052 of the log.
      1. + The evaluation e was planned on 2026-02-05: before and after, with nothing to compare with; it measures loket, camat.
      2. + The batch b1 was scheduled, with sessions from 2026-03-10 to 2026-03-11.
      3. R31: Behaviour is rated only inside the window after completion, by somebody who worked with the participant when the batch ended; a self-rating never replaces that of a superior.
      4. + The policy p-2026 was adopted, in force from 2026-01-01.
      5. evaluation.l3.window of the policy p-2026: behaviour is rated from 90 to 365 days after the last day of the batch (basis: Practice of post-training evaluation; from memory, unverified [M]).
      6. - A rating of a participant of the batch b1 by the participant was recorded on 2026-06-20. It does not count: a rating of oneself stands apart (R31).
      7. + A rating of a participant of the batch b1 by the superior was recorded on 2026-06-20.
      8. + A rating of a participant of the batch b1 by the superior was recorded on 2026-06-20.
      9. + A rating of a participant of the batch b1 by the superior was recorded on 2026-06-20.
      10. + A rating of a participant of the batch b1 by the superior was recorded on 2026-06-20.
      11. + A rating of a participant of the batch b1 by the superior was recorded on 2026-06-20.
      12. > 5 people completed; others rated 5 of them in time (100%).
      13. disclosure.minimumN of the policy p-2026: figures of people are told of 5 or more (basis: No source; choice of the agency; from memory, unverified [M]).
      14. > Mean of the means of the 5 people, each counted once: 3.8 of 5 (95% interval 2.76 to 4.84).
      15. evaluation.l3.effectiveMean of the policy p-2026: a mean of 3.5 is asked for (basis: No source; choice of the agency; from memory, unverified [M]).
      16. = 3.8 beside 3.5: reached (0.3). Nobody was rated before, so that no change is known."
    `);
    expect(await sentences(cell, 'id')).toMatchInlineSnapshot(`
      "Perilaku di tempat kerja, evaluasi e atas program p: 3,8 dari 5
      Per 2026-07-31, menurut semua yang tercatat, sampai posisi 0000000000000052 pada log.
      1. + Evaluasi e direncanakan pada 2026-02-05: sebelum dan sesudah, tanpa pembanding; mengukur loket, camat.
      2. + Angkatan b1 dijadwalkan, dengan sesi dari 2026-03-10 sampai 2026-03-11.
      3. R31: Perilaku dinilai hanya dalam rentang waktu setelah pelatihan selesai, oleh orang yang bekerja dengan peserta ketika angkatan berakhir; penilaian diri tidak menggantikan penilaian atasan.
      4. + Kebijakan p-2026 ditetapkan, berlaku mulai 2026-01-01.
      5. evaluation.l3.window menurut kebijakan p-2026: perilaku dinilai dari 90 sampai 365 hari sesudah hari terakhir angkatan (dasar: Practice of post-training evaluation; dari ingatan, belum diverifikasi [M]).
      6. - Penilaian atas seorang peserta angkatan b1 oleh peserta itu sendiri dicatat pada 2026-06-20. Tidak dihitung: penilaian diri dicatat terpisah (R31).
      7. + Penilaian atas seorang peserta angkatan b1 oleh atasan dicatat pada 2026-06-20.
      8. + Penilaian atas seorang peserta angkatan b1 oleh atasan dicatat pada 2026-06-20.
      9. + Penilaian atas seorang peserta angkatan b1 oleh atasan dicatat pada 2026-06-20.
      10. + Penilaian atas seorang peserta angkatan b1 oleh atasan dicatat pada 2026-06-20.
      11. + Penilaian atas seorang peserta angkatan b1 oleh atasan dicatat pada 2026-06-20.
      12. > 5 orang menyelesaikan; 5 di antaranya dinilai orang lain tepat waktu (100%).
      13. disclosure.minimumN menurut kebijakan p-2026: angka tentang orang hanya ditampilkan mulai 5 orang (dasar: No source; choice of the agency; dari ingatan, belum diverifikasi [M]).
      14. > Rata-rata dari rata-rata 5 orang, masing-masing dihitung satu kali: 3,8 dari 5 (interval 95%: 2,76 sampai 4,84).
      15. evaluation.l3.effectiveMean menurut kebijakan p-2026: rata-rata 3,5 diminta (dasar: No source; choice of the agency; dari ingatan, belum diverifikasi [M]).
      16. = 3,8 dibandingkan 3,5: tercapai (0,3). Sebelumnya tidak ada penilaian, sehingga perubahannya tidak diketahui."
    `);
  });

  it('of an advice', async () => {
    expect(await sentences({ of: 'advice', programId: 'p' }, 'en')).toMatchInlineSnapshot(`
      "Advice on the programme p: review the method
      On 2026-07-31, by everything that is recorded, up to position 0000000000000052 of the log.
      1. + The policy p-2026 was adopted, in force from 2026-01-01.
      2. effect.minimum of the policy p-2026: an improvement counts from 10% (basis: choice of the test; set by the agency).
      3. effect.guardTolerance of the policy p-2026: a guard may rise by 0% of what it was (basis: No source; choice of the agency; from memory, unverified [M]).
      4. evaluation.maxAgeDays of the policy p-2026: evidence speaks for a programme for 365 days (basis: No source; choice of the agency; from memory, unverified [M]).
      5. R24: A metric of speed needs a guard metric that is not one itself; 'effective' is refused when the guard metric worsened beyond the tolerance.
      6. > Decides: What must not suffer for the programme, the error rate of ktp-el, rose by more than the policy tolerates: faster but worse is not better.
      7. + The evaluation e was planned on 2026-02-05: before and after, with nothing to compare with; it measures loket, camat.
      8. + In loket, the waiting time of ktp-el was measured from 2026-01-01 to 2026-01-31: 2400 seconds (100 cases).
      9. - In loket, the waiting time of ktp-el was measured from 2026-04-01 to 2026-04-30: 1600 seconds (100 cases). It does not count: corrected by event 5 of serviceUnit-loket (reason: angka April salah ketik).
      10. + In loket, the waiting time of ktp-el was measured from 2026-04-01 to 2026-04-30: 1500 seconds (100 cases).
      11. + In camat, the waiting time of ktp-el was measured from 2026-01-01 to 2026-01-31: 2000 seconds (100 cases).
      12. + In camat, the waiting time of ktp-el was measured from 2026-04-01 to 2026-04-30: 1105 seconds (100 cases).
      13. + In loket, the error rate of ktp-el was measured from 2026-01-01 to 2026-01-31: 4% (100 cases).
      14. + In loket, the error rate of ktp-el was measured from 2026-04-01 to 2026-04-30: 4.1% (100 cases).
      15. + In camat, the error rate of ktp-el was measured from 2026-01-01 to 2026-01-31: 3% (100 cases).
      16. + In camat, the error rate of ktp-el was measured from 2026-04-01 to 2026-04-30: 3% (100 cases).
      17. > Against: The error rate of ktp-el rose from 3.5% to 3.6%, by more than the policy tolerates.
      18. > To be known: The waiting time of ktp-el: 40.8% better (95% interval 39.4% to 42.2%) by the figures alone; nothing of it may be claimed for the programme.
      19. > To be known: The error rate of ktp-el rose in the mean; the figures do not exclude that this is chance, and R24 does not ask for more.
      20. > To be known: What would tell more: more units to compare with (five beside two that take part) and more measured periods before.
      21. R25: A programme is expanded only on an evaluation that is concluded effective, uncontested, recent and measured in behaviour or results, with budget for the added cost, by an authorised official who is neither its evaluator nor its designer.
      22. > To be known: The evaluator has not concluded this round yet.
      23. > To be known: The scores of 5 people were 24 points higher after than before on average; nothing is said of why.
      24. + A test before of a participant of the batch b1 was recorded.
      25. + A test after of a participant of the batch b1 was recorded.
      26. + A test before of a participant of the batch b1 was recorded.
      27. + A test after of a participant of the batch b1 was recorded.
      28. + A test before of a participant of the batch b1 was recorded.
      29. + A test after of a participant of the batch b1 was recorded.
      30. + A test before of a participant of the batch b1 was recorded.
      31. + A test after of a participant of the batch b1 was recorded.
      32. + A test before of a participant of the batch b1 was recorded.
      33. + A test after of a participant of the batch b1 was recorded.
      34. > To be known: Others rate the behaviour of 5 people at work 3.8 of 5, which reaches the 3.5 of the policy; nobody was rated before, so that no change is known.
      35. + A rating of a participant of the batch b1 by the superior was recorded on 2026-06-20.
      36. + A rating of a participant of the batch b1 by the superior was recorded on 2026-06-20.
      37. + A rating of a participant of the batch b1 by the superior was recorded on 2026-06-20.
      38. + A rating of a participant of the batch b1 by the superior was recorded on 2026-06-20.
      39. + A rating of a participant of the batch b1 by the superior was recorded on 2026-06-20."
    `);
    expect(await sentences({ of: 'advice', programId: 'p' }, 'id')).toMatchInlineSnapshot(`
      "Saran untuk program p: tinjau metode
      Per 2026-07-31, menurut semua yang tercatat, sampai posisi 0000000000000052 pada log.
      1. + Kebijakan p-2026 ditetapkan, berlaku mulai 2026-01-01.
      2. effect.minimum menurut kebijakan p-2026: perbaikan diperhitungkan mulai 10% (dasar: choice of the test; ditetapkan instansi).
      3. effect.guardTolerance menurut kebijakan p-2026: ukuran penjaga boleh naik 0% dari nilai semula (dasar: No source; choice of the agency; dari ingatan, belum diverifikasi [M]).
      4. evaluation.maxAgeDays menurut kebijakan p-2026: bukti dapat mendukung program selama 365 hari (dasar: No source; choice of the agency; dari ingatan, belum diverifikasi [M]).
      5. R24: Ukuran kecepatan memerlukan ukuran penjaga yang bukan kecepatan; 'effective' ditolak bila ukuran penjaga memburuk melebihi toleransi.
      6. > Menentukan: Ukuran penjaga program, tingkat kesalahan ktp-el, naik melebihi toleransi kebijakan: lebih cepat tetapi lebih buruk bukanlah perbaikan.
      7. + Evaluasi e direncanakan pada 2026-02-05: sebelum dan sesudah, tanpa pembanding; mengukur loket, camat.
      8. + Di loket, waktu tunggu ktp-el diukur dari 2026-01-01 sampai 2026-01-31: 2400 detik (100 kasus).
      9. - Di loket, waktu tunggu ktp-el diukur dari 2026-04-01 sampai 2026-04-30: 1600 detik (100 kasus). Tidak dihitung: dikoreksi oleh peristiwa 5 pada serviceUnit-loket (alasan: angka April salah ketik).
      10. + Di loket, waktu tunggu ktp-el diukur dari 2026-04-01 sampai 2026-04-30: 1500 detik (100 kasus).
      11. + Di camat, waktu tunggu ktp-el diukur dari 2026-01-01 sampai 2026-01-31: 2000 detik (100 kasus).
      12. + Di camat, waktu tunggu ktp-el diukur dari 2026-04-01 sampai 2026-04-30: 1105 detik (100 kasus).
      13. + Di loket, tingkat kesalahan ktp-el diukur dari 2026-01-01 sampai 2026-01-31: 4% (100 kasus).
      14. + Di loket, tingkat kesalahan ktp-el diukur dari 2026-04-01 sampai 2026-04-30: 4,1% (100 kasus).
      15. + Di camat, tingkat kesalahan ktp-el diukur dari 2026-01-01 sampai 2026-01-31: 3% (100 kasus).
      16. + Di camat, tingkat kesalahan ktp-el diukur dari 2026-04-01 sampai 2026-04-30: 3% (100 kasus).
      17. > Memberatkan: Tingkat kesalahan ktp-el naik dari 3,5% menjadi 3,6%, melebihi toleransi kebijakan.
      18. > Perlu diketahui: Waktu tunggu ktp-el: 40,8% lebih baik (interval 95%: 39,4% sampai 42,2%) menurut angkanya saja; perubahan ini belum dapat dinyatakan sebagai hasil program.
      19. > Perlu diketahui: Rata-rata tingkat kesalahan ktp-el naik; angka yang ada belum mengesampingkan kebetulan, dan R24 tidak menuntut lebih dari itu.
      20. > Perlu diketahui: Yang dapat memberi kepastian lebih: lebih banyak unit pembanding (lima bila yang mengikuti hanya dua) dan lebih banyak periode pengukuran sebelum program.
      21. R25: Program hanya diperluas berdasarkan evaluasi yang disimpulkan efektif, tidak sedang disanggah, masih baru, dan terukur pada perilaku atau dampak, dengan anggaran untuk tambahan biayanya, oleh pejabat berwenang yang bukan evaluator atau perancangnya.
      22. > Perlu diketahui: Evaluator belum menyimpulkan putaran ini.
      23. > Perlu diketahui: Rata-rata nilai 5 peserta 24 poin lebih tinggi setelah program daripada sebelumnya; penyebabnya tidak ditunjukkan.
      24. + Tes awal seorang peserta angkatan b1 dicatat.
      25. + Tes akhir seorang peserta angkatan b1 dicatat.
      26. + Tes awal seorang peserta angkatan b1 dicatat.
      27. + Tes akhir seorang peserta angkatan b1 dicatat.
      28. + Tes awal seorang peserta angkatan b1 dicatat.
      29. + Tes akhir seorang peserta angkatan b1 dicatat.
      30. + Tes awal seorang peserta angkatan b1 dicatat.
      31. + Tes akhir seorang peserta angkatan b1 dicatat.
      32. + Tes awal seorang peserta angkatan b1 dicatat.
      33. + Tes akhir seorang peserta angkatan b1 dicatat.
      34. > Perlu diketahui: Perilaku 5 peserta di tempat kerja dinilai orang lain 3,8 dari 5, mencapai 3,5 menurut kebijakan; sebelumnya tidak ada penilaian, sehingga perubahannya tidak diketahui.
      35. + Penilaian atas seorang peserta angkatan b1 oleh atasan dicatat pada 2026-06-20.
      36. + Penilaian atas seorang peserta angkatan b1 oleh atasan dicatat pada 2026-06-20.
      37. + Penilaian atas seorang peserta angkatan b1 oleh atasan dicatat pada 2026-06-20.
      38. + Penilaian atas seorang peserta angkatan b1 oleh atasan dicatat pada 2026-06-20.
      39. + Penilaian atas seorang peserta angkatan b1 oleh atasan dicatat pada 2026-06-20."
    `);
  });
});
