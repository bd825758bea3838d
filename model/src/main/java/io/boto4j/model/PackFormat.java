package io.boto4j.model;

/**
 * The model pack: one service version in one file, read in pieces.
 *
 * <pre>
 * file     = "B4JP" version(u8) sectionCount(varint) section* data*
 * section  = kind(u8) rawLength(varint) storedLength(varint)     in the order of the data
 * data     = raw deflate (RFC 1951) of the section's bytes
 * </pre>
 *
 * <p>Sections are deflated one by one, so that reading a shape inflates the block of shapes it
 * stands in and nothing else. Shapes are numbered in the order in which operations reach them,
 * which puts what one call needs side by side. Numbers are LEB128 varints, signed ones in zigzag
 * form; texts are UTF-8 with their length before them.
 */
final class PackFormat {
  static final byte[] MAGIC = {'B', '4', 'J', 'P'};

  /** Raised whenever a reader of the former version could not read the new one. */
  static final int VERSION = 2;

  /** Metadata, service traits, counts, the first number of every block. */
  static final int META = 1;

  static final int OPERATION_NAMES = 2;
  static final int OPERATIONS = 3;
  static final int SHAPES = 4;
  static final int ERROR_CODES = 5;
  static final int PAGINATORS = 6;
  static final int WAITERS = 7;
  static final int ENDPOINT_RULES = 8;

  /** A single value, for files that are not a service. */
  static final int VALUE = 9;

  static final int SIGNING_REGIONS = 10;

  /** Where a block of operations or shapes is closed and the next begun, in raw bytes. */
  static final int BLOCK_LENGTH = 32 * 1024;

  /** No section of a sound pack comes near; guards memory against a damaged one. */
  static final int MAX_SECTION_LENGTH = 256 * 1024 * 1024;

  static final int NULL = 0;
  static final int FALSE = 1;
  static final int TRUE = 2;
  static final int WHOLE = 3;
  static final int DECIMAL = 4;
  static final int TEXT = 5;
  static final int LIST = 6;
  static final int MAP = 7;

  /** Shape types by the number that stands for them. Append only. */
  static final ShapeType[] SHAPE_TYPES = {
    ShapeType.STRUCTURE,
    ShapeType.LIST,
    ShapeType.MAP,
    ShapeType.DOCUMENT,
    ShapeType.STRING,
    ShapeType.INTEGER,
    ShapeType.LONG,
    ShapeType.BIG_INTEGER,
    ShapeType.FLOAT,
    ShapeType.DOUBLE,
    ShapeType.BIG_DECIMAL,
    ShapeType.BOOLEAN,
    ShapeType.TIMESTAMP,
    ShapeType.BLOB,
  };

  /**
   * Names of traits that stand as a number from 1 on; 0 introduces any other name. Append only:
   * numbers are part of the format.
   */
  static final String[] TRAIT_NAMES = {
    "",
    "locationName",
    "location",
    "box",
    "min",
    "max",
    "pattern",
    "enum",
    "sensitive",
    "exception",
    "error",
    "fault",
    "deprecated",
    "payload",
    "union",
    "idempotencyToken",
    "xmlNamespace",
    "contextParam",
    "hostLabel",
    "jsonvalue",
    "flattened",
    "queryName",
    "streaming",
    "eventpayload",
    "eventheader",
    "event",
    "eventstream",
    "timestampFormat",
    "synthetic",
    "document",
    "wrapper",
    "resultWrapper",
    "retryable",
    "sparse",
    "xmlOrder",
    "xmlAttribute",
    "requiresLength",
    "method",
    "requestUri",
    "responseCode",
    "idempotent",
    "readonly",
    "endpoint",
    "staticContextParams",
    "operationContextParams",
    "authtype",
    "auth",
    "httpChecksum",
    "httpChecksumRequired",
    "unsignedPayload",
    "endpointdiscovery",
    "endpointoperation",
    "requestcompression",
  };

  private PackFormat() {}
}
