import { decider } from '@pembinaan/event-sourcing';
import { beneficiary, G02, independentOf, inStatus } from '../../governance/rules/index.js';
import {
  certificateKey,
  certificateNumbers,
  participantCertificates,
  participantKey,
} from '../../registers/certificate-numbers.js';
import { makerOf } from '../../values/acts.js';
import { batchState } from '../batch/state.js';
import { IssueCertificate } from './commands.js';
import { CertificateIssued } from './events.js';
import { mayBeIssued } from './rules.js';
import { certificateState } from './state.js';

export const certificate = decider(certificateState, { commands: [IssueCertificate] })
  .facts({
    IssueCertificate: (_, { data }) => ({
      batch: batchState.at(data.batchId),
      sameNumber: certificateNumbers.at(certificateKey(data.issuer, data.number)),
      sameParticipant: participantCertificates.at(participantKey(data.batchId, data.employeeId)),
    }),
  })
  .decide({
    IssueCertificate: (state, command, { batch, sameNumber, sameParticipant }) => {
      const { data } = command;
      if (state.status !== 'none') return G02.refuse('alreadyExists', { what: 'certificate', id: command.streamId });
      if (batch.status === 'none') return G02.refuse('notFound', { what: 'batch', id: data.batchId });
      const { programId, form, jp, period } = batch;
      return (
        inStatus('batch', batch, 'scheduled', 'completed') ??
        independentOf(command, [beneficiary(data.employeeId)]) ??
        mayBeIssued(data, batch, {
          sameNumber: sameNumber.certificateIds,
          sameParticipant: sameParticipant.certificateIds,
        }) ?? [CertificateIssued({ ...data, programId, form, jp, period, issuedBy: makerOf(command) })]
      );
    },
  });
