import type { AnyRule } from '@pembinaan/event-sourcing';
import { R24, R30, R31, R35, R36 } from './evaluate/evaluation/rules.js';
import { R40 } from './governance/privacy/rules.js';
import { G01, G02, G03, R01, R02, R03, R04, R05, R09, R17 } from './governance/rules/index.js';
import { R29 } from './mentor/leadership/rules.js';
import { R27, R28 } from './mentor/mentorship/rules.js';
import { R39 } from './people/change-support/rules.js';
import { R37 } from './people/employee/rules.js';
import { R13 } from './plan/budget/rules.js';
import { R07, R34 } from './plan/competency-profile/rules.js';
import { R06 } from './plan/competency-standard/rules.js';
import { R08 } from './plan/development-need/rules.js';
import { R10, R11, R12 } from './plan/development-plan/rules.js';
import { R38 } from './public-voice/public-report/rules.js';
import { R25, R26 } from './revise/program-revision/rules.js';
import { R32, R33 } from './service/service-unit/rules.js';
import { R16, R18, R19, R21 } from './train/batch/rules.js';
import { R20 } from './train/certificate/rules.js';
import { R22, R23 } from './train/jp-ledger/rules.js';
import { R14, R15 } from './train/program/rules.js';

/** Every rule that the deciders enforce, by number; G01 to G03 are the ground rules of the library. */
export const rulebook: readonly AnyRule[] = [
  G01,
  G02,
  G03,
  R01,
  R02,
  R03,
  R04,
  R05,
  R06,
  R07,
  R08,
  R09,
  R10,
  R11,
  R12,
  R13,
  R14,
  R15,
  R16,
  R17,
  R18,
  R19,
  R20,
  R21,
  R22,
  R23,
  R24,
  R25,
  R26,
  R27,
  R28,
  R29,
  R30,
  R31,
  R32,
  R33,
  R34,
  R35,
  R36,
  R37,
  R38,
  R39,
  R40,
];
