import { command } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { ProgramDesigned } from './events.js';

export const DesignProgram = command('DesignProgram', ProgramDesigned.schema.omit({ designedBy: true }));
export const ApproveProgram = command('ApproveProgram', z.strictObject({}));
