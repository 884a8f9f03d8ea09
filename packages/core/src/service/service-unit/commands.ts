import { command } from '@pembinaan/event-sourcing';
import { SatisfactionSurveyPublished, ServiceBaselineEstablished, ServiceMeasurementRecorded } from './events.js';

export const EstablishServiceBaseline = command(
  'EstablishServiceBaseline',
  ServiceBaselineEstablished.schema.omit({ recordedBy: true }),
);
export const RecordServiceMeasurement = command(
  'RecordServiceMeasurement',
  ServiceMeasurementRecorded.schema.omit({ recordedBy: true }),
);

const published = SatisfactionSurveyPublished.schema.omit({ publishedBy: true });

/** The index and the grade are computed; they may be given as the report prints them, and then must be right (R33). */
export const PublishSatisfactionSurvey = command(
  'PublishSatisfactionSurvey',
  published.extend({ ikm: published.shape.ikm.exactOptional(), grade: published.shape.grade.exactOptional() }),
);
