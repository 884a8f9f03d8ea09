import type { Correction, Metadata, RecordedEvent } from './envelope.js';

/** Decodes the text of metadata; throws what the store throws for a damaged row. */
export type DecodeMetadata = (text: string, event: RecordedEvent) => Metadata;

/** Keeps the text beside an event that is otherwise a plain object, where neither a copy nor JSON sees it. */
class MetadataText extends class {
  constructor(event: object) {
    // biome-ignore lint/correctness/noConstructorReturn: the private fields below are put on the event itself.
    return event;
  }
} {
  readonly #text: string;
  readonly #decode: DecodeMetadata;
  #metadata: Metadata | undefined;

  constructor(event: object, text: string, decode: DecodeMetadata) {
    super(event);
    this.#text = text;
    this.#decode = decode;
  }

  static of(event: object): string | undefined {
    return #text in event ? event.#text : undefined;
  }

  static metadata = {
    enumerable: true,
    configurable: true,
    get(this: RecordedEvent & MetadataText): Metadata {
      this.#metadata ??= this.#decode(this.#text, this);
      return this.#metadata;
    },
  };
}

/**
 * An event whose metadata are decoded when somebody asks for them: most folds never do. For those who write a store that keeps metadata
 * as text. A copy of the event, its JSON and a comparison all ask.
 */
export function withMetadataOnDemand(
  event: Omit<RecordedEvent, 'metadata'>,
  text: string,
  decode: DecodeMetadata,
): RecordedEvent {
  Object.defineProperty(event, 'metadata', MetadataText.metadata);
  new MetadataText(event, text, decode);
  return event as RecordedEvent;
}

/**
 * What the event corrects, and why; undefined for an event that corrects nothing. The same as `event.metadata.corrects`, without
 * decoding the metadata of the many events that correct nothing: for folds.
 */
export function correctionOf(event: RecordedEvent): Correction | undefined {
  if (MetadataText.of(event)?.includes('"corrects"') === false) return undefined;
  return event.metadata.corrects;
}
