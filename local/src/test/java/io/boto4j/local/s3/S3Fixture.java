package io.boto4j.local.s3;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.ResponseStream;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A client of S3 in a process of its own, with one bucket. */
final class S3Fixture implements AutoCloseable {
  static final String BUCKET = "a-bucket";

  final LocalAws aws = LocalAws.start();
  final Client client = aws.session().client("s3", c -> c.maxAttempts(1));

  S3Fixture() {
    client.call("CreateBucket", Params.of("Bucket", BUCKET));
  }

  Response call(String operation, Object... pairs) {
    return client.call(operation, params(pairs));
  }

  static Params params(Object... pairs) {
    Params params = Params.of("Bucket", BUCKET);
    for (int i = 0; i < pairs.length; i += 2) {
      params = params.with((String) pairs[i], pairs[i + 1]);
    }
    return params;
  }

  ServiceException error(String operation, Object... pairs) {
    return catchThrowableOfType(ServiceException.class, () -> call(operation, pairs));
  }

  String code(String operation, Object... pairs) {
    ServiceException error = error(operation, pairs);
    return error == null ? "no error" : error.code();
  }

  Response put(String key, String text, Object... pairs) {
    return client.call(
        "PutObject",
        params(pairs).with("Key", key).with("Body", text.getBytes(StandardCharsets.UTF_8)));
  }

  String get(String key, Object... pairs) {
    return body(client.call("GetObject", params(pairs).with("Key", key))).text();
  }

  static ResponseStream body(Response response) {
    return Objects.requireNonNull(response.body("Body"));
  }

  void version(String status) {
    call("PutBucketVersioning", "VersioningConfiguration", Params.of("Status", status));
  }

  static List<String> keys(Structure listing, String list) {
    return listing.structures(list).stream().map(each -> each.text("Key")).toList();
  }

  @Override
  public void close() {
    client.close();
    aws.close();
  }
}
