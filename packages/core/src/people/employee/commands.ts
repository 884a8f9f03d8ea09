import { command } from '@pembinaan/event-sourcing';
import { EmployeePlaced, EmployeeRegistered, EmployeeSeparated, RecognitionGranted } from './events.js';

export const RegisterEmployee = command('RegisterEmployee', EmployeeRegistered.schema.omit({ registeredBy: true }));
export const PlaceEmployee = command('PlaceEmployee', EmployeePlaced.schema.omit({ placedBy: true }));
export const SeparateEmployee = command('SeparateEmployee', EmployeeSeparated.schema.omit({ recordedBy: true }));
export const GrantRecognition = command('GrantRecognition', RecognitionGranted.schema.omit({ grantedBy: true }));
