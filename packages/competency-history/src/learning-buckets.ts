import type { DevelopmentForm } from '@pembinaan/core';

/** Where one learns in the 70-20-10 model: in class, from each other, at work; `other` where it is not said. */
export type LearningBucket = 'formal' | 'social' | 'work' | 'other';

/**
 * The bucket of each form. Read in one government application (domain.md 1.6): bimtek, workshop, seminar and e-learning are formal;
 * coaching, mentoring and communities social; internship, on-the-job guidance, secondment, benchmarking and outdoor learning at work. The
 * remaining classical forms and distance training go with the formal ones, the exchange of staff with the work, which is our choice; of
 * self-study and of the open form nothing can be said. The ratio is nowhere mandatory: it is shown, never enforced.
 */
export const learningBucketOf: Readonly<Record<DevelopmentForm, LearningBucket>> = {
  KL01: 'formal',
  KL02: 'formal',
  KL03: 'formal',
  KL04: 'formal',
  KL05: 'formal',
  KL06: 'formal',
  KL07: 'formal',
  KL08: 'formal',
  KL09: 'formal',
  KL10: 'formal',
  KL11: 'formal',
  KL12: 'formal',
  NKL01: 'social',
  NKL02: 'social',
  NKL03: 'formal',
  NKL04: 'formal',
  NKL05: 'work',
  NKL06: 'work',
  NKL07: 'work',
  NKL08: 'work',
  NKL09: 'other',
  NKL10: 'social',
  NKL11: 'work',
  NKL12: 'work',
  NKL13: 'other',
};
