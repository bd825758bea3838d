package io.boto4j.local.s3;

import io.boto4j.Structure;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lifecycle configurations: their rules, and when they expire an object. */
final class Lifecycle {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);
  private static final int MOST = 1000;
  private static final List<String> ACTIONS =
      List.of(
          "Expiration",
          "Transitions",
          "NoncurrentVersionTransitions",
          "NoncurrentVersionExpiration",
          "AbortIncompleteMultipartUpload");

  private Lifecycle() {}

  /** Checks a configuration before it is stored. */
  static void check(Bucket bucket, Structure configuration) {
    List<Structure> rules = configuration.structures("Rules");
    if (rules.isEmpty() || rules.size() > MOST) {
      throw S3Errors.malformedXml();
    }
    Set<String> ids = new HashSet<>();
    for (Structure rule : rules) {
      String status = rule.text("Status");
      boolean valid =
          ("Enabled".equals(status) || "Disabled".equals(status))
              && rule.containsKey("Filter") != rule.containsKey("Prefix")
              && isFilter(rule)
              && isExpiration(rule)
              && hasNumbers(rule);
      if (!valid) {
        throw S3Errors.malformedXml();
      }
      if (ACTIONS.stream().noneMatch(rule::containsKey)) {
        throw S3Errors.invalidRequest("At least one action needs to be specified in a rule");
      }
      String id = rule.text("ID");
      if (id != null && !ids.add(id)) {
        throw S3Errors.of(
            400, "InvalidArgument", "Rule ID must be unique. Found same ID for more than one rule");
      }
    }
    if (bucket.name().isEmpty()) {
      throw S3Errors.malformedXml();
    }
  }

  private static boolean isFilter(Structure rule) {
    Structure filter = rule.structure("Filter");
    if (filter == null) {
      return true;
    }
    Structure and = filter.structure("And");
    if (and != null) {
      int parts = and.size() + Math.max(0, and.structures("Tags").size() - 1);
      if (parts < 2) {
        return false;
      }
    }
    return filter.size() <= 1;
  }

  private static boolean isExpiration(Structure rule) {
    Structure expiration = rule.structure("Expiration");
    return expiration == null || expiration.size() == 1;
  }

  private static boolean hasNumbers(Structure rule) {
    Structure noncurrent = rule.structure("NoncurrentVersionExpiration");
    Structure abort = rule.structure("AbortIncompleteMultipartUpload");
    return (noncurrent == null || noncurrent.integer("NoncurrentDays") != null)
        && (abort == null || abort.integer("DaysAfterInitiation") != null)
        && rule.structures("NoncurrentVersionTransitions").stream()
            .allMatch(
                each -> each.integer("NoncurrentDays") != null && each.text("StorageClass") != null)
        && rule.structures("Transitions").stream()
            .allMatch(each -> each.text("StorageClass") != null);
  }

  /** Returns the header {@code x-amz-expiration} of an object, or null if no rule expires it. */
  static @Nullable String expiration(Bucket bucket, ObjectVersion version) {
    Structure configuration = bucket.configuration("lifecycle");
    if (configuration == null) {
      return null;
    }
    String header = null;
    Instant earliest = Instant.MAX;
    for (Structure rule : configuration.structures("Rules")) {
      Instant date =
          "Enabled".equals(rule.text("Status")) && applies(rule, version)
              ? date(rule, version)
              : null;
      if (date != null && date.isBefore(earliest)) {
        earliest = date;
        header =
            "expiry-date=\""
                + DATE.format(date.atOffset(ZoneOffset.UTC))
                + "\", rule-id=\""
                + Documents.text(rule, "ID", "")
                + "\"";
      }
    }
    return header;
  }

  private static @Nullable Instant date(Structure rule, ObjectVersion version) {
    Integer days = rule.integer("Expiration", "Days");
    return days == null
        ? rule.instant("Expiration", "Date")
        : version.lastModified().plus(days + 1L, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
  }

  private static boolean applies(Structure rule, ObjectVersion version) {
    Structure filter = rule.map("Filter");
    Structure and = filter.map("And");
    Structure all = and.isEmpty() ? filter : and;
    String prefix = Documents.text(all, "Prefix", Documents.text(rule, "Prefix", ""));
    Long greater = all.longInteger("ObjectSizeGreaterThan");
    Long less = all.longInteger("ObjectSizeLessThan");
    boolean tagged =
        all.structures("Tags").stream().allMatch(tag -> hasTag(version, tag))
            && (all.structure("Tag") == null || hasTag(version, all.map("Tag")));
    return version.key().startsWith(prefix)
        && (greater == null || version.size() > greater)
        && (less == null || version.size() < less)
        && tagged;
  }

  private static boolean hasTag(ObjectVersion version, Structure wanted) {
    return version.tags().stream()
        .anyMatch(
            tag ->
                Documents.text(tag, "Key", "").equals(wanted.text("Key"))
                    && Documents.text(tag, "Value", "").equals(wanted.text("Value")));
  }
}
