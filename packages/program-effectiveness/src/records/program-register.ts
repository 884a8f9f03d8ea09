import {
  type LocalDate,
  MethodReviewOrdered,
  ProgramApproved,
  ProgramCancelled,
  ProgramContinued,
  ProgramDesigned,
  ProgramMethodRevised,
  ProgramSuspended,
} from '@pembinaan/core';
import { idOf, projection, type View } from '@pembinaan/event-sourcing';

/** A programme as it was designed, and where it stands. */
export interface ProgramEntry {
  readonly programId: string;
  name: string;
  track: string | null;
  form: string | null;
  status: 'none' | 'designed' | 'approved' | 'suspended' | 'cancelled';
  planItem: { readonly planId: string; readonly itemId: string } | null;
  competencies: string[];
  designedBy: string | null;
  /** The line head who asked for it. */
  requestedBy: string | null;
  approvedBy: string | null;
  /** Set while it is suspended; `at` is an instant. */
  suspended: { readonly at: string; readonly reason: string; readonly until: LocalDate | null } | null;
  /** Set while a review of its method is open. */
  review: { readonly at: string; readonly due: LocalDate } | null;
  cancelled: { readonly at: string; readonly reason: string } | null;
}

/** The programmes of the agency and where they stand, keyed by programme. */
export const programRegister = projection({
  name: 'program-register',
  version: 1,
  events: [
    ProgramDesigned,
    ProgramApproved,
    ProgramSuspended,
    ProgramContinued,
    ProgramCancelled,
    MethodReviewOrdered,
    ProgramMethodRevised,
  ],
  initial: (programId): ProgramEntry => ({
    programId,
    name: programId,
    track: null,
    form: null,
    status: 'none',
    planItem: null,
    competencies: [],
    designedBy: null,
    requestedBy: null,
    approvedBy: null,
    suspended: null,
    review: null,
    cancelled: null,
  }),
  key: (event) => idOf(event.stream),
  on: {
    ProgramDesigned: (program, { data }) => {
      program.name = data.name;
      program.track = data.track;
      program.form = data.form;
      program.status = 'designed';
      program.planItem = data.planItem === undefined ? null : { ...data.planItem };
      program.competencies = data.competencies.map(({ code }) => code);
      program.designedBy = data.designedBy.subjectId;
      program.requestedBy = data.requestedBy ?? null;
      return program;
    },
    ProgramApproved: (program, { data }) => {
      program.status = 'approved';
      program.approvedBy = data.approvedBy.subjectId;
      return program;
    },
    ProgramSuspended: (program, { occurredAt, data }) => {
      program.status = 'suspended';
      program.suspended = { at: occurredAt, reason: data.reason.code, until: data.until ?? null };
      return program;
    },
    ProgramContinued: (program) => {
      program.status = 'approved';
      program.suspended = null;
      return program;
    },
    ProgramCancelled: (program, { occurredAt, data }) => {
      program.status = 'cancelled';
      program.suspended = null;
      program.review = null;
      program.cancelled = { at: occurredAt, reason: data.reason.code };
      return program;
    },
    MethodReviewOrdered: (program, { occurredAt, data }) => {
      program.review = { at: occurredAt, due: data.due };
      return program;
    },
    ProgramMethodRevised: (program) => {
      program.review = null;
      return program;
    },
  },
});

/** The programmes that were designed. */
export function designed(view: View<ProgramEntry>): readonly ProgramEntry[] {
  return [...view.rows.values()].filter(({ status }) => status !== 'none');
}
