package io.boto4j.model.pack;

import io.boto4j.model.ShapeType;

/**
 * The format of a model pack: one API version of a service in one file, read section by section.
 *
 * <pre>
 * file     = "B4JP" version(u8) dictionary(varint) tableLength(varint) table data*
 * table    = sectionCount(varint) section*
 * section  = kind(u8) rawLength(varint) storedLength(varint)     in the order of the data
 * data     = raw deflate (RFC 1951) of the section's bytes
 * </pre>
 *
 * <p>Sections are deflated separately, so that reading a shape inflates only the block of shapes
 * that contains it. What many services have in common is in a dictionary: 16 KB in a pack of its
 * own, which every section of the packs that name it is deflated and inflated with. The dictionary
 * of a pack is the CRC-32 of its bytes, and so the name of its file; 0 stands for none.
 *
 * <p>Shapes are numbered in the order in which operations reach them, which puts the shapes of one
 * call side by side. Numbers are LEB128 varints, signed ones in zigzag form; texts are UTF-8 after
 * their length.
 */
public final class PackFormat {
  /** The first four bytes of every pack, in ASCII. */
  public static final String MAGIC = "B4JP";

  /** Raised whenever a reader of the previous version could not read the new one. */
  public static final int VERSION = 3;

  /** The section with metadata, service traits, counts, and the first number of every block. */
  public static final int META = 1;

  /** The section with the names of the operations. */
  public static final int OPERATION_NAMES = 2;

  /** A section with a block of operations. */
  public static final int OPERATIONS = 3;

  /** A section with a block of shapes. */
  public static final int SHAPES = 4;

  /** The section with the codes of the error shapes. */
  public static final int ERROR_CODES = 5;

  /** The section with the paginators. */
  public static final int PAGINATORS = 6;

  /** The section with the waiters. */
  public static final int WAITERS = 7;

  /** The section with the endpoint rules, in the form of {@code EndpointRules}. */
  public static final int ENDPOINT_RULES = 8;

  /** The section with a single value, the only one in a file that does not describe a service. */
  public static final int VALUE = 9;

  /** The section with the signing regions. */
  public static final int SIGNING_REGIONS = 10;

  /** The section with the definitions of the resources, in their text format. */
  public static final int RESOURCES = 11;

  /** The section with a dictionary, the only one in its file. */
  public static final int DICTIONARY = 12;

  /** The size, in raw bytes, at which a block of operations or shapes is complete. */
  public static final int BLOCK_LENGTH = 32 * 1024;

  /** More than any section of a sound pack; bounds the memory that a damaged one can ask for. */
  public static final int MAX_SECTION_LENGTH = 256 * 1024 * 1024;

  // The byte before every value, which is its kind.
  static final int NULL = 0;
  static final int FALSE = 1;
  static final int TRUE = 2;
  static final int WHOLE = 3;
  static final int DECIMAL = 4;
  static final int TEXT = 5;
  static final int LIST = 6;
  static final int MAP = 7;

  /** The shape types by their numbers, which are part of the format: append only. */
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
   * The trait names that are written as a number, from 1 on; 0 introduces any other name. The
   * numbers are part of the format: append only.
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
