import { memoryTarget } from '@pembinaan/event-sourcing';
import { describeViewTarget } from '@pembinaan/event-sourcing/testing';

describeViewTarget('memory', () => memoryTarget());
