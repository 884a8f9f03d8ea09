import { command } from '@pembinaan/event-sourcing';
import { CompetencyStandardEstablished } from './events.js';

export const EstablishCompetencyStandard = command(
  'EstablishCompetencyStandard',
  CompetencyStandardEstablished.schema.omit({ version: true, establishedBy: true }),
);
