import { command } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { LearningMaterialPublished, ProgramDesigned } from './events.js';

export const DesignProgram = command('DesignProgram', ProgramDesigned.schema.omit({ designedBy: true }));
export const ApproveProgram = command('ApproveProgram', z.strictObject({}));

// The versions of a material are counted by the library.
export const PublishLearningMaterial = command(
  'PublishLearningMaterial',
  LearningMaterialPublished.schema.omit({ version: true, publishedBy: true }),
);
