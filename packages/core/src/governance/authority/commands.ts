import { command } from '@pembinaan/event-sourcing';
import { AuthorityEnded, AuthorityGranted } from './events.js';

export const GrantAuthority = command(
  'GrantAuthority',
  AuthorityGranted.schema.omit({ grantedBy: true }).refine(({ from, to }) => to === undefined || from <= to, {
    message: 'the grant ends before it begins',
    path: ['to'],
  }),
);
export const EndAuthority = command('EndAuthority', AuthorityEnded.schema.omit({ subjectId: true, endedBy: true }));
