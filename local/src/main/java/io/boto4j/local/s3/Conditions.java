package io.boto4j.local.s3;

import io.boto4j.Structure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of reads and writes.
 *
 * <p>Source: Amazon S3 User Guide, "Add preconditions to S3 operations with conditional requests".
 */
final class Conditions {
  private static final String ANY = "*";

  private Conditions() {}

  /** Checks the conditions of a read. */
  static void read(Structure input, ObjectVersion version) {
    check(input, version, "", /* copy= */ false);
  }

  /** Checks the conditions of a copy on its source. */
  static void source(Structure input, ObjectVersion version) {
    check(input, version, "CopySource", /* copy= */ true);
  }

  private static void check(Structure input, ObjectVersion version, String prefix, boolean copy) {
    String match = input.text(prefix + "IfMatch");
    String noneMatch = input.text(prefix + "IfNoneMatch");
    Instant modified = input.instant(prefix + "IfModifiedSince");
    Instant unmodified = input.instant(prefix + "IfUnmodifiedSince");
    Instant now = version.lastModified();
    String header = copy ? "x-amz-copy-source-" : "";
    if (match != null) {
      if (!matches(match, version.etag())) {
        throw S3Errors.preconditionFailed(header + "If-Match");
      }
    } else if (unmodified != null && now.isAfter(unmodified.truncatedTo(ChronoUnit.SECONDS))) {
      throw S3Errors.preconditionFailed(header + "If-Unmodified-Since");
    }
    boolean same =
        noneMatch != null
            ? matches(noneMatch, version.etag())
            : modified != null && !now.isAfter(modified);
    if (same) {
      throw copy
          ? S3Errors.preconditionFailed(
              header + (noneMatch != null ? "If-None-Match" : "If-Modified-Since"))
          : S3Errors.notModified(version);
    }
  }

  /** Checks the conditions of a write; the newest version may be a delete marker. */
  static void write(Structure input, String key, @Nullable ObjectVersion newest) {
    String match = input.text("IfMatch");
    String noneMatch = input.text("IfNoneMatch");
    ObjectVersion current = newest == null || newest.isMarker() ? null : newest;
    if (noneMatch != null && !noneMatch.equals(ANY)) {
      throw S3Errors.of(
          501,
          "NotImplemented",
          "A header you provided implies functionality that is not implemented",
          "Header",
          "If-None-Match");
    }
    if (noneMatch != null && current != null) {
      throw S3Errors.preconditionFailed("If-None-Match");
    }
    if (match != null) {
      if (current == null) {
        throw S3Errors.noSuchKey(key);
      }
      if (!matches(match, current.etag())) {
        throw S3Errors.preconditionFailed("If-Match");
      }
    }
  }

  /** Checks the conditions of a deletion. */
  static void delete(Structure input, String etagMember, @Nullable ObjectVersion target) {
    String match = input.text(etagMember);
    Instant modified = input.instant("IfMatchLastModifiedTime");
    if (modified == null) {
      modified = input.instant("LastModifiedTime");
    }
    Long size = input.longInteger("IfMatchSize");
    if (size == null) {
      size = input.longInteger("Size");
    }
    if (match == null && modified == null && size == null) {
      return;
    }
    if (target == null || target.isMarker()) {
      if (ANY.equals(match) || target != null) {
        throw S3Errors.preconditionFailed("If-Match");
      }
      throw S3Errors.noSuchKey(Documents.text(input, "Key", ""));
    }
    if ((match != null && !matches(match, target.etag()))
        || (size != null && size != target.size())
        || (modified != null
            && !modified.truncatedTo(ChronoUnit.SECONDS).equals(target.lastModified()))) {
      throw S3Errors.preconditionFailed("If-Match");
    }
  }

  private static boolean matches(String wanted, String etag) {
    for (String each : wanted.split(",", -1)) {
      String tag = each.strip();
      if (tag.startsWith("W/")) {
        tag = tag.substring(2);
      }
      if (tag.equals(ANY) || unquoted(tag).equals(unquoted(etag))) {
        return true;
      }
    }
    return false;
  }

  /** S3 accepts entity tags with quotation marks, without them and with one of them. */
  static String unquoted(String etag) {
    int from = etag.startsWith("\"") ? 1 : 0;
    int to = etag.length() > 1 && etag.endsWith("\"") ? etag.length() - 1 : etag.length();
    return etag.substring(from, to);
  }
}
