package io.boto4j.model.pack;

import io.boto4j.model.ShapeType;

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
public final class PackFormat {
  /** The first four bytes of every pack, in ASCII. */
  public static final String MAGIC = "B4JP";

  /** Raised whenever a reader of the former version could not read the new one. */
  public static final int VERSION = 2;

  /** Metadata, service traits, counts, the first number of every block. */
  public static final int META = 1;

  public static final int OPERATION_NAMES = 2;
  public static final int OPERATIONS = 3;
  public static final int SHAPES = 4;
  public static final int ERROR_CODES = 5;
  public static final int PAGINATORS = 6;
  public static final int WAITERS = 7;
  public static final int ENDPOINT_RULES = 8;

  /** A single value, for files that are not a service. */
  public static final int VALUE = 9;

  public static final int SIGNING_REGIONS = 10;

  /** Where a block of operations or shapes is closed and the next begun, in raw bytes. */
  public static final int BLOCK_LENGTH = 32 * 1024;

  /** No section of a sound pack comes near; guards memory against a damaged one. */
  public static final int MAX_SECTION_LENGTH = 256 * 1024 * 1024;

  public static final int NULL = 0;
  public static final int FALSE = 1;
  public static final int TRUE = 2;
  public static final int WHOLE = 3;
  public static final int DECIMAL = 4;
  public static final int TEXT = 5;
  public static final int LIST = 6;
  public static final int MAP = 7;

  /** Shape types by the number that stands for them. Append only. */
  private static final ShapeType[] SHAPE_TYPES = {
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
  private static final String[] TRAIT_NAMES = {
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

  /**
   * Returns the number of shape types, and so the end of their numbers.
   *
   * @return the first number that no shape type has
   */
  public static int shapeTypeCount() {
    return SHAPE_TYPES.length;
  }

  /**
   * Returns the shape type with a number.
   *
   * @param number 0 to {@link #shapeTypeCount()} − 1
   * @return the type
   */
  public static ShapeType shapeType(int number) {
    return SHAPE_TYPES[number];
  }

  /**
   * Returns the number of trait names, and so the end of their numbers.
   *
   * @return the first number that no trait name has
   */
  public static int traitNameCount() {
    return TRAIT_NAMES.length;
  }

  /**
   * Returns the trait name with a number.
   *
   * @param number 1 to {@link #traitNameCount()} − 1
   * @return the name
   */
  public static String traitName(int number) {
    return TRAIT_NAMES[number];
  }
}
