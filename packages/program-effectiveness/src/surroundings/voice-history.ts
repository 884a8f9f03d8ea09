import type { LocalDate } from '@pembinaan/core';
import type { ContextEntryOf } from '../files/context-files.js';
import type { Told } from '../program/told.js';

/** A development need, and what came of it. */
export interface NeedHistory {
  readonly needId: string;
  readonly proposed: ContextEntryOf<'DevelopmentNeedProposed'>['data'] & { readonly told: Told };
  readonly status: 'proposed' | 'verified' | 'returned' | 'rejected' | 'validated';
}

/** A report of the public (SP4N-LAPOR!). */
export interface ReportHistory {
  readonly reportId: string;
  readonly received: ContextEntryOf<'PublicReportReceived'>['data'] & { readonly told: Told };
  /** The first answer. */
  readonly answered: (ContextEntryOf<'PublicReportAnswered'>['data'] & { readonly told: Told }) | null;
  readonly closed: (ContextEntryOf<'PublicReportClosed'>['data'] & { readonly told: Told }) | null;
}

/** Something that was said at a forum. */
export interface InputHistory extends NonNullable<ContextEntryOf<'PublicInputRecorded'>['data']> {
  readonly forumId: string;
  readonly heldOn: LocalDate | null;
  readonly told: Told;
}

/** An improvement that was assigned, and whether it was done. */
export interface ActionHistory {
  readonly actionId: string;
  readonly assigned: ContextEntryOf<'ImprovementActionAssigned'>['data'] & { readonly told: Told };
  readonly completed: Told | null;
}
