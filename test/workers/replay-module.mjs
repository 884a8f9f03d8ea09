// What each thread loads; which file it opens is told by the environment.
import { personFiles } from '@pembinaan/competency-history';
import { planItems, programRecords } from '@pembinaan/program-effectiveness';
import { sqliteStore } from '@pembinaan/store-sqlite';

export const open = () => sqliteStore(process.env.REPLAYED_FILE, { readOnly: true });
export const projections = [personFiles, programRecords, planItems];
