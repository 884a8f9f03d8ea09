import { type EntryOf, type EventsOf, eventFiles, idOf, type Recorded } from '@pembinaan/event-sourcing';
import { PROGRAM_EVENTS } from './filed-events.js';
import { KEPT_OF_PROGRAMS, type ProgramEvent } from './kept.js';

/**
 * The files of programmes: every event that tells of one, filed by programme and stream and never changed. Keys are
 * `<programme id>/<stream>`, such as `antrean/batch-b1`; the attendance, which is most of a batch and which few questions ask for, stands in
 * a drawer of its own: `antrean/sessions/batch-b1`.
 */
export const programFiles = eventFiles({
  name: 'program-files',
  version: 1,
  events: PROGRAM_EVENTS,
  kept: KEPT_OF_PROGRAMS,
  key: (event) => {
    const programId = programOf(event);
    if (programId === undefined) return undefined;
    return fileKey(programId, event.type === 'AttendanceRecorded' ? `${SESSIONS}${event.stream}` : event.stream);
  },
});

/** The entry of an event of that type in the file of a programme. */
export type ProgramEntryOf<T extends ProgramEvent['type']> = EntryOf<ProgramEvent, typeof KEPT_OF_PROGRAMS, T>;
/** An entry in the file of a programme. */
export type ProgramEntry = ProgramEntryOf<ProgramEvent['type']>;

/** The drawer of the attendance. */
export const SESSIONS = 'sessions/';

/** The key of the file of a programme and a stream, or the beginning of the keys of several. */
export function fileKey(programId: string, file: string): string {
  return `${programId}/${file}`;
}

function programOf(event: Recorded<EventsOf<typeof PROGRAM_EVENTS>>): string | undefined {
  return 'programId' in event.data ? event.data.programId : ownProgram(event.stream);
}

/** Workplace learning, mentorships and leaders need not belong to a programme. */
function ownProgram(stream: string): string | undefined {
  return stream.startsWith('program-') ? idOf(stream) : undefined;
}
