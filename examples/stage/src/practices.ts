/** A practice of a region, as domain research found it, and the read model that answers for it. */
export interface Practice {
  readonly code: string;
  readonly en: string;
  readonly id: string;
  /** The name of a read model; absent where nothing is recorded on purpose. */
  readonly view: string | undefined;
}

const practice = (code: string, view: string | undefined, en: string, id: string): Practice => ({ code, view, en, id });

/** Every practice of the five regions, in the order of the research. A story marks with {@link Stage.tells} which of them it tells. */
export const practices: Readonly<Record<string, readonly Practice[]>> = {
  Tebingtinggi: [
    practice(
      'T1',
      'GapMap',
      'Development as a strategic step, so that staff have the competence for their tasks',
      'Pembinaan sebagai langkah strategis agar ASN kompeten untuk tugas dan fungsinya',
    ),
    practice(
      'T2',
      'ServiceTrend',
      'Better service and public trust (the satisfaction index stands in for trust)',
      'Pelayanan lebih baik dan kepercayaan masyarakat (IKM sebagai pendekatan)',
    ),
    practice(
      'T3',
      'ProgramCard',
      'Workshop on time management and efficiency at work',
      'Workshop manajemen waktu dan efisiensi kerja',
    ),
    practice(
      'T4',
      'ServiceBeforeAfter',
      'Work is done faster without lower quality',
      'Pekerjaan selesai lebih cepat tanpa menurunkan mutu',
    ),
    practice(
      'T5',
      'FeedbackThemes',
      'The community gives input on the service it receives',
      'Masyarakat memberi masukan atas pelayanan yang diterima',
    ),
    practice(
      'T6',
      'ForumCalendar',
      'The government often holds forums to hear complaints and suggestions',
      'Pemerintah sering mengadakan forum untuk mendengar keluhan dan saran',
    ),
    practice(
      'T7',
      'LoopClosure',
      'Staff understand the need and improve',
      'ASN memahami kebutuhan dan memperbaiki diri',
    ),
    practice(
      'T8',
      'CultureView',
      'Work culture: integrity, transparency, accountability',
      'Budaya kerja: integritas, transparansi, akuntabilitas',
    ),
    practice(
      'T9',
      'RoleModels',
      'Staff give a good example; a conducive environment',
      'ASN memberi teladan; lingkungan yang kondusif',
    ),
    practice(
      'T10',
      'SupportCoverage',
      'Challenge: resistance, comfort with old ways',
      'Tantangan: resistensi, nyaman dengan cara lama',
    ),
    practice('T11', 'DeclineReasons', 'Challenge: reluctant to join training', 'Tantangan: enggan mengikuti pelatihan'),
    practice(
      'T12',
      'SupportCoverage',
      'Challenge: reluctant to change procedures',
      'Tantangan: enggan mengubah prosedur',
    ),
    practice(
      'T13',
      'SupportCoverage',
      'Keep educating and encouraging, adapt to the times and technology',
      'Terus mengedukasi dan mendorong, menyesuaikan dengan zaman dan teknologi',
    ),
    practice('T14', 'CycleHistory', 'Commitment to keep improving', 'Komitmen untuk terus memperbaiki'),
  ],
  Lhokseumawe: [
    practice('L1', 'PlanTree', 'A structured programme', 'Program yang terstruktur'),
    practice(
      'L2',
      'GapMap',
      'Professional staff with integrity; technical and managerial competence',
      'ASN profesional berintegritas; kompetensi teknis dan manajerial',
    ),
    practice(
      'L3',
      'ExpiredMaterials',
      'Health staff are trained on the latest health policy, so that the public is told what is current',
      'ASN kesehatan dilatih kebijakan kesehatan terbaru agar informasi bagi masyarakat mutakhir',
    ),
    practice(
      'L4',
      'SpeakerMix',
      'Training and workshops with speakers of varied background',
      'Pelatihan dan workshop dengan narasumber beragam latar belakang',
    ),
    practice(
      'L5',
      'AfterTraining',
      'Teachers learn IT to improve their methods, and use it in class',
      'ASN pendidikan belajar TI untuk memperbaiki metode mengajar dan memakainya di kelas',
    ),
    practice(
      'L6',
      'MentorLoad',
      'Mentoring from senior to junior in daily duties',
      'Mentoring dari senior kepada junior dalam tugas sehari-hari',
    ),
    practice(
      'L7',
      'PartnerContribution',
      'Material is written with a university and a training institute',
      'Materi disusun bersama universitas dan lembaga pelatihan',
    ),
    practice(
      'L8',
      'PartnerRegister',
      'Seminar on public management with a local university',
      'Seminar manajemen publik bersama universitas setempat',
    ),
    practice(
      'L9',
      'ServiceBeforeAfter',
      'Dukcapil handles documents faster and more accurately; waiting falls',
      'Dukcapil menangani dokumen lebih cepat dan tepat; waktu tunggu turun',
    ),
    practice(
      'L10',
      'ServiceTrend',
      'Service becomes more responsive and better',
      'Pelayanan lebih responsif dan bermutu',
    ),
    practice('L11', 'BudgetVsPlan', 'Challenge: limited budget', 'Tantangan: keterbatasan anggaran'),
    practice(
      'L12',
      'CareerEffectView',
      'Challenge: no direct effect on the career is seen',
      'Tantangan: pengaruh langsung terhadap karier tidak terlihat',
    ),
    practice(
      'L13',
      'SelfStudyShare',
      'A culture of learning and self-development',
      'Budaya belajar dan pengembangan diri',
    ),
    practice('L14', 'CohortView', 'A long-term investment', 'Investasi jangka panjang'),
  ],
  Binjai: [
    practice('B1', 'PlanProgress', 'The plan is prepared step by step', 'Rencana disusun tahap demi tahap'),
    practice(
      'B2',
      'Alignment',
      'The plan supports the vision and mission of the region',
      'Rencana mendukung visi dan misi daerah',
    ),
    practice(
      'B3',
      'GapMap',
      'The need for skilled and upright staff is met',
      'Memenuhi kebutuhan ASN yang terampil dan berintegritas',
    ),
    practice(
      'B4',
      'ProgramCard',
      'Training in public administration: documents, dealing with the public',
      'Pelatihan manajemen administrasi publik: dokumen dan melayani masyarakat',
    ),
    practice(
      'B5',
      'DigitalCompetence',
      'IT workshop to use modern information systems',
      'Workshop TI untuk memakai sistem informasi modern',
    ),
    practice(
      'B6',
      'CultureView',
      'Character and work ethic: integrity, not only technique',
      'Karakter dan etos kerja: integritas, bukan hanya teknik',
    ),
    practice('B7', 'LeaderPanel', 'The leader supervises the implementation', 'Pimpinan mengawasi pelaksanaan'),
    practice(
      'B8',
      'LeaderPanel',
      'The leader motivates and inspires; heads of service take part',
      'Pimpinan memotivasi dan menginspirasi; kepala dinas terlibat',
    ),
    practice(
      'B9',
      'StrengthWeakness',
      'Periodic evaluation and monitoring find strengths and weaknesses',
      'Evaluasi dan pemantauan berkala menemukan kekuatan dan kelemahan',
    ),
    practice(
      'B10',
      'DecisionTrace',
      'If the service improves, the programme may be expanded',
      'Bila mutu layanan naik, program dapat diperluas',
    ),
    practice(
      'B11',
      'BlockedPrograms',
      'If nothing changes significantly, the method is reviewed',
      'Bila tidak ada perubahan berarti, metode ditinjau kembali',
    ),
    practice(
      'B12',
      'BlockedPrograms',
      'For lack of budget a programme is delayed',
      'Karena kekurangan anggaran, program tertunda',
    ),
    practice(
      'B13',
      'UnservedNeeds',
      'Or it is cancelled, and those who needed it are known',
      'Atau dibatalkan, dan yang membutuhkannya tetap diketahui',
    ),
    practice('B14', 'NoShow', 'Lack of commitment to follow programmes', 'Kurangnya komitmen mengikuti program'),
  ],
  Muaratebo: [
    practice('M1', 'CycleHistory', 'A sustainable system', 'Sistem yang berkelanjutan'),
    practice(
      'M2',
      'PlanTree',
      'Individual competence and development of the institution',
      'Kompetensi individu dan pengembangan kelembagaan',
    ),
    practice(
      'M3',
      'ProgramCard',
      'Training in public management and public service',
      'Pelatihan manajemen publik dan pelayanan publik',
    ),
    practice('M4', 'PolicyTimeline', 'Programmes and policies are formulated', 'Program dan kebijakan dirumuskan'),
    practice(
      'M5',
      'SpeakerMix',
      'Workshops and seminars with speakers from several fields',
      'Workshop dan seminar dengan narasumber dari berbagai bidang',
    ),
    practice(
      'M6',
      'NetworkMix',
      'Staff of different backgrounds exchange experience',
      'ASN berbagai latar belakang bertukar pengalaman',
    ),
    practice(
      'M7',
      'EvaluationDue',
      'Each programme is evaluated for its effectiveness',
      'Setiap program dievaluasi efektivitasnya',
    ),
    practice(
      'M8',
      'AfterTraining',
      'Performance after training is evaluated periodically',
      'Kinerja setelah pelatihan dievaluasi berkala',
    ),
    practice(
      'M9',
      'MyDevelopment',
      'Staff learn how far they improved and what is left',
      'ASN mengetahui sejauh mana peningkatannya dan apa yang tersisa',
    ),
    practice(
      'M10',
      'PartnerRegister',
      'Third parties: institutes of education, NGO',
      'Pihak ketiga: lembaga pendidikan, LSM',
    ),
    practice(
      'M11',
      'ResourceFromPartners',
      'Partners widen resources and experience',
      'Mitra memperluas sumber daya dan pengalaman',
    ),
    practice(
      'M12',
      'LearningMix',
      'Internships with a local university, learning good practice in the field',
      'Magang bersama universitas setempat, belajar praktik baik di lapangan',
    ),
    practice(
      'M13',
      'SupportCoverage',
      'Challenge: resistance to the new system',
      'Tantangan: resistensi terhadap sistem baru',
    ),
    practice('M14', 'SupportCoverage', 'Outreach, and the support of the leader', 'Sosialisasi dan dukungan pimpinan'),
  ],
  Sleman: [
    practice(
      'S1',
      'ProgramCard',
      'Technical skill, and character and ethics',
      'Keterampilan teknis serta karakter dan etika',
    ),
    practice(
      'S2',
      'Cadence',
      'Regular training: time management, communication, problem solving',
      'Pelatihan rutin: manajemen waktu, komunikasi, pemecahan masalah',
    ),
    practice(
      'S3',
      'SpeakerMix',
      'Speakers from experienced agencies, good practice from elsewhere',
      'Narasumber dari instansi berpengalaman, praktik baik dari daerah lain',
    ),
    practice(
      'S4',
      'ServiceBeforeAfter',
      'IT session: the right application, data processed faster',
      'Sesi TI: aplikasi yang tepat, data diproses lebih cepat',
    ),
    practice(
      'S5',
      'ComplaintSla',
      'Complaints are handled better: heard, solved right and fast',
      'Pengaduan ditangani lebih baik: didengar, diselesaikan tepat dan cepat',
    ),
    practice(
      'S6',
      'ServiceBeforeAfter',
      'Documents at the kecamatan office: waiting falls',
      'Dokumen di kantor kecamatan: waktu tunggu turun',
    ),
    practice('S7', 'ServiceTrend', 'Satisfaction rises, a positive image', 'Kepuasan naik, citra positif'),
    practice(
      'S8',
      'IdeaPipeline',
      'An inspiring leader motivates to learn and innovate',
      'Pimpinan yang menginspirasi mendorong belajar dan berinovasi',
    ),
    practice(
      'S9',
      'LeaderPanel',
      'The head of the region gives support and facilities',
      'Kepala daerah memberi dukungan dan fasilitas',
    ),
    practice(
      'S10',
      'IdeaPipeline',
      'A discussion forum: the head invites staff to share experience and ideas',
      'Forum diskusi: kepala daerah mengajak ASN berbagi pengalaman dan gagasan',
    ),
    practice(
      'S11',
      'CareerEffectView',
      'Staff feel valued and are more motivated',
      'ASN merasa dihargai dan lebih termotivasi',
    ),
    practice(
      'S12',
      'TransferGap',
      'Resistance: unwilling to use what was taught',
      'Resistensi: tidak mau memakai yang diajarkan',
    ),
    practice(
      'S13',
      'SupportCoverage',
      'Management gives outreach and real examples',
      'Manajemen melakukan sosialisasi dan memberi contoh nyata',
    ),
    practice(
      'S14',
      'SupportCoverage',
      'Concrete evidence is shown to sceptics',
      'Bukti nyata ditunjukkan kepada yang ragu',
    ),
    practice('S15', 'ParticipationRate', 'Active participation', 'Partisipasi aktif'),
    practice('S16', 'PracticeLibrary', 'Become an example for other regions', 'Menjadi contoh bagi daerah lain'),
    practice(
      'S17',
      undefined,
      'An open attitude, commitment to learn: a value, not a fact; nobody is scored for an attitude',
      'Sikap terbuka, komitmen belajar: nilai, bukan fakta; sikap seseorang tidak dinilai',
    ),
  ],
};
