package io.boto4j.s3;

import org.jspecify.annotations.Nullable;

/**
 * The ways in which stores protect uploads, the best first. S3 itself knows all of them; stores
 * that resemble S3 may know only the later ones.
 */
enum Dialect {
  /** A checksum of the whole object, and one of each part. */
  FULL_OBJECT("checksums of whole objects"),

  /** Checksums of the parts, and of the whole one that is composed of them. */
  COMPOSITE("checksums that are composed of those of the parts"),

  /** {@code Content-MD5}, as it was before S3 had checksums. */
  MD5("Content-MD5"),

  /** Nothing but what the connection offers. */
  NONE("no checksums");

  private final String text;

  Dialect(String text) {
    this.text = text;
  }

  @Nullable Dialect next() {
    return switch (this) {
      case FULL_OBJECT -> COMPOSITE;
      case COMPOSITE -> MD5;
      case MD5 -> NONE;
      case NONE -> null;
    };
  }

  boolean hasChecksums() {
    return this == FULL_OBJECT || this == COMPOSITE;
  }

  @Override
  public String toString() {
    return text;
  }
}
