package io.boto4j.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SendWatchTest {
  private final List<HttpRequest> sent = new ArrayList<>();

  private final HttpTransport transport =
      request -> {
        sent.add(request);
        return HttpResponse.of(200, Headers.of(Map.of()), InputStream.nullInputStream());
      };

  private HttpRequest upload(int size) {
    Session session =
        Session.builder()
            .region("us-east-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "example-secret-key"))
            .environment(Map.of())
            .transport(transport)
            .build();
    try (Client s3 = session.client("s3");
        S3Transfer s3t = S3Transfer.of(s3, c -> c.threads(false))) {
      s3t.upload(new byte[size], "bucket", "key").await();
    }
    return sent.get(0);
  }

  @Test
  void upload_upTo1MiB_isSentWithoutWaiting() {
    assertThat(upload(1024 * 1024).headers().first("Expect")).isNull();
  }

  @Test
  void upload_above1MiB_waitsForPermission() {
    assertThat(upload(1024 * 1024 + 1).headers().first("Expect")).isEqualTo("100-continue");
  }
}
