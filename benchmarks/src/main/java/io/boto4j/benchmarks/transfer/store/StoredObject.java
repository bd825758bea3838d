package io.boto4j.benchmarks.transfer.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * An object: what is known of its bytes, which are those of the pattern.
 *
 * @param parts the number of parts in which it was uploaded; 0 if it was not
 * @param checksum the header with the checksum of the whole object; empty if it has none
 * @param headers further headers that were stored with it
 */
record StoredObject(
    long size, String eTag, Instant modified, int parts, String checksum, List<String> headers) {
  /** The size of the parts of an object that was not uploaded by a contestant. */
  static final long PART = 8 * 1024 * 1024;

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  /** The properties as lines of a head. */
  String head(boolean withChecksum) {
    StringBuilder head = new StringBuilder(300);
    head.append("ETag: ").append(eTag).append("\r\nLast-Modified: ");
    head.append(HTTP_DATE.format(modified)).append("\r\nAccept-Ranges: bytes\r\n");
    boolean typed = false;
    for (String each : headers) {
      typed |= each.regionMatches(true, 0, "content-type:", 0, 13);
      head.append(each).append("\r\n");
    }
    if (!typed) {
      head.append("Content-Type: binary/octet-stream\r\n");
    }
    if (withChecksum && !checksum.isEmpty()) {
      head.append(checksum).append("\r\nx-amz-checksum-type: FULL_OBJECT\r\n");
    }
    return head.toString();
  }
}
