package io.boto4j.s3;

import io.boto4j.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** The upload of an object in one request. */
final class PutRequest {
  private PutRequest() {}

  /**
   * Sends the request.
   *
   * @param checked runs when all bytes were read for the checksum, which protects them from then on
   */
  static TransferResult send(
      Store store,
      String bucket,
      String key,
      Map<String, Object> parameters,
      PartBody body,
      Tracker tracker,
      Runnable checked) {
    tracker.parts(1);
    Protection protection = Protection.of(parameters, store.config());
    Response response =
        store
            .ladder()
            .call(
                "PutObject",
                protection.best(),
                dialect -> {
                  Map<String, Object> own = Store.target(bucket, key);
                  own.put("Body", body);
                  Map<String, Object> shared = new LinkedHashMap<>(parameters);
                  if (protection.given() == null) {
                    shared.remove("ChecksumAlgorithm");
                    Store.protect(own, body, dialect, protection.algorithm(dialect), null);
                  }
                  checked.run();
                  return store.send("PutObject", shared, own, dialect, tracker);
                });
    tracker.partDone();
    return new TransferResult(
        bucket,
        key,
        body.contentLength(),
        response.text("ETag"),
        response.text("VersionId"),
        1,
        response);
  }
}
