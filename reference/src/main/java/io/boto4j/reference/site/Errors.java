package io.boto4j.reference.site;

import io.boto4j.error.ServiceException;
import io.boto4j.model.StructureShape;
import io.boto4j.reference.view.ErrorRow;
import io.boto4j.reference.view.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of errors in pages. */
final class Errors {
  /** The statuses after which the SDKs repeat a call. */
  private static final Set<Integer> TRANSIENT = Set.of(500, 502, 503, 504);

  private Errors() {}

  static ErrorRow row(ServiceFacts service, StructureShape error, String up) {
    return new ErrorRow(
        error.errorCode(),
        ServiceFacts.hasPage(error) ? up + "shapes/" + error.name() + ".html" : "",
        marks(error),
        service.shapeText(error.name(), up));
  }

  static List<Mark> marks(StructureShape error) {
    List<Mark> marks = new ArrayList<>();
    Map<String, Object> trait = error.traits().map("error");
    int status = trait.get("httpStatusCode") instanceof Number number ? number.intValue() : 0;
    if (status > 0) {
      marks.add(Mark.plain("HTTP " + status));
    }
    boolean server = error.traits().flag("fault") || status >= 500;
    marks.add(Mark.plain(server ? "service error" : "client error"));
    if (error.traits().get("retryable") != null
        || ServiceException.isThrottlingCode(error.errorCode())
        || TRANSIENT.contains(status)) {
      marks.add(new Mark("retried", "retried", "boto4j repeats the call after a delay"));
    }
    if (error.traits().flag("deprecated")) {
      marks.add(new Mark("deprecated", "deprecated", ""));
    }
    return marks;
  }
}
