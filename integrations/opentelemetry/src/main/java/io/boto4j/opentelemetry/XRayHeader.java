package io.boto4j.opentelemetry;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The format of X-Ray's trace header, the only one that AWS services pass on themselves: {@code
 * Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1}.
 */
final class XRayHeader {
  static final String NAME = "X-Amzn-Trace-Id";

  private static final int EPOCH_DIGITS = 8;
  private static final String ROOT = "Root=";
  private static final String PARENT = "Parent=";
  private static final String SAMPLED = "Sampled=";

  private XRayHeader() {}

  static String of(SpanContext span) {
    String trace = span.getTraceId();
    return ROOT
        + "1-"
        + trace.substring(0, EPOCH_DIGITS)
        + "-"
        + trace.substring(EPOCH_DIGITS)
        + ";"
        + PARENT
        + span.getSpanId()
        + ";"
        + SAMPLED
        + (span.isSampled() ? "1" : "0");
  }

  /**
   * Returns a header with the fields of another one that are not of its span, such as the {@code
   * Lineage} by which Lambda recognizes endless loops.
   */
  static String of(SpanContext span, @Nullable String previous) {
    StringBuilder header = new StringBuilder(of(span));
    for (String field : fields(previous)) {
      if (!field.startsWith(ROOT) && !field.startsWith(PARENT) && !field.startsWith(SAMPLED)) {
        header.append(';').append(field);
      }
    }
    return header.toString();
  }

  /** Returns the span that a header names, or an invalid one. */
  static SpanContext parse(@Nullable String header) {
    String trace = "";
    String parent = "";
    boolean sampled = false;
    for (String field : fields(header)) {
      if (field.startsWith(ROOT + "1-")) {
        trace = field.substring(ROOT.length() + 2).replace("-", "");
      } else if (field.startsWith(PARENT)) {
        parent = field.substring(PARENT.length());
      } else if (field.startsWith(SAMPLED)) {
        sampled = field.equals(SAMPLED + "1");
      }
    }
    // Invalid ids give an invalid context.
    return SpanContext.createFromRemoteParent(
        trace,
        parent,
        sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(),
        TraceState.getDefault());
  }

  private static Iterable<String> fields(@Nullable String header) {
    if (header == null) {
      return List.of();
    }
    List<String> fields = new ArrayList<>();
    int start = 0;
    while (start <= header.length()) {
      int end = header.indexOf(';', start);
      end = end < 0 ? header.length() : end;
      String field = header.substring(start, end).strip();
      if (!field.isEmpty()) {
        fields.add(field);
      }
      start = end + 1;
    }
    return fields;
  }
}
